package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T05:00:00Z"));
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, clock);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static void postToFacebook(String message, String link) throws IOException {
        FacebookSimulator facebook = sandbox.facebook();
        Http.Reply reply = new Http(facebook.baseUrl(), "Bearer " + facebook.token())
                .postForm("/v26.0/" + facebook.pageId() + "/feed", Map.of("message", message, "link", link));
        assertThat(reply.status()).isEqualTo(200);
    }

    private static Http.Reply timeline() throws IOException {
        return new Http(sandbox.url(), "").get("");
    }

    @Test
    void allAddressesAndCredentialsAreOneLineOfJson() throws IOException {
        String line = sandbox.toJson();

        assertThat(line).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("timeline", "facebook", "twitter", "kakao", "mail", "shortener", "indexnow", "websub");
        assertThat(json.path("timeline").asText()).isEqualTo(sandbox.url()).matches("http://127\\.0\\.0\\.1:\\d+/");
        assertThat(json.path("facebook").fieldNames())
                .toIterable()
                .containsExactly("baseUrl", "pageId", "token", "appSecret");
        assertThat(json.path("twitter").fieldNames())
                .toIterable()
                .containsExactly(
                        "baseUrl",
                        "userId",
                        "token",
                        "consumerKey",
                        "consumerSecret",
                        "oauthToken",
                        "oauthTokenSecret");
        assertThat(json.path("kakao").fieldNames())
                .toIterable()
                .containsExactly("baseUrl", "token", "refreshToken", "restApiKey", "clientSecret", "javascriptKey");
        assertThat(json.path("mail").fieldNames()).toIterable().containsExactly("host", "port");
        assertThat(json.path("shortener").fieldNames()).toIterable().containsExactly("baseUrl", "apiKey");
    }

    @Test
    void theSettingsPointEveryChannelHere() {
        Map<String, String> settings = sandbox.settings();

        assertThat(settings)
                .containsOnlyKeys(
                        "sharewire.facebook.page-id",
                        "sharewire.facebook.access-token",
                        "sharewire.facebook.app-secret",
                        "sharewire.facebook.base-url",
                        "sharewire.twitter.access-token",
                        "sharewire.twitter.user-id",
                        "sharewire.twitter.username",
                        "sharewire.twitter.base-url",
                        "sharewire.kakao.access-token",
                        "sharewire.kakao.base-url",
                        "sharewire.mail.host",
                        "sharewire.mail.port",
                        "sharewire.mail.from",
                        "sharewire.mail.to",
                        "sharewire.mail.security",
                        "sharewire.link.shortener",
                        "sharewire.link.shortener-base-url",
                        "sharewire.link.shortener-token")
                .containsEntry("sharewire.mail.host", "127.0.0.1")
                .containsEntry("sharewire.mail.security", "none");
        assertThat(settings.get("sharewire.kakao.base-url")).startsWith(sandbox.url());
    }

    @Test
    void thePlatformsComeInTheOrderOfTheButtons() {
        assertThat(sandbox.platforms())
                .extracting(PlatformSimulator::name)
                .containsExactly("facebook", "twitter", "kakao", "mail");
    }

    @Test
    void theTimelineShowsTheNewestPostFirst() throws IOException {
        postToFacebook("the older one", "https://news.example/1");
        clock.advance(Duration.ofMinutes(1));
        postToFacebook("the newer one", "https://news.example/2");

        Http.Reply page = timeline();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=UTF-8");
        assertThat(page.body().indexOf("the newer one"))
                .isPositive()
                .isLessThan(page.body().indexOf("the older one"));
        assertThat(page.body()).contains("href=\"https://news.example/2\"", "Nothing yet");
    }

    @Test
    void whatWasPostedCannotBecomeMarkup() throws IOException {
        postToFacebook("<script>alert(1)</script> \"'&", "https://news.example/?a=1&b='x");

        Http.Reply page = timeline();

        assertThat(page.body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39;&amp;")
                .contains("href=\"https://news.example/?a=1&amp;b=&#39;x\"");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void aSandboxStartsOnTheGivenPort() throws IOException {
        int port;
        try (Sandbox first = Sandbox.start()) {
            port = URI.create(first.url()).getPort();
        }

        try (Sandbox second = Sandbox.start(port)) {
            assertThat(second.url()).isEqualTo("http://127.0.0.1:" + port + "/");
            assertThat(new Http(second.url(), "").get("").status()).isEqualTo(200);
        }
    }

    @Test
    void aDelayCannotBeNegative() {
        assertThatThrownBy(() -> sandbox.delay(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void resettingForgetsEverything() throws IOException {
        sandbox.facebook().inject(Fault.NOT_STORED_500);
        sandbox.facebook().expireToken();
        sandbox.reset();

        postToFacebook("a", "https://news.example/1");

        assertThat(sandbox.facebook().posts()).hasSize(1);
        assertThat(sandbox.facebook().createRequests()).isEqualTo(1);
    }
}
