package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 17 and 18 of X: how it breaks, and how late a post shows. */
class TwitterFaultTest extends TwitterFixture {

    @Test
    void rule17_thePostIsStoredAndTheConnectionCut() {
        twitter.inject(Fault.STORED_THEN_RESET);

        assertThatThrownBy(() -> tweet("a")).isInstanceOf(IOException.class);

        assertThat(twitter.posts()).hasSize(1);
        assertThat(twitter.createRequests()).isEqualTo(1);
    }

    @Test
    void rule17_thePostIsStoredAndTheAnswerHeldBack() {
        twitter.inject(Fault.STORED_THEN_DELAYED);
        Http hasty = http.patientFor(Duration.ofMillis(500));

        assertThatThrownBy(() -> hasty.postJson("/2/tweets", "{\"text\":\"a\"}"))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(twitter.posts()).hasSize(1);
    }

    @Test
    void rule17_serverErrorsComeWithAndWithoutThePost() throws IOException {
        twitter.inject(Fault.NOT_STORED_500, Fault.STORED_THEN_500, Fault.STORED_THEN_MALFORMED_BODY);

        assertProblem(tweet("a"), 503, "Service Unavailable");
        assertThat(tweet("a").status()).isEqualTo(503);
        assertThat(twitter.posts()).hasSize(1);
        Http.Reply malformed = tweet("b");
        assertThat(malformed.status()).isEqualTo(201);
        assertThatThrownBy(malformed::json).isInstanceOf(AssertionError.class);
        assertThat(twitter.posts()).hasSize(2);
    }

    @Test
    void rule17_aThrottledCallIsToldWhenToComeBack() throws IOException {
        twitter.inject(Fault.RATE_LIMITED);

        Http.Reply reply = tweet("a");

        assertProblem(reply, 429, "Too Many Requests");
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(Long.parseLong(reply.header("x-rate-limit-reset"))).isGreaterThan(NOW.getEpochSecond());
        assertThat(tweet("a").status()).isEqualTo(201);
    }

    @Test
    void rule17_anAnswerWithoutTheIdComesWithThePost() throws IOException {
        twitter.inject(Fault.STORED_THEN_NO_ID, Fault.STORED_THEN_EMPTY_BODY, Fault.STORED_THEN_HTML_502);

        Http.Reply errors = tweet("a");
        assertThat(errors.status()).isEqualTo(200);
        assertThat(errors.json().fieldNames()).toIterable().containsExactly("errors");
        Http.Reply empty = tweet("b");
        assertThat(empty.status()).isEqualTo(201);
        assertThat(empty.body()).isEmpty();
        Http.Reply page = tweet("c");
        assertThat(page.status()).isEqualTo(502);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(twitter.posts()).hasSize(3);
    }

    @Test
    void rule17_theConnectionIsCutWithoutThePost() throws IOException {
        twitter.inject(Fault.NOT_STORED_RESET);

        assertThatThrownBy(() -> tweet("a")).isInstanceOf(IOException.class);

        assertThat(twitter.posts()).isEmpty();
        assertThat(tweet("a").status()).isEqualTo(201);
    }

    @Test
    void rule17_theDayIsOverWhileTheWindowLooksHealthy() throws IOException {
        twitter.inject(Fault.DAILY_LIMITED);

        Http.Reply reply = tweet("a");

        assertProblem(reply, 429, "Too Many Requests");
        assertThat(reply.header("x-user-limit-24hour-remaining")).isEqualTo("0");
        assertThat(reply.header("x-user-limit-24hour-reset"))
                .isEqualTo(String.valueOf(NOW.plus(Duration.ofHours(24)).getEpochSecond()));
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("100");
    }

    @Test
    void rule17_theCapIsReachedWhileTheWindowLooksHealthy() throws IOException {
        twitter.inject(Fault.USAGE_CAPPED);

        Http.Reply reply = tweet("a");

        assertProblem(reply, 429, "Usage cap exceeded");
        assertThat(reply.json().path("type").asText()).endsWith("/usage-capped");
        assertThat(reply.json().path("title").asText()).isEqualTo("UsageCapExceeded");
        assertThat(reply.json().path("period").asText()).isEqualTo("Monthly");
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("100");
    }

    @Test
    void rule17_aGoodTokenIsUnknownForOnce() throws IOException {
        twitter.inject(Fault.NOT_RECOGNISED);

        Http.Reply reply = tweet("a");

        assertProblem(reply, 403, "Authenticating with Unknown is forbidden for this endpoint.  Supported");
        assertThat(tweet("a").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void rule17_everyFaultKeepsItsPromise(Fault fault) throws IOException {
        if (!twitter.faults().contains(fault)) {
            assertThatThrownBy(() -> twitter.inject(fault)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        twitter.inject(fault);
        try {
            http.patientFor(Duration.ofMillis(500)).postJson("/2/tweets", "{\"text\":\"a\"}");
        } catch (IOException e) {
            assertThat(fault.name()).matches(".*(RESET|DELAYED|DRIPPED)");
        }

        assertThat(twitter.posts()).hasSize(fault.stores() ? 1 : 0);
    }

    @Test
    void rule18_aPostIsReadOnlyAfterTheLag() throws IOException {
        twitter.readLag(Duration.ofSeconds(5));
        tweet("a");

        assertThat(http.get(timeline).json().at("/meta/result_count").asInt()).isZero();

        clock.advance(Duration.ofSeconds(5));

        assertThat(http.get(timeline).json().at("/meta/result_count").asInt()).isEqualTo(1);
    }

    @Test
    void rule18_aLostPostIsMissedByTheFirstReads() throws IOException {
        twitter.rules().unseenReads(2);
        twitter.inject(Fault.STORED_UNSEEN_THEN_RESET);

        assertThatThrownBy(() -> tweet("a")).isInstanceOf(IOException.class);

        assertThat(twitter.posts()).hasSize(1);
        assertThat(http.get(timeline).json().has("data")).isFalse();
        assertThat(http.get(timeline).json().has("data")).isFalse();
        assertThat(http.get(timeline).json().path("data")).hasSize(1);
    }
}
