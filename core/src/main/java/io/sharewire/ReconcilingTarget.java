package io.sharewire;

import io.sharewire.ShareLedger.Begin;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A target that never sends twice: it puts each attempt on record first, and after an unclear outcome it looks at the
 * channel before anything else happens.
 *
 * <p>If the look finds the post, the outcome is {@link Shared}. If it cannot tell, or finds nothing, the outcome stays
 * {@link Unknown}; sending again after {@link Lookup.NotFound} has to be {@linkplain Builder#resendWhenNotFound asked
 * for}, since no platform promises that a new post can be read at once. Thread-safe.
 */
public final class ReconcilingTarget implements ShareTarget {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcilingTarget.class);

    private final ShareTarget target;
    private final ShareLedger ledger;
    private final ShareListener listener;
    private final Clock clock;
    private final Sleeper sleeper;
    private final List<Duration> looks;
    private final Duration lease;
    private final boolean resendWhenNotFound;

    private ReconcilingTarget(Builder builder) {
        this.target = builder.target;
        this.ledger = builder.ledger;
        this.listener = new SafeListener(builder.listener);
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.looks = builder.looks;
        this.lease = builder.lease;
        this.resendWhenNotFound = builder.resendWhenNotFound;
    }

    /** Wraps {@code target}; every attempt goes on record in {@code ledger}. */
    public static Builder around(ShareTarget target, ShareLedger ledger) {
        return new Builder(target, ledger);
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public Channel channel() {
        return target.channel();
    }

    @Override
    public Draft draft(Share share) {
        return target.draft(share);
    }

    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        ShareResult result = draft.refusal().orElseGet(() -> begin(draft, progress));
        listener.settled(draft, result);
        return result;
    }

    @Override
    public Lookup find(Draft draft, Instant since) {
        return target.find(draft, since);
    }

    @Override
    public ShareResult correct(Receipt receipt, Draft draft) {
        return target.correct(receipt, draft);
    }

    @Override
    public ShareResult retract(Receipt receipt) {
        return target.retract(receipt);
    }

    private ShareResult begin(Draft draft, Progress asked) {
        Begin begin;
        try {
            begin = ledger.begin(draft, clock.instant());
        } catch (RuntimeException e) {
            LOG.error("{}: the ledger cannot take the attempt on {}; nothing was sent", name(), draft, e);
            return new Rejected(
                    Reason.UNAVAILABLE,
                    "LEDGER_UNAVAILABLE",
                    "The ledger could not put the attempt on record, so nothing was sent to " + name() + ".",
                    "See the log for the ledger's error, then share again.",
                    null);
        }
        if (begin instanceof Begin.AlreadyShared already) {
            return new Shared(already.receipt(), Proof.RECORDED);
        } else if (begin instanceof Begin.Fresh fresh) {
            return resume(fresh.attempt(), draft, asked);
        }
        return afterDoubt(((Begin.InDoubt) begin).attempt(), draft);
    }

    /**
     * Goes on where an earlier attempt stopped. What the ledger has on record counts, since a caller's copy may be older;
     * only a person's decision to send the doubtful parts of that very record again goes beyond it.
     */
    private ShareResult resume(Attempt attempt, Draft draft, Progress asked) {
        Progress recorded = attempt.progress();
        if (recorded.isNone() || asked.equals(recorded.retryDoubtful())) {
            return send(attempt, draft, asked, List.of(), !recorded.inDoubt().isEmpty());
        } else if (recorded.inDoubt().isEmpty()) {
            return send(attempt, draft, recorded, List.of(), false);
        }
        Look look = look(draft, attempt, Parts.firstDoubt(recorded));
        if (look.found().size() > Parts.firstDoubt(recorded)) {
            return send(attempt, draft, Parts.after(look.found()), look.found(), false);
        }
        boolean resend = look.wasNotFound() && resendWhenNotFound;
        return send(attempt, draft, resend ? recorded.retryDoubtful() : recorded, List.of(), resend);
    }

    private ShareResult afterDoubt(Attempt doubtful, Draft draft) {
        Instant now = clock.instant();
        if (doubtful.result() == null && now.isBefore(doubtful.startedAt().plus(lease))) {
            return unknown(
                    "UNDER_WAY",
                    "Another attempt to share this with " + name() + " began at " + doubtful.startedAt()
                            + " and has not ended.",
                    doubtful.since());
        }
        if (!doubtful.fingerprint().equals(draft.fingerprint())) {
            return unknown(
                    "DRAFT_CHANGED",
                    "An earlier attempt on " + name() + " with another text may be out; this text was not sent.",
                    doubtful.since());
        }
        // Where it broke off is not on record: any part behind those that are shown may be out as well.
        int known = doubtful.result() == null ? draft.payload().size() - 1 : Parts.firstDoubt(doubtful.progress());
        Look look = look(draft, doubtful, known);
        if (Parts.areAll(draft, look.found())) {
            return settle(doubtful, Parts.shared(look.found()));
        }
        boolean resends = look.found().size() <= known;
        if (resends && !(look.wasNotFound() && resendWhenNotFound)) {
            return settle(doubtful, Parts.behind(look.found(), look.explain(outcomeOf(doubtful))));
        }
        return ledger.takeOver(doubtful, clock.instant())
                .map(next -> send(next, draft, Parts.after(look.found()), look.found(), resends))
                .orElseGet(() -> look.explain(outcomeOf(doubtful)));
    }

    /**
     * Sends what is left behind {@code out}, and looks at the channel as often as an outcome is unclear.
     *
     * @param resends whether the first part to be sent may be out already
     */
    private ShareResult send(Attempt attempt, Draft draft, Progress progress, List<Receipt> out, boolean resends) {
        listener.sending(draft);
        ShareResult answered = publishOnce(attempt, draft, progress);
        ShareResult result = Parts.behind(
                out,
                resends && answered instanceof Rejected rejected ? refusedAfterDoubt(attempt, rejected) : answered);
        while (true) {
            Unknown doubt = Parts.doubtOf(result);
            if (doubt == null) {
                return settle(attempt, result);
            }
            int known = Math.max(attempt.progress().next(), Parts.firstDoubt(Parts.progressOf(result)));
            Look look = look(draft, attempt, known);
            if (Parts.areAll(draft, look.found())) {
                return settle(attempt, Parts.shared(look.found()));
            }
            if (look.found().size() <= known) {
                return settle(attempt, Parts.withCause(result, look.explain(doubt)));
            }
            // The part in doubt is out: the rest goes on behind it.
            result = Parts.behind(look.found(), publishOnce(attempt, draft, Parts.after(look.found())));
        }
    }

    private ShareResult publishOnce(Attempt attempt, Draft draft, Progress progress) {
        try {
            return target.publish(draft, progress);
        } catch (RuntimeException e) {
            LOG.error("{}: publishing {} broke off", name(), draft, e);
            return unknown(
                    "TARGET_BROKE",
                    "Publishing to " + name() + " broke off: " + e.getClass().getName(),
                    attempt.since());
        }
    }

    /** Reads the channel on schedule until it shows more than the {@code known} parts, or cannot be told. */
    private Look look(Draft draft, Attempt attempt, int known) {
        List<Receipt> found = List.of();
        for (Duration wait : looks) {
            listener.looking(draft, wait);
            try {
                sleeper.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Look(found, "", false);
            }
            Lookup lookup = target.find(draft, attempt.since());
            listener.looked(draft, lookup);
            if (lookup instanceof Lookup.CannotTell cannotTell) {
                return new Look(found, cannotTell.why(), false);
            }
            found = lookup instanceof Lookup.Found there ? there.receipts() : found;
            if (found.size() > known) {
                return new Look(found, "", false);
            }
        }
        return new Look(
                found, "It was not found on " + name() + " in " + looks.size() + " looks, but may still appear.", true);
    }

    /** That nothing came of this attempt says nothing about the earlier one; as a duplicate it even hints at it. */
    private Unknown refusedAfterDoubt(Attempt attempt, Rejected rejected) {
        return rejected.reason() == Reason.DUPLICATE
                ? unknown(
                        "DUPLICATE_AFTER_DOUBT",
                        name() + " refused a second attempt as a duplicate (" + rejected.code()
                                + "): the first one seems to be out.",
                        attempt.since())
                : unknown(
                        "REFUSED_AFTER_DOUBT",
                        "An earlier attempt may be out, and a second one was refused: " + rejected.message()
                                + (rejected.retryAfter() == null
                                        ? ""
                                        : " That lasts until " + rejected.retryAfter() + "."),
                        attempt.since());
    }

    private Unknown outcomeOf(Attempt doubtful) {
        return doubtful.result() instanceof Unknown unknown
                ? unknown
                : unknown(
                        "BROKE_OFF",
                        "An attempt to share this with " + name() + " began at " + doubtful.startedAt()
                                + " and broke off.",
                        doubtful.since());
    }

    private ShareResult settle(Attempt attempt, ShareResult outcome) {
        ShareResult result = outcome;
        try {
            result = namedByItsFirstPart(attempt, outcome);
            ledger.settle(attempt, result);
        } catch (RuntimeException e) {
            // The outcome is known to the caller all the same; the ledger still has the attempt, so the next one looks.
            LOG.error("{}: the ledger could not note the outcome of attempt {}", name(), attempt.id(), e);
        }
        return result;
    }

    /** A thread is opened at its first post, be it one that an earlier attempt has sent. */
    private ShareResult namedByItsFirstPart(Attempt attempt, ShareResult result) {
        if (attempt.progress().isNone() || !(result instanceof Shared shared)) {
            return result;
        }
        return ledger.attempts(attempt.key()).stream()
                .filter(earlier -> earlier.target().equals(attempt.target())
                        && earlier.fingerprint().equals(attempt.fingerprint()))
                .map(Attempt::result)
                .flatMap(
                        earlier -> earlier instanceof PartlyShared partly ? partly.receipts().stream() : Stream.empty())
                .findFirst()
                .map(first -> (ShareResult) new Shared(first, shared.proof()))
                .orElse(result);
    }

    private static Unknown unknown(String code, String message, Instant since) {
        return new Unknown(new Evidence(code, message, since));
    }

    /** Collects a reconciling target; not thread-safe. */
    public static final class Builder {

        private final ShareTarget target;
        private final ShareLedger ledger;
        private ShareListener listener = ShareListener.NONE;
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.SYSTEM;
        private List<Duration> looks = List.of(
                Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(210));
        private Duration lease = Duration.ofMinutes(10);
        private boolean resendWhenNotFound;

        private Builder(ShareTarget target, ShareLedger ledger) {
            this.target = target;
            this.ledger = ledger;
        }

        /** Who hears about it; default nobody. */
        public Builder listener(ShareListener hearing) {
            listener = hearing;
            return this;
        }

        /** The clock; default the system's. */
        public Builder clock(Clock ticking) {
            clock = ticking;
            return this;
        }

        /** How to wait between looks; default for real. */
        public Builder sleeper(Sleeper waiting) {
            sleeper = waiting;
            return this;
        }

        /** The wait before each look; default 10, 20, 60 and 210 s, which is 10, 30, 90 and 300 s after the attempt. */
        public Builder looks(List<Duration> waits) {
            looks = List.copyOf(waits);
            return this;
        }

        /** How long an attempt without outcome counts as under way rather than broken off; default 10 minutes. */
        public Builder lease(Duration longestAttempt) {
            lease = longestAttempt;
            return this;
        }

        /** Whether a share that no look has found is sent once more by the next call; default no: a person decides. */
        public Builder resendWhenNotFound(boolean resend) {
            resendWhenNotFound = resend;
            return this;
        }

        /** The target. */
        public ReconcilingTarget build() {
            return new ReconcilingTarget(this);
        }
    }
}
