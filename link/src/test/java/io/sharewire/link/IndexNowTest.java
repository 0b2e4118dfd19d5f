package io.sharewire.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.sharewire.link.PingResult.Outcome;
import io.sharewire.testkit.Fault;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.SimulatedPost;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexNowTest {

    private static final String KEY = "0f1e2d3c4b5a";

    @RegisterExtension
    static final WireMockExtension ENGINE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static IndexNow.Builder at(String baseUrl) {
        return IndexNow.builder("news.example", KEY).baseUrl(baseUrl).timeout(Duration.ofSeconds(2));
    }

    private static IndexNow simulated() {
        return at(sandbox.indexNow().baseUrl()).build();
    }

    @Test
    void onePageIsToldWithGet() {
        ENGINE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));

        PingResult result = at(ENGINE.baseUrl())
                .keyLocation("https://news.example/keys/a.txt")
                .build()
                .submit("https://News.example/가?id=1&utm_source=x#top");

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        ENGINE.verify(
                getRequestedFor(urlEqualTo("/indexnow?url=https%3A%2F%2Fnews.example%2F%25EA%25B0%2580%3Fid%3D1&key="
                        + KEY + "&keyLocation=https%3A%2F%2Fnews.example%2Fkeys%2Fa.txt")));
    }

    @Test
    void manyPagesAreToldWithPost() {
        ENGINE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));

        at(ENGINE.baseUrl())
                .build()
                .submit(List.of(
                        "https://news.example/a", "https://news.example/b?utm_source=x", "https://news.example/b"));

        ENGINE.verify(postRequestedFor(urlEqualTo("/indexnow"))
                .withHeader("Content-Type", equalToIgnoreCase("application/json; charset=utf-8"))
                .withRequestBody(equalToJson("{\"host\":\"news.example\",\"key\":\"" + KEY
                        + "\",\"urlList\":[\"https://news.example/a\",\"https://news.example/b\"]}")));
    }

    @ParameterizedTest
    @CsvSource({
        "200,ACCEPTED,ACCEPTED",
        "202,ACCEPTED,KEY_CHECK_PENDING",
        "400,REFUSED,BAD_REQUEST",
        "403,REFUSED,KEY_NOT_VALID",
        "405,REFUSED,BAD_METHOD",
        "422,REFUSED,NOT_THIS_HOST",
        "429,REFUSED,TOO_MANY_REQUESTS",
        "404,REFUSED,STATUS_404",
        "301,REFUSED,STATUS_301",
        "500,UNKNOWN,NO_ANSWER",
        "204,UNKNOWN,NO_ANSWER",
    })
    void everyAnswerHasItsMeaning(int status, Outcome outcome, String code) {
        ENGINE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));

        PingResult result = at(ENGINE.baseUrl()).build().submit("https://news.example/a");

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.message()).contains("news.example").contains(String.valueOf(status));
        assertThat(result.remedy().isEmpty()).isEqualTo(outcome == Outcome.ACCEPTED);
    }

    @Test
    void acceptedWithTheKeyPendingCountsAsSuccess() {
        assertThat(simulated().submit("https://news.example/a").code()).isEqualTo("KEY_CHECK_PENDING");
        assertThat(simulated().submit("https://news.example/b").code()).isEqualTo("ACCEPTED");
        assertThat(sandbox.indexNow().posts())
                .extracting(SimulatedPost::link)
                .containsExactly("https://news.example/a", "https://news.example/b");
    }

    @Test
    void tenThousandPagesAreToldAndOneMoreIsRefusedHere() {
        List<String> most = IntStream.range(0, 10_000)
                .mapToObj(i -> "https://news.example/" + i)
                .toList();
        List<String> more = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> "https://news.example/" + i)
                .toList();

        assertThat(simulated().submit(most).outcome()).isEqualTo(Outcome.ACCEPTED);
        PingResult refused = simulated().submit(more);

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.message()).isEqualTo("10001 pages; IndexNow takes 1 to 10,000 at a time. Nothing was sent.");
        assertThat(simulated().submit(List.of()).code()).isEqualTo("NUMBER_OF_URLS");
        assertThat(sandbox.indexNow().createRequests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://other.example/a,FOREIGN_HOST",
        "https://www.news.example/a,FOREIGN_HOST",
        "nonsense,NOT_AN_ADDRESS",
        "https://user@news.example/a,NOT_AN_ADDRESS",
    })
    void aPageThatIsNotTheSitesIsRefusedHere(String url, String code) {
        PingResult result = simulated().submit(List.of("https://news.example/a", url));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.code()).isEqualTo(code);
        assertThat(sandbox.indexNow().createRequests()).isZero();
    }

    @Test
    void aPageOutsideTheKeysFolderIsRefusedThere() {
        PingResult result = at(sandbox.indexNow().baseUrl())
                .keyLocation("https://news.example/sports/key.txt")
                .build()
                .submit("https://news.example/culture/a");

        assertThat(result.code()).isEqualTo("NOT_THIS_HOST");
    }

    @Test
    void aMissingKeyFileIsSaidWithItsPlace() {
        sandbox.indexNow().expireToken();

        assertThat(simulated().submit("https://news.example/a").remedy())
                .contains("https://news.example/" + KEY + ".txt");
    }

    @Test
    void aLostAnswerIsUnknownAndAnUnreachableEngineIsNot() {
        sandbox.indexNow().inject(Fault.STORED_THEN_RESET);

        assertThat(simulated().submit("https://news.example/a").outcome()).isEqualTo(Outcome.UNKNOWN);
        PingResult unreachable = at("http://127.0.0.1:1").build().submit("https://news.example/a");
        assertThat(unreachable.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(unreachable.code()).isEqualTo("NOT_CONNECTED");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> IndexNow.builder("News.example/", "a_b")
                        .keyLocation("nonsense")
                        .baseUrl("http://engine.example")
                        .build())
                .hasMessageStartingWith(
                        "IndexNow: host must be a host name in ASCII and lower case such as news.example,"
                                + " not 'News.example/'; key must be 8 to 128 of A-Z, a-z, 0-9 and -, not 'a_b';"
                                + " keyLocation must be an address of News.example/, not 'nonsense';"
                                + " baseUrl must be an https address");
        assertThatThrownBy(
                        () -> IndexNow.builder("news.example", "a".repeat(129)).build())
                .hasMessageContaining("key must be 8 to 128");
        assertThatThrownBy(() -> IndexNow.builder("news.example", KEY)
                        .keyLocation("https://other.example/key.txt")
                        .build())
                .hasMessageContaining("keyLocation must be an address of news.example");
    }
}
