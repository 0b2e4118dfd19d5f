package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ControlDeskTest {

    private static Sandbox sandbox;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + "__sandbox/" + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private int post() throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(sandbox.twitter().baseUrl() + "/2/tweets"))
                                .header(
                                        "Authorization",
                                        "Bearer " + sandbox.twitter().token())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"속보\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void takesFaultsAndShowsPostsOverHttp() throws Exception {
        assertThat(call("POST", "reset", "")).isEqualTo("200 {\"success\":true}");
        assertThat(call("POST", "faults", "{\"platform\":\"twitter\",\"faults\":[\"NOT_STORED_500\",\"NONE\"]}"))
                .isEqualTo("200 {\"platform\":\"twitter\",\"injected\":2}");

        assertThat(post()).isEqualTo(503);
        assertThat(call("GET", "posts?platform=twitter", "")).isEqualTo("200 {\"createRequests\":1,\"posts\":[]}");
        assertThat(post()).isEqualTo(201);
        assertThat(call("GET", "posts?platform=twitter", "")).contains("\"createRequests\":2", "\"text\":\"속보\"");
    }

    @Test
    void saysWhatItDoesNotKnow() throws Exception {
        assertThat(call("POST", "faults", "{\"platform\":\"myspace\",\"faults\":[]}"))
                .isEqualTo("400 {\"error\":\"no such platform: 'myspace'; there are facebook, twitter, kakao, mail,"
                        + " shortener, indexnow, websub\"}");
        assertThat(call("POST", "faults", "{\"platform\":\"mail\",\"faults\":[\"STORED_THEN_500\"]}"))
                .startsWith("400 {\"error\":\"mail cannot show STORED_THEN_500");
        assertThat(call("POST", "faults", "{\"platform\":\"mail\",\"faults\":[\"BORED\"]}"))
                .startsWith("400 {\"error\":\"no such fault: BORED");
        assertThat(call("GET", "faults", "")).contains("\"facebook\":[\"NONE\",");
    }
}
