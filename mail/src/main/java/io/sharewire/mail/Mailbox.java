package io.sharewire.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Exactly one mailbox, checked more strictly than the mail library does: it takes {@code no-at} for an address, a comma
 * for two, and narrows a Hangul local part to other people's letters.
 *
 * <p>The domain is kept in A-labels. Quoted local parts and address literals are legal and refused: nobody has one, and
 * both are ways around a check.
 *
 * @param name the display name; null if there is none
 * @param address the bare address, visible ASCII
 */
record Mailbox(@Nullable String name, String address) {

    /** RFC 5322 dot-atom. */
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final int LONGEST_LOCAL = 64;

    /** RFC 5321 4.5.3.1.3: a path has 256 octets with its angle brackets. */
    private static final int LONGEST = 254;

    /**
     * Reads {@code name <address>} or a bare address.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Mailbox of(String text) {
        refuseControls(text);
        String trimmed = text.strip();
        int open = trimmed.lastIndexOf('<');
        if (open < 0 || !trimmed.endsWith(">")) {
            return new Mailbox(null, address(trimmed));
        }
        String name = unquoted(trimmed.substring(0, open).strip());
        return new Mailbox(name.isEmpty() ? null : name, address(trimmed.substring(open + 1, trimmed.length() - 1)));
    }

    /**
     * Reads a recipient: an address without a name, in angle brackets or not.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static String recipient(String text) {
        Mailbox mailbox = of(text);
        if (mailbox.name != null) {
            throw new IllegalArgumentException("must be a bare address such as editor@news.example");
        }
        return mailbox.address;
    }

    /** What is wrong with {@code text} as a mailbox with or without name; empty if nothing is. */
    static Optional<String> problem(String text) {
        try {
            of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What is wrong with {@code text} as a recipient; empty if nothing is. */
    static Optional<String> recipientProblem(String text) {
        try {
            recipient(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The part after the {@code @}. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String address(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("has no @");
        }
        String local = text.substring(0, at);
        if (local.chars().anyMatch(c -> c >= 0x80)) {
            throw new IllegalArgumentException("has characters before the @ that mail servers do not take");
        }
        if (local.length() > LONGEST_LOCAL) {
            throw new IllegalArgumentException("has more than 64 characters before the @");
        }
        if (!LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException("is not exactly one address");
        }
        String address = local + "@" + domain(text.substring(at + 1));
        if (address.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than 254 characters");
        }
        return address;
    }

    private static String domain(String text) {
        String ascii;
        try {
            ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has no valid domain after the @", e);
        }
        if (!DOMAIN.matcher(ascii).matches()) {
            throw new IllegalArgumentException("has no valid domain after the @");
        }
        return ascii;
    }

    /** U+760D and U+760A become CR and LF where an address is narrowed to bytes (CVE-2025-7962). */
    private static void refuseControls(String text) {
        if (text.chars().anyMatch(c -> c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x760D || c == 0x760A)) {
            throw new IllegalArgumentException("holds a line break, its look-alike or another control character");
        }
    }

    private static String unquoted(String name) {
        if (QUOTED.matcher(name).matches()) {
            return name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        if (name.matches(".*[<>@,;:\"].*")) {
            throw new IllegalArgumentException("is not exactly one mailbox, or its name needs quotes");
        }
        return name;
    }
}
