package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules 12, 14, 26, 27, 29 and 30 of X: media in a post, and still images in one step. */
class TwitterMediaTest extends TwitterMediaFixture {

    @Test
    void rule12_anUnknownMediaIdIsRefused() throws IOException {
        Http.Reply reply = http.postJson("/2/tweets", "{\"text\":\"a\",\"media\":{\"media_ids\":[\"123\"]}}");

        assertProblem(reply, 400, "One or more parameters");
        assertThat(reply.json().at("/errors/0/message").asText()).isEqualTo("Your media IDs are invalid.");
        assertThat(reply.json().at("/errors/0/parameters").has("media.media_ids"))
                .isTrue();
    }

    @Test
    void rule12_anotherUsersMediaIsRefused() throws IOException {
        String foreign = id(other().postJson(
                        "/2/media/upload", "{\"media\":\"" + jpeg(100) + "\",\"media_category\":\"tweet_image\"}"));

        assertInvalidMedia(tweetWith(foreign));
    }

    @Test
    void rule12_mediaSharedWithTheAccountIsTaken() throws IOException {
        String shared = id(other().postJson(
                        "/2/media/upload",
                        "{\"media\":\"" + jpeg(100) + "\",\"media_category\":\"tweet_image\",\"additional_owners\":[\""
                                + twitter.userId() + "\"]}"));

        assertThat(tweetWith(shared).status()).isEqualTo(201);
    }

    @Test
    void rule12_unfinishedMediaIsRefused() throws IOException {
        String id = id(initialize("image/png", "tweet_image", PNG.length));
        append(id, 0, PNG);
        assertInvalidMedia(tweetWith(id));

        finish(id);

        assertThat(tweetWith(id).status()).isEqualTo(201);
    }

    @Test
    void rule12_fourImagesOrOneAnimationFit() throws IOException {
        String[] images = new String[5];
        for (int i = 0; i < 5; i++) {
            images[i] = id(upload(jpeg(100)));
        }
        String gif = finalised("image/gif", "tweet_gif", GIF);
        String gif2 = finalised("image/gif", "tweet_gif", GIF);
        clock.advance(Duration.ofSeconds(3));

        assertThat(tweetWith(images).status()).isEqualTo(400);
        assertInvalidMedia(tweetWith(images[0], gif));
        assertInvalidMedia(tweetWith(gif, gif2));
        assertThat(tweetWith(images[0], images[1], images[2], images[3]).status())
                .isEqualTo(201);
        twitter.rules().duplicateWindow(Duration.ZERO);
        assertThat(tweetWith(gif).status()).isEqualTo(201);
    }

    @Test
    void rule14_anAttachedImageLeavesALinkBehindTheText() throws IOException {
        String media = id(upload(jpeg(100)));

        assertThat(tweetWithMedia("a", media).json().at("/data/text").asText()).matches("a https://t\\.co/\\w{10}");

        JsonNode url = http.get(timeline + "?tweet.fields=entities").json().at("/data/0/entities/urls/0");
        assertThat(url.path("media_key").asText()).isEqualTo("3_" + media);
        assertThat(twitter.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("a");
            assertThat(post.link()).isNull();
            assertThat(post.details()).containsEntry("media", "1");
        });
    }

    @Test
    void rule26_rawBytesAreUploadedInAPartNamedMedia() throws IOException {
        String body = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"media_category\"",
                "",
                "tweet_image",
                "--b",
                "Content-Disposition: form-data; name=\"media\"; filename=\"a.gif\"",
                "",
                "GIF89a",
                "--b--",
                "");

        Http.Reply reply = http.post("/2/media/upload", "multipart/form-data; boundary=b", body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/data/image/image_type").asText()).isEqualTo("image/gif");
        assertThat(reply.json().at("/data/media_key").asText()).isEqualTo("3_" + id(reply));
    }

    @Test
    void rule27_anImageIsFiveMegabytesAtMost() throws IOException {
        assertThat(upload(jpeg(5 * 1024 * 1024)).status()).isEqualTo(200);
        assertThat(upload(jpeg(5 * 1024 * 1024 + 1)).status()).isEqualTo(400);
        assertThat(upload("AAAA").status()).isEqualTo(400);
    }

    @Test
    void rule29_anUploadIsForgottenAfterItsTime() throws IOException {
        Http.Reply upload = upload(jpeg(100));
        clock.advance(
                Duration.ofSeconds(upload.json().at("/data/expires_after_secs").asLong()));

        Http.Reply reply = tweetWithMedia("a", id(upload));

        assertThat(reply.json().at("/errors/0/message").asText()).isEqualTo("Your media IDs are invalid.");
    }

    @Test
    void rule30_anAlternativeTextIsKept() throws IOException {
        String id = id(upload(jpeg(100)));
        String metadata = "{\"id\":\"%s\",\"metadata\":{\"alt_text\":{\"text\":\"%s\"}}}";

        assertThat(http.postJson("/2/media/metadata", metadata.formatted(id, "시의회 본회의장"))
                        .status())
                .isEqualTo(200);

        assertThat(twitter.altTexts()).containsExactly(Map.entry(id, "시의회 본회의장"));
        assertThat(http.postJson("/2/media/metadata", metadata.formatted(id, "a".repeat(1001)))
                        .status())
                .isEqualTo(400);
        assertThat(http.postJson("/2/media/metadata", metadata.formatted("1", "a"))
                        .status())
                .isEqualTo(400);
    }
}
