package io.sharewire.kakao;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.sharewire.kakao.KakaoServer.code;
import static io.sharewire.kakao.KakaoServer.error;
import static io.sharewire.kakao.KakaoServer.form;
import static io.sharewire.kakao.KakaoServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.auth.InMemoryTokenStore;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.RefreshingToken;
import io.sharewire.auth.TokenStore;
import io.sharewire.auth.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoLoginTest {

    private static final String CALLBACK = "https://newsroom.example/kakao/callback";
    private static final String GIVEN = "{\"token_type\":\"bearer\",\"access_token\":\"access-1\",\"expires_in\":21599,"
            + "\"refresh_token\":\"refresh-1\",\"refresh_token_expires_in\":5183999,"
            + "\"scope\":\"talk_message friends\"}";
    private static final String RENEWED =
            "{\"token_type\":\"bearer\",\"access_token\":\"access-2\",\"expires_in\":21599}";
    private static final String SENT = "{\"result_code\":0}";
    private static final Tokens OLD =
            new Tokens(Secret.of("access-1"), Secret.of("refresh-1"), KakaoServer.NOW, Set.of("talk_message"));

    private final KakaoServer kakao = new KakaoServer();
    private final SettableClock clock = new SettableClock(KakaoServer.NOW);
    private final KakaoLogin login = login().build();

    @AfterEach
    void stop() {
        kakao.close();
    }

    private KakaoLogin.Builder login() {
        return KakaoLogin.builder("rest-api-key-1").baseUrl(kakao.baseUrl()).clock(clock);
    }

    private LoggedRequest asked() {
        assertThat(kakao.requests()).hasSize(1);
        return kakao.requests().get(0);
    }

    @Test
    void sendsTheUserToKakaoWithStateAndScope() {
        KakaoLogin real = KakaoLogin.builder("rest-api-key-1").build();

        assertThat(real.begin(CALLBACK, List.of("talk_message", "friends"), "state-1")
                        .url())
                .isEqualTo("https://kauth.kakao.com/oauth/authorize?response_type=code&client_id=rest-api-key-1"
                        + "&redirect_uri=https%3A%2F%2Fnewsroom.example%2Fkakao%2Fcallback&state=state-1"
                        + "&scope=talk_message%2Cfriends");
    }

    @Test
    void asksForSendingAloneUnlessToldOtherwise() {
        HttpUrl url = HttpUrl.get(login.begin(CALLBACK).url());
        HttpUrl nothing =
                HttpUrl.get(login().scopes(List.of()).build().begin(CALLBACK).url());
        HttpUrl prompted = HttpUrl.get(
                login().prompt("select_account").build().begin(CALLBACK).url());

        assertThat(url.queryParameter("scope")).isEqualTo("talk_message");
        assertThat(url.queryParameter("prompt")).isNull();
        assertThat(nothing.queryParameter("scope")).isNull();
        assertThat(prompted.queryParameter("prompt")).isEqualTo("select_account");
    }

    @Test
    void asksWithAnotherStateEachTime() {
        KakaoLogin.Consent one = login.begin(CALLBACK);

        assertThat(one.state()).hasSize(43).isNotEqualTo(login.begin(CALLBACK).state());
        assertThat(HttpUrl.get(one.url()).queryParameter("state")).isEqualTo(one.state());
    }

    @Test
    void exchangesTheCode() {
        kakao.answers(ok(GIVEN));
        KakaoLogin withSecret =
                login().clientSecret(Secret.of("client-secret-1")).build();

        Tokens tokens = withSecret.finish(
                withSecret.begin(CALLBACK, Set.of("talk_message"), "state-1"), CALLBACK + "?code=code-1&state=state-1");

        assertThat(tokens.access()).isEqualTo(Secret.of("access-1"));
        assertThat(tokens.refresh()).isEqualTo(Secret.of("refresh-1"));
        assertThat(tokens.expiresAt()).isEqualTo(KakaoServer.NOW.plusSeconds(21_599));
        assertThat(tokens.scopes()).containsExactlyInAnyOrder("talk_message", "friends");
        assertThat(asked().getUrl()).isEqualTo("/oauth/token");
        assertThat(asked().getHeader("Content-Type"))
                .isEqualToIgnoringCase("application/x-www-form-urlencoded;charset=utf-8");
        assertThat(form(asked()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "rest-api-key-1",
                        "redirect_uri", CALLBACK,
                        "code", "code-1",
                        "client_secret", "client-secret-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "?state=state-2&code=code-1, STATE_MISMATCH",
        "?code=code-1, STATE_MISMATCH",
        "?state=state-1, NO_CODE",
        "?state=state-1&code=, NO_CODE",
        "?state=state-1&error=access_denied&error_description=User%20denied, ACCESS_DENIED",
        "?state=state-1&error=server_error, CONSENT_FAILED"
    })
    void takesNoAnswerButThatToItsOwnQuestion(String cameBack, String code) {
        ReconnectException refused = catchThrowableOfType(
                ReconnectException.class,
                () -> login.finish(login.begin(CALLBACK, Set.of("talk_message"), "state-1"), cameBack));

        assertThat(rejected(refused).code()).isEqualTo(code);
        assertThat(rejected(refused).reason()).isEqualTo(Reason.UNAUTHORIZED);
        assertThat(kakao.requests()).isEmpty();
    }

    @Test
    void namesTheScopeThatKakaoDidNotAskTheUserFor() {
        kakao.answers(ok(GIVEN.replace(" friends", "")));

        assertThatThrownBy(() ->
                        login.finish(login.begin(CALLBACK, Set.of("friends"), "state-1"), "?code=code-1&state=state-1"))
                .isInstanceOf(ReconnectException.class)
                .hasMessageContaining("without friends");
    }

    @Test
    void keepsTheRefreshTokenIfKakaoGivesNoNewOne() {
        kakao.answers(ok(RENEWED));

        Tokens fresh = login.refresh(OLD);

        assertThat(fresh)
                .isEqualTo(new Tokens(
                        Secret.of("access-2"),
                        Secret.of("refresh-1"),
                        KakaoServer.NOW.plusSeconds(21_599),
                        Set.of("talk_message")));
        assertThat(form(asked()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "rest-api-key-1",
                        "refresh_token", "refresh-1"));
    }

    @Test
    void storesTheNewRefreshTokenBeforeTheNewAccessTokenIsUsed() {
        kakao.answers(ok(GIVEN.replace("access-1", "access-2").replace("refresh-1", "refresh-2")));
        TokenStore store = store();

        clock.advance(Duration.ofHours(1));
        Secret token = new RefreshingToken("kakao", store, login, clock).get();

        assertThat(token).isEqualTo(Secret.of("access-2"));
        assertThat(store.load("kakao").orElseThrow().refresh()).isEqualTo(Secret.of("refresh-2"));
    }

    /** The error table of Kakao Login, row by row. */
    @ParameterizedTest
    @CsvSource({
        "KOE001, invalid_request, 400, FORBIDDEN",
        "KOE002, invalid_request, 400, FORBIDDEN",
        "KOE003, server_error, 500, UNAVAILABLE",
        "KOE004, , 400, FORBIDDEN",
        "KOE005, , 403, FORBIDDEN",
        "KOE006, , 400, FORBIDDEN",
        "KOE007, , 400, FORBIDDEN",
        "KOE008, , 400, FORBIDDEN",
        "KOE009, misconfigured, 401, FORBIDDEN",
        "KOE010, invalid_client, 401, FORBIDDEN",
        "KOE101, invalid_client, 401, FORBIDDEN",
        "KOE205, invalid_scope, 400, FORBIDDEN",
        "KOE237, invalid_request, 400, RATE_LIMITED",
        "KOE237, invalid_request, 429, RATE_LIMITED",
        "KOE303, invalid_grant, 400, FORBIDDEN",
        "KOE310, , 400, FORBIDDEN",
        "KOE319, invalid_grant, 400, UNAUTHORIZED",
        "KOE320, invalid_grant, 400, UNAUTHORIZED",
        "KOE322, invalid_grant, 400, UNAUTHORIZED"
    })
    void knowsWhatALoginErrorMeans(String code, String error, int status, Reason reason) {
        kakao.answers(error(
                status,
                "{\"error\":\"" + error + "\",\"error_description\":\"about " + code + "\",\"error_code\":\"" + code
                        + "\"}"));

        Rejected rejected = rejected(catchThrowableOfType(ReconnectException.class, () -> login.refresh(OLD)));

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.code()).isEqualTo(code);
        assertThat(rejected.message()).contains("about " + code);
        assertThat(rejected.remedy()).isNotBlank();
    }

    static Stream<Arguments> vagueAnswers() {
        return Stream.of(
                Arguments.of(error(400, "{\"error\":\"invalid_grant\"}"), "invalid_grant", Reason.UNAUTHORIZED),
                Arguments.of(error(400, "{\"error_code\":\"KOE999\"}"), "KOE999", Reason.UNAUTHORIZED),
                Arguments.of(error(500, "{\"error_code\":\"KOE999\"}"), "KOE999", Reason.UNAVAILABLE),
                Arguments.of(error(502, "<html>"), "HTTP_502", Reason.UNAVAILABLE),
                Arguments.of(error(400, ""), "HTTP_400", Reason.UNAVAILABLE),
                Arguments.of(ok("{}"), "HTTP_200", Reason.UNAVAILABLE),
                Arguments.of(aResponse().withFault(Fault.EMPTY_RESPONSE), "LOGIN_UNREACHABLE", Reason.UNAVAILABLE));
    }

    @ParameterizedTest
    @MethodSource("vagueAnswers")
    void isFinalOnlyWhereKakaoNamesAReason(ResponseDefinitionBuilder answer, String code, Reason reason) {
        kakao.answers(answer);

        Rejected rejected = rejected(catchThrowableOfType(ReconnectException.class, () -> login.refresh(OLD)));

        assertThat(rejected.code()).isEqualTo(code);
        assertThat(rejected.reason()).isEqualTo(reason);
    }

    @Test
    void asksNoMoreForTenMinutesOnceKakaoHasSaidTooOften() {
        kakao.answers(error(400, "{\"error\":\"invalid_request\",\"error_code\":\"KOE237\"}"));
        Rejected refused = rejected(catchThrowableOfType(ReconnectException.class, () -> login.refresh(OLD)));
        kakao.answers(ok(RENEWED));

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        Rejected held = rejected(catchThrowableOfType(ReconnectException.class, () -> login.refresh(OLD)));

        assertThat(refused.retryAfter()).isEqualTo(KakaoServer.NOW.plus(Duration.ofMinutes(10)));
        assertThat(held.retryAfter()).isEqualTo(refused.retryAfter());
        assertThat(kakao.requests()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(login.refresh(OLD).access()).isEqualTo(Secret.of("access-2"));
    }

    @Test
    void asksForTwentyTokensInTenMinutesAndNoMore() {
        kakao.answers(ok(RENEWED));
        for (int i = 0; i < 20; i++) {
            login.refresh(OLD);
            clock.advance(Duration.ofSeconds(1));
        }

        Rejected held = rejected(catchThrowableOfType(ReconnectException.class, () -> login.refresh(OLD)));

        assertThat(held.code()).isEqualTo("KOE237");
        assertThat(held.retryAfter()).isEqualTo(KakaoServer.NOW.plus(Duration.ofMinutes(10)));
        assertThat(kakao.requests()).hasSize(20);
        Tokens other = new Tokens(Secret.of("a"), Secret.of("refresh-of-another"), null, Set.of());
        assertThat(login.refresh(other).access()).isEqualTo(Secret.of("access-2"));
        clock.set(KakaoServer.NOW.plus(Duration.ofMinutes(10)));
        assertThat(login.refresh(OLD).access()).isEqualTo(Secret.of("access-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"this access token does not exist", "this access token is already expired"})
    void renewsADeadTokenOnceAndSendsOnceMore(String msg) {
        kakao.answers(code(401, -401, msg), ok(RENEWED), ok(SENT));

        assertThat(publish(store())).isInstanceOf(Shared.class);

        assertThat(kakao.requests())
                .extracting(request -> request.getUrl() + " " + request.getHeader("Authorization"))
                .containsExactly(
                        "/v2/api/talk/memo/default/send Bearer access-1",
                        "/oauth/token null",
                        "/v2/api/talk/memo/default/send Bearer access-2");
    }

    @Test
    void givesUpAfterOneRenewal() {
        kakao.answers(
                code(401, -401, "this access token does not exist"),
                ok(RENEWED),
                code(401, -401, "this access token does not exist"));

        assertThat(publish(store()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED));
        assertThat(kakao.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip mismatched! callerIp=203.0.113.9. check out registered ips.",
                "domain mismatched! caller=https://a.example. check out registered web domains.",
                "android keyhash mismatched! caller=x",
                "ios bundle id mismatched! caller=x",
                "appKey(0123) is already deactivated"
            })
    void doesNotRenewForAWrongConfiguration(String msg) {
        kakao.answers(code(401, -401, msg));

        assertThat(publish(store()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN));
        assertThat(kakao.requests()).hasSize(1);
    }

    @Test
    void doesNotRenewATokenThatCannotBe() {
        kakao.answers(code(401, -401, "this access token does not exist"));
        KakaoTarget target = KakaoTarget.of(kakao.settings().build(), clock);

        assertThat(target.publish(target.draft(Share.of(Articles.korean().build()))))
                .isInstanceOf(Rejected.class);
        assertThat(kakao.requests()).hasSize(1);
    }

    @Test
    void saysWhyThereIsNoTokenAndSendsNothing() {
        kakao.answers(
                code(401, -401, "this access token is already expired"),
                error(
                        400,
                        "{\"error\":\"invalid_grant\",\"error_code\":\"KOE322\","
                                + "\"error_description\":\"expired_or_invalid_refresh_token refresh-1\"}"));

        ShareResult result = publish(store());

        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("KOE322");
            assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(rejected.message()).doesNotContain("refresh-1");
        });
        assertThat(publish(new InMemoryTokenStore()))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("NOT_CONNECTED"));
        assertThat(kakao.requests()).hasSize(2);
    }

    @Test
    void renewsOnceForAllWhoFindTheTokenDead() throws InterruptedException {
        kakao.answers(ok(RENEWED));
        RefreshingToken token = new RefreshingToken("kakao", store(), login, clock);
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> {
                    awaitQuietly(start);
                    token.renewAfter(Secret.of("access-1"));
                }))
                .toList();
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(kakao.requests()).hasSize(1);
    }

    @Test
    void showsNoCredential() {
        kakao.answers(error(
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"bad client_secret=client-secret-1 and refresh-1\","
                        + "\"error_code\":\"KOE010\"}"));
        KakaoLogin withSecret =
                login().clientSecret(Secret.of("client-secret-1")).build();

        assertThatThrownBy(() -> withSecret.refresh(OLD)).hasMessageNotContainingAny("client-secret-1", "refresh-1");
        assertThat(withSecret.toString()).doesNotContain("client-secret-1", "rest-api-key-1");
        assertThat(new KakaoTokenAnswer("access-1", "refresh-1", 1L, "s", null, null, null).toString())
                .doesNotContain("access-1", "refresh-1");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> KakaoLogin.builder(" ")
                        .prompt("always")
                        .baseUrl("http://kauth.kakao.com")
                        .timeout(Duration.ZERO)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KakaoLogin: restApiKey is required; prompt must be one of login, none, select_account, "
                        + "create, not 'always'; baseUrl must be an https address (http only on this machine), not "
                        + "'http://kauth.kakao.com'; timeout must be above 0");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store with a token that is good by the clock, whatever Kakao says. */
    private TokenStore store() {
        TokenStore store = new InMemoryTokenStore();
        store.save(
                "kakao", new Tokens(OLD.access(), OLD.refresh(), KakaoServer.NOW.plusSeconds(60 * 60), OLD.scopes()));
        return store;
    }

    private ShareResult publish(TokenStore store) {
        KakaoTarget target = KakaoTarget.of(
                KakaoSettings.builder(new RefreshingToken("kakao", store, login, clock))
                        .baseUrl(kakao.baseUrl())
                        .build(),
                clock);
        return target.publish(target.draft(Share.of(Articles.korean().build())));
    }

    private static Rejected rejected(ReconnectException e) {
        return (Rejected) e.toResult();
    }
}
