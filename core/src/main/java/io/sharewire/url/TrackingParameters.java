package io.sharewire.url;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The query parameters that say where a reader came from and nothing about what the page shows.
 *
 * <p>The list is {@code tracking-parameters.txt} beside this class. A newsroom adds to it with files {@code
 * META-INF/sharewire/tracking-parameters.txt} on its class path, in the same form; a line that begins with {@code -}
 * keeps what the list would take out: {@code -spm @shop.example}. Thread-safe.
 */
final class TrackingParameters {

    private static final String OWN = "tracking-parameters.txt";
    private static final String ADDED = "META-INF/sharewire/tracking-parameters.txt";

    private static final TrackingParameters INSTANCE = load();

    private final List<TrackingParameter> dropped = new ArrayList<>();
    private final List<TrackingParameter> kept = new ArrayList<>();

    private TrackingParameters() {}

    /** Whether a parameter of an address at {@code host} only tracks. */
    static boolean contains(String host, String name) {
        return INSTANCE.dropped.stream().anyMatch(parameter -> parameter.matches(host, name))
                && INSTANCE.kept.stream().noneMatch(parameter -> parameter.matches(host, name));
    }

    private static TrackingParameters load() {
        TrackingParameters parameters = new TrackingParameters();
        try {
            URL own = TrackingParameters.class.getResource(OWN);
            if (own == null) {
                throw new IllegalStateException(OWN + " is missing beside " + TrackingParameters.class);
            }
            parameters.read(own);
            ClassLoader loader = TrackingParameters.class.getClassLoader();
            for (URL added : Collections.list(loader.getResources(ADDED))) {
                parameters.read(added);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parameters;
    }

    private void read(URL list) throws IOException {
        try (InputStream bytes = list.openStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(this::add);
        }
    }

    private void add(String line) {
        if (line.startsWith("-")) {
            kept.add(TrackingParameter.parse(line.substring(1)));
        } else {
            dropped.add(TrackingParameter.parse(line));
        }
    }
}
