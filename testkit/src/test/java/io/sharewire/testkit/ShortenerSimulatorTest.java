package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShortenerSimulatorTest {

    private static Sandbox sandbox;
    private static ShortenerSimulator shortener;
    private static Http http;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        shortener = sandbox.shortener();
        http = new Http(shortener.baseUrl(), "");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static Http.Reply create(String key, String json) throws IOException {
        return http.send(http.request("/rest/v3/short-urls")
                .header("X-Api-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static Http.Reply create(String json) throws IOException {
        return create(shortener.apiKey(), json);
    }

    private static void assertProblem(Http.Reply reply, int status, String type) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("type").asText()).isEqualTo("https://shlink.io/api/error/" + type);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    }

    @Test
    void aShortLinkLeadsToTheLongOne() throws IOException {
        JsonNode link = create("{\"longUrl\":\"https://news.example/a?x=1\"}").json();

        assertThat(link.path("shortUrl").asText())
                .isEqualTo(shortener.baseUrl() + "/" + link.path("shortCode").asText());
        Http.Reply visit = new Http("", "").get(link.path("shortUrl").asText());
        assertThat(visit.status()).isEqualTo(302);
        assertThat(visit.header("Location")).isEqualTo("https://news.example/a?x=1");
    }

    @Test
    void anotherLinkIsMadeEachTimeUnlessAskedToFindIt() throws IOException {
        String code = create("{\"longUrl\":\"https://news.example/a\",\"tags\":[\"x\"]}")
                .json()
                .path("shortCode")
                .asText();

        assertThat(create("{\"longUrl\":\"https://news.example/a\",\"findIfExists\":true}")
                        .json()
                        .path("shortCode")
                        .asText())
                .isEqualTo(code);
        assertThat(create("{\"longUrl\":\"https://news.example/a\",\"findIfExists\":true,\"tags\":[\"y\"]}")
                        .json()
                        .path("shortCode")
                        .asText())
                .isNotEqualTo(code);
        assertThat(create("{\"longUrl\":\"https://news.example/a\"}")
                        .json()
                        .path("shortCode")
                        .asText())
                .isNotEqualTo(code);
    }

    @Test
    void aSlugIsGivenOutOnce() throws IOException {
        create("{\"longUrl\":\"https://news.example/a\",\"customSlug\":\"budget\"}");

        Http.Reply reply = create("{\"longUrl\":\"https://news.example/b\",\"customSlug\":\"budget\"}");

        assertProblem(reply, 400, "non-unique-slug");
        assertThat(reply.json().path("customSlug").asText()).isEqualTo("budget");
    }

    @Test
    void aCallNeedsTheKey() throws IOException {
        assertProblem(http.postJson("/rest/v3/short-urls", "{}"), 401, "missing-authentication");
        assertProblem(create("nonsense", "{}"), 401, "invalid-api-key");
        shortener.expireToken();
        assertProblem(create("{}"), 401, "invalid-api-key");
    }

    @Test
    void badInputIsNamed() throws IOException {
        assertProblem(create("["), 400, "malformed-request-body");
        Http.Reply reply = create("{\"longUrl\":\"\"}");
        assertProblem(reply, 400, "invalid-data");
        assertThat(reply.json().at("/invalidElements/0").asText()).isEqualTo("longUrl");
    }

    @Test
    void anUnknownCodeIsNotFound() throws IOException {
        assertProblem(http.get("/nothing"), 404, "short-url-not-found");
    }

    @Test
    void aLostAnswerIsFoundAgain() throws IOException {
        shortener.inject(Fault.STORED_THEN_RESET);
        String json = "{\"longUrl\":\"https://news.example/a\",\"findIfExists\":true}";

        assertThatThrownBy(() -> create(json)).isInstanceOf(IOException.class);
        create(json);

        assertThat(shortener.posts()).hasSize(1);
        assertThat(shortener.createRequests()).isEqualTo(2);
    }
}
