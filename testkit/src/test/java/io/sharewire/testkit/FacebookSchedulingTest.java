package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookSchedulingTest extends FacebookOnTheWire {

    @ParameterizedTest
    @CsvSource({"599, 400", "600, 200", "2505600, 200", "2505601, 400"})
    void rule10_aScheduledTimeIsTenMinutesTo29DaysAhead(int secondsAhead, int status) throws IOException {
        String time = String.valueOf(START.getEpochSecond() + secondsAhead);

        Http.Reply reply = post("message", "a", "published", "false", "scheduled_publish_time", time);

        assertThat(reply.status()).isEqualTo(status);
        if (status == 400) {
            assertError(reply, 400, 100, "(#100) The specified scheduled publish time is invalid.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25T01:30:00+0900", "2025-11-25T01:30:00+09:00"})
    void rule10_isoTimesAreUnderstood(String time) throws IOException {
        assertThat(post("message", "a", "published", "0", "scheduled_publish_time", time)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule11_aScheduledPostIsSeenOnlyWhenItsTimeHasCome() throws IOException {
        post("message", "later", "published", "false", "scheduled_publish_time", afterStart(3600));
        String edges = page;

        assertThat(facebook.posts()).isEmpty();
        assertThat(http.get(edges + "/published_posts").json().path("data")).isEmpty();
        assertThat(http.get(edges + "/scheduled_posts").json().path("data")).hasSize(1);
        assertThat(http.get(edges + "/feed?fields=is_published")
                        .json()
                        .at("/data/0/is_published")
                        .asBoolean(true))
                .isFalse();

        clock.advance(Duration.ofHours(1));

        assertThat(facebook.posts()).hasSize(1);
        assertThat(http.get(edges + "/published_posts").json().path("data")).hasSize(1);
        assertThat(http.get(edges + "/scheduled_posts").json().path("data")).isEmpty();
    }

    @Test
    void rule10_aTimeNeedsAnUnpublishedPost() throws IOException {
        assertError(
                post("message", "a", "scheduled_publish_time", afterStart(3600)),
                400,
                100,
                "(#100) The specified scheduled publish time is invalid.");
        assertThat(facebook.posts()).isEmpty();
    }

    @Test
    void rule10_theTimeMayBeANumberInJson() throws IOException {
        assertThat(http.postJson(feed, "{\"message\":\"a\",\"published\":false,\"scheduled_publish_time\":1764003600}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule10_milliSecondsAreTooFarAhead() throws IOException {
        assertError(
                post("message", "a", "published", "false", "scheduled_publish_time", "1764003600000"),
                400,
                100,
                "scheduled publish time is invalid");
    }

    @Test
    void rule10_howFarAheadCanBeSet() throws IOException {
        facebook.rules().daysAhead(75);

        assertThat(post("message", "a", "published", "false", "scheduled_publish_time", afterStart(75 * 86_400))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule10_theThirtiethWaitingPostIsRefusedUntilOneHasGoneOut() throws IOException {
        for (int i = 0; i < 29; i++) {
            assertThat(post("message", "m" + i, "published", "false", "scheduled_publish_time", afterStart(3600 + i))
                            .status())
                    .isEqualTo(200);
        }
        assertError(
                post("message", "one more", "published", "false", "scheduled_publish_time", afterStart(7200)),
                400,
                100,
                "(#100) The specified scheduled publish time is invalid.");

        clock.advance(Duration.ofHours(1));

        assertThat(post("message", "one more", "published", "false", "scheduled_publish_time", afterStart(7200))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule11_anUnpublishedPostStaysUnseenUntilItIsPublished() throws IOException {
        String id = postId("message", "a", "published", "false");
        clock.advance(Duration.ofDays(40));

        assertThat(facebook.posts()).isEmpty();
        assertThat(http.get(page + "/scheduled_posts").json().path("data")).isEmpty();
        assertThat(http.postForm("/v26.0/" + id, map("is_published", "true")).status())
                .isEqualTo(200);
        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule11_aWaitingPostCanBeGivenAnotherTime() throws IOException {
        String id = postId("message", "a", "published", "false", "scheduled_publish_time", afterStart(3600));

        assertThat(http.postForm("/v26.0/" + id, map("scheduled_publish_time", afterStart(7200)))
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(7199));
        assertThat(facebook.posts()).isEmpty();
        clock.advance(Duration.ofSeconds(1));

        assertThat(facebook.posts()).hasSize(1);
        assertThat(http.get("/v26.0/" + id + "?fields=scheduled_publish_time")
                        .json()
                        .path("scheduled_publish_time")
                        .asLong())
                .isEqualTo(1_764_007_200);
    }

    @Test
    void anUnknownContentTypeIsRefused() throws IOException {
        assertError(
                post("message", "a", "published", "false", "unpublished_content_type", "LATER"),
                400,
                100,
                "unpublished_content_type");
        assertThat(post("message", "a", "published", "false", "unpublished_content_type", "DRAFT")
                        .status())
                .isEqualTo(200);
    }
}
