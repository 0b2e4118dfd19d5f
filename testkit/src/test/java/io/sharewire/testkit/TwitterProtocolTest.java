package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 15, 31 and 32 of X: limits, headers, and how problems are written. */
class TwitterProtocolTest extends TwitterFixture {

    @Test
    void rule15_theHundredAndFirstCreateInAWindowMustWait() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertThat(tweet("post " + i).status()).isEqualTo(201);
        }

        Http.Reply reply = tweet("one more");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("0");
        clock.set(Instant.ofEpochSecond(Long.parseLong(reply.header("x-rate-limit-reset"))));
        assertThat(tweet("one more").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"true, 96", "false, 99"})
    void rule15_refusedCreatesUseUpTheWindowUnlessSwitchedOff(boolean count, String remaining) throws IOException {
        twitter.rules().refusalsCount(count);
        tweet("a");
        for (int i = 0; i < 3; i++) {
            assertThat(tweet("a").status()).isEqualTo(403);
        }

        assertThat(tweet(" ").header("x-rate-limit-remaining")).isEqualTo(count ? "95" : remaining);
        assertThat(tweet("a").header("x-rate-limit-remaining")).isEqualTo(count ? "94" : remaining);
    }

    @Test
    void rule15_everyUserHasAWindow() throws IOException {
        tweet("a");

        Http.Reply reply = other().postJson("/2/tweets", "{\"text\":\"a\"}");

        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("99");
        assertThat(reply.header("x-app-limit-24hour-remaining")).isEqualTo("9998");
    }

    @Test
    void rule15_aUserHasADay() throws IOException {
        twitter.rules().userDailyLimit(2);
        tweet("a");
        tweet("b");

        Http.Reply reply = tweet("c");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("x-user-limit-24hour-remaining")).isEqualTo("0");
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("98");
        assertThat(other().postJson("/2/tweets", "{\"text\":\"c\"}").status()).isEqualTo(201);
        clock.set(Instant.ofEpochSecond(Long.parseLong(reply.header("x-user-limit-24hour-reset"))));
        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(tweet("c").status()).isEqualTo(201);
    }

    @Test
    void rule15_anAppHasADay() throws IOException {
        twitter.rules().appDailyLimit(2);
        tweet("a");
        other().postJson("/2/tweets", "{\"text\":\"b\"}");

        Http.Reply reply = tweet("c");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("x-app-limit-24hour-remaining")).isEqualTo("0");
        assertThat(reply.header("x-app-limit-24hour-reset"))
                .isEqualTo(String.valueOf(NOW.plus(Duration.ofHours(24)).getEpochSecond()));
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("99");
    }

    @Test
    void rule31_everyAnswerTellsWhatIsLeft() throws IOException {
        Http.Reply reply = tweet("a");

        assertThat(reply.header("x-rate-limit-limit")).isEqualTo("100");
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("99");
        assertThat(reply.header("x-rate-limit-reset")).isEqualTo(String.valueOf(NOW.getEpochSecond() + 900));
        assertThat(http.get("/2/users/me").header("x-rate-limit-limit")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /2/tweets/1, 900",
        "DELETE, /2/tweets/1, 50",
        "GET, /2/users/me, 75",
        "GET, /2/users/2244994945/tweets, 900",
        "POST, /2/media/upload, 500",
        "POST, /2/media/metadata, 500",
        "GET, /2/media/upload, 1000",
        "POST, /2/media/upload/initialize, 1875",
        "POST, /2/media/upload/1/append, 1875",
        "POST, /2/media/upload/1/finalize, 1875",
        "POST, /2/oauth2/token, 900",
        "GET, /2/nothing, 900"
    })
    void rule31_everyEndpointHasItsLimitAndATransaction(String method, String path, String limit) throws IOException {
        Http.Reply reply = http.send(http.request(path).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(reply.header("x-rate-limit-limit")).isEqualTo(limit);
        assertThat(reply.header("x-rate-limit-remaining")).isNotEmpty();
        assertThat(reply.header("x-rate-limit-reset")).isEqualTo(String.valueOf(NOW.getEpochSecond() + 900));
        assertThat(reply.header("x-transaction-id")).hasSize(16);
    }

    @Test
    void rule31_theDayOfAUserIsToldOnlyWhenItHasOne() throws IOException {
        assertThat(tweet("a").header("x-user-limit-24hour-limit")).isEmpty();

        twitter.rules().userDailyLimit(17);

        assertThat(tweet("b").header("x-user-limit-24hour-limit")).isEqualTo("17");
        assertThat(http.get("/2/users/me").header("x-user-limit-24hour-limit")).isEmpty();
    }

    @Test
    void rule32_theHostOfProblemTypesCanBeTheNewOne() throws IOException {
        assertThat(tweet(" ").json().path("type").asText())
                .isEqualTo("https://api.twitter.com/2/problems/invalid-request");

        twitter.rules().currentProblemHost(true);

        assertThat(tweet(" ").json().path("type").asText()).isEqualTo("https://api.x.com/2/problems/invalid-request");
        assertThat(http.get("/2/tweets/1").json().at("/errors/0/type").asText())
                .isEqualTo("https://api.x.com/2/problems/resource-not-found");
    }

    @Test
    void rule32_theStatusIsSometimesAbsent() throws IOException {
        tweet("a");
        assertThat(tweet("a").json().path("status").asInt()).isEqualTo(403);

        twitter.rules().problemStatus(false);

        Http.Reply reply = tweet("a");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().has("status")).isFalse();
        assertThat(reply.json().path("type").asText()).isEqualTo("about:blank");
    }
}
