package io.sharewire;

import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.json.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result as one line of JSON, for ledgers that outlive the process. Stateless and thread-safe. */
public final class ResultJson {

    private record Wire(
            String type,
            @Nullable List<ReceiptWire> receipts,
            @Nullable Proof proof,
            @Nullable String progress,
            @Nullable Wire cause,
            @Nullable Reason reason,
            @Nullable String code,
            @Nullable String message,
            @Nullable String remedy,
            @Nullable String time) {}

    private record ReceiptWire(
            String target, String id, @Nullable String url, String at) {}

    private ResultJson() {}

    /** {@code result} as JSON. */
    public static String write(ShareResult result) {
        return Json.write(wire(result));
    }

    /**
     * The result that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if {@code json} is none
     */
    public static ShareResult read(String json) {
        return result(Json.require(json, Wire.class));
    }

    private static Wire wire(ShareResult result) {
        return result.fold(
                s -> new Wire(
                        "shared", List.of(wire(s.receipt())), s.proof(), null, null, null, null, null, null, null),
                p -> new Wire(
                        "partly-shared",
                        p.receipts().stream().map(ResultJson::wire).toList(),
                        null,
                        p.progress().toJson(),
                        wire(p.cause()),
                        null,
                        null,
                        null,
                        null,
                        null),
                r -> new Wire(
                        "rejected",
                        null,
                        null,
                        null,
                        null,
                        r.reason(),
                        r.code(),
                        r.message(),
                        r.remedy(),
                        r.retryAfter() == null ? null : r.retryAfter().toString()),
                u -> new Wire(
                        "unknown",
                        null,
                        null,
                        null,
                        null,
                        null,
                        u.evidence().code(),
                        u.evidence().message(),
                        null,
                        u.evidence().since().toString()));
    }

    private static ReceiptWire wire(Receipt receipt) {
        return new ReceiptWire(
                receipt.target(), receipt.id(), receipt.url(), receipt.at().toString());
    }

    private static ShareResult result(Wire wire) {
        List<Receipt> receipts = wire.receipts == null
                ? List.of()
                : wire.receipts.stream()
                        .map(r -> new Receipt(r.target, r.id, r.url, Instant.parse(r.at)))
                        .toList();
        return switch (wire.type) {
            case "shared" -> new Shared(receipts.get(0), need(wire.proof));
            case "partly-shared" ->
                new PartlyShared(receipts, Progress.fromJson(need(wire.progress)), result(need(wire.cause)));
            case "rejected" ->
                new Rejected(
                        need(wire.reason),
                        need(wire.code),
                        need(wire.message),
                        need(wire.remedy),
                        wire.time == null ? null : Instant.parse(wire.time));
            case "unknown" ->
                new Unknown(new Evidence(need(wire.code), need(wire.message), Instant.parse(need(wire.time))));
            default -> throw new IllegalArgumentException("not a share result: type '" + wire.type + "'");
        };
    }

    private static <T> T need(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("not a share result: a member is missing");
        }
        return value;
    }
}
