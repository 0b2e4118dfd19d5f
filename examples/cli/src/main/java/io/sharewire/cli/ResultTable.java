package io.sharewire.cli;

import io.sharewire.Receipt;
import java.util.List;
import java.util.function.Function;

/** What came of a share, one aligned row per target; under a row that failed, why and what to do. */
final class ResultTable {

    private ResultTable() {}

    static void print(List<ResultRow> rows, String key, Terminal terminal) {
        int target = width(rows, ResultRow::target);
        int status = width(rows, ResultRow::status);
        int id = width(rows, ResultTable::id);
        for (ResultRow row : rows) {
            terminal.out()
                    .println((Columns.padded(row.target(), target) + "  "
                                    + terminal.coloured(Columns.padded(row.status(), status), colour(row)) + "  "
                                    + Columns.padded(id(row), id) + "  " + url(row))
                            .stripTrailing());
            if (row.message() != null) {
                terminal.out().println(" ".repeat(target + 2) + row.message());
                terminal.out().println(" ".repeat(target + 2) + row.remedy() + until(row));
            }
        }
        terminal.out().println(terminal.coloured("key " + key, Terminal.Colour.FAINT));
    }

    private static String until(ResultRow row) {
        return row.rejected() == null || row.rejected().retryAfter() == null
                ? ""
                : " Not before " + row.rejected().retryAfter() + ".";
    }

    private static String id(ResultRow row) {
        Receipt receipt = row.receipt();
        return receipt == null ? "" : receipt.id();
    }

    private static String url(ResultRow row) {
        Receipt receipt = row.receipt();
        return receipt == null || receipt.url() == null ? "" : receipt.url();
    }

    private static Terminal.Colour colour(ResultRow row) {
        if (row.isUnknown()) {
            return Terminal.Colour.YELLOW;
        }
        return row.isRejected() ? Terminal.Colour.RED : Terminal.Colour.GREEN;
    }

    private static int width(List<ResultRow> rows, Function<ResultRow, String> cell) {
        return rows.stream().map(cell).mapToInt(Columns::width).max().orElse(0);
    }
}
