package io.sharewire.cli;

import io.sharewire.Cost;
import io.sharewire.Draft;
import io.sharewire.Image;
import io.sharewire.Length;
import io.sharewire.Media;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A draft in the documented JSON shape. */
final class DraftRow {

    private DraftRow() {}

    static Map<String, @Nullable Object> toJson(Draft draft) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("target", draft.target());
        json.put("channel", draft.channel().id());
        json.put("text", draft.text());
        json.put("length", length(draft.length()));
        json.put("link", draft.link());
        json.put(
                "media",
                Stream.concat(
                                draft.attachments().stream().map(DraftRow::file),
                                draft.media().stream().map(DraftRow::image))
                        .toList());
        json.put("cost", cost(draft.cost()));
        json.put(
                "payload",
                draft.payload().stream()
                        .map(part -> ordered("type", part.type(), "body", part.body()))
                        .toList());
        json.put("problems", draft.problems().stream().map(ProblemRow::toJson).toList());
        json.put("fingerprint", draft.fingerprint());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> length(@Nullable Length length) {
        return length == null ? null : ordered("used", length.used(), "limit", length.limit(), "unit", length.unit());
    }

    private static @Nullable Map<String, @Nullable Object> cost(@Nullable Cost cost) {
        return cost == null
                ? null
                : ordered("amount", cost.amount(), "currency", cost.currency().getCurrencyCode());
    }

    private static Map<String, @Nullable Object> file(Media file) {
        return ordered("type", file.type(), "bytes", file.size(), "sha256", file.sha256(), "alt", file.alt());
    }

    private static Map<String, @Nullable Object> image(Image image) {
        return ordered("url", image.url(), "alt", image.alt(), "width", image.width(), "height", image.height());
    }

    /** A map of these names and values, in this order. */
    static Map<String, @Nullable Object> ordered(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
