package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Problem;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookScheduleTest extends FacebookOnTheWire {

    /** date -u -d 2026-11-24T13:00:00Z +%s */
    private static final Instant ONE_O_CLOCK = Instant.ofEpochSecond(1795525200L);

    private Draft draft(Instant time) {
        return target().draft(share.with(FacebookOptions.defaults().withScheduledAt(time)));
    }

    @Test
    void sendsATimeInSecondsAndNeverWithoutUnpublished() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson(MADE)));

        assertThat(target().publish(draft(ONE_O_CLOCK.plusMillis(999)))).isInstanceOf(Shared.class);

        GRAPH.verify(
                1,
                postRequestedFor(urlPathEqualTo("/v26.0/" + PAGE + "/feed"))
                        .withRequestBody(equalTo("message=Snow%20closes%20the%20bridge."
                                + "&link=https%3A%2F%2Fnews.example.kr%2Fa%2F7&published=false"
                                + "&scheduled_publish_time=1795525200&unpublished_content_type=SCHEDULED"
                                + "&fields=id%2Cpermalink_url%2Ccreated_time")));
    }

    @ParameterizedTest(name = "{0} ahead: {1}")
    @CsvSource({
        "-PT5M, SCHEDULED_TOO_SOON",
        "PT0S, SCHEDULED_TOO_SOON",
        "PT5M, SCHEDULED_TOO_SOON",
        "PT10M, SCHEDULED_TOO_SOON",
        "PT10M59S, SCHEDULED_TOO_SOON",
        "P29DT1S, SCHEDULED_TOO_FAR",
        "P400D, SCHEDULED_TOO_FAR",
    })
    void aTimeOutsideTheWindowIsAProblemWithARemedyAndNothingIsSent(Duration ahead, String code) {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson(MADE)));
        Draft draft = draft(NOON.plus(ahead));

        assertThat(draft.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.isError()).isTrue();
            assertThat(problem.remedy()).startsWith("Choose 2026-1");
        });
        assertThat(target().publish(draft)).isInstanceOf(Rejected.class);
        GRAPH.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"PT11M, 0", "P28D, 0", "P28DT1S, 1", "P29D, 1"})
    void withinTheWindowThereIsAtMostAWarning(Duration ahead, int warnings) {
        Draft draft = draft(NOON.plus(ahead));

        assertThat(draft.refusal()).isEmpty();
        assertThat(draft.problems())
                .hasSize(warnings)
                .allMatch(problem -> problem.code().equals("SCHEDULED_FAR"));
    }

    @Test
    void theWindowIsASetting() {
        FacebookTarget target = target(
                settings().limits(FacebookLimits.defaults().withLeads(Duration.ofMinutes(30), Duration.ofDays(75))));

        assertThat(target.draft(share.with(FacebookOptions.defaults().withScheduledAt(NOON.plusSeconds(1200))))
                        .refusal())
                .isPresent();
        assertThat(target.draft(share.with(FacebookOptions.defaults().withScheduledAt(NOON.plus(Duration.ofDays(74)))))
                        .refusal())
                .isEmpty();
    }

    @Test
    void aCommentOnAScheduledPostIsAProblemSinceFacebookTakesNone() {
        assertThat(target().draft(share.with(FacebookOptions.defaults()
                                .withScheduledAt(ONE_O_CLOCK)
                                .withFirstComment("More inside")))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("COMMENT_ON_SCHEDULED");
    }

    @Test
    void findsAWaitingPostByItsTextItsLinkAndItsTime() {
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/" + PAGE + "/scheduled_posts")).willReturn(okJson("""
                {"data":[
                  {"id":"1_1","message":"Snow closes the bridge.","created_time":"2026-11-24T12:00:05+0000",
                   "scheduled_publish_time":1795525260,
                   "attachments":{"data":[{"unshimmed_url":"https://news.example.kr/a/7"}]}},
                  {"id":"1_2","message":"Snow closes the bridge.","created_time":"2026-11-24T12:00:05+0000",
                   "scheduled_publish_time":1795525200,
                   "attachments":{"data":[{"unshimmed_url":"https://news.example.kr/a/7"}]}}]}""")));

        assertThat(target().find(draft(ONE_O_CLOCK), NOON))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.receipts())
                                .singleElement()
                                .satisfies(receipt -> assertThat(receipt.id()).isEqualTo("1_2")));
        GRAPH.verify(0, getRequestedFor(urlPathEqualTo("/v26.0/" + PAGE + "/published_posts")));
    }

    @Test
    void looksAmongThePublishedPostsOnceTheTimeHasCome() {
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/" + PAGE + "/scheduled_posts")).willReturn(okJson("{\"data\":[]}")));
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/" + PAGE + "/published_posts")).willReturn(okJson("""
                {"data":[{"id":"1_2","message":"Snow closes the bridge.","created_time":"2026-11-24T13:00:01+0000",
                   "attachments":{"data":[{"unshimmed_url":"https://news.example.kr/a/7"}]}}]}""")));
        Draft draft = draft(ONE_O_CLOCK);
        FacebookTarget later =
                FacebookTarget.of(settings().build(), Clock.fixed(ONE_O_CLOCK.plusSeconds(2), ZoneOffset.UTC));

        assertThat(later.find(draft, NOON)).isInstanceOf(Lookup.Found.class);
        assertThat(target().find(draft, NOON)).isEqualTo(new Lookup.NotFound());
    }
}
