package io.sharewire.mail;

import io.sharewire.Evidence;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the books of one batch: who has the mail, who was refused, who is in doubt, and so what came of it as a whole.
 *
 * <p>A refused recipient stays pending: nobody is forgotten because the rest of the list went well. Of a {@link MailList}
 * the listener is told who was refused, and only their number is kept. At most a thousand receipts are kept.
 */
final class MailRun {

    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    private static final int RECEIPTS = 1_000;
    private static final int NAMED = 5;

    private final Progress before;
    private final Recipients recipients;
    private final MailListener listener;
    private final Instant began;
    private final List<Receipt> receipts = new ArrayList<>();
    private final TreeSet<Integer> pending;
    private final TreeSet<Integer> inDoubt;
    private final List<String> refused = new ArrayList<>();
    private int next;
    private int refusals;
    private @Nullable String lastId;
    private @Nullable Rejected refusal;
    private @Nullable ShareResult stop;
    private @Nullable Rejected unheard;

    MailRun(Progress before, Recipients recipients, MailListener listener, Instant began) {
        this.before = before;
        this.recipients = recipients;
        this.listener = listener;
        this.began = began;
        this.pending = new TreeSet<>(before.pending());
        this.inDoubt = new TreeSet<>(before.inDoubt());
        this.next = before.next();
        this.lastId = before.lastId();
    }

    /** Whether the next recipient may be tried. */
    boolean goesOn() {
        return stop == null && unheard == null;
    }

    /** The first recipient that was never tried. */
    int next() {
        return next;
    }

    /** Before the first byte; nothing is sent if the listener cannot take it. */
    void sending(Recipient one) {
        tell(() -> listener.sending(one.index(), one.address()));
    }

    void accepted(Recipient one, Receipt receipt) {
        settle(one);
        lastId = receipt.id();
        if (receipts.size() < RECEIPTS) {
            receipts.add(receipt);
        }
        tell(() -> listener.accepted(one.index(), one.address(), receipt.id()));
    }

    /**
     * This recipient does not get it; the others may.
     *
     * @param name what to call the recipient in a result
     */
    void refused(Recipient one, String name, Rejected why) {
        settle(one);
        if (!recipients.isList()) {
            pending.add(one.index());
        }
        refusals++;
        if (refused.size() < NAMED) {
            refused.add(name + " (" + why.code() + ")");
        }
        // The refusal that passes is the one to act upon.
        if (refusal == null || (refusal.retryAfter() == null && why.retryAfter() != null)) {
            refusal = why;
        }
        tell(() -> listener.refused(one.index(), one.address(), why));
    }

    void inDoubt(Recipient one, Unknown why) {
        settle(one);
        inDoubt.add(one.index());
        stop = why;
        tell(() -> listener.inDoubt(one.index(), one.address(), why));
    }

    /** This recipient was not tried, or is proven not to have it, and nobody else would get it now. */
    void stopped(Recipient one, Rejected why) {
        pending.add(one.index());
        stop = stop == null ? why : stop;
        tell(() -> listener.stopped(one.index(), one.address(), why));
    }

    /** The list itself cannot be read on; nobody behind this point was tried. */
    void broken(Rejected why) {
        stop = why;
    }

    /**
     * What came of it.
     *
     * @param nothingLeft the receipt to show if this batch had nothing left to send
     */
    ShareResult result(Receipt nothingLeft) {
        ShareResult cause = cause();
        if (cause == null) {
            return receipts.isEmpty() ? new Shared(nothingLeft, Proof.RECORDED) : new Shared(receipts.get(0));
        }
        return isPartOut() || mayGoOn() ? new PartlyShared(receipts, progress(), cause) : cause;
    }

    private boolean isAnybodyLeft() {
        return next < recipients.size() || !pending.isEmpty();
    }

    /** Whether anybody has the mail, from this attempt or an earlier one. */
    private boolean isPartOut() {
        return lastId != null
                || before.next() > before.pending().size() + before.inDoubt().size();
    }

    /** Whether there is a doubt about one recipient that must not keep the others from their mail. */
    private boolean mayGoOn() {
        return !inDoubt.isEmpty() && recipients.size() > 1;
    }

    private void settle(Recipient one) {
        pending.remove(one.index());
        next = Math.max(next, one.index() + 1);
    }

    private void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            LOG.error("A mail listener broke; the batch stops here", e);
            unheard = new Rejected(
                    Reason.UNAVAILABLE,
                    "LISTENER_BROKE",
                    "The listener of the batch broke (" + e.getClass().getName() + "), so it was stopped.",
                    "See the log, then send the rest.",
                    null);
        }
    }

    private Progress progress() {
        // Whoever stands behind the last one that was tried is still to be sent to anyway.
        return new Progress(next, lastId, List.copyOf(inDoubt), List.copyOf(pending.headSet(next)));
    }

    private @Nullable ShareResult cause() {
        if (stop != null) {
            return stop;
        } else if (unheard != null && isAnybodyLeft()) {
            return unheard;
        } else if (refusal != null) {
            return refusals == 1 ? refusal : summary(refusal);
        } else if (!before.inDoubt().isEmpty()) {
            return new Unknown(new Evidence(
                    "STILL_IN_DOUBT",
                    before.inDoubt().size() + " recipients may have the mail from an earlier attempt; it was not sent"
                            + " to them again.",
                    began));
        }
        return null;
    }

    private Rejected summary(Rejected first) {
        String more = refusals > refused.size() ? " and " + (refusals - refused.size()) + " more" : "";
        return new Rejected(
                first.reason(),
                first.code(),
                refusals + " recipients were refused: " + String.join(", ", refused) + more + ". " + first.message(),
                first.remedy(),
                first.retryAfter());
    }
}
