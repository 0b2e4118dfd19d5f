package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A Facebook to be called by plain HTTP; the rules' numbers are those of the platform sheet, section 11. */
abstract class FacebookOnTheWire {

    /** The time of the proof in the platform sheet, section 4.5. */
    static final Instant START = Instant.ofEpochSecond(1_764_000_000);

    static final SettableClock clock = new SettableClock(START);

    static Sandbox sandbox;
    static FacebookSimulator facebook;
    static Http http;
    static String page;
    static String feed;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, clock);
        sandbox.delay(Duration.ofSeconds(30));
        facebook = sandbox.facebook();
        http = new Http(facebook.baseUrl(), "Bearer " + facebook.token());
        page = "/v26.0/" + facebook.pageId();
        feed = page + "/feed";
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        clock.set(START);
        sandbox.reset();
    }

    static Http.Reply post(String... namesAndValues) throws IOException {
        return http.postForm(feed, map(namesAndValues));
    }

    static String postId(String... namesAndValues) throws IOException {
        return post(namesAndValues).json().path("id").asText();
    }

    static Http as(String token) {
        return http.as("Bearer " + token);
    }

    static Map<String, String> map(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static void assertError(Http.Reply reply, int status, int code, String message) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        JsonNode error = reply.json().path("error");
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("message").asText()).contains(message);
        assertThat(error.path("fbtrace_id").asText()).isNotEmpty().isEqualTo(reply.header("x-fb-trace-id"));
    }

    static int subcode(Http.Reply reply) {
        return reply.json().at("/error/error_subcode").asInt();
    }

    static String afterStart(long seconds) {
        return String.valueOf(START.getEpochSecond() + seconds);
    }

    static Http.Reply upload(byte[] image, String... namesAndValues) throws IOException {
        return uploadTo(http, page, image, namesAndValues);
    }

    static Http.Reply uploadTo(Http client, String toPage, byte[] image, String... namesAndValues) throws IOException {
        return client.send(client.request(toPage + "/photos")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(image, namesAndValues))));
    }

    static byte[] multipart(byte[] image, String... namesAndValues) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        map(namesAndValues)
                .forEach((name, value) -> body.writeBytes(
                        ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"source\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(image);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        return bytes;
    }
}
