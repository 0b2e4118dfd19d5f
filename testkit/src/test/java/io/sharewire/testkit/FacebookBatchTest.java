package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacebookBatchTest extends FacebookOnTheWire {

    private static Http.Reply batch(String operations, String... namesAndValues) throws IOException {
        Map<String, String> fields = map(namesAndValues);
        fields.put("batch", operations);
        return http.postForm("/v26.0/", fields);
    }

    private static String toFeed(String body) {
        return "{\"method\":\"POST\",\"relative_url\":\"" + facebook.pageId() + "/feed\",\"body\":\"" + body + "\"}";
    }

    @Test
    void rule28_theAnswersComeInOrderAndTheirBodiesAreText() throws IOException {
        Http.Reply reply = batch("[" + toFeed("message=%EA%B0%80&fields=id") + "," + toFeed("message=") + ","
                + "{\"method\":\"GET\",\"relative_url\":\"me?fields=name\"}]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).hasSize(3);
        assertThat(reply.json().at("/0/code").asInt()).isEqualTo(200);
        assertThat(reply.json().at("/0/body").asText()).startsWith("{\"id\":\"" + facebook.pageId() + "_");
        assertThat(reply.json().at("/0/headers/0/name").isTextual()).isTrue();
        assertThat(reply.json().at("/1/code").asInt()).isEqualTo(400);
        assertThat(reply.json().at("/1/body").asText()).contains("\"code\":197");
        assertThat(reply.json().at("/2/body").asText()).contains("Sandbox News");
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("가");
    }

    @Test
    void rule28_aLostAnswerIsNullAlthoughThePostIsStored() throws IOException {
        facebook.inject(Fault.STORED_THEN_DELAYED);

        JsonNode answers = batch("[" + toFeed("message=1") + "," + toFeed("message=2") + "]")
                .json();

        assertThat(answers.path(0).isNull()).isTrue();
        assertThat(answers.at("/1/code").asInt()).isEqualTo(200);
        assertThat(facebook.posts()).hasSize(2);
    }

    @Test
    void rule28_fiftyAtMost() throws IOException {
        String read = "{\"method\":\"GET\",\"relative_url\":\"me\"}";

        assertThat(batch("[" + String.join(",", Collections.nCopies(50, read)) + "]")
                        .json())
                .hasSize(50);
        assertError(
                batch("[" + String.join(",", Collections.nCopies(51, read)) + "]"),
                400,
                100,
                "Maximum batch size is 50");
    }

    @Test
    void rule28_eachCountsAsACall() throws IOException {
        facebook.limits().callsPerPage(2);
        String read = "{\"method\":\"GET\",\"relative_url\":\"me\"}";

        JsonNode answers = batch("[" + read + "," + read + "," + read + "]").json();

        assertThat(answers).extracting(answer -> answer.path("code").asInt()).containsExactly(200, 200, 400);
    }

    @Test
    void rule28_aLaterCallMayUseWhatAnEarlierOneMade() throws IOException {
        String named = toFeed("message=1").replace("{\"method\"", "{\"name\":\"made\",\"method\"");

        JsonNode answers = batch(
                        "[" + named + ",{\"method\":\"GET\",\"relative_url\":\"{result=made:$.id}?fields=message\"}]",
                        "include_headers",
                        "false")
                .json();

        assertThat(answers.path(0).isNull()).isTrue();
        assertThat(answers.at("/1/body").asText()).contains("\"message\":\"1\"");
        assertThat(answers.path(1).has("headers")).isFalse();
    }

    @Test
    void rule28_photosComeAsFilesBesideTheBatch() throws IOException {
        byte[] body = multipart(
                jpeg(100),
                "batch",
                "[{\"method\":\"POST\",\"relative_url\":\"" + facebook.pageId()
                        + "/photos\",\"body\":\"caption=a\",\"attached_files\":\"source\"}]");

        JsonNode answers = http.send(http.request("/v26.0/")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                .json();

        assertThat(answers.at("/0/code").asInt()).isEqualTo(200);
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("a");
    }
}
