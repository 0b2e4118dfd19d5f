package io.sharewire.kakao;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareFailedException;
import io.sharewire.ShareResult;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KakaoTargetTest {

    @RegisterExtension
    static final WireMockExtension KAPI = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final String SENT = "{\"result_code\":0}";
    private static final String TOKEN = "kakao-access-token-1";
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    private final KakaoTarget target = target(Secret.of(TOKEN));

    @Test
    void sendsTheTemplateAsOneFormField() {
        answers(okJson(SENT));

        publish(Articles.korean().build());

        LoggedRequest request = onlyRequest();
        assertThat(request.getMethod().getName()).isEqualTo("POST");
        assertThat(request.getUrl()).isEqualTo("/v2/api/talk/memo/default/send");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer kakao-access-token-1");
        // The server underneath WireMock writes the charset its own way.
        assertThat(request.getHeader("Content-Type"))
                .isEqualToIgnoringCase("application/x-www-form-urlencoded;charset=utf-8");
        assertThat(request.getBodyAsString()).matches("template_object=[A-Za-z0-9%._~-]+");
    }

    /** The escapes of the title are those that {@code jq -rn '"한☃ 😀 +&=%"|@uri'} writes. */
    @Test
    void percentEncodesTheTemplateOnce() {
        answers(okJson(SENT));

        publish(Article.builder("https://news.example.kr/a/1", "한☃ 😀 +&=%")
                .language("ko")
                .build());

        assertThat(onlyRequest().getBodyAsString())
                .contains("%22title%22%3A%22%ED%95%9C%E2%98%83%20%F0%9F%98%80%20%2B%26%3D%25%22")
                .doesNotContain("%25ED");
    }

    static Stream<Article> articles() {
        return Stream.of(
                Articles.korean().build(),
                Articles.english().build(),
                Articles.korean("가족 👨‍👩‍👧‍👦 🇰🇷 ☃️ 𠮷").build(),
                Articles.korean("첫눈 & 한강 = 100% + ; #태그 \"따옴표\" \\")
                        .summary("a=b&c=d\n%EC%B2%AB\u00a0눈")
                        .build());
    }

    @ParameterizedTest
    @MethodSource("articles")
    void sendsThePreviewedPayloadByteForByte(Article article) {
        answers(okJson(SENT));
        Draft draft = target.draft(Share.of(article));

        target.publish(draft);

        String body = onlyRequest().getBodyAsString();
        String field = URLDecoder.decode(body.substring(body.indexOf('=') + 1), StandardCharsets.UTF_8);
        assertThat(field).isEqualTo(draft.payload().get(0).body());
    }

    @Test
    void answersWithOurOwnReferenceSinceKakaoGivesNoId() {
        answers(okJson(SENT));
        Draft draft = target.draft(Share.of(Articles.korean().build()));

        Receipt receipt = target.publish(draft).orElseThrow();

        assertThat(receipt.target()).isEqualTo("kakao");
        assertThat(receipt.id()).isEqualTo("kakao-" + draft.fingerprint().substring(0, 16));
        assertThat(receipt.url()).isEqualTo("https://news.example.kr/a/1");
        assertThat(receipt.at()).isEqualTo(NOW);
    }

    static Stream<Arguments> accidents() {
        return Stream.of(
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "ANSWER_LOST"),
                Arguments.of("closed", aResponse().withFault(Fault.EMPTY_RESPONSE), "ANSWER_LOST"),
                Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), "ANSWER_LOST"),
                Arguments.of("broken chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), "ANSWER_LOST"),
                Arguments.of("500", aResponse().withStatus(500).withBody("<html>"), "SERVER_ERROR"),
                Arguments.of("502", aResponse().withStatus(502), "SERVER_ERROR"),
                Arguments.of(
                        "503, try again at once",
                        aResponse().withStatus(503).withHeader("Retry-After", "0"),
                        "SERVER_ERROR"),
                Arguments.of("408", aResponse().withStatus(408), "NO_ERROR_CODE"),
                Arguments.of(
                        "307",
                        aResponse().withStatus(307).withHeader("Location", "/v2/api/talk/memo/default/send"),
                        "NO_ERROR_CODE"),
                Arguments.of("500 with an input error", json(500, "{\"msg\":\"x\",\"code\":-2}"), "KAKAO_-2"),
                Arguments.of("-1", json(400, "{\"msg\":\"internal error\",\"code\":-1}"), "KAKAO_-1"),
                Arguments.of("-603", json(400, "{\"msg\":\"timeout\",\"code\":-603}"), "KAKAO_-603"),
                Arguments.of("a code nobody knows", json(400, "{\"msg\":\"?\",\"code\":-4711}"), "KAKAO_-4711"),
                Arguments.of("400 without a code", json(400, "{\"msg\":null,\"code\":null}"), "NO_ERROR_CODE"),
                Arguments.of("400 without a body", aResponse().withStatus(400), "NO_ERROR_CODE"),
                Arguments.of("200 without a body", aResponse().withStatus(200), "NO_RESULT_CODE"),
                Arguments.of(
                        "200 with a page", aResponse().withStatus(200).withBody("<html>ok</html>"), "NO_RESULT_CODE"),
                Arguments.of("200 with half a body", json(200, "{\"result_code\":"), "NO_RESULT_CODE"),
                Arguments.of("200 with an empty object", json(200, "{}"), "NO_RESULT_CODE"),
                Arguments.of("200 with a null", json(200, "{\"result_code\":null}"), "NO_RESULT_CODE"),
                Arguments.of("200 with a text", json(200, "{\"result_code\":\"0\"}"), "NO_RESULT_CODE"),
                Arguments.of("200 with another result", json(200, "{\"result_code\":7}"), "KAKAO_7"),
                Arguments.of("500 that says it sent", json(500, SENT), "SERVER_ERROR"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accidents")
    void sendsOnceAndCallsTheOutcomeUnknown(String name, ResponseDefinitionBuilder answer, String code) {
        answers(answer);

        ShareResult result = publish(Articles.korean().build());

        assertThat(result).isInstanceOfSatisfying(ShareResult.Unknown.class, unknown -> {
            assertThat(unknown.evidence().code()).isEqualTo(code);
            assertThat(unknown.evidence().since()).isEqualTo(NOW);
        });
        onlyRequest();
    }

    @Test
    void callsTheOutcomeUnknownIfNoAnswerComesInTime() {
        KakaoTarget impatient = target(
                settings(() -> Secret.of(TOKEN)).timeout(Duration.ofMillis(200)).build());
        answers(okJson(SENT).withFixedDelay(2_000));

        ShareResult result =
                impatient.publish(impatient.draft(Share.of(Articles.korean().build())));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ShareResult.Unknown.class,
                        unknown -> assertThat(unknown.evidence().code()).isEqualTo("TIMED_OUT"));
        onlyRequest();
    }

    @Test
    void isSureThatNothingWasSentIfNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        KakaoTarget lonely = target(settings(() -> Secret.of(TOKEN))
                .baseUrl("http://127.0.0.1:" + port)
                .build());

        assertThat(lonely.publish(lonely.draft(Share.of(Articles.korean().build()))))
                .isInstanceOfSatisfying(
                        ShareResult.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE));
    }

    @Test
    void refusesADraftWithAnErrorBeforeAnyByte() {
        Draft draft = target.draft(Share.of(Articles.korean().build()).withText(KakaoTarget.CHANNEL, "가".repeat(201)));

        assertThat(target.publish(draft)).isInstanceOfSatisfying(ShareResult.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT);
            assertThat(rejected.code()).isEqualTo("TEXT_TOO_LONG");
        });
        assertThat(requests()).isEmpty();
    }

    @Test
    void refusesTheDraftOfAnotherTarget() {
        KakaoTarget other =
                target(settings(() -> Secret.of(TOKEN)).name("kakao:desk").build());
        Draft draft = other.draft(Share.of(Articles.korean().build()));

        assertThatThrownBy(() -> target.publish(draft))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kakao was handed a draft for kakao:desk");
        assertThat(requests()).isEmpty();
    }

    @Test
    void cannotTellWhetherAMessageIsThere() {
        Draft draft = target.draft(Share.of(Articles.korean().build()));

        assertThat(target.find(draft, NOW))
                .isEqualTo(new Lookup.CannotTell(
                        "KakaoTalk gives no way to read messages back; look into the chat with yourself."));
        assertThat(requests()).isEmpty();
    }

    @Test
    void canNeitherCorrectNorRetract() {
        Draft draft = target.draft(Share.of(Articles.korean().build()));
        Receipt receipt = new Receipt("kakao", "kakao-0", null, NOW);

        for (ShareResult result : List.of(target.correct(receipt, draft), target.retract(receipt))) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            ShareResult.Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNSUPPORTED));
        }
    }

    @Test
    void asksForTheTokenAtEachCall() {
        Iterator<String> tokens = List.of("first-token", "second-token").iterator();
        KakaoTarget rotating = target(settings(() -> Secret.of(tokens.next())).build());
        answers(okJson(SENT));

        Draft draft = rotating.draft(Share.of(Articles.korean().build()));
        rotating.publish(draft);
        rotating.publish(draft);

        assertThat(requests())
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactlyInAnyOrder("Bearer first-token", "Bearer second-token");
    }

    @Test
    void showsNoCredentialAnywhere() {
        answers(json(
                401,
                "{\"msg\":\"this access token does not exist: " + TOKEN
                        + " appKey(0123456789abcdef) access_token=other-token callerIp=203.0.113.9\",\"code\":-401}"));

        ShareResult result = publish(Articles.korean().build());

        assertThatThrownBy(result::orElseThrow)
                .isInstanceOf(ShareFailedException.class)
                .hasMessageContaining("this access token does not exist")
                .hasMessageNotContainingAny(TOKEN, "0123456789abcdef", "other-token", "203.0.113.9");
        assertThat(result.toString()).doesNotContain(TOKEN, "0123456789abcdef", "other-token", "203.0.113.9");
        assertThat(String.valueOf((Object) target)).doesNotContain(TOKEN);
        assertThat(target.draft(Share.of(Articles.korean().build())).toString()).doesNotContain(TOKEN);
    }

    @Test
    void sendsADraftThatHasOnlyWarnings() {
        answers(okJson(SENT));
        Draft draft = target.draft(Share.of(Articles.korean().images(List.of()).build()));

        assertThat(draft.problems()).extracting(Problem::code).containsExactly("NO_IMAGE");
        assertThat(target.publish(draft)).isInstanceOf(ShareResult.Shared.class);
    }

    private ShareResult publish(Article article) {
        return target.publish(target.draft(Share.of(article)));
    }

    private static KakaoTarget target(Secret token) {
        return target(settings(() -> token).build());
    }

    private static KakaoTarget target(KakaoSettings settings) {
        return KakaoTarget.of(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static KakaoSettings.Builder settings(Supplier<Secret> token) {
        return KakaoSettings.builder(token).baseUrl(KAPI.baseUrl());
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        KAPI.stubFor(post(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(body);
    }

    private static List<LoggedRequest> requests() {
        return KAPI.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    private static LoggedRequest onlyRequest() {
        assertThat(requests()).hasSize(1);
        return requests().get(0);
    }
}
