package io.sharewire;

import io.sharewire.ShareLedger.Begin;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            return send(fresh.attempt(), draft, resume(fresh.attempt().progress(), asked));
        }
        return afterDoubt(((Begin.InDoubt) begin).attempt(), draft);
    }

    /**
     * What the ledger has on record counts, since a caller's copy may be older; only a person's decision to send the
     * doubtful parts of that very record again goes beyond it.
     */
    private static Progress resume(Progress recorded, Progress asked) {
        return recorded.isNone() || asked.equals(recorded.retryDoubtful()) ? asked : recorded;
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
        ShareResult looked = look(draft, doubtful, outcomeOf(doubtful));
        if (looked instanceof Unknown && !resendWhenNotFound) {
            settle(doubtful, looked);
            return looked;
        } else if (looked instanceof Unknown unknown) {
            return wasNotFound(unknown) ? sendAgain(doubtful, draft, unknown) : unknown;
        }
        settle(doubtful, looked);
        return looked;
    }

    private ShareResult sendAgain(Attempt doubtful, Draft draft, Unknown unknown) {
        Optional<Attempt> next = ledger.takeOver(doubtful, clock.instant());
        return next.isEmpty() ? unknown : send(next.get(), draft, next.get().progress());
    }

    private ShareResult send(Attempt attempt, Draft draft, Progress progress) {
        listener.sending(draft);
        ShareResult result;
        try {
            result = target.publish(draft, progress);
        } catch (RuntimeException e) {
            LOG.error("{}: publishing {} broke off", name(), draft, e);
            result = unknown(
                    "TARGET_BROKE",
                    "Publishing to " + name() + " broke off: " + e.getClass().getName(),
                    attempt.since());
        }
        if (result instanceof Unknown unknown) {
            result = look(draft, attempt, unknown);
        } else if (attempt.followsDoubt()
                && result instanceof Rejected rejected
                && rejected.reason() == Reason.DUPLICATE) {
            result = look(draft, attempt, (Unknown) unknown(
                    "DUPLICATE_AFTER_DOUBT",
                    name() + " refused a second attempt as a duplicate (" + rejected.code()
                            + "): the first one seems to be out.",
                    attempt.since()));
        }
        settle(attempt, result);
        return result;
    }

    /** Reads the channel on schedule until it is found or cannot be told; otherwise what was known stays known. */
    private ShareResult look(Draft draft, Attempt attempt, Unknown before) {
        for (Duration wait : looks) {
            listener.looking(draft, wait);
            try {
                sleeper.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return before;
            }
            Lookup lookup = target.find(draft, attempt.since());
            listener.looked(draft, lookup);
            if (lookup instanceof Lookup.Found found && !found.receipts().isEmpty()) {
                return new Shared(found.receipts().get(0), Proof.FOUND);
            } else if (lookup instanceof Lookup.CannotTell cannotTell) {
                return unknown(
                        before.evidence().code(),
                        before.evidence().message() + " " + cannotTell.why(),
                        attempt.since());
            }
        }
        return unknown(
                NOT_FOUND,
                before.evidence().message() + " It was not found on " + name() + " in " + looks.size()
                        + " looks, but may still appear.",
                attempt.since());
    }

    private static final String NOT_FOUND = "NOT_FOUND_YET";

    private static boolean wasNotFound(Unknown unknown) {
        return unknown.evidence().code().equals(NOT_FOUND);
    }

    private Unknown outcomeOf(Attempt doubtful) {
        return doubtful.result() instanceof Unknown unknown
                ? unknown
                : (Unknown) unknown(
                        "BROKE_OFF",
                        "An attempt to share this with " + name() + " began at " + doubtful.startedAt()
                                + " and broke off.",
                        doubtful.since());
    }

    private void settle(Attempt attempt, ShareResult result) {
        try {
            ledger.settle(attempt, result);
        } catch (RuntimeException e) {
            // The outcome is known to the caller all the same; the ledger still has the attempt, so the next one looks.
            LOG.error("{}: the ledger could not note the outcome of attempt {}", name(), attempt.id(), e);
        }
    }

    private static ShareResult unknown(String code, String message, Instant since) {
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
