package io.sharewire.mail;

import io.sharewire.Draft;
import io.sharewire.PayloadPart;
import io.sharewire.Progress;
import io.sharewire.Validation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who gets a mail, in the order of the parts that {@link Progress} counts.
 *
 * <p>They are the second part of a draft's payload, as {@code text/uri-list} (RFC 2483): what publishing needs is in the
 * draft, an editor sees who gets it, and the fingerprint changes with the list, so that an index never means somebody
 * else. Of a {@link MailList} the part holds the version and the size, as a comment; another comment says that there is
 * one mail for all. Immutable and thread-safe.
 */
final class Recipients {

    static final String TYPE = "text/uri-list";

    private static final String LIST = "# list ";
    private static final String ONE_FOR_ALL = "# one mail for all\r\n";
    private static final Pattern VERSION = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final int size;
    private final Supplier<Stream<String>> addresses;
    private final String body;

    private Recipients(int size, Supplier<Stream<String>> addresses, String body) {
        this.size = size;
        this.addresses = addresses;
        this.body = body;
    }

    /** These addresses, checked before. */
    static Recipients of(List<String> addresses, boolean oneForAll) {
        StringBuilder body = new StringBuilder(oneForAll ? ONE_FOR_ALL : "");
        addresses.forEach(
                address -> body.append(Mailto.uri(address, null, null)).append("\r\n"));
        return new Recipients(addresses.size(), addresses::stream, body.toString());
    }

    /** The list in its present state. */
    static Recipients of(MailList list) {
        String version = list.version();
        int size = list.size();
        new Validation("MailList")
                .check(
                        VERSION.matcher(version).matches(),
                        "version must be 1 to 128 visible ASCII characters without blanks")
                .orThrow();
        return new Recipients(size, list::recipients, LIST + version + ", " + size + " recipients\r\n");
    }

    /** Those that a target with these settings sends to where a share names none. */
    static Recipients of(MailSettings settings) {
        return settings.list().map(Recipients::of).orElseGet(() -> of(settings.to(), settings.oneForAll()));
    }

    /** Those of a draft; empty if it names a list that the settings no longer have in this state. */
    static Optional<Recipients> of(Draft draft, MailSettings settings) {
        String body = draft.payload().stream()
                .filter(part -> part.type().equals(TYPE))
                .map(PayloadPart::body)
                .findFirst()
                .orElse("");
        if (!body.startsWith(LIST)) {
            return Optional.of(of(
                    body.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(Recipients::address)
                            .toList(),
                    body.startsWith(ONE_FOR_ALL)));
        }
        return settings.list().map(Recipients::of).filter(list -> list.body.equals(body));
    }

    int size() {
        return size;
    }

    /** Whether they are too many to be remembered by name. */
    boolean isList() {
        return body.startsWith(LIST);
    }

    /** Whether they share one mail, which names them all. */
    boolean areTogether() {
        return body.startsWith(ONE_FOR_ALL);
    }

    /** All of them; the caller closes the stream. */
    Stream<String> addresses() {
        return addresses.get();
    }

    /** Those that {@code progress} does not list as settled, in order; the caller closes the stream. */
    Stream<Recipient> remaining(Progress progress) {
        Set<Integer> pending = new HashSet<>(progress.pending());
        AtomicInteger index = new AtomicInteger();
        return addresses
                .get()
                .map(address -> new Recipient(index.getAndIncrement(), address))
                .filter(one -> one.index() >= progress.next() || pending.contains(one.index()));
    }

    /** The payload part. */
    String body() {
        return body;
    }

    private static String address(String uri) {
        return URLDecoder.decode(uri.substring("mailto:".length()), StandardCharsets.UTF_8);
    }
}
