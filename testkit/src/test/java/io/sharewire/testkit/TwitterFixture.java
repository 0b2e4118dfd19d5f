package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox with a clock that stands still, and the calls that the tests of its X account share. */
abstract class TwitterFixture {

    static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    static final SettableClock clock = new SettableClock(NOW);
    static Sandbox sandbox;
    static TwitterSimulator twitter;
    static Http http;
    static String timeline;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, clock);
        sandbox.delay(Duration.ofSeconds(30));
        twitter = sandbox.twitter();
        http = new Http(twitter.baseUrl(), "Bearer " + twitter.token());
        timeline = "/2/users/" + twitter.userId() + "/tweets";
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
        clock.set(NOW);
    }

    static Http.Reply tweet(String text) throws IOException {
        return http.postJson("/2/tweets", "{\"text\":" + quoted(text) + "}");
    }

    static Http.Reply reply(String text, String parent) throws IOException {
        return http.postJson(
                "/2/tweets", "{\"text\":" + quoted(text) + ",\"reply\":{\"in_reply_to_tweet_id\":\"" + parent + "\"}}");
    }

    static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    static String id(Http.Reply created) {
        return created.json().at("/data/id").asText();
    }

    static void assertProblem(Http.Reply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("detail").asText()).contains(detail);
        assertThat(reply.header("x-transaction-id")).isNotEmpty();
        assertThat(twitter.posts()).isEmpty();
    }

    static Http.Reply upload(String base64) throws IOException {
        return http.postJson("/2/media/upload", "{\"media\":\"" + base64 + "\",\"media_category\":\"tweet_image\"}");
    }

    static String jpeg(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Http.Reply tweetWithMedia(String text, String mediaId) throws IOException {
        return http.postJson(
                "/2/tweets", "{\"text\":" + quoted(text) + ",\"media\":{\"media_ids\":[\"" + mediaId + "\"]}}");
    }

    static Http.Reply multipart(String path, Map<String, String> fields, byte[] media) throws IOException {
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append(part("form-data; name=\"" + name + "\"", value)));
        head.append(part("form-data; name=\"media\"; filename=\"blob\"", ""));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        // The part of the file ends behind its bytes.
        body.writeBytes(head.substring(0, head.length() - 2).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(media);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return http.send(http.request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String part(String disposition, String value) {
        return String.join("\r\n", "--b", "Content-Disposition: " + disposition, "", value, "");
    }

    static Http other() {
        return http.as("Bearer " + twitter.otherToken());
    }
}
