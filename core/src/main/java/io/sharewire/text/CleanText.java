package io.sharewire.text;

import java.text.Normalizer;

/**
 * Makes article text safe to carry: composed (NFC), without control characters, without direction overrides.
 *
 * <p>A control character in a headline can become a mail header, a second parameter or a hidden line; a direction
 * override can make a link read backwards. Both are taken out before a text reaches any channel. Pure and thread-safe.
 */
public final class CleanText {

    private CleanText() {}

    /** One line: NFC, every run of white space and controls becomes one space, trimmed. */
    public static String line(String text) {
        return clean(text, false);
    }

    /** Several lines: as {@link #line}, but line breaks stay as {@code \n}, at most one empty line in a row. */
    public static String paragraphs(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepLines) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        int lineBreaks = 0;
        boolean gap = false;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < composed.length() && composed.charAt(i) == '\n') {
                continue;
            }
            if (keepLines && (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85)) {
                lineBreaks++;
            } else if (isGap(c)) {
                gap = true;
            } else if (!isDropped(c)) {
                separate(out, lineBreaks, gap);
                lineBreaks = 0;
                gap = false;
                out.appendCodePoint(isUnpairedSurrogate(c) ? 0xFFFD : c);
            }
        }
        return out.toString();
    }

    private static void separate(StringBuilder out, int lineBreaks, boolean gap) {
        if (out.isEmpty()) {
            return;
        }
        if (lineBreaks > 0) {
            out.append(lineBreaks > 1 ? "\n\n" : "\n");
        } else if (gap) {
            out.append(' ');
        }
    }

    /** White space of any width, and the controls: both end up as at most one space. */
    private static boolean isGap(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.CONTROL;
    }

    /** Direction overrides and isolates, zero-width spaces, the byte order mark and non-characters carry no text. */
    private static boolean isDropped(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || c == 0x200B
                || c == 0x2060
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static boolean isUnpairedSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
