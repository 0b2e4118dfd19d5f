package io.sharewire.twitter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds what X makes links of: addresses with {@code http(s)://}, and bare names such as {@code example.com} or {@code
 * report.zip}.
 *
 * <p>Each costs 23 whatever its length, and a post that holds one costs more. Texts are taken as they are: compose them
 * (NFC) first. Pure and thread-safe.
 */
final class TwitterUrls {

    private static final String SHORTENER = "://t.co/";
    private static final int MAX_SLUG = 40;

    /**
     * One link.
     *
     * @param start where it begins, in UTF-16 units
     * @param end where it ends, not included
     * @param bare whether it has no {@code http(s)://}
     */
    record Url(int start, int end, boolean bare) {

        String of(String text) {
            return text.substring(start, end);
        }
    }

    private final String text;
    private final List<Url> found = new ArrayList<>(2);

    private TwitterUrls(String text) {
        this.text = text;
    }

    /** The links in {@code text}, in order. */
    static List<Url> in(String text) {
        return text.indexOf('.') < 0 ? List.of() : new TwitterUrls(text).scan();
    }

    /** {@code text} with each link replaced by what {@code change} makes of it. */
    static String replace(String text, UnaryOperator<String> change) {
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (Url url : in(text)) {
            out.append(text, done, url.start()).append(change.apply(url.of(text)));
            done = url.end();
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Whether a place is within one of these links. */
    static boolean hold(List<Url> links, int at) {
        return links.stream().anyMatch(link -> link.start() <= at && at < link.end());
    }

    private List<Url> scan() {
        int pos = 0;
        while (pos < text.length()) {
            int c = text.codePointAt(pos);
            int next = pos + Character.charCount(c);
            int end = mayPrecede(c) ? read(next, text.charAt(pos)) : -1;
            if (end < 0 && pos == 0) {
                end = read(0, ' ');
            }
            pos = end < 0 ? next : end;
        }
        return found;
    }

    /** Reads the link that begins at {@code start}: how far it was looked at, negative if there is none. */
    private int read(int start, char before) {
        int host = afterScheme(start);
        int hostEnd = UrlHost.latinEnd(text, host);
        if (hostEnd < 0 && (host > start || (before == '/' && followsScheme(start)))) {
            hostEnd = UrlHost.internationalEnd(text, host);
        }
        if (hostEnd < 0) {
            return -1;
        }
        int end = UrlTail.end(text, hostEnd);
        boolean bare = host == start;
        // "a/b.com" and "a_b.com" are pieces of something else.
        if (bare && (before == '-' || before == '_' || before == '.' || before == '/')) {
            return end;
        }
        int own = bare ? end : shortenerEnd(start, end);
        if (own > 0 && UrlHost.isPossible(text.substring(host, hostEnd), own - start, !bare)) {
            found.add(new Url(start, own, bare));
        }
        return end;
    }

    private int afterScheme(int start) {
        if (start == text.length() || (text.charAt(start) | 0x20) != 'h') {
            return start;
        }
        if (text.regionMatches(true, start, "http://", 0, 7)) {
            return start + 7;
        }
        return text.regionMatches(true, start, "https://", 0, 8) ? start + 8 : start;
    }

    /** Such a start is no link, but what could be its host is not looked at again. */
    private boolean followsScheme(int start) {
        return text.regionMatches(true, start - 7, "http://", 0, 7)
                || text.regionMatches(true, start - 8, "https://", 0, 8);
    }

    /** A link of X's own shortener ends with its slug and query; one with too long a slug is none: negative. */
    private int shortenerEnd(int start, int end) {
        int colon = text.indexOf(':', start);
        if (!text.regionMatches(true, colon, SHORTENER, 0, SHORTENER.length())) {
            return end;
        }
        int slug = colon + SHORTENER.length();
        int slugEnd = slug;
        while (slugEnd < text.length() && UrlCharacters.isAsciiAlnum(text.charAt(slugEnd))) {
            slugEnd++;
        }
        if (slugEnd == slug) {
            return end;
        }
        return slugEnd - slug > MAX_SLUG ? -1 : UrlTail.query(text, slugEnd);
    }

    private static boolean mayPrecede(int c) {
        return switch (c) {
            case '@', '＠', '$', '#', '＃', 0xFEFF, 0xFFFE, 0xFFFF -> false;
            default -> c >= 0x80 || !UrlCharacters.isAsciiAlnum((char) c);
        };
    }
}
