package io.sharewire.twitter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.sharewire.twitter.XServer.json;
import static io.sharewire.twitter.XServer.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwitterTargetTest {

    private static final String CREATED = """
            {"data":{"id":"1346889436626259968","text":"시장 선거 결과 https://t.co/56a0vZUx7i",\
            "edit_history_post_ids":["1346889436626259968"]}}""";

    private final XServer x = new XServer();
    private final TwitterTarget target = x.target();
    private final Draft draft = target.draft(share());

    @AfterEach
    void stop() {
        x.close();
    }

    @Test
    void sendsExactlyWhatTheDraftHolds() {
        x.answersCreate(json(201, CREATED));
        target.publish(draft);
        assertThat(x.creates()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/2/tweets");
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + XServer.TOKEN);
            assertThat(request.getHeader("Content-Type")).startsWith("application/json");
            assertThat(request.getBodyAsString())
                    .isEqualTo(draft.payload().get(0).body())
                    .isEqualTo("{\"text\":\"시장 선거 결과\\n\\nhttps://news.example.com/a/1\"}");
        });
    }

    @Test
    void handsBackTheReceipt() {
        x.answersCreate(json(201, CREATED));
        assertThat(target.publish(draft))
                .isEqualTo(new Shared(new Receipt(
                        "twitter",
                        "1346889436626259968",
                        "https://x.com/i/web/status/1346889436626259968",
                        XServer.NOW)));
    }

    @Test
    void linksToTheAccountIfItsNameIsKnown() {
        x.answersCreate(json(201, CREATED));
        TwitterTarget named = TwitterTarget.of(x.settings().username("newsroom").build(), XServer.CLOCK);
        assertThat(named.publish(draft).orElseThrow().url())
                .isEqualTo("https://x.com/newsroom/status/1346889436626259968");
    }

    @Test
    void acceptsAnAnswerOfTheOlderDialectAndOneWithNothingButTheId() {
        x.answersCreate(
                json(201, "{\"data\":{\"id\":\"1\",\"text\":\"a\",\"edit_history_tweet_ids\":[\"1\"]},\"errors\":[]}"));
        assertThat(target.publish(draft).orElseThrow().id()).isEqualTo("1");
        x.answersCreate(json(201, "{\"data\":{\"id\":\"2\"}}"));
        assertThat(target.publish(draft).orElseThrow().id()).isEqualTo("2");
    }

    @Test
    void signsByOAuth1WithoutTheJsonBody() {
        x.answersCreate(json(201, CREATED));
        TwitterSettings settings = TwitterSettings.oauth1(
                        Secret.of("consumer-key-1"),
                        Secret.of("consumer-secret-2"),
                        Secret.of("user-token-3"),
                        Secret.of("token-secret-4"))
                .baseUrl(x.baseUrl())
                .build();
        assertThat(TwitterTarget.of(settings, XServer.CLOCK).publish(draft)).isInstanceOf(Shared.class);
        LoggedRequest request = x.creates().get(0);
        assertThat(request.getHeader("Authorization"))
                .matches("OAuth oauth_consumer_key=\"consumer-key-1\", oauth_nonce=\"[0-9a-f]{32}\", "
                        + "oauth_signature=\"[A-Za-z0-9%]{28,40}\", oauth_signature_method=\"HMAC-SHA1\", "
                        + "oauth_timestamp=\"1795496400\", oauth_token=\"user-token-3\", oauth_version=\"1.0\"");
    }

    @Test
    void asksForTheTokenAtEachCall() {
        x.answersCreate(json(201, CREATED));
        int[] asked = {0};
        TwitterTarget refreshing = TwitterTarget.of(
                TwitterSettings.oauth2(() -> Secret.of("token-number-" + ++asked[0]))
                        .baseUrl(x.baseUrl())
                        .build(),
                XServer.CLOCK);
        refreshing.publish(draft);
        refreshing.publish(draft);
        assertThat(x.creates())
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly("Bearer token-number-1", "Bearer token-number-2");
    }

    static Stream<Arguments> unclear() {
        return Stream.of(
                Arguments.of("500", json(500, "{\"title\":\"Internal Server Error\",\"status\":500}"), "SERVER_ERROR"),
                Arguments.of("500 without a body", aResponse().withStatus(500), "SERVER_ERROR"),
                Arguments.of(
                        "503 that asks to be tried again at once",
                        json(
                                        503,
                                        "{\"title\":\"Service Unavailable\",\"detail\":\"Service Unavailable\","
                                                + "\"type\":\"about:blank\",\"status\":503}")
                                .withHeader("Retry-After", "0"),
                        "SERVER_ERROR"),
                Arguments.of("502 page", html(502), "SERVER_ERROR"),
                Arguments.of("504", aResponse().withStatus(504), "SERVER_ERROR"),
                Arguments.of("408", aResponse().withStatus(408), "TWITTER_408"),
                Arguments.of("307", aResponse().withStatus(307).withHeader("Location", "/2/tweets"), "TWITTER_307"),
                Arguments.of("403 page of the edge", html(403), "UNREADABLE_ANSWER"),
                Arguments.of("201 without a body", aResponse().withStatus(201), "NO_ID"),
                Arguments.of("201 with half a body", json(201, CREATED.substring(0, 40)), "NO_ID"),
                Arguments.of("201 with an empty id", json(201, "{\"data\":{\"id\":\"\"}}"), "NO_ID"),
                Arguments.of(
                        "200 with nothing but errors",
                        json(200, "{\"errors\":[{\"title\":\"Not Found Error\",\"detail\":\"gone\"}]}"),
                        "NO_ID"),
                Arguments.of("200 page", html(200), "NO_ID"),
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "ANSWER_LOST"),
                Arguments.of("no answer", aResponse().withFault(Fault.EMPTY_RESPONSE), "ANSWER_LOST"),
                Arguments.of(
                        "malformed body",
                        aResponse().withStatus(201).withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                        "ANSWER_LOST"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unclear")
    void knowsThatItDoesNotKnowAndSendsOnce(String what, ResponseDefinitionBuilder response, String code) {
        x.answersCreate(response);
        assertThat(target.publish(draft)).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.evidence().code()).isEqualTo(code);
            assertThat(unknown.evidence().since()).isEqualTo(XServer.NOW);
            assertThat(unknown.toString()).doesNotContain(XServer.TOKEN);
        });
        assertThat(x.creates()).hasSize(1);
    }

    @Test
    void knowsThatItDoesNotKnowAfterATimeOutAndSendsOnce() {
        x.answersCreate(json(201, CREATED).withFixedDelay(5_000));
        TwitterTarget hasty =
                TwitterTarget.of(x.settings().timeout(Duration.ofMillis(200)).build(), XServer.CLOCK);
        assertThat(hasty.publish(draft))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().code()).isEqualTo("TIMED_OUT"));
        assertThat(x.creates()).hasSize(1);
    }

    @Test
    void knowsThatNothingWasSentIfNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        TwitterTarget lonely = TwitterTarget.of(
                x.settings().baseUrl("http://127.0.0.1:" + port).build());
        assertThat(lonely.publish(draft))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$NVDA $TSLA", "가나다라마바사아자차가나다라마바사아자차"})
    void sendsNothingOfADraftWithAnError(String text) {
        Share wrong = share().withText(text.startsWith("$") ? text : text.repeat(10));
        assertThat(target.publish(target.draft(wrong)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT));
        assertThat(x.creates()).isEmpty();
    }

    @Test
    void refusesTheDraftOfAnotherTarget() {
        TwitterTarget sports =
                TwitterTarget.of(x.settings().name("twitter:sports").build());
        assertThatThrownBy(() -> sports.publish(draft))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("twitter:sports was handed a draft for twitter");
    }

    @Test
    void draftsTheSameFromTheSameShare() {
        Draft again = target.draft(share());
        assertThat(again.fingerprint()).isEqualTo(draft.fingerprint());
        assertThat(target.draft(Share.of(Article.builder(XServer.URL, "다른 제목").build()))
                        .fingerprint())
                .isNotEqualTo(draft.fingerprint());
    }

    @Test
    void takesCredentialsOutOfWhatXSays() {
        x.answersCreate(json(
                401,
                "{\"title\":\"Unauthorized\",\"detail\":\"Bearer " + XServer.TOKEN + " and again " + XServer.TOKEN
                        + "\"}"));
        ShareResult result = target.publish(draft);
        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(result.toString()).doesNotContain(XServer.TOKEN);
        assertThatThrownBy(result::orElseThrow).message().doesNotContain(XServer.TOKEN);
    }

    private static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body>Something went wrong</body></html>");
    }
}
