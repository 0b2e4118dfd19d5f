package io.sharewire.kakao;

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
 * Keeps the books of one list of receivers: who has the message, who was refused, who is in doubt, and so what came of it
 * as a whole.
 *
 * <p>The parts of the {@link Progress} are the receivers. A refused one stays pending; one in doubt is never sent to again
 * unless a person decides.
 */
final class KakaoRun {

    private final Progress before;
    private final Instant began;
    private final List<Receipt> receipts = new ArrayList<>();
    /** Who is not known to have it, tried or not. */
    private final TreeSet<Integer> open = new TreeSet<>();

    private final TreeSet<Integer> inDoubt;
    private final List<String> refused = new ArrayList<>();
    private int next;
    private @Nullable String lastId;
    private @Nullable Rejected refusal;
    private @Nullable ShareResult stop;

    /** The books of {@code receivers} receivers, some of whom are settled. */
    KakaoRun(int receivers, Progress before, Instant began) {
        this.before = before;
        this.began = began;
        before.remaining(receivers).forEach(open::add);
        this.inDoubt = new TreeSet<>(before.inDoubt());
        this.next = before.next();
        this.lastId = before.lastId();
    }

    /** Whom to try, in order. */
    List<Integer> open() {
        return List.copyOf(open);
    }

    /** Whether further receivers may be tried. */
    boolean goesOn() {
        return stop == null;
    }

    void reached(int index, Receipt receipt) {
        settle(index);
        lastId = receipt.id();
        receipts.add(receipt);
    }

    void refused(int index, String uuid, Rejected why) {
        next = Math.max(next, index + 1);
        refused.add(uuid + " (" + why.code() + ")");
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

    /** Whoever is left is proven not to have it, and would not get it now; a doubt found before counts for more. */
    void stopped(Rejected why) {
        if (!(stop instanceof Unknown)) {
            stop = why;
        }
    }

    /**
     * What came of it.
     *
     * @param nothingLeft the receipt to show if there was nothing left to send
     */
    ShareResult result(Receipt nothingLeft) {
        ShareResult cause = cause();
        if (cause == null) {
            return receipts.isEmpty() ? new Shared(nothingLeft, Proof.RECORDED) : new Shared(receipts.get(0));
        }
        return lastId == null
                ? cause
                : new PartlyShared(
                        receipts,
                        new Progress(next, lastId, List.copyOf(inDoubt), List.copyOf(open.headSet(next))),
                        cause);
    }

    private void settle(int index) {
        open.remove(index);
        next = Math.max(next, index + 1);
    }

    private @Nullable ShareResult cause() {
        if (stop != null) {
            return stop;
        } else if (refusal != null) {
            return refused.size() == 1 ? refusal : summary(refusal);
        } else if (!before.inDoubt().isEmpty()) {
            return new Unknown(new Evidence(
                    "STILL_IN_DOUBT",
                    before.inDoubt().size() + " receivers may have the message from an earlier attempt; it was not"
                            + " sent to them again.",
                    began));
        }
        return null;
    }

    private Rejected summary(Rejected first) {
        return new Rejected(
                first.reason(),
                first.code(),
                refused.size() + " receivers were refused: " + String.join(", ", refused) + ". " + first.message(),
                first.remedy(),
                first.retryAfter());
    }
}
