package io.sharewire;

import io.sharewire.ShareResult.Rejected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds an account back after its platform has said so: until a time, or until a person lets it go on.
 *
 * <p>Platforms prolong a block when they are asked again during it, so nothing is sent meanwhile. One per account, shared
 * by whatever sends for it in this process. Thread-safe.
 */
public final class Pace {

    private @Nullable Rejected held;

    /** An account that may send. */
    public Pace() {}

    /**
     * Takes note of an outcome: a refusal for its rate or quota holds the account until its {@code retryAfter}, or, if it
     * has none, until {@link #resume}. An earlier hold that lasts longer stays.
     */
    public synchronized void observe(ShareResult result) {
        if (result instanceof Rejected rejected
                && (rejected.reason() == Reason.RATE_LIMITED || rejected.reason() == Reason.QUOTA_EXHAUSTED)) {
            hold(rejected);
        }
    }

    /** Holds the account: whoever asks until then gets this very refusal. */
    public synchronized void hold(Rejected refusal) {
        if (held == null || isLonger(refusal, held)) {
            held = refusal;
        }
    }

    /** Lets the account go on, after somebody has mended what held it. */
    public synchronized void resume() {
        held = null;
    }

    /** The refusal to answer without asking the platform; empty if the account may send. */
    public synchronized Optional<ShareResult> refusal(Instant now) {
        if (held != null && held.retryAfter() != null && !now.isBefore(held.retryAfter())) {
            held = null;
        }
        return Optional.ofNullable(held);
    }

    private static boolean isLonger(Rejected one, Rejected other) {
        return other.retryAfter() != null
                && (one.retryAfter() == null || one.retryAfter().isAfter(other.retryAfter()));
    }
}
