package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FacebookLimitsTest extends FacebookOnTheWire {

    @Test
    void rule23_aThrottledPageIsToldWhenToComeBackInMinutes() throws IOException {
        facebook.inject(Fault.RATE_LIMITED);

        Http.Reply reply = post("message", "a");

        assertError(reply, 400, 80001, "There have been too many calls to this Page account.");
        JsonNode usage = new ObjectMapper().readTree(reply.header("X-Business-Use-Case-Usage"));
        assertThat(usage.path(facebook.pageId())
                        .path(0)
                        .path("estimated_time_to_regain_access")
                        .asInt())
                .isPositive();
        assertThat(reply.header("Retry-After")).isEmpty();
        assertThat(facebook.posts()).isEmpty();
        assertThat(post("message", "a").status()).isEqualTo(200);
    }

    private static JsonNode usage(Http.Reply reply) throws IOException {
        return new ObjectMapper()
                .readTree(reply.header("X-Business-Use-Case-Usage"))
                .path(facebook.pageId())
                .path(0);
    }

    @Test
    void rule23_theHeaderAppearsOnlyOnceEnoughCallsWereMade() throws IOException {
        facebook.limits().callsPerPage(10);
        facebook.limits().usageShownFrom(3);

        assertThat(http.get(page).header("X-Business-Use-Case-Usage")).isEmpty();
        assertThat(http.get(page).header("X-Business-Use-Case-Usage")).isEmpty();
        Http.Reply third = http.get(page);

        assertThat(usage(third).path("type").asText()).isEqualTo("pages");
        assertThat(usage(third).path("call_count").asInt()).isEqualTo(30);
        assertThat(usage(third).path("estimated_time_to_regain_access").asInt()).isZero();
    }

    @Test
    void rule23_callsWhileBlockedProlongTheBlock() throws IOException {
        facebook.limits().callsPerPage(2);
        facebook.limits().block(Duration.ofMinutes(60));
        http.get(page);
        http.get(page);

        Http.Reply third = post("message", "a");
        assertError(third, 400, 80001, "There have been too many calls to this Page account.");
        assertThat(usage(third).path("estimated_time_to_regain_access").asInt()).isEqualTo(60);
        assertThat(usage(third).path("call_count").asInt()).isGreaterThanOrEqualTo(100);
        assertThat(third.header("Retry-After")).isEmpty();

        clock.advance(Duration.ofMinutes(59));
        assertError(post("message", "a"), 400, 80001, "too many calls");
        clock.advance(Duration.ofMinutes(59));
        assertError(post("message", "a"), 400, 80001, "too many calls");

        clock.advance(Duration.ofMinutes(60));
        assertThat(post("message", "a").status()).isEqualTo(200);
        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule23_theWindowOfAPageRollsOverADay() throws IOException {
        facebook.limits().callsPerPage(2);
        http.get(page);
        clock.advance(Duration.ofHours(23));
        http.get(page);
        clock.advance(Duration.ofHours(1));

        assertThat(http.get(page).status()).isEqualTo(200);
    }

    @Test
    void rule23_theAppHasALimitOfItsOwn() throws IOException {
        facebook.limits().callsPerApp(1);
        Http app = as(facebook.appToken());
        app.get("/v26.0/?id=https://news.example/a");

        Http.Reply reply = app.get("/v26.0/?id=https://news.example/a");

        assertError(reply, 400, 4, "(#4) Application request limit reached");
        assertThat(new ObjectMapper()
                        .readTree(reply.header("X-App-Usage"))
                        .path("call_count")
                        .asInt())
                .isGreaterThanOrEqualTo(100);
        assertThat(http.get(page).status())
                .as("a Page's calls count for the Page")
                .isEqualTo(200);
    }

    @Test
    void rule23_aPersonIsRefusedAs17AndOnAPageAs32() throws IOException {
        facebook.limits().callsPerPerson(0);
        Http person = as(facebook.userToken());

        assertError(person.get("/v26.0/me"), 400, 17, "(#17) User request limit reached");
        assertError(person.get(page + "/published_posts"), 400, 32, "(#32) Page request limit reached");
    }

    @Test
    void rule24_postsInARowStartABlockThatNoHeaderForetold() throws IOException {
        facebook.limits().postsAtMost(2, Duration.ofMinutes(10), Duration.ofHours(4));
        post("message", "1");
        post("message", "2");

        Http.Reply third = post("message", "3");
        assertError(third, 400, 368, "We limit how often you can post");
        assertThat(subcode(third)).isEqualTo(1390008);
        assertThat(third.response().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("usage"));

        clock.advance(Duration.ofHours(4).minusSeconds(1));
        assertError(post("message", "3"), 400, 368, "We limit how often");
        clock.advance(Duration.ofHours(4));
        assertThat(post("message", "3").status()).isEqualTo(200);
        assertThat(facebook.posts()).hasSize(3);
    }

    @Test
    void rule24_postsWithEnoughTimeBetweenThemAreFine() throws IOException {
        facebook.limits().postsAtMost(2, Duration.ofMinutes(10), Duration.ofHours(4));
        for (int i = 0; i < 6; i++) {
            assertThat(post("message", "m" + i).status()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(5));
        }
    }

    @Test
    void rule24_theBlockCanBeStartedByAFault() throws IOException {
        facebook.inject(Fault.TOO_FAST);

        Http.Reply reply = post("message", "a");

        assertError(reply, 400, 368, "We limit how often you can post");
        assertThat(subcode(reply)).isEqualTo(1390008);
        clock.advance(Duration.ofHours(3));
        assertError(post("message", "a"), 400, 368, "We limit how often");
        clock.advance(Duration.ofHours(4));
        assertThat(post("message", "a").status()).isEqualTo(200);
    }
}
