package io.sharewire.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of query parameters, such as {@code utm_* i} or {@code smid @nytimes.com}.
 *
 * @param name what the parameter is called, or how it begins
 * @param isPrefix whether it only begins so
 * @param inAnyCase whether upper and lower case are the same
 * @param site where it has that meaning, with its subdomains; null for everywhere
 */
record TrackingParameter(
        String name,
        boolean isPrefix,
        boolean inAnyCase,
        @Nullable String site) {

    static TrackingParameter parse(String line) {
        boolean inAnyCase = false;
        String site = null;
        String[] words = line.strip().split("\\s+");
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("i")) {
                inAnyCase = true;
            } else if (words[i].startsWith("@") && words[i].length() > 1) {
                site = words[i].substring(1).toLowerCase(Locale.ROOT);
            } else {
                throw new IllegalArgumentException(
                        "tracking parameter '" + line + "': '" + words[i] + "' must be 'i' or '@site'");
            }
        }
        boolean isPrefix = words[0].endsWith("*");
        String name = isPrefix ? words[0].substring(0, words[0].length() - 1) : words[0];
        if (name.isEmpty()) {
            throw new IllegalArgumentException("tracking parameter '" + line + "' must have a name");
        }
        return new TrackingParameter(name, isPrefix, inAnyCase, site);
    }

    boolean matches(String host, String parameter) {
        boolean named = isPrefix || parameter.length() == name.length();
        return named
                && parameter.regionMatches(inAnyCase, 0, name, 0, name.length())
                && (site == null || host.equals(site) || host.endsWith("." + site));
    }
}
