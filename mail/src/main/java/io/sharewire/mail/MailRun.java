package io.sharewire.mail;

import io.sharewire.Evidence;
import io.sharewire.Progress;
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

/**
 * Keeps the books of one batch: who has the mail, who was refused, who is in doubt, and so what came of it as a whole.
 *
 * <p>A refused recipient stays pending: nobody is forgotten because the rest of the list went well. At most a thousand
 * receipts are kept, so that a list may have a million recipients.
 */
final class MailRun {

    private static final int RECEIPTS = 1_000;
    private static final int NAMED = 5;

    private final Progress before;
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

    MailRun(Progress before, Instant began) {
        this.before = before;
        this.began = began;
        this.pending = new TreeSet<>(before.pending());
        this.inDoubt = new TreeSet<>(before.inDoubt());
        this.next = before.next();
        this.lastId = before.lastId();
    }

    /** Whether the next recipient may be tried. */
    boolean goesOn() {
        return stop == null;
    }

    void accepted(int index, Receipt receipt) {
        settle(index);
        lastId = receipt.id();
        if (receipts.size() < RECEIPTS) {
            receipts.add(receipt);
        }
    }

    void refused(int index, String recipient, Rejected why) {
        settle(index);
        pending.add(index);
        refusals++;
        if (refused.size() < NAMED) {
            refused.add(recipient + " (" + why.code() + ")");
        }
        // The refusal that passes is the one to act upon.
        if (refusal == null || (refusal.retryAfter() == null && why.retryAfter() != null)) {
            refusal = why;
        }
    }

    void inDoubt(int index, Unknown why) {
        settle(index);
        inDoubt.add(index);
        stop = why;
    }

    /** This recipient was not tried, or is proven not to have it, and nobody else would get it now. */
    void stopped(Rejected why) {
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
        return lastId == null ? cause : new PartlyShared(receipts, progress(), cause);
    }

    private void settle(int index) {
        pending.remove(index);
        next = Math.max(next, index + 1);
    }

    private Progress progress() {
        return new Progress(next, lastId, List.copyOf(inDoubt), List.copyOf(pending));
    }

    private @Nullable ShareResult cause() {
        if (stop != null) {
            return stop;
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
