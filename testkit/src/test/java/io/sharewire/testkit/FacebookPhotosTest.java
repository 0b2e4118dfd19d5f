package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FacebookPhotosTest extends FacebookOnTheWire {

    @Test
    void rule12_anUnpublishedPhotoIsNoPostAndNoCreateRequest() throws IOException {
        JsonNode json = upload(jpeg(100), "published", "false").json();

        assertThat(json.fieldNames()).toIterable().containsExactly("id");
        assertThat(facebook.posts()).isEmpty();
        assertThat(facebook.createRequests()).isZero();
    }

    @Test
    void rule12_aPublishedPhotoIsAPostWithItsCaption() throws IOException {
        JsonNode json = upload(jpeg(100), "caption", "사진").json();

        assertThat(json.fieldNames()).toIterable().containsExactly("id", "post_id");
        assertThat(facebook.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo(json.path("post_id").asText());
            assertThat(post.text()).isEqualTo("사진");
            assertThat(post.details()).containsEntry("photos", "1");
        });
    }

    @Test
    void rule12_aTemporaryPhotoCannotBePublished() throws IOException {
        assertError(upload(jpeg(100), "temporary", "true"), 400, 100, "Temporary");
    }

    @Test
    void rule13_photosAreAttachedInEachEncoding() throws IOException {
        String one = upload(jpeg(100), "published", "false").json().path("id").asText();
        String two = upload(jpeg(100), "published", "false").json().path("id").asText();
        String list = "[{\"media_fbid\":\"" + one + "\"},{\"media_fbid\":\"" + two + "\"}]";

        post("message", "a", "attached_media", list);
        post(
                "message", "a",
                "attached_media[0]", "{\"media_fbid\":\"" + one + "\"}",
                "attached_media[1]", "{\"media_fbid\":\"" + two + "\"}");
        http.postJson(feed, "{\"message\":\"a\",\"attached_media\":" + list + "}");

        assertThat(facebook.posts())
                .hasSize(3)
                .allSatisfy(post -> assertThat(post.details()).containsEntry("photos", "2"));
        JsonNode card =
                http.get(page + "/published_posts?fields=attachments").json().at("/data/0/attachments/data/0");
        assertThat(card.path("type").asText()).isEqualTo("album");
        assertThat(card.at("/subattachments/data")).hasSize(2);
    }

    @Test
    void rule13_aPhotoMustBeKnownFreshAndForASchedulePostTemporary() throws IOException {
        assertError(post("attached_media", "[{\"media_fbid\":\"1\"}]"), 400, 100, "attached_media");
        String id = upload(jpeg(100), "published", "false").json().path("id").asText();
        String list = "[{\"media_fbid\":\"" + id + "\"}]";
        assertError(
                post("attached_media", list, "published", "false", "scheduled_publish_time", afterStart(3600)),
                400,
                100,
                "attached_media");

        clock.advance(Duration.ofHours(24));

        assertError(post("attached_media", list), 400, 100, "attached_media");
    }

    @Test
    void rule14_aPhotoMustBeAnImageOfFourMegabytesAtMost() throws IOException {
        assertThat(upload(jpeg(4 * 1024 * 1024), "published", "false").status()).isEqualTo(200);

        Http.Reply tooBig = upload(jpeg(4 * 1024 * 1024 + 1), "published", "false");
        assertError(tooBig, 400, 100, "Invalid parameter");
        assertThat(tooBig.json().at("/error/error_subcode").asInt()).isEqualTo(1366046);
        assertError(upload(new byte[100], "published", "false"), 400, 324, "Missing or invalid image file");
    }

    @Test
    void rule15_photosAreNeverTakenForDuplicates() throws IOException {
        upload(jpeg(100), "caption", "same");
        upload(jpeg(100), "caption", "same");

        assertThat(facebook.posts()).hasSize(2);
    }

    @Test
    void rule12_aTemporaryPhotoCannotBeScheduledByItself() throws IOException {
        assertError(
                upload(
                        jpeg(100),
                        "temporary",
                        "true",
                        "published",
                        "false",
                        "scheduled_publish_time",
                        afterStart(3600)),
                400,
                100,
                "Temporary");
    }

    @Test
    void rule13_temporaryPhotosGoIntoAScheduledPost() throws IOException {
        String id = upload(jpeg(100), "published", "false", "temporary", "true")
                .json()
                .path("id")
                .asText();

        assertThat(post(
                                "attached_media[0]",
                                "{\"media_fbid\":\"" + id + "\"}",
                                "published",
                                "false",
                                "unpublished_content_type",
                                "SCHEDULED",
                                "scheduled_publish_time",
                                afterStart(3600))
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofDays(2));

        assertThat(facebook.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.details()).containsEntry("photos", "1"));
    }

    @Test
    void rule13_whetherAScheduledPostNeedsTemporaryPhotosCanBeSet() throws IOException {
        facebook.rules().temporaryPhotosRequired(false);
        String id = upload(jpeg(100), "published", "false").json().path("id").asText();

        assertThat(post(
                                "attached_media[0]",
                                "{\"media_fbid\":\"" + id + "\"}",
                                "published",
                                "false",
                                "scheduled_publish_time",
                                afterStart(3600))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule13_thePhotoOfAnotherPageCannotBeAttached() throws IOException {
        String other = facebook.addPage("Sandbox Sports");
        String id = uploadTo(
                        as(facebook.pageToken(other).orElseThrow()), "/v26.0/" + other, jpeg(100), "published", "false")
                .json()
                .path("id")
                .asText();

        assertThat(id).isNotEmpty();
        assertError(post("attached_media", "[{\"media_fbid\":\"" + id + "\"}]"), 400, 100, "attached_media");
    }

    @Test
    void rule14_theLimitOfTheDocumentationCanBeSet() throws IOException {
        facebook.rules().photoBytes(10 * 1024 * 1024);

        assertThat(upload(jpeg(10 * 1024 * 1024), "published", "false").status())
                .isEqualTo(200);
        assertThat(subcode(upload(jpeg(10 * 1024 * 1024 + 1), "published", "false")))
                .isEqualTo(1366046);
    }

    @Test
    void rule14_aPhotoIsFetchedByRangeAndA206IsNoPhoto() throws IOException {
        String address = "https://cdn.example/a.jpg";
        facebook.web().picture(address, jpeg(100));

        assertThat(http.postForm(page + "/photos", map("url", address, "caption", "a"))
                        .status())
                .isEqualTo(200);
        assertThat(facebook.web().visits()).singleElement().satisfies(visit -> {
            assertThat(visit.url()).isEqualTo(address);
            assertThat(visit.headers()).containsEntry("range", "bytes=0-");
        });

        facebook.web().partial(address);

        assertError(http.postForm(page + "/photos", map("url", address)), 400, 324, "Missing or invalid image file");
        facebook.web().fails(address, 404);
        assertError(http.postForm(page + "/photos", map("url", address)), 400, 324, "Missing or invalid image file");
    }

    @Test
    void aPostWithPhotosHasNoLinkCard() throws IOException {
        String id = upload(jpeg(100), "published", "false").json().path("id").asText();
        String media = "{\"media_fbid\":\"" + id + "\"}";

        String post = postId("link", "https://news.example/a", "attached_media[0]", media);

        assertThat(http.get("/v26.0/" + post + "?fields=attachments")
                        .json()
                        .at("/attachments/data/0/media_type")
                        .asText())
                .isEqualTo("photo");
    }
}
