package io.sharewire.cli;

import io.sharewire.Receipt;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one target, as the command shows it.
 *
 * @param status {@code shared}, {@code already-shared}, {@code partly-shared}, {@code rejected} or {@code unknown}
 */
record ResultRow(
        String target,
        String status,
        @Nullable Receipt receipt,
        @Nullable Rejected rejected,
        @Nullable Unknown unknown) {

    private static final String LOOK =
            "Run the same command again: it looks at the channel before it sends anything.";

    static ResultRow of(String target, ShareResult result) {
        return result.fold(
                shared -> new ResultRow(
                        target, shared.already() ? "already-shared" : "shared", shared.receipt(), null, null),
                partly -> {
                    ResultRow cause = of(target, partly.cause());
                    Receipt first = partly.receipts().isEmpty() ? null : partly.receipts().get(0);
                    return new ResultRow(target, "partly-shared", first, cause.rejected, cause.unknown);
                },
                rejected -> new ResultRow(target, "rejected", null, rejected, null),
                unknown -> new ResultRow(target, "unknown", null, null, unknown));
    }

    boolean isUnknown() {
        return unknown != null;
    }

    boolean isRejected() {
        return rejected != null;
    }

    @Nullable String message() {
        return rejected != null ? rejected.message() : unknown != null ? unknown.evidence().message() : null;
    }

    @Nullable String remedy() {
        return rejected != null ? rejected.remedy() : unknown != null ? LOOK : null;
    }

    /** The documented members, all of them, null where there is nothing to say. */
    Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("target", target);
        json.put("status", status);
        json.put("id", receipt == null ? null : receipt.id());
        json.put("url", receipt == null ? null : receipt.url());
        json.put("reason", rejected == null ? null : rejected.reason().name());
        json.put("code", rejected != null ? rejected.code() : unknown != null ? unknown.evidence().code() : null);
        json.put("message", message());
        json.put("remedy", remedy());
        json.put("retryAfter", rejected == null || rejected.retryAfter() == null ? null : rejected.retryAfter().toString());
        return json;
    }
}
