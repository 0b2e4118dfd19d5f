package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconcilingTargetTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final List<Duration> slept = new ArrayList<>();
    private final RecordingListener listener = new RecordingListener();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final ScriptedTarget channel = new ScriptedTarget("fake");
    private final Share share = Share.of(Samples.korean());

    private ReconcilingTarget.Builder builder() {
        return ReconcilingTarget.around(channel, ledger)
                .clock(clock)
                .sleeper(duration -> {
                    slept.add(duration);
                    clock.advance(duration);
                })
                .listener(listener)
                .looks(List.of(Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    private ShareResult publish(ReconcilingTarget target) {
        return target.publish(target.draft(share));
    }

    @Test
    void sendsOnceAndAnswersTheSecondTimeFromTheLedger() {
        ReconcilingTarget target = builder().build();

        assertThat(publish(target)).isEqualTo(channel.shared("post-1"));
        assertThat(publish(target)).isEqualTo(new Shared(channel.receipt("post-1"), Proof.RECORDED));
        assertThat(channel.published).hasSize(1);
    }

    @Test
    void putsTheAttemptOnRecordBeforeItIsMade() {
        List<Attempt> onRecord = new ArrayList<>();
        channel.runs(draft -> {
            onRecord.addAll(ledger.attempts(draft.key()));
            return channel.shared("1");
        });

        publish(builder().build());

        assertThat(onRecord)
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.result()).isNull());
    }

    @Test
    void findsWhatWentOutAlthoughTheAnswerWasLost() {
        channel.answers(ScriptedTarget.unknown())
                .shows(new Lookup.NotFound())
                .shows(new Lookup.Found(List.of(channel.receipt("7"))));

        ShareResult result = publish(builder().build());

        assertThat(result).isEqualTo(new Shared(channel.receipt("7"), Proof.FOUND));
        assertThat(slept).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(channel.lookedSince).containsOnly(NOON);
        assertThat(channel.published).hasSize(1);
        assertThat(listener.heard)
                .containsExactly(
                        "sending fake",
                        "looking fake after 10 s",
                        "looked fake NotFound",
                        "looking fake after 20 s",
                        "looked fake Found",
                        "settled fake Shared");
    }

    @Test
    void staysUnknownAndSendsNothingMoreIfNoLookFindsIt() {
        channel.answers(ScriptedTarget.unknown());
        ReconcilingTarget target = builder().build();

        assertThat(publish(target))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().code()).isEqualTo("NOT_FOUND_YET"));
        assertThat(publish(target)).isInstanceOf(Unknown.class);
        assertThat(channel.published).hasSize(1);
        assertThat(channel.lookedSince).hasSize(4);
    }

    @Test
    void aLaterCallFindsWhatAppearedLate() {
        channel.answers(ScriptedTarget.unknown())
                .shows(new Lookup.NotFound())
                .shows(new Lookup.NotFound())
                .shows(new Lookup.Found(List.of(channel.receipt("7"))));
        ReconcilingTarget target = builder().build();

        publish(target);

        assertThat(publish(target)).isEqualTo(new Shared(channel.receipt("7"), Proof.FOUND));
        assertThat(publish(target)).isEqualTo(new Shared(channel.receipt("7"), Proof.RECORDED));
    }

    @Test
    void stopsLookingWhereTheChannelCannotTell() {
        channel.answers(ScriptedTarget.unknown()).shows(new Lookup.CannotTell("Look yourself."));

        ShareResult result = publish(builder().build());

        assertThat(result)
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().message())
                                .contains("The answer was lost.")
                                .contains("Look yourself."));
        assertThat(slept).hasSize(1);
    }

    @Test
    void sendsAgainAfterNotFoundOnlyIfAskedTo() {
        channel.answers(ScriptedTarget.unknown());
        ReconcilingTarget target = builder().resendWhenNotFound(true).build();

        publish(target);

        assertThat(publish(target)).isEqualTo(channel.shared("post-2"));
        assertThat(channel.published).hasSize(2);
    }

    @Test
    void neverSendsAgainWhereTheChannelCannotTellEvenIfAskedTo() {
        channel.answers(ScriptedTarget.unknown())
                .shows(new Lookup.CannotTell("No."))
                .shows(new Lookup.CannotTell("No."));
        ReconcilingTarget target = builder().resendWhenNotFound(true).build();

        publish(target);

        assertThat(publish(target)).isInstanceOf(Unknown.class);
        assertThat(channel.published).hasSize(1);
    }

    @Test
    void takesADuplicateRefusalAfterADoubtAsASignThatTheFirstOneIsOut() {
        channel.answers(ScriptedTarget.unknown())
                .answers(ScriptedTarget.rejected(Reason.DUPLICATE))
                .shows(new Lookup.NotFound())
                .shows(new Lookup.NotFound())
                .shows(new Lookup.NotFound())
                .shows(new Lookup.NotFound())
                .shows(new Lookup.Found(List.of(channel.receipt("7"))));
        ReconcilingTarget target = builder().resendWhenNotFound(true).build();

        publish(target);

        assertThat(publish(target)).isEqualTo(new Shared(channel.receipt("7"), Proof.FOUND));
        assertThat(channel.lookedSince).containsOnly(NOON);
    }

    @Test
    void anAttemptThatIsUnderWayElsewhereKeepsTheSecondOneFromSending() {
        ReconcilingTarget target = builder().build();
        ledger.begin(target.draft(share), clock.instant());
        clock.advance(Duration.ofMinutes(9));

        assertThat(publish(target))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().code()).isEqualTo("UNDER_WAY"));
        assertThat(channel.published).isEmpty();
        assertThat(channel.lookedSince).isEmpty();
    }

    @Test
    void anAttemptThatBrokeOffIsLookedForBeforeAnythingElse() {
        ReconcilingTarget target = builder().build();
        ledger.begin(target.draft(share), clock.instant());
        clock.advance(Duration.ofMinutes(11));
        channel.shows(new Lookup.Found(List.of(channel.receipt("7"))));

        assertThat(publish(target)).isEqualTo(new Shared(channel.receipt("7"), Proof.FOUND));
        assertThat(channel.published).isEmpty();
    }

    @Test
    void aNewTextIsNotSentWhileTheOldOneIsInDoubt() {
        channel.answers(ScriptedTarget.unknown());
        ReconcilingTarget target = builder().resendWhenNotFound(true).build();
        publish(target);

        ShareResult result = target.publish(target.draft(share.withText("다른 문장")));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().code()).isEqualTo("DRAFT_CHANGED"));
        assertThat(channel.published).hasSize(1);
    }

    @Test
    void aRefusedShareMayBeSentAgain() {
        channel.answers(ScriptedTarget.rejected(Reason.RATE_LIMITED));
        ReconcilingTarget target = builder().build();

        assertThat(publish(target)).isInstanceOf(Rejected.class);
        assertThat(publish(target)).isEqualTo(channel.shared("post-2"));
    }

    @Test
    void aRefusalAfterADoubtDoesNotEndTheDoubt() {
        channel.answers(ScriptedTarget.unknown()).answers(ScriptedTarget.rejected(Reason.RATE_LIMITED));
        ReconcilingTarget target = builder().resendWhenNotFound(true).build();
        publish(target);

        // The second attempt is known to have made nothing; about the first one nothing new is known.
        assertThat(publish(target))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().message())
                                .startsWith("An earlier attempt may be out, and a second one was refused:"));
        channel.lookedSince.clear();
        channel.shows(new Lookup.Found(List.of(channel.receipt("7"))));

        assertThat(publish(target)).isEqualTo(new Shared(channel.receipt("7"), Proof.FOUND));
        assertThat(channel.lookedSince).containsExactly(NOON);
    }

    @Test
    void aRefusedPartThatMayBeOutStaysInDoubt() {
        channel.answers(ScriptedTarget.rejected(Reason.RATE_LIMITED));
        ReconcilingTarget target = builder().resendWhenNotFound(true).build();
        ledger.begin(thread(), clock.instant());
        clock.advance(Duration.ofMinutes(11));
        channel.shows(new Lookup.Found(receipts("1"))).shows(new Lookup.Found(receipts("1")));

        assertThat(target.publish(thread())).isInstanceOfSatisfying(PartlyShared.class, partly -> {
            assertThat(partly.receipts()).isEqualTo(receipts("1"));
            assertThat(partly.progress().inDoubt()).containsExactly(1);
            assertThat(partly.cause()).isInstanceOf(Unknown.class);
        });
    }

    @Test
    void resumesWhereAPartlySharedOneStopped() {
        Progress progress = new Progress(2, "b", List.of(1), List.of());
        channel.answers(
                new PartlyShared(List.of(channel.receipt("a")), progress, ScriptedTarget.rejected(Reason.UNAVAILABLE)));
        ReconcilingTarget target = builder().build();

        publish(target);
        publish(target);

        assertThat(channel.progresses).containsExactly(Progress.none(), progress);
    }

    /** A draft of four parts, as a thread is. */
    private Draft thread() {
        return Draft.builder("fake", ScriptedTarget.CHANNEL, share, "thread")
                .part("text/plain", "1")
                .part("text/plain", "2")
                .part("text/plain", "3")
                .part("text/plain", "4")
                .build();
    }

    private List<Receipt> receipts(String... ids) {
        return Stream.of(ids).map(channel::receipt).toList();
    }

    private static PartlyShared secondInDoubt(Receipt first) {
        return new PartlyShared(
                List.of(first), new Progress(2, first.id(), List.of(1), List.of()), ScriptedTarget.unknown());
    }

    @Test
    void goesOnBehindThePartWhoseAnswerWasLostOnceItIsFound() {
        channel.answers(secondInDoubt(channel.receipt("a")))
                .shows(new Lookup.Found(receipts("a")))
                .shows(new Lookup.Found(receipts("a", "b")))
                .answers(channel.shared("d"));

        assertThat(builder().build().publish(thread())).isEqualTo(new Shared(channel.receipt("a"), Proof.FOUND));
        assertThat(channel.progresses).containsExactly(Progress.none(), new Progress(2, "b", List.of(), List.of()));
    }

    @Test
    void stopsAtThePartInDoubtIfItIsNotFound() {
        channel.answers(secondInDoubt(channel.receipt("a")))
                .shows(new Lookup.Found(receipts("a")))
                .shows(new Lookup.Found(receipts("a")));

        assertThat(builder().build().publish(thread())).isInstanceOfSatisfying(PartlyShared.class, partly -> {
            assertThat(partly.receipts()).isEqualTo(receipts("a"));
            assertThat(partly.progress().inDoubt()).containsExactly(1);
            assertThat(partly.cause()).isInstanceOf(Unknown.class);
        });
        assertThat(channel.published).hasSize(1);
    }

    @Test
    void aLaterCallLooksForThePartInDoubtFromWhereTheFirstAttemptBegan() {
        channel.answers(secondInDoubt(channel.receipt("a")))
                .shows(new Lookup.Found(receipts("a")))
                .shows(new Lookup.Found(receipts("a")))
                .shows(new Lookup.Found(receipts("a", "b")))
                .answers(channel.shared("d"));
        ReconcilingTarget target = builder().build();

        target.publish(thread());

        assertThat(target.publish(thread())).isEqualTo(new Shared(channel.receipt("a"), Proof.FOUND));
        assertThat(channel.lookedSince).containsOnly(NOON);
        assertThat(channel.progresses.get(1)).isEqualTo(new Progress(2, "b", List.of(), List.of()));
    }

    @Test
    void behindTheShownPartsOfAThreadThatBrokeOffMoreMayBeOut() {
        ledger.begin(thread(), clock.instant());
        clock.advance(Duration.ofMinutes(11));
        channel.shows(new Lookup.Found(receipts("a"))).shows(new Lookup.Found(receipts("a", "b")));

        assertThat(builder().build().publish(thread())).isInstanceOfSatisfying(PartlyShared.class, partly -> {
            assertThat(partly.receipts()).isEqualTo(receipts("a", "b"));
            assertThat(partly.progress()).isEqualTo(new Progress(3, "b", List.of(2), List.of()));
        });
        assertThat(channel.published).isEmpty();
        assertThat(slept).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void aThreadThatBrokeOffGoesOnBehindWhatIsShownWhereReadsAreTrusted() {
        ledger.begin(thread(), clock.instant());
        clock.advance(Duration.ofMinutes(11));
        channel.shows(new Lookup.Found(receipts("a", "b", "c")))
                .shows(new Lookup.Found(receipts("a", "b", "c")))
                .answers(channel.shared("d"));

        assertThat(builder().resendWhenNotFound(true).build().publish(thread()))
                .isEqualTo(new Shared(channel.receipt("a"), Proof.FOUND));
        assertThat(channel.progresses).containsExactly(new Progress(3, "c", List.of(), List.of()));
        assertThat(ledger.attempts(share.key())).hasSize(2);
    }

    @Test
    void aRefusalBehindThePartInDoubtIsPartlyShared() {
        channel.answers(ScriptedTarget.unknown()).shows(new Lookup.NotFound()).shows(new Lookup.NotFound());
        ReconcilingTarget target = builder().build();
        target.publish(thread());
        channel.shows(new Lookup.Found(receipts("a")))
                .answers(ScriptedTarget.rejected(Reason.RATE_LIMITED))
                .answers(channel.shared("d"));

        assertThat(target.publish(thread()))
                .isEqualTo(new PartlyShared(
                        receipts("a"),
                        new Progress(1, "a", List.of(), List.of()),
                        ScriptedTarget.rejected(Reason.RATE_LIMITED)));
        // The last call sent "d"; the thread is opened at "a".
        assertThat(target.publish(thread())).isEqualTo(channel.shared("a"));
        assertThat(channel.progresses.get(2)).isEqualTo(new Progress(1, "a", List.of(), List.of()));
    }

    @Test
    void aPartThatNoLookFindsIsSentAgainOnlyWhereReadsAreTrusted() {
        Progress progress = new Progress(2, "a", List.of(1), List.of());
        PartlyShared partly = new PartlyShared(receipts("a"), progress, ScriptedTarget.unknown());
        channel.answers(partly).answers(partly);
        ReconcilingTarget careful = builder().build();

        careful.publish(thread());
        careful.publish(thread());
        builder().resendWhenNotFound(true).build().publish(thread());

        assertThat(channel.progresses).containsExactly(Progress.none(), progress, progress.retryDoubtful());
    }

    @Test
    void sendsDoubtfulPartsAgainOnlyIfAPersonDecidesOnTheLatestRecord() {
        Progress progress = new Progress(2, "b", List.of(1), List.of());
        Progress older = new Progress(1, "a", List.of(0), List.of());
        ShareResult partly =
                new PartlyShared(List.of(channel.receipt("a")), progress, ScriptedTarget.rejected(Reason.UNAVAILABLE));
        channel.answers(partly).answers(partly);
        ReconcilingTarget target = builder().build();
        Draft draft = target.draft(share);

        target.publish(draft);
        target.publish(draft, older.retryDoubtful());
        target.publish(draft, progress.retryDoubtful());

        assertThat(channel.progresses).containsExactly(Progress.none(), progress, progress.retryDoubtful());
    }

    @Test
    void aTargetThatThrowsMayHaveSent() {
        channel.runs(draft -> {
            throw new IllegalStateException("boom");
        });

        assertThat(publish(builder().build())).isInstanceOf(Unknown.class);
        assertThat(ledger.attempts(share.key()))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.result()).isInstanceOf(Unknown.class));
    }

    @Test
    void sendsNothingIfTheLedgerCannotTakeTheAttempt() {
        ReconcilingTarget target =
                ReconcilingTarget.around(channel, new BrokenLedger()).build();

        assertThat(publish(target))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE));
        assertThat(channel.published).isEmpty();
    }

    @Test
    void aDraftWithAnErrorIsRefusedBeforeItIsOnRecord() {
        channel.hasProblem(Problem.error("EMPTY", "There is no text.", "Write one."));

        assertThat(publish(builder().build()))
                .isEqualTo(new Rejected(Reason.INVALID_CONTENT, "EMPTY", "There is no text.", "Write one.", null));
        assertThat(channel.published).isEmpty();
        assertThat(ledger.attempts(share.key())).isEmpty();
    }

    @Test
    void aDraftOfAnotherTargetIsAProgrammersError() {
        Draft foreign = new ScriptedTarget("other").draft(share);
        ReconcilingTarget target = builder().build();

        assertThatThrownBy(() -> target.publish(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fake was handed a draft for other");
    }

    @Test
    void anInterruptedLookLeavesTheOutcomeAsItWas() {
        channel.answers(ScriptedTarget.unknown());
        ReconcilingTarget target = builder()
                .sleeper(duration -> {
                    throw new InterruptedException();
                })
                .build();

        assertThat(publish(target)).isEqualTo(ScriptedTarget.unknown());
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        ReconcilingTarget target = builder()
                .listener(new ShareListener() {
                    @Override
                    public void sending(Draft draft) {
                        throw new IllegalStateException("listener");
                    }
                })
                .build();

        assertThat(publish(target)).isEqualTo(channel.shared("post-1"));
    }

    /** A ledger whose database is down. */
    private static final class BrokenLedger implements ShareLedger {

        @Override
        public Begin begin(Draft draft, Instant now) {
            throw new IllegalStateException("the database is down");
        }

        @Override
        public void settle(Attempt attempt, ShareResult result) {
            throw new IllegalStateException("the database is down");
        }

        @Override
        public Optional<Attempt> takeOver(Attempt doubtful, Instant now) {
            return Optional.empty();
        }

        @Override
        public List<Attempt> attempts(String key) {
            return List.of();
        }
    }
}
