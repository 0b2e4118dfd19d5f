package io.sharewire.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A list of registered web domains: scheme, host and port must be the same. While the list is empty, every domain counts
 * as registered.
 */
final class KakaoDomains {

    private static final Pattern URL = Pattern.compile("(?i)(https?)://(?:[^/?#@\\s]*@)?([^/?#@\\s]+)([/?#].*)?");

    private volatile List<String> origins = List.of();

    /** Registers these instead of those before; the first is the default. */
    void register(String... domains) {
        origins = Stream.of(domains)
                .map(domain -> originOf(domain)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a domain is scheme, host and port, such as https://news.example.kr, not " + domain)))
                .toList();
    }

    boolean covers(String url) {
        return originOf(url)
                .map(origin -> origins.isEmpty() || origins.contains(origin))
                .orElse(false);
    }

    /** The same address at the default domain. */
    String ledHome(String url) {
        Matcher matcher = URL.matcher(url);
        String rest = matcher.matches() && matcher.group(3) != null ? matcher.group(3) : "";
        return origins.isEmpty() ? url : origins.get(0) + rest;
    }

    /** Scheme, host and port of an address, the port only if it is not the scheme's own. */
    static Optional<String> originOf(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String host = matcher.group(2).toLowerCase(Locale.ROOT);
        String ownPort = scheme.equals("http") ? ":80" : ":443";
        return Optional.of(
                scheme + "://" + (host.endsWith(ownPort) ? host.substring(0, host.length() - ownPort.length()) : host));
    }
}
