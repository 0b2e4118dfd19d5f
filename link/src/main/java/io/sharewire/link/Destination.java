package io.sharewire.link;

import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Whether two addresses lead to the same place with the same campaign tags. Services give a link back in their own
 * spelling: another scheme, escapes in the other case or undone. The bytes behind the escapes are never decoded, since
 * they may be in any charset.
 */
final class Destination {

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final String UNRESERVED = "-._~";

    private Destination() {}

    static boolean same(String one, String other) {
        HttpUrl a = HttpUrl.parse(one);
        HttpUrl b = HttpUrl.parse(other);
        return a != null && b != null && key(a).equals(key(b));
    }

    private static String key(HttpUrl url) {
        String query = url.encodedQuery();
        String fragment = url.encodedFragment();
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return url.host().replaceFirst("\\.$", "")
                + (usual ? "" : ":" + url.port())
                + escapes(url.encodedPath())
                + (query == null || query.isEmpty() ? "" : "?" + escapes(query))
                + (fragment == null || fragment.isEmpty() ? "" : "#" + escapes(fragment));
    }

    /** Escapes in upper case, unreserved characters (RFC 3986 2.3) not escaped at all. */
    private static String escapes(String encoded) {
        return ESCAPE.matcher(encoded).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            return unreserved ? String.valueOf(c) : match.group().toUpperCase(Locale.ROOT);
        });
    }
}
