package io.sharewire.twitter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Article;
import io.sharewire.Secret;
import io.sharewire.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** X's API as far as a test stubs it, the account that talks to it, and the article that is shared. */
final class XServer implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T05:00:00.750Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String TOKEN = "dXNlci10b2tlbi1vZi10aGUtbmV3c3Jvb20";
    static final String URL = "https://news.example.com/a/1";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    XServer() {
        server.start();
    }

    String baseUrl() {
        return server.baseUrl();
    }

    TwitterSettings.Builder settings() {
        return TwitterSettings.oauth2(Secret.of(TOKEN))
                .baseUrl(baseUrl())
                .userId("2244994945")
                .timeout(Duration.ofSeconds(10));
    }

    TwitterTarget target() {
        return TwitterTarget.of(settings().build(), CLOCK);
    }

    static Share share() {
        return Share.of(Article.builder(URL, "시장 선거 결과").build());
    }

    void answersCreate(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlPathEqualTo("/2/tweets")).willReturn(response));
    }

    void answersRead(String path, ResponseDefinitionBuilder response) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(response));
    }

    /** Further answers by hand. */
    WireMockServer wireMock() {
        return server;
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(body);
    }

    List<LoggedRequest> creates() {
        return server.findAll(postRequestedFor(anyUrl()));
    }

    List<LoggedRequest> reads() {
        return server.findAll(getRequestedFor(anyUrl()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
