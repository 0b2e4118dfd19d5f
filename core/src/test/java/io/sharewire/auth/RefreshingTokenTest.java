package io.sharewire.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.SettableClock;
import io.sharewire.ShareResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefreshingTokenTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryTokenStore store = new InMemoryTokenStore();
    private final AtomicInteger refreshes = new AtomicInteger();

    private final RefreshingToken token = new RefreshingToken("twitter", store, this::refresh, clock);

    /** As X does it: each refresh token works once. */
    private Tokens refresh(Tokens old) {
        refreshes.incrementAndGet();
        if (!old.refresh().equals(store.load("twitter").orElseThrow().refresh())) {
            throw new ReconnectException(
                    Reason.UNAUTHORIZED, "invalid_request", "Value passed for the token was invalid.");
        }
        return tokens(refreshes.get());
    }

    private Tokens tokens(int generation) {
        return new Tokens(
                Secret.of("access-" + generation),
                Secret.of("refresh-" + generation),
                clock.instant().plus(Duration.ofHours(2)),
                Set.of("tweet.write"));
    }

    @Test
    void handsOutATokenThatIsStillFresh() {
        store.save("twitter", tokens(0));

        assertThat(token.get()).isEqualTo(Secret.of("access-0"));
        assertThat(refreshes).hasValue(0);
    }

    @Test
    void renewsATokenThatIsAboutToDieAndStoresItBeforeItIsUsed() {
        store.save("twitter", tokens(0));
        clock.advance(Duration.ofMinutes(119));

        assertThat(token.get()).isEqualTo(Secret.of("access-1"));
        assertThat(store.load("twitter").orElseThrow().refresh()).isEqualTo(Secret.of("refresh-1"));
    }

    @Test
    void saysWhatTheLogInAllowsAsFarAsItIsKnown() {
        store.save("twitter", tokens(0));
        assertThat(token.scopes()).containsExactly("tweet.write");
        store.save("twitter", Tokens.of(Secret.of("access-of-old")));
        assertThat(token.scopes()).isEmpty();
        assertThatThrownBy(() -> new RefreshingToken("nobody", store, this::refresh, clock).scopes())
                .isInstanceOf(ReconnectException.class)
                .hasMessage("The account nobody is not connected.");
    }

    @Test
    void ofManyCallersOneRenews() throws Exception {
        store.save("twitter", tokens(0));
        clock.advance(Duration.ofHours(3));
        CyclicBarrier together = new CyclicBarrier(12);
        ExecutorService pool = Executors.newFixedThreadPool(12);
        Callable<Secret> call = () -> {
            together.await();
            return token.get();
        };
        List<Future<Secret>> futures =
                pool.invokeAll(IntStream.range(0, 12).mapToObj(i -> call).toList());
        pool.shutdown();

        List<Secret> got = new ArrayList<>();
        for (Future<Secret> future : futures) {
            got.add(future.get());
        }
        assertThat(got).containsOnly(Secret.of("access-1"));
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void theLoserOfARaceBetweenNodesTakesWhatTheWinnerStored() {
        store.save("twitter", tokens(0));
        clock.advance(Duration.ofHours(3));
        RefreshingToken other = new RefreshingToken(
                "twitter",
                store,
                old -> {
                    store.save("twitter", tokens(9));
                    throw new ReconnectException(Reason.UNAUTHORIZED, "invalid_request", "spent");
                },
                clock);

        assertThat(other.get()).isEqualTo(Secret.of("access-9"));
    }

    @Test
    void renewsOnceAfterARefusalHoweverManySawIt() {
        store.save("twitter", tokens(0));
        Secret refused = token.get();

        assertThat(token.renewAfter(refused)).isEqualTo(Secret.of("access-1"));
        assertThat(token.renewAfter(refused)).isEqualTo(Secret.of("access-1"));
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void saysThatTheAccountMustBeConnectedAndNothingWasSent() {
        assertThatThrownBy(token::get)
                .isInstanceOfSatisfying(
                        ReconnectException.class,
                        e -> assertThat(e.toResult())
                                .isEqualTo(new ShareResult.Rejected(
                                        Reason.UNAUTHORIZED,
                                        "NOT_CONNECTED",
                                        "The account twitter is not connected.",
                                        "Connect the account again.",
                                        null)));
        store.save("twitter", new Tokens(Secret.of("a"), null, NOON, Set.of()));
        assertThatThrownBy(token::get).hasMessage("The token of twitter has expired and cannot be renewed.");
    }

    @Test
    void printsNoToken() {
        store.save("twitter", tokens(0));

        assertThat(token + " " + tokens(0) + " " + store).doesNotContain("access-0", "refresh-0");
    }
}
