package io.sharewire.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Writes text into mail headers: folded, and as encoded-words (RFC 2047) where it is not plain ASCII.
 *
 * <p>The mail library leaves ASCII as it is, even where it looks like an encoded-word; a headline such as
 * {@code =?utf-8?q?a=0D=0Ab?=} would then be decoded by the reader's program into something nobody wrote. Pure and
 * thread-safe.
 */
final class HeaderText {

    private static final int LINE = 76;
    private static final String OPEN = "=?UTF-8?B?";
    private static final String CLOSE = "?=";

    /** RFC 5322 3.2.3, with blanks between. */
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+");

    private HeaderText() {}

    /** A header of free text, e.g. {@code Subject: …}, with its line break. */
    static String line(String name, String text) {
        return name + ": " + (isPlain(text) ? folded(name, text) : encoded(text, name.length() + 2)) + "\r\n";
    }

    /** A header that names one mailbox, e.g. {@code From: …}, with its line break. */
    static String line(String name, Mailbox mailbox) {
        String display = mailbox.name();
        if (display == null) {
            return name + ": " + mailbox.address() + "\r\n";
        }
        String plain = phrase(display);
        // Longer than a line, a quoted name would have to be folded inside its quotes.
        String phrase = isPlain(display) && name.length() + 2 + plain.length() <= LINE
                ? plain
                : encoded(display, name.length() + 2);
        String rest = "<" + mailbox.address() + ">\r\n";
        boolean fits = phrase.indexOf('\n') < 0 && name.length() + 3 + phrase.length() + rest.length() <= LINE;
        return name + ": " + phrase + (fits ? " " : "\r\n ") + rest;
    }

    private static String phrase(String display) {
        return ATOMS.matcher(display).matches()
                ? display
                : '"' + display.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7F) && !text.contains("=?");
    }

    private static String folded(String name, String text) {
        StringBuilder out = new StringBuilder();
        int used = name.length() + 1;
        for (String word : text.split(" ", -1)) {
            boolean first = out.isEmpty();
            if (!first && used + 1 + word.length() > LINE) {
                out.append("\r\n");
                used = 0;
            }
            out.append(first ? "" : " ").append(word);
            used += 1 + word.length();
        }
        return out.toString();
    }

    /** Encoded-words, one a line, each of whole characters, each line at most 76 long. */
    private static String encoded(String text, int indent) {
        StringBuilder out = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int octets = 0;
        int room = room(indent);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > room) {
                out.append(wordOf(word)).append("\r\n ");
                word.setLength(0);
                octets = 0;
                room = room(1);
            }
            word.appendCodePoint(c);
            octets += size;
        }
        return out.append(wordOf(word)).toString();
    }

    /** The octets an encoded-word on a line with {@code indent} characters before it may carry. */
    private static int room(int indent) {
        return (LINE - 1 - indent - OPEN.length() - CLOSE.length()) / 4 * 3;
    }

    private static String wordOf(StringBuilder text) {
        return OPEN + Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8)) + CLOSE;
    }
}
