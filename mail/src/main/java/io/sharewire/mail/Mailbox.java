package io.sharewire.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Exactly one mailbox (RFC 5322 3.4), checked more strictly than the mail library does: it takes {@code no-at} for an
 * address, a comma for two, a group for one, and a line break in a name for a part of the name.
 *
 * @param name the display name; null if there is none
 * @param address the bare address as {@link AddrSpec} has it
 */
record Mailbox(@Nullable String name, String address) {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    /**
     * Controls, line and paragraph separators, direction marks; and U+760A and U+760D, which become LF and CR where an
     * address is narrowed to bytes (CVE-2025-7962).
     */
    private static final Pattern REFUSED =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}瘊瘍]");

    /**
     * Reads {@code name <address>} or a bare address, one that any mail server takes.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Mailbox of(String text) {
        return of(text, false);
    }

    /**
     * Reads a recipient: an address without a name, in angle brackets or not.
     *
     * @param smtpUtf8 whether letters beyond ASCII may stand before the {@code @}
     * @throws IllegalArgumentException with what is wrong
     */
    static String recipient(String text, boolean smtpUtf8) {
        Mailbox mailbox = of(text, smtpUtf8);
        if (mailbox.name != null) {
            throw new IllegalArgumentException("must be a bare address such as editor@news.example");
        }
        return mailbox.address;
    }

    /** As {@link #recipient(String, boolean)}, for one that any mail server takes. */
    static String recipient(String text) {
        return recipient(text, false);
    }

    /** Reads recipients: distinct, in order, so that nobody gets two copies because an address is listed twice. */
    static List<String> recipients(List<String> given, boolean smtpUtf8) {
        return given.stream().map(text -> recipient(text, smtpUtf8)).distinct().toList();
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
    static Optional<String> recipientProblem(String text, boolean smtpUtf8) {
        try {
            recipient(text, smtpUtf8);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** As {@link #recipientProblem(String, boolean)}, for one that any mail server takes. */
    static Optional<String> recipientProblem(String text) {
        return recipientProblem(text, false);
    }

    /** The part after the {@code @}. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static Mailbox of(String text, boolean smtpUtf8) {
        if (REFUSED.matcher(text).find()) {
            throw new IllegalArgumentException("holds a line break, its look-alike or another control character");
        }
        String trimmed = text.strip();
        int open = angleBracket(trimmed);
        if (open < 0) {
            return new Mailbox(null, AddrSpec.of(trimmed, smtpUtf8));
        }
        if (!trimmed.endsWith(">")) {
            throw new IllegalArgumentException("is not exactly one mailbox");
        }
        String name = unquoted(trimmed.substring(0, open).strip());
        return new Mailbox(
                name.isEmpty() ? null : name, AddrSpec.of(trimmed.substring(open + 1, trimmed.length() - 1), smtpUtf8));
    }

    /** Where the first {@code <} outside quotes is; below zero if there is none. */
    private static int angleBracket(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                return i;
            }
        }
        return -1;
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
