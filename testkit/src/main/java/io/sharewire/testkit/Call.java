package io.sharewire.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it reached a simulator.
 *
 * @param method the method, upper case
 * @param url the whole address up to the query
 * @param path the decoded path segments behind the platform's prefix
 * @param query the query
 * @param headers the first value of each header, by lower-case name
 * @param body the body as UTF-8 text; empty for a multipart body
 * @param parts the text of each part of a multipart body that is no file
 * @param files the bytes of each part that is one, in order
 */
record Call(
        String method,
        String url,
        List<String> path,
        Parameters query,
        Map<String, String> headers,
        String body,
        Parameters parts,
        Map<String, byte[]> files) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean hasType(String mediaType) {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].trim().equalsIgnoreCase(mediaType))
                .orElse(false);
    }

    /** The fields of a form body, plain or multipart. */
    Parameters form() {
        return hasType("application/x-www-form-urlencoded") ? Parameters.decode(body) : parts;
    }

    /** The token behind this scheme in the {@code Authorization} header. */
    Optional<String> authorization(String scheme) {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(value -> value.substring(scheme.length() + 1).trim());
    }
}
