package io.sharewire.twitter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.sharewire.twitter.XServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.sharewire.Cost;
import io.sharewire.Draft;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A post with a link costs 0.200 USD here, one without 0.015, a description 0.005. */
class TwitterBudgetTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private final XServer x = new XServer();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T23:59:00Z"));
    private final CmsTable table = new CmsTable();

    /** What a CMS keeps in its database. */
    private static final class CmsTable implements TwitterSpending {

        private final Map<YearMonth, BigDecimal> rows = new HashMap<>();

        @Override
        public synchronized BigDecimal spent(YearMonth month) {
            return rows.getOrDefault(month, BigDecimal.ZERO);
        }

        @Override
        public synchronized void add(YearMonth month, BigDecimal amount) {
            rows.merge(month, amount, BigDecimal::add);
        }
    }

    @BeforeEach
    void answers() {
        x.answersCreate(json(201, "{\"data\":{\"id\":\"1\"}}"));
    }

    @AfterEach
    void stop() {
        x.close();
    }

    private TwitterTarget target(String budget) {
        return TwitterTarget.of(
                x.settings().monthlyBudget(Cost.usd(budget)).spending(table).build(), clock);
    }

    private static Draft draft(TwitterTarget target) {
        return target.draft(XServer.share());
    }

    @Test
    void aDraftThatWouldExceedItHasAProblemAndIsNotSent() {
        table.add(NOVEMBER, new BigDecimal("49.81"));
        TwitterTarget target = target("50.00");
        Draft draft = draft(target);

        assertThat(draft.problems())
                .containsExactly(Problem.error(
                        "MONTHLY_BUDGET",
                        "This costs 0.200 USD, and of the budget of 50.00 USD for 2026-11, 49.81 USD is spent.",
                        "Raise the monthly budget in the settings, or share it from 2026-12-01 (UTC) on."));
        assertThat(target.publish(draft))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("MONTHLY_BUDGET"));
        assertThat(x.wireMock().getAllServeEvents()).isEmpty();
    }

    @Test
    void theLastOfItMayBeSpent() {
        table.add(NOVEMBER, new BigDecimal("49.80"));
        TwitterTarget target = target("50.00");

        assertThat(target.publish(draft(target))).isInstanceOf(Shared.class);
        assertThat(table.spent(NOVEMBER)).isEqualByComparingTo("50");
        assertThat(draft(target).problems()).extracting(Problem::code).containsExactly("MONTHLY_BUDGET");
    }

    @Test
    void aDraftFromBeforeIsRefusedUntilTheFirstOfNextMonthInUtc() {
        TwitterTarget target = target("0.30");
        Draft first = draft(target);
        Draft second = target.draft(XServer.share().withText("다른 글"));
        assertThat(second.problems()).isEmpty();
        assertThat(target.publish(first)).isInstanceOf(Shared.class);

        assertThat(target.publish(second)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.QUOTA_EXHAUSTED);
            assertThat(rejected.code()).isEqualTo("MONTHLY_BUDGET");
            assertThat(rejected.retryAfter()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        });
        assertThat(x.creates()).hasSize(1);

        clock.set(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(target.publish(second)).isInstanceOf(Shared.class);
        assertThat(table.spent(DECEMBER)).isEqualByComparingTo("0.2");
    }

    @Test
    void aTargetCountsByItselfWhereNobodyElseDoes() {
        TwitterTarget target =
                TwitterTarget.of(x.settings().monthlyBudget(Cost.usd("0.30")).build(), clock);

        assertThat(target.publish(draft(target))).isInstanceOf(Shared.class);
        assertThat(draft(target).refusal()).isPresent();
    }

    @Test
    void whatXRefusesIsGivenBack() {
        x.answersCreate(json(403, "{\"detail\":\"You are not allowed to create a Tweet with duplicate content.\"}"));
        TwitterTarget target = target("0.20");

        assertThat(target.publish(draft(target))).isInstanceOf(Rejected.class);
        assertThat(table.spent(NOVEMBER)).isEqualByComparingTo("0");
    }

    @Test
    void whatMayBeOutCountsAsSpent() {
        x.answersCreate(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        TwitterTarget target = target("0.20");

        assertThat(target.publish(draft(target))).isInstanceOf(Unknown.class);
        assertThat(table.spent(NOVEMBER)).isEqualByComparingTo("0.2");
    }

    @Test
    void aThreadThatStopsHasSpentOnlyForWhatIsOutAndTheRestIsTakenWhenItIsSent() {
        TwitterTarget target = target("0.245");
        Draft draft =
                target.draft(XServer.share().with(TwitterOptions.defaults().withPosts("하나", "둘", "셋", "넷")));
        assertThat(draft.cost()).isEqualTo(Cost.usd("0.245"));
        x.wireMock()
                .stubFor(post(urlPathEqualTo("/2/tweets"))
                        .withRequestBody(containing("셋"))
                        .willReturn(json(401, "{\"title\":\"Unauthorized\"}")));

        ShareResult stopped = target.publish(draft);

        assertThat(stopped).isInstanceOf(PartlyShared.class);
        assertThat(table.spent(NOVEMBER)).isEqualByComparingTo("0.215");
        x.answersCreate(json(201, "{\"data\":{\"id\":\"3\"}}"));
        assertThat(target.publish(draft, ((PartlyShared) stopped).progress())).isInstanceOf(Shared.class);
        assertThat(table.spent(NOVEMBER)).isEqualByComparingTo("0.245");
    }

    @Test
    void descriptionsOfPicturesHaveTheirPrice() {
        Media described = Media.of(Gif.of(10, 10, 1, 0), "다리");
        Draft draft =
                target("0.21").draft(XServer.share().withMedia(described, Media.of(Gif.of(11, 10, 1, 0)), described));

        assertThat(draft.cost()).isEqualTo(Cost.usd("0.210"));
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void ofManyAtTheSameTimeNoMoreGoOutThanItAllows() throws Exception {
        TwitterTarget target = target("1.00");
        List<Draft> drafts = IntStream.range(0, 12)
                .mapToObj(i -> target.draft(XServer.share().withText("속보 " + i)))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Future<ShareResult>> results = pool.invokeAll(drafts.stream()
                    .map(draft -> (Callable<ShareResult>) () -> target.publish(draft))
                    .toList());
            for (Future<ShareResult> result : results) {
                assertThat(result.get()).isInstanceOfAny(Shared.class, Rejected.class);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(x.creates()).hasSize(5);
        assertThat(table.spent(NOVEMBER)).isEqualByComparingTo("1");
    }
}
