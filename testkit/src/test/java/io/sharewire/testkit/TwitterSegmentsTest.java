package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 25 to 29 of X: media that come in segments and are processed. */
class TwitterSegmentsTest extends TwitterMediaFixture {

    @Test
    void rule25_segmentsComeInAnyOrderAndReplaceEachOther() throws IOException {
        String id = id(initialize("image/gif", "tweet_gif", 9));

        assertThat(append(id, 7, "tail".getBytes(StandardCharsets.US_ASCII)).status())
                .isEqualTo(200);
        append(id, 0, "wrong".getBytes(StandardCharsets.US_ASCII));
        Http.Reply appended = append(id, 0, "GIF8".getBytes(StandardCharsets.US_ASCII));
        assertThat(appended.json().at("/data/expires_at").asLong()).isEqualTo(NOW.getEpochSecond() + 1_295_999);
        assertThat(finish(id).status()).as("8 of 9 bytes").isEqualTo(400);
        append(id, 0, "GIF89".getBytes(StandardCharsets.US_ASCII));
        assertThat(finish(id).status()).as("not a GIF yet").isEqualTo(400);
        append(id, 0, "GIF89a".getBytes(StandardCharsets.US_ASCII));
        append(id, 7, "end".getBytes(StandardCharsets.US_ASCII));

        assertThat(finish(id).status()).isEqualTo(200);
        assertThat(append(id, 1, GIF).status()).isEqualTo(400);
        assertThat(finish(id).status()).as("may be repeated").isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "999, 200", "1000, 400"})
    void rule25_thereAreAThousandSegments(int index, int status) throws IOException {
        String id = id(initialize("image/png", "tweet_image", PNG.length));

        assertThat(append(id, index, PNG).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INIT", "APPEND", "FINALIZE"})
    void rule25_theOlderCommandFormIsNotServed(String command) throws IOException {
        assertThat(http.postForm("/2/media/upload", Map.of("command", command)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "image/svg+xml, tweet_image, 9",
        "image/gif, tweet_video, 9",
        "image/png, tweet_gif, 9",
        "image/png, banner, 9",
        "image/png, tweet_image, -1"
    })
    void rule25_mediaIsDeclaredAsWhatItIs(String type, String category, long bytes) throws IOException {
        assertThat(initialize(type, category, bytes).status()).isEqualTo(400);
    }

    @Test
    void rule25_finalizeHasNoBody() throws IOException {
        String id = id(initialize("image/png", "tweet_image", PNG.length));
        append(id, 0, PNG);

        assertThat(http.postJson("/2/media/upload/" + id + "/finalize", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void rule25_aSegmentMayComeAsBase64() throws IOException {
        String id = id(initialize("image/png", "tweet_image", PNG.length));
        String json = "{\"segment_index\":0,\"media\":\"" + Base64.getEncoder().encodeToString(PNG) + "\"}";

        assertThat(http.postJson("/2/media/upload/" + id + "/append", json).status())
                .isEqualTo(200);
        assertThat(finish(id).json().at("/data/size").asInt()).isEqualTo(PNG.length);
    }

    @Test
    void rule26_otherPartNamesAreRefused() throws IOException {
        String path = "/2/media/upload/" + id(initialize("image/png", "tweet_image", PNG.length)) + "/append";

        assertThat(multipart(path, Map.of("index", "0"), PNG).status()).isEqualTo(400);
        assertThat(multipart(path, Map.of(), PNG).status()).isEqualTo(400);
        assertThat(multipart(path, Map.of("segment_index", "0", "media_id", "1"), PNG)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void rule26_theEdgeTakesFourMebibytesAndNotFive() throws IOException {
        String id = id(initialize("video/mp4", "tweet_video", 100_000_000));

        assertThat(append(id, 0, new byte[4 * 1024 * 1024]).status()).isEqualTo(200);
        Http.Reply refused = append(id, 1, new byte[5 * 1024 * 1024]);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).isEmpty();

        twitter.rules().edgeLimit(1024);
        assertThat(append(id, 1, new byte[1024]).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "image/gif, tweet_gif, 15728640, 200",
        "image/gif, tweet_gif, 15728641, 400",
        "image/png, tweet_image, 5242881, 400",
        "video/mp4, tweet_video, 536870912, 200",
        "video/mp4, tweet_video, 536870913, 400"
    })
    void rule27_sizesAreCheckedWhenDeclared(String type, String category, long bytes, int status) throws IOException {
        assertThat(initialize(type, category, bytes).status()).isEqualTo(status);
    }

    @Test
    void rule27_theFirstBytesMustBeThoseOfTheDeclaredType() throws IOException {
        String id = id(initialize("image/jpeg", "tweet_image", PNG.length));
        append(id, 0, PNG);

        assertThat(finish(id).status()).isEqualTo(400);
    }

    @Test
    void rule28_anAnimationIsProcessedOnTheClock() throws IOException {
        twitter.rules().processingTime(Duration.ofSeconds(10));
        String id = finalised("image/gif", "tweet_gif", GIF);

        JsonNode pending = status(id).json().at("/data/processing_info");
        assertThat(pending.path("state").asText()).isEqualTo("pending");
        assertThat(pending.path("check_after_secs").asInt()).isPositive();
        for (int i = 0; i < 20; i++) {
            assertThat(status(id).json().at("/data/processing_info")).isEqualTo(pending);
        }
        clock.advance(Duration.ofSeconds(5));
        JsonNode half = status(id).json().at("/data/processing_info");
        assertThat(half.path("state").asText()).isEqualTo("in_progress");
        assertThat(half.path("progress_percent").asInt()).isEqualTo(50);
        assertInvalidMedia(tweetWith(id));
        clock.advance(Duration.ofSeconds(5));
        JsonNode done = status(id).json().at("/data/processing_info");
        assertThat(done.path("state").asText()).isEqualTo("succeeded");
        assertThat(tweetWith(id).status()).isEqualTo(201);
    }

    @Test
    void rule28_processingMayFail() throws IOException {
        twitter.rules().processingFailure("Unsupported codec");
        byte[] mp4 = "\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1);
        String id = finalised("video/mp4", "tweet_video", mp4);
        clock.advance(Duration.ofSeconds(3));

        JsonNode info = status(id).json().at("/data/processing_info");

        assertThat(info.path("state").asText()).isEqualTo("failed");
        assertThat(info.at("/error/message").asText()).isEqualTo("Unsupported codec");
        assertInvalidMedia(tweetWith(id));
    }

    @Test
    void rule28_aStillImageIsReadyAtOnce() throws IOException {
        String id = finalised("image/png", "tweet_image", PNG);

        assertThat(status(id).json().at("/data").has("processing_info")).isFalse();
        assertThat(upload(jpeg(100)).json().at("/data").has("processing_info")).isFalse();
        assertThat(tweetWith(id).status()).isEqualTo(201);
    }

    @Test
    void rule29_afterItsTimeTheIdIsUnknownEverywhere() throws IOException {
        Http.Reply begun = initialize("image/png", "tweet_image", PNG.length);
        assertThat(begun.json().at("/data/expires_after_secs").asLong()).isEqualTo(1_295_999);
        String id = id(begun);
        append(id, 0, PNG);
        assertThat(finish(id).json().at("/data/expires_after_secs").asLong()).isEqualTo(86_400);
        clock.advance(Duration.ofSeconds(86_399));
        assertThat(status(id).json().at("/data/expires_after_secs").asLong()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));

        assertThat(status(id).status()).isEqualTo(400);
        assertThat(finish(id).status()).isEqualTo(400);
    }
}
