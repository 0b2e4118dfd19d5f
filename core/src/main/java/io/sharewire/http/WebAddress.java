package io.sharewire.http;

import io.sharewire.http.FetchException.Kind;
import io.sharewire.url.CanonicalUrl;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * An address as far as it can be judged by looking at it: http(s), no user name, a host that means what it says.
 *
 * @param url the parsed address
 */
record WebAddress(HttpUrl url) {

    /** A host whose last label is a number can only be an IPv4 address (URL Standard, "ends in a number"). */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern DOTTED_QUAD = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    /** Reads what somebody typed. */
    static WebAddress of(String text) throws FetchException {
        Optional<String> problem = CanonicalUrl.problem(text);
        if (problem.isPresent()) {
            throw new FetchException(
                    Kind.NOT_AN_ADDRESS,
                    shown(text),
                    "cannot fetch '" + shown(text) + "': the address " + problem.get(),
                    null);
        }
        HttpUrl url = HttpUrl.get(text.strip());
        Optional<String> odd = oddHost(url);
        if (odd.isPresent()) {
            throw new FetchException(
                    Kind.NOT_AN_ADDRESS, shown(text), "cannot fetch '" + shown(text) + "': " + odd.get(), null);
        }
        return new WebAddress(url);
    }

    /** Where a redirect from here leads. */
    WebAddress redirect(String location) throws FetchException {
        HttpUrl next = url.resolve(location);
        String problem = null;
        if (next == null) {
            problem = "that is no http(s) address";
        } else if (url.isHttps() && !next.isHttps()) {
            problem = "that would give up encryption";
        } else if (!next.username().isEmpty() || !next.password().isEmpty()) {
            problem = "that holds a user name";
        } else if (CanonicalUrl.problem(next.toString()).isPresent()) {
            problem = "that is too long";
        } else {
            problem = oddHost(next).orElse(null);
        }
        if (next == null || problem != null) {
            throw new FetchException(
                    Kind.REDIRECT,
                    shown(url.toString()),
                    "cannot fetch " + this + ": it redirects to '" + shown(location) + "', " + problem,
                    null);
        }
        return new WebAddress(next);
    }

    /** Where that leads differs from program to program: browsers read {@code 2130706433} and {@code 0x7f.1} as 127.0.0.1. */
    private static Optional<String> oddHost(HttpUrl url) {
        String host = url.host();
        boolean odd = host.indexOf(':') < 0
                && ENDS_IN_NUMBER.matcher(host).matches()
                && !DOTTED_QUAD.matcher(host).matches();
        return odd
                ? Optional.of("its host '" + host + "' is a number in disguise; write it as four numbers, 192.0.2.1")
                : Optional.empty();
    }

    /** Text from outside on one line of a message. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    String host() {
        return url.host();
    }

    @Override
    public String toString() {
        return shown(url.toString());
    }
}
