package io.sharewire.url;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The one form of an article's address: absolute http(s), host in A-labels, without tracking parameters or fragment.
 *
 * <p>What the publisher wrote stays: path case, double and trailing slashes, the order and the bytes of the remaining
 * query. Nothing is decoded and encoded again, since signed and legacy (windows-949) queries would break. Pure and
 * thread-safe.
 */
public final class CanonicalUrl {

    private static final Pattern ESCAPED_TWICE = Pattern.compile("^(?:\\?|amp;)+");

    private CanonicalUrl() {}

    /** What is wrong with {@code url} as the address of an article; empty if nothing is. */
    public static Optional<String> problem(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return Optional.of("is missing");
        }
        String trimmed = url.strip();
        if (trimmed.length() > 4096) {
            return Optional.of("is longer than 4,096 characters");
        }
        if (!trimmed.regionMatches(true, 0, "http://", 0, 7) && !trimmed.regionMatches(true, 0, "https://", 0, 8)) {
            return Optional.of("must be an absolute http or https address, not '" + abbreviate(trimmed) + "'");
        }
        if (trimmed.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            return Optional.of("must not hold control characters");
        }
        HttpUrl parsed = HttpUrl.parse(trimmed);
        if (parsed == null) {
            return Optional.of("is not a valid address: '" + abbreviate(trimmed) + "'");
        }
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            return Optional.of("must not hold a user name or password");
        }
        return Optional.empty();
    }

    /**
     * {@code url} in ASCII and otherwise as it is: host in A-labels, path and query percent-encoded.
     *
     * @throws IllegalArgumentException if {@link #problem} finds one
     */
    public static String ascii(String url) {
        problem(url).ifPresent(problem -> {
            throw new IllegalArgumentException("url " + problem);
        });
        return HttpUrl.get(url.strip()).toString();
    }

    /**
     * The canonical form of {@code url}.
     *
     * @throws IllegalArgumentException if {@link #problem} finds one
     */
    public static String of(String url) {
        problem(url).ifPresent(problem -> {
            throw new IllegalArgumentException("url " + problem);
        });
        HttpUrl parsed = HttpUrl.get(url.strip());
        HttpUrl.Builder canonical = parsed.newBuilder().fragment(null);
        if (parsed.host().endsWith(".")) {
            canonical.host(parsed.host().substring(0, parsed.host().length() - 1));
        }
        HttpUrl withoutDot = canonical.build();
        return canonical.encodedQuery(withoutTracking(withoutDot)).build().toString();
    }

    /**
     * The query as it is written, less the tracking parameters. Null if nothing is left: an empty query ("…/a?") says
     * nothing and would make a second address of the same page.
     */
    private static @Nullable String withoutTracking(HttpUrl url) {
        String query = url.encodedQuery();
        if (query == null || query.isEmpty()) {
            return null;
        }
        String[] pairs = query.split("&", -1);
        String kept = IntStream.range(0, pairs.length)
                .filter(i -> !TrackingParameters.contains(url.host(), plain(url.queryParameterName(i))))
                .mapToObj(i -> pairs[i])
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }

    /** The name without what is left of an escape too many: {@code ?a=1&%3Futm_source=x}, {@code ?a=1&amp;utm_source=x}. */
    private static String plain(String name) {
        return ESCAPED_TWICE.matcher(name).replaceFirst("");
    }

    /**
     * A key that is equal for two addresses of the same article: canonical, percent-escapes in one spelling, query
     * sorted. For comparing only, never for sharing.
     *
     * @throws IllegalArgumentException if {@link #problem} finds one
     */
    public static String dedupKey(String url) {
        HttpUrl canonical = HttpUrl.get(of(url));
        StringBuilder key = new StringBuilder(canonical.host());
        if (canonical.port() != HttpUrl.defaultPort(canonical.scheme())) {
            key.append(':').append(canonical.port());
        }
        key.append(normaliseEscapes(canonical.encodedPath()));
        String query = canonical.encodedQuery();
        if (query != null) {
            List<String> pairs = new ArrayList<>(List.of(normaliseEscapes(query).split("&", -1)));
            Collections.sort(pairs);
            key.append('?').append(String.join("&", pairs));
        }
        return key.toString();
    }

    /**
     * Whether a platform's crawler could reach {@code url} by its name: not {@code localhost}, not a name without a dot,
     * not a local or internal domain, not a bare IP address.
     */
    public static boolean looksPublic(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            return false;
        }
        String host = parsed.host();
        return host.indexOf('.') > 0
                && host.indexOf(':') < 0
                && !host.matches("[0-9.]+")
                && !host.endsWith(".local")
                && !host.endsWith(".internal")
                && !host.endsWith(".localhost");
    }

    /** Escapes in upper case, unreserved characters (RFC 3986 2.3) not escaped at all. */
    private static String normaliseEscapes(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        StringBuilder out = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int value = c == '%' && i + 2 < encoded.length() ? hex(encoded, i + 1) : -1;
            if (value < 0) {
                out.append(c);
            } else {
                if (PercentEncoding.isUnreserved(value)) {
                    out.append((char) value);
                } else {
                    out.append(encoded.substring(i, i + 3).toUpperCase(Locale.ROOT));
                }
                i += 2;
            }
        }
        return out.toString();
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static String abbreviate(String url) {
        return url.length() <= 80 ? url : url.substring(0, 80) + "…";
    }
}
