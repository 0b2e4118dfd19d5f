package io.sharewire.twitter;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names behind the last dot that make X see a link.
 *
 * <p>X reads a name by its ASCII part: in {@code example.com입니다} the name ends after {@code com}, in {@code
 * example.comm} and {@code example.com-} there is none.
 */
final class TopLevelDomains {

    private static final int NONE = -1;

    private static final Set<String> ASCII;
    private static final Set<String> INTERNATIONAL;
    private static final int LONGEST_INTERNATIONAL;

    static {
        var byKind = DataFile.words("tlds.txt").stream()
                .collect(Collectors.partitioningBy(
                        name -> name.chars().allMatch(c -> c < 0x80), Collectors.toUnmodifiableSet()));
        ASCII = byKind.getOrDefault(true, Set.of());
        INTERNATIONAL = byKind.getOrDefault(false, Set.of());
        LONGEST_INTERNATIONAL =
                INTERNATIONAL.stream().mapToInt(String::length).max().orElse(0);
    }

    private TopLevelDomains() {}

    /** Where the top-level domain that begins at {@code at} ends; negative if none does. */
    static int end(String text, int at) {
        int listed = listedEnd(text, at);
        return listed != NONE ? listed : punycode(text, at);
    }

    /** As {@link #end}, for names that X does look up. */
    static int listedEnd(String text, int at) {
        int run = at;
        while (run < text.length() && UrlCharacters.isAsciiAlnum(text.charAt(run))) {
            run++;
        }
        if (run > at && endsName(text, run) && ASCII.contains(lower(text, at, run))) {
            return run;
        }
        return international(text, at, run);
    }

    private static int international(String text, int at, int firstOther) {
        // They all hold a character outside ASCII within their first few.
        if (firstOther == text.length() || text.charAt(firstOther) < 0x80) {
            return NONE;
        }
        for (int end = Math.min(text.length(), at + LONGEST_INTERNATIONAL); end > firstOther; end--) {
            if (endsName(text, end) && INTERNATIONAL.contains(lower(text, at, end))) {
                return end;
            }
        }
        return NONE;
    }

    /** {@code xn--} and whatever may follow it: X does not look these names up. */
    private static int punycode(String text, int at) {
        if (!text.regionMatches(true, at, "xn--", 0, 4)) {
            return NONE;
        }
        int end = at + 4;
        while (end < text.length() && (UrlCharacters.isAsciiAlnum(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end == at + 4 ? NONE : end;
    }

    private static boolean endsName(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        char next = text.charAt(at);
        return !UrlCharacters.isAsciiAlnum(next) && next != '@' && next != '+' && next != '-';
    }

    /** Lower-case as far as ASCII goes, which is as far as X goes. */
    private static String lower(String text, int from, int to) {
        char[] name = new char[to - from];
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            name[i - from] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return new String(name);
    }
}
