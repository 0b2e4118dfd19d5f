package io.sharewire.cli;

import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.ShareListener;
import io.sharewire.ShareResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One line on a terminal that says where each target is; it is wiped when all are settled. */
final class ProgressLine implements ShareListener {

    private final PrintStream err;
    private final Map<String, String> states = new LinkedHashMap<>();

    ProgressLine(PrintStream err) {
        this.err = err;
    }

    @Override
    public void sending(Draft draft) {
        show(draft, "sending");
    }

    @Override
    public void looking(Draft draft, Duration wait) {
        show(draft, "unclear, looking in " + wait.toSeconds() + " s");
    }

    @Override
    public void looked(Draft draft, Lookup lookup) {
        show(draft, "looked");
    }

    @Override
    public void settled(Draft draft, ShareResult result) {
        show(draft, ResultRow.of(draft.target(), result).status());
    }

    synchronized void wipe() {
        err.print("\r\u001B[K");
        err.flush();
    }

    private synchronized void show(Draft draft, String state) {
        states.put(draft.target(), state);
        String line = states.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("  "));
        err.print("\r\u001B[K" + Columns.cut(line, 78));
        err.flush();
    }
}
