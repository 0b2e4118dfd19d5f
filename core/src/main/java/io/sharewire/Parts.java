package io.sharewire;

import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a draft of several parts, put together from what is known of some of them. */
final class Parts {

    private Parts() {}

    /** Whether these are all parts of the draft. */
    static boolean areAll(Draft draft, List<Receipt> out) {
        return out.size() >= draft.payload().size();
    }

    /** Everything is out, as a look has shown. */
    static ShareResult shared(List<Receipt> out) {
        return new Shared(out.get(0), Proof.FOUND);
    }

    /** The progress that goes on behind these parts. */
    static Progress after(List<Receipt> out) {
        return out.isEmpty()
                ? Progress.none()
                : new Progress(out.size(), out.get(out.size() - 1).id(), List.of(), List.of());
    }

    /** What is known of the whole, once these parts are out and the rest came to {@code result}. */
    static ShareResult behind(List<Receipt> out, ShareResult result) {
        if (out.isEmpty()) {
            return result;
        } else if (result instanceof Shared) {
            return shared(out);
        } else if (result instanceof PartlyShared partly) {
            List<Receipt> all = new ArrayList<>(out);
            all.addAll(partly.receipts());
            return new PartlyShared(all, partly.progress(), partly.cause());
        }
        Progress progress = result instanceof Unknown
                ? new Progress(out.size() + 1, after(out).lastId(), List.of(out.size()), List.of())
                : after(out);
        return new PartlyShared(out, progress, result);
    }

    /** The doubt in a result; null if everything about it is known. */
    static @Nullable Unknown doubtOf(ShareResult result) {
        if (result instanceof PartlyShared partly) {
            return partly.progress().inDoubt().isEmpty() ? null : doubtOf(partly.cause());
        }
        return result instanceof Unknown unknown ? unknown : null;
    }

    static Progress progressOf(ShareResult result) {
        return result instanceof PartlyShared partly ? partly.progress() : Progress.none();
    }

    /** How many parts are settled before the first one in doubt. */
    static int firstDoubt(Progress progress) {
        return progress.inDoubt().isEmpty()
                ? progress.next()
                : progress.inDoubt().get(0);
    }

    /** The same result with what a look has added to its cause. */
    static ShareResult withCause(ShareResult result, Unknown cause) {
        return result instanceof PartlyShared partly
                ? new PartlyShared(partly.receipts(), partly.progress(), cause)
                : cause;
    }
}
