package io.sharewire;

import io.sharewire.ShareLedger.Begin;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger answers, whatever it is kept in: every implementation decides by these rules and only stores by itself.
 *
 * <p>Pure and thread-safe.
 */
public final class LedgerRules {

    private LedgerRules() {}

    /**
     * The answer to {@link ShareLedger#begin}.
     *
     * @param latest the latest attempt of the same key and target; null if there is none
     * @param id the id a new attempt would get
     */
    public static Begin begin(@Nullable Attempt latest, Draft draft, Instant now, String id) {
        if (latest == null) {
            return fresh(draft, now, now, id, Progress.none());
        }
        ShareResult result = latest.result();
        if (result instanceof Shared shared) {
            return new Begin.AlreadyShared(shared.receipt());
        } else if (result instanceof PartlyShared partly) {
            return goOn(latest, partly.progress(), draft, now, id);
        } else if (result instanceof Rejected && !latest.progress().isNone()) {
            return goOn(latest, latest.progress(), draft, now, id);
        } else if (result instanceof Rejected && !latest.followsDoubt()) {
            return fresh(draft, now, now, id, Progress.none());
        }
        return new Begin.InDoubt(latest);
    }

    /** Progress counts the parts of one payload: with another text it would resume the wrong ones. */
    private static Begin goOn(Attempt latest, Progress progress, Draft draft, Instant now, String id) {
        return latest.fingerprint().equals(draft.fingerprint())
                ? fresh(draft, now, progress.inDoubt().isEmpty() ? now : latest.since(), id, progress)
                : new Begin.InDoubt(latest);
    }

    /** The attempt that replaces a doubtful one. */
    public static Attempt successor(Attempt doubtful, Instant now, String id) {
        return new Attempt(
                id,
                doubtful.key(),
                doubtful.target(),
                doubtful.fingerprint(),
                now,
                doubtful.since(),
                doubtful.progress(),
                null);
    }

    private static Begin fresh(Draft draft, Instant now, Instant since, String id, Progress progress) {
        return new Begin.Fresh(
                new Attempt(id, draft.key(), draft.target(), draft.fingerprint(), now, since, progress, null));
    }
}
