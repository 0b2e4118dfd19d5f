package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FacebookFaultsTest extends FacebookOnTheWire {

    @Test
    void rule16_faultsComeOneForEachCreateAndInOrder() throws IOException {
        facebook.inject(Fault.NOT_STORED_500, Fault.STORED_THEN_500);

        assertError(post("message", "a"), 500, 1, "unknown error");
        assertThat(facebook.posts()).isEmpty();

        Http.Reply second = post("message", "a");
        assertError(second, 500, 2, "Please retry your request later.");
        assertThat(second.json().at("/error/is_transient").asBoolean()).isTrue();
        assertThat(facebook.posts()).hasSize(1);

        assertThat(post("message", "b").status()).isEqualTo(200);
        assertThat(facebook.createRequests()).isEqualTo(3);
    }

    @Test
    void rule16_thePostIsStoredAndTheConnectionCut() throws IOException {
        facebook.inject(Fault.STORED_THEN_RESET);

        assertThatThrownBy(() -> post("message", "a")).isInstanceOf(IOException.class);

        assertThat(facebook.posts()).hasSize(1);
        assertThat(post("message", "b").status()).isEqualTo(200);
    }

    @Test
    void rule16_thePostIsStoredAndTheAnswerHeldBack() {
        facebook.inject(Fault.STORED_THEN_DELAYED);
        Http hasty = http.patientFor(Duration.ofMillis(500));

        assertThatThrownBy(() -> hasty.postForm(feed, map("message", "a"))).isInstanceOf(HttpTimeoutException.class);

        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule16_thePostIsStoredAndTheBodyBroken() throws IOException {
        facebook.inject(Fault.STORED_THEN_MALFORMED_BODY);

        Http.Reply reply = post("message", "a");

        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(reply::json).isInstanceOf(AssertionError.class);
        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule16_readsAreNeverBroken() throws IOException {
        facebook.inject(Fault.NOT_STORED_500);

        assertThat(http.get(page + "/published_posts").status()).isEqualTo(200);
        assertThat(post("message", "a").status()).isEqualTo(500);
    }

    @Test
    void rule16_aPublishedPhotoIsBrokenLikeAnyPost() throws IOException {
        facebook.inject(Fault.STORED_THEN_500);

        assertError(upload(jpeg(100), "caption", "a"), 500, 2, "Please retry");
        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule16_everyWayOfTheSheetCanBeChosen() {
        assertThat(facebook.faults())
                .contains(
                        Fault.STORED_THEN_500,
                        Fault.STORED_THEN_RESET,
                        Fault.STORED_UNSEEN_THEN_RESET,
                        Fault.NOT_STORED_500,
                        Fault.NOT_STORED_200,
                        Fault.STORED_THEN_NO_ID,
                        Fault.STORED_THEN_HTML_502,
                        Fault.STORED_THEN_DRIPPED,
                        Fault.NOT_STORED_RESET,
                        Fault.TOO_FAST);
    }

    @Test
    void rule16_thePostIsStoredAndReadsDoNotShowItYet() throws IOException {
        facebook.rules().readLag(Duration.ofMinutes(2));
        facebook.inject(Fault.STORED_UNSEEN_THEN_RESET);

        assertThatThrownBy(() -> post("message", "a")).isInstanceOf(IOException.class);

        assertThat(facebook.posts()).hasSize(1);
        String id = facebook.posts().get(0).id();
        clock.advance(Duration.ofSeconds(119));
        assertThat(http.get(page + "/published_posts").json().path("data")).isEmpty();
        assertError(http.get("/v26.0/" + id), 400, 100, "does not exist");

        clock.advance(Duration.ofSeconds(1));

        assertThat(http.get(page + "/published_posts").json().path("data")).hasSize(1);
        assertThat(http.get("/v26.0/" + id).status()).isEqualTo(200);
    }

    @Test
    void rule16_anErrorMayComeWithAGoodStatus() throws IOException {
        facebook.inject(Fault.NOT_STORED_200);

        assertError(post("message", "a"), 200, 1, "unknown error");
        assertThat(facebook.posts()).isEmpty();
    }

    @Test
    void rule16_theIdMayBeZeroAlthoughThePostIsStored() throws IOException {
        facebook.inject(Fault.STORED_THEN_NO_ID);

        Http.Reply reply = post("message", "a", "fields", "id,permalink_url");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"id\":\"0\"}");
        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule16_theEdgeMayAnswerInHtml() throws IOException {
        facebook.inject(Fault.STORED_THEN_HTML_502);

        Http.Reply reply = post("message", "a");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule16_theBodyMayComeSlowerThanTheClientWaits() {
        facebook.inject(Fault.STORED_THEN_DRIPPED);
        Http hasty = http.patientFor(Duration.ofMillis(500));

        assertThatThrownBy(() -> hasty.postForm(feed, map("message", "a"))).isInstanceOf(IOException.class);

        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule16_theConnectionMayBeCutBeforeAnythingIsStored() {
        facebook.inject(Fault.NOT_STORED_RESET);

        assertThatThrownBy(() -> post("message", "a")).isInstanceOf(IOException.class);

        assertThat(facebook.posts()).isEmpty();
        assertThat(facebook.createRequests()).isEqualTo(1);
    }

    @Test
    void rule16_whatThisPlatformCannotShowIsRefused() {
        assertThatThrownBy(() -> facebook.inject(Fault.USAGE_CAPPED)).isInstanceOf(IllegalArgumentException.class);
    }
}
