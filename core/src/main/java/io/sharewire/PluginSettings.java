package io.sharewire;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of one channel: the values below {@code sharewire.<channel>.}.
 *
 * <p>Values are trimmed; a blank one counts as not set. Prints names only. Immutable and thread-safe.
 */
public final class PluginSettings {

    private final String prefix;
    private final Map<String, String> values;

    private PluginSettings(String prefix, Map<String, String> values) {
        this.prefix = prefix;
        this.values = values;
    }

    /** The part of {@code all} (complete keys such as {@code sharewire.facebook.page-id}) that is for {@code channel}. */
    public static PluginSettings of(Channel channel, Map<String, String> all) {
        String prefix = "sharewire." + channel.id() + ".";
        Map<String, String> own = new TreeMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(prefix) && !value.isBlank()) {
                own.put(key.substring(prefix.length()), value.strip());
            }
        });
        return new PluginSettings(prefix, own);
    }

    /** The complete key of a setting, for messages. */
    public String key(String name) {
        return prefix + name;
    }

    /** A value. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A credential. */
    public Optional<Secret> secret(String name) {
        return get(name).map(Secret::of);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Optional<Integer> number(String name) {
        return get(name).map(value -> {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(key(name) + " must be a whole number, not '" + value + "'", e);
            }
        });
    }

    /**
     * {@code true} or {@code false}, in any case.
     *
     * @param otherwise if it is not set
     * @throws IllegalArgumentException if it is neither
     */
    public boolean flag(String name, boolean otherwise) {
        String value = get(name).orElse(String.valueOf(otherwise));
        boolean yes = value.equalsIgnoreCase("true");
        if (!yes && !value.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(key(name) + " must be true or false, not '" + value + "'");
        }
        return yes;
    }

    /**
     * A time span in seconds.
     *
     * @throws IllegalArgumentException if it is no whole number above zero
     */
    public Optional<Duration> seconds(String name) {
        return number(name).map(value -> {
            if (value <= 0) {
                throw new IllegalArgumentException(key(name) + " must be above 0 seconds, not " + value);
            }
            return Duration.ofSeconds(value);
        });
    }

    @Override
    public String toString() {
        return "PluginSettings[" + prefix + "*: " + String.join(", ", values.keySet()) + "]";
    }
}
