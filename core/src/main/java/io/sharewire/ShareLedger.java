package io.sharewire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers every attempt before it is made, so that no share goes out twice: not after a restart, not from two threads,
 * not from two nodes that use the same ledger.
 *
 * <p>Implementations are thread-safe; {@link #begin} and {@link #takeOver} are atomic per key and target.
 */
public interface ShareLedger {

    /** What the ledger says when somebody wants to send. */
    sealed interface Begin {

        /**
         * Go ahead: the attempt is on record. Its progress says which parts an earlier attempt had settled.
         *
         * @param attempt the new attempt
         */
        record Fresh(Attempt attempt) implements Begin {}

        /**
         * Do not send: it is out.
         *
         * @param receipt the proof
         */
        record AlreadyShared(Receipt receipt) implements Begin {}

        /**
         * Do not send: an earlier attempt is under way, broke off or ended without a clear outcome. Look first.
         *
         * @param attempt the earlier attempt
         */
        record InDoubt(Attempt attempt) implements Begin {}
    }

    /** Puts an attempt on record, unless an earlier one of the same key and target stands in the way. */
    Begin begin(Draft draft, Instant now);

    /** Notes what came of an attempt. */
    void settle(Attempt attempt, ShareResult result);

    /**
     * Replaces a doubtful attempt by a new one, after the channel was looked at or a person decided.
     *
     * @return the new attempt; empty if somebody else was faster
     */
    Optional<Attempt> takeOver(Attempt doubtful, Instant now);

    /** Every attempt of a key, oldest first. */
    List<Attempt> attempts(String key);
}
