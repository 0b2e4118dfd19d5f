package io.sharewire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as the ledger has it on record, from before its first byte.
 *
 * @param id unique in the ledger
 * @param key the share's key
 * @param target the target's name
 * @param fingerprint of the draft that is sent
 * @param startedAt when it was put on record
 * @param since when the first attempt that may be out began: a look at the channel goes back to here. Earlier than
 *     {@code startedAt} if this attempt follows a doubtful one
 * @param progress what an earlier attempt had already settled
 * @param result what came of it; null while it is under way, or if the process died in the middle
 */
public record Attempt(
        String id,
        String key,
        String target,
        String fingerprint,
        Instant startedAt,
        Instant since,
        Progress progress,
        @Nullable ShareResult result) {

    /** Whether an earlier attempt of the same share may be out. */
    public boolean followsDoubt() {
        return since.isBefore(startedAt);
    }

    /** The same attempt with its outcome. */
    public Attempt settled(ShareResult outcome) {
        return new Attempt(id, key, target, fingerprint, startedAt, since, progress, outcome);
    }
}
