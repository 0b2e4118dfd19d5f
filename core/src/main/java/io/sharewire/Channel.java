package io.sharewire;

import java.util.regex.Pattern;

/**
 * A kind of place an article can be shared to. Each channel module has one constant of this type.
 *
 * @param id the name in settings, options and {@code --to}: lower-case letters, digits and {@code -}
 * @param source the {@code utm_source} of links shared here
 * @param medium the {@code utm_medium} of links shared here
 */
public record Channel(String id, String source, String medium) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Checks the id. */
    public Channel {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "Channel: id '" + id + "' must be lower-case letters, digits and '-', at most 32");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
