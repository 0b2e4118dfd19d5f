package io.sharewire;

import java.time.Instant;

/**
 * One account on one channel: the interface every channel implements.
 *
 * <p>Implementations are thread-safe, make one attempt per call and never repeat a request by themselves. What goes wrong
 * out there is a {@link ShareResult}; exceptions are for programmers' errors only.
 */
public interface ShareTarget extends Drafter {

    /** Unique per account: {@code facebook}, {@code facebook:sports}. */
    String name();

    /** The kind of place this is. */
    Channel channel();

    @Override
    Draft draft(Share share);

    /** One attempt to send what the draft holds. A draft with an error is refused before any byte is sent. */
    default ShareResult publish(Draft draft) {
        return publish(draft, Progress.none());
    }

    /**
     * One attempt to send the parts of a draft that {@code progress} does not list as settled.
     *
     * <p>Receipts are of the parts sent in this call. Once a part is out, here or before, an unclear later one is {@link
     * ShareResult.PartlyShared} with that part in doubt.
     *
     * @throws IllegalArgumentException if the draft was made by another target
     */
    ShareResult publish(Draft draft, Progress progress);

    /**
     * Looks whether {@code draft} is on the channel. Of a draft with several parts it finds those that are there, from the
     * first on without a gap.
     *
     * @param since when the first attempt began, by the caller's clock; implementations allow for a minute of skew
     */
    default Lookup find(Draft draft, Instant since) {
        return new Lookup.CannotTell(channel() + " cannot be read back; look at the channel yourself.");
    }

    /** Changes what is out to what the draft says. Not supported unless the channel says so. */
    default ShareResult correct(Receipt receipt, Draft draft) {
        return unsupported("correct");
    }

    /** Takes back what is out. Not supported unless the channel says so. */
    default ShareResult retract(Receipt receipt) {
        return unsupported("retract");
    }

    private ShareResult unsupported(String what) {
        return new ShareResult.Rejected(
                Reason.UNSUPPORTED,
                "UNSUPPORTED",
                name() + " cannot " + what + " what is out.",
                "Do it on the platform itself.",
                null);
    }
}
