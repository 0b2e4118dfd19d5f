package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The calls of the media endpoints. */
abstract class TwitterMediaFixture extends TwitterFixture {

    static final byte[] GIF = "GIF89a and frames".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PNG = "\u0089PNG\r\n\u001A\n and pixels".getBytes(StandardCharsets.ISO_8859_1);

    static Http.Reply initialize(String type, String category, long bytes) throws IOException {
        return http.postJson(
                "/2/media/upload/initialize",
                "{\"media_type\":\"" + type + "\",\"total_bytes\":" + bytes + ",\"media_category\":\"" + category
                        + "\"}");
    }

    static Http.Reply append(String id, int index, byte[] bytes) throws IOException {
        return multipart("/2/media/upload/" + id + "/append", Map.of("segment_index", "" + index), bytes);
    }

    static Http.Reply finish(String id) throws IOException {
        return http.send(http.request("/2/media/upload/" + id + "/finalize").POST(HttpRequest.BodyPublishers.noBody()));
    }

    static Http.Reply status(String id) throws IOException {
        return http.get("/2/media/upload?command=STATUS&media_id=" + id);
    }

    static String finalised(String type, String category, byte[] bytes) throws IOException {
        String id = id(initialize(type, category, bytes.length));
        append(id, 0, bytes);
        assertThat(finish(id).status()).isEqualTo(200);
        return id;
    }

    static Http.Reply tweetWith(String... ids) throws IOException {
        return http.postJson(
                "/2/tweets", "{\"text\":\"a\",\"media\":{\"media_ids\":[\"" + String.join("\",\"", ids) + "\"]}}");
    }

    static void assertInvalidMedia(Http.Reply reply) {
        assertProblem(reply, 400, "One or more parameters");
        assertThat(reply.json().at("/errors/0/message").asText()).isEqualTo("Your media IDs are invalid.");
    }
}
