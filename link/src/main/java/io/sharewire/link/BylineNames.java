package io.sharewire.link;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names in a byline.
 *
 * <p>A text is taken apart only if it begins with {@code By}: without that, "Ministry of Health and Welfare" would become
 * two authors.
 */
final class BylineNames {

    private static final Pattern BY = Pattern.compile("(?i)^(?:words\\s+)?by[\\s:]+");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,\\s*and\\s|,|;|\\s&\\s|\\sand\\s)\\s*");

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private BylineNames() {}

    static List<String> of(String byline) {
        String text = byline.strip();
        String names = BY.matcher(text).replaceFirst("");
        if (names.equals(text)) {
            return isName(text) ? List.of(text) : List.of();
        }
        return Arrays.stream(BETWEEN.split(names))
                .map(String::strip)
                .filter(BylineNames::isName)
                .toList();
    }

    /** Pages put profile addresses and mail addresses where names belong. */
    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 100
                && !text.contains("://")
                && !MAIL.matcher(text).matches();
    }
}
