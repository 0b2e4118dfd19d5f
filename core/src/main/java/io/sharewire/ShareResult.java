package io.sharewire;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an attempt to share: four cases, none of them a guess.
 *
 * <p>No case holds a credential. Immutable and thread-safe.
 */
public sealed interface ShareResult {

    /**
     * It is out.
     *
     * @param receipt the proof
     * @param proof how this is known
     */
    record Shared(Receipt receipt, Proof proof) implements ShareResult {

        /** The platform accepted it in this very attempt. */
        public Shared(Receipt receipt) {
            this(receipt, Proof.ACCEPTED);
        }

        /** Whether it had been shared before this request and nothing was sent now. */
        public boolean already() {
            return proof == Proof.RECORDED;
        }
    }

    /**
     * Part of a thread or a list is out.
     *
     * @param receipts proofs of the parts that are out, in order
     * @param progress resumes the rest
     * @param cause why it stopped: a {@link Rejected} or an {@link Unknown}
     */
    record PartlyShared(List<Receipt> receipts, Progress progress, ShareResult cause) implements ShareResult {

        /** Takes a copy. */
        public PartlyShared {
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * It is proven not to be out.
     *
     * @param reason what kind of refusal
     * @param code the platform's or our own code, e.g. {@code 190/463} or {@code TEXT_TOO_LONG}
     * @param message what was attempted and what was refused
     * @param remedy the way out
     * @param retryAfter not before this time; null if waiting does not help or no time is known
     */
    record Rejected(
            Reason reason,
            String code,
            String message,
            String remedy,
            @Nullable Instant retryAfter) implements ShareResult {}

    /**
     * It may or may not be out.
     *
     * @param evidence what was seen
     */
    record Unknown(Evidence evidence) implements ShareResult {}

    /** How it is known that something is out. */
    enum Proof {
        /** The platform's own answer to this attempt. */
        ACCEPTED,
        /** It was found on the channel after the answer had been lost. */
        FOUND,
        /** The ledger knows of an earlier attempt; nothing was sent now. */
        RECORDED
    }

    /** Answers by case; the compiler sees to it that none is forgotten. */
    default <T> T fold(
            Function<Shared, T> shared,
            Function<PartlyShared, T> partlyShared,
            Function<Rejected, T> rejected,
            Function<Unknown, T> unknown) {
        if (this instanceof Shared s) {
            return shared.apply(s);
        } else if (this instanceof PartlyShared p) {
            return partlyShared.apply(p);
        } else if (this instanceof Rejected r) {
            return rejected.apply(r);
        }
        return unknown.apply((Unknown) this);
    }

    /**
     * The receipt of a share that is wholly out.
     *
     * @throws ShareFailedException in the other three cases, with this result
     */
    default Receipt orElseThrow() {
        if (this instanceof Shared shared) {
            return shared.receipt();
        }
        throw new ShareFailedException(this);
    }
}
