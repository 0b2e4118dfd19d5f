package io.sharewire.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A width or height as pages write it: {@code 1200}, {@code 1200px}, {@code 1200.0}. */
final class Pixels {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,5})(?:\\.0+)?\\s*(?:px)?");

    private Pixels() {}

    /** The number; null if it is none or zero. */
    static @Nullable Integer of(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        int value = number.matches() ? Integer.parseInt(number.group(1)) : 0;
        return value > 0 ? value : null;
    }
}
