package io.sharewire.mail;

import io.sharewire.Draft;
import io.sharewire.PayloadPart;
import io.sharewire.Validation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Who gets a mail, in the order of the parts that {@link io.sharewire.Progress} counts.
 *
 * <p>They are the second part of a draft's payload, as {@code text/uri-list} (RFC 2483): what publishing needs is in the
 * draft, an editor sees who gets it, and the fingerprint changes with the list, so that an index never means somebody
 * else. Of a {@link MailingList} the part holds the version and the size, as a comment. Immutable and thread-safe.
 */
final class Recipients {

    static final String TYPE = "text/uri-list";

    private static final Pattern VERSION = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final int size;
    private final IntFunction<String> addresses;
    private final String body;

    private Recipients(int size, IntFunction<String> addresses, String body) {
        this.size = size;
        this.addresses = addresses;
        this.body = body;
    }

    /** These addresses, checked before. */
    static Recipients of(List<String> addresses) {
        StringBuilder body = new StringBuilder();
        addresses.forEach(
                address -> body.append(Mailto.uri(address, null, null)).append("\r\n"));
        return new Recipients(addresses.size(), addresses::get, body.toString());
    }

    /** The list in its present state. */
    static Recipients of(MailingList list) {
        int size = list.size();
        new Validation("MailingList")
                .check(
                        VERSION.matcher(list.version()).matches(),
                        "version must be 1 to 128 visible ASCII characters without blanks")
                .orThrow();
        return new Recipients(size, list::address, "# list " + list.version() + ", " + size + " recipients\r\n");
    }

    /** Those that a target with these settings sends to where a share names none. */
    static Recipients of(MailSettings settings) {
        return settings.list().map(Recipients::of).orElseGet(() -> of(settings.to()));
    }

    /** Those of a draft; empty if it names a list that the settings no longer have in this state. */
    static Optional<Recipients> of(Draft draft, MailSettings settings) {
        String body = draft.payload().stream()
                .filter(part -> part.type().equals(TYPE))
                .map(PayloadPart::body)
                .findFirst()
                .orElse("");
        if (!body.startsWith("#")) {
            return Optional.of(of(body.lines().map(Recipients::address).toList()));
        }
        return settings.list().map(Recipients::of).filter(list -> list.body.equals(body));
    }

    int size() {
        return size;
    }

    String address(int index) {
        return addresses.apply(index);
    }

    /** The payload part. */
    String body() {
        return body;
    }

    private static String address(String uri) {
        return URLDecoder.decode(uri.substring("mailto:".length()), StandardCharsets.UTF_8);
    }
}
