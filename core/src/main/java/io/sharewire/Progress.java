package io.sharewire;

import io.sharewire.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far a draft of several parts (a thread, a recipient list) got; small, and the handle to resume it.
 *
 * <p>Every part before {@link #next} is settled, except those {@link #inDoubt}: they may be out, and are not sent again
 * unless {@link #retryDoubtful} asks for it.
 *
 * @param next index of the first part that was never tried
 * @param lastId the id of the last part known to be out; null if none is, or ids do not matter
 * @param inDoubt indexes below {@code next} of which it is not known whether they are out, ascending
 * @param pending indexes below {@code next} that are to be sent (again), ascending
 */
public record Progress(int next, @Nullable String lastId, List<Integer> inDoubt, List<Integer> pending) {

    private static final Progress NONE = new Progress(0, null, List.of(), List.of());

    /** Takes copies. */
    public Progress {
        inDoubt = List.copyOf(inDoubt);
        pending = List.copyOf(pending);
    }

    /** Nothing was tried yet. */
    public static Progress none() {
        return NONE;
    }

    /** Reads what {@link #toJson} wrote. */
    public static Progress fromJson(String json) {
        Wire wire = Json.require(json, Wire.class);
        return new Progress(
                wire.next,
                wire.lastId,
                wire.inDoubt == null ? List.of() : wire.inDoubt,
                wire.pending == null ? List.of() : wire.pending);
    }

    /** One line of JSON, for a ledger. */
    public String toJson() {
        return Json.write(new Wire(next, lastId, inDoubt, pending));
    }

    /** Whether nothing was tried yet. */
    public boolean isNone() {
        return next == 0;
    }

    /** The indexes still to be sent of a draft with {@code parts} parts, ascending. */
    public IntStream remaining(int parts) {
        return IntStream.concat(pending.stream().mapToInt(Integer::intValue), IntStream.range(next, parts));
    }

    /** The same progress, with the parts in doubt to be sent again: only ever a person's decision. */
    public Progress retryDoubtful() {
        List<Integer> again = new ArrayList<>(pending);
        again.addAll(inDoubt);
        again.sort(null);
        return new Progress(next, lastId, List.of(), again);
    }

    private record Wire(
            int next,
            @Nullable String lastId,
            @Nullable List<Integer> inDoubt,
            @Nullable List<Integer> pending) {}
}
