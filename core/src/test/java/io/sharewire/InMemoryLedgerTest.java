package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.ShareLedger.Begin;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryLedgerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final ScriptedTarget target = new ScriptedTarget("fake");
    private final Draft draft = target.draft(Share.of(Samples.korean()));

    @Test
    void ofManyThreadsExactlyOneMayBegin() throws Exception {
        int threads = 16;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Callable<Begin> begin = () -> {
            together.await();
            return ledger.begin(draft, NOON);
        };
        List<Future<Begin>> begun =
                pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> begin).toList());
        pool.shutdown();

        long fresh = 0;
        for (Future<Begin> future : begun) {
            fresh += future.get() instanceof Begin.Fresh ? 1 : 0;
        }
        assertThat(fresh).isEqualTo(1);
    }

    @Test
    void onlyOneTakesOverADoubtfulAttempt() {
        Attempt doubtful = ((Begin.Fresh) ledger.begin(draft, NOON)).attempt();

        assertThat(ledger.takeOver(doubtful, NOON.plusSeconds(60))).hasValueSatisfying(next -> {
            assertThat(next.startedAt()).isEqualTo(NOON.plusSeconds(60));
            assertThat(next.since()).isEqualTo(NOON);
        });
        assertThat(ledger.takeOver(doubtful, NOON.plusSeconds(61))).isEmpty();
    }

    @Test
    void keepsTargetsApart() {
        ledger.begin(draft, NOON);

        assertThat(ledger.begin(new ScriptedTarget("other").draft(Share.of(Samples.korean())), NOON))
                .isInstanceOf(Begin.Fresh.class);
    }

    @Test
    void tellsEveryAttemptOfAKey() {
        Attempt first = ((Begin.Fresh) ledger.begin(draft, NOON)).attempt();
        ledger.settle(first, ScriptedTarget.rejected(Reason.RATE_LIMITED));
        ledger.begin(draft, NOON.plusSeconds(5));

        assertThat(ledger.attempts(draft.key()).stream().map(Attempt::startedAt).collect(Collectors.toList()))
                .containsExactly(NOON, NOON.plusSeconds(5));
    }
}
