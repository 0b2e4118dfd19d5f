package io.sharewire.cli;

import io.sharewire.Problem;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem in the documented JSON shape, and as a line under what it is about. */
final class ProblemRow {

    private ProblemRow() {}

    static Map<String, @Nullable Object> toJson(Problem problem) {
        return DraftRow.ordered(
                "severity",
                problem.severity().name().toLowerCase(Locale.ROOT),
                "code",
                problem.code(),
                "message",
                problem.message(),
                "remedy",
                problem.remedy());
    }

    static void print(Problem problem, Terminal terminal) {
        terminal.out()
                .println("   "
                        + terminal.coloured(
                                problem.isError() ? "error: " : "note: ",
                                problem.isError() ? Terminal.Colour.RED : Terminal.Colour.YELLOW)
                        + problem.message() + " " + problem.remedy());
    }
}
