package io.sharewire.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named values of a query or a form, in the order in which they came; a name may come twice.
 *
 * @param pairs the decoded names and values
 */
record Parameters(List<Map.Entry<String, String>> pairs) {

    static final Parameters NONE = new Parameters(List.of());

    /** Reads {@code a=1&b=2} as a form is read: {@code +} is a space, escapes are UTF-8. */
    static Parameters decode(String encoded) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(Map.entry(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8)));
            }
        }
        return new Parameters(List.copyOf(pairs));
    }

    Optional<String> first(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Parameters and(Parameters more) {
        List<Map.Entry<String, String>> all = new ArrayList<>(pairs);
        all.addAll(more.pairs);
        return new Parameters(List.copyOf(all));
    }
}
