package io.sharewire.twitter;

import java.util.BitSet;

/**
 * Finds emoji: X counts each as 2, however many code points it has.
 *
 * <p>Read by their grammar (a sign, its presentation and skin tone, others joined to it; flags; keycaps), not from a
 * list, so that those of later Unicode versions are found as well. Pure and thread-safe.
 */
final class Emoji {

    static final int JOINER = 0x200D;

    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int TAG_END = 0xE007F;

    private static final BitSet SIGNS = signs();

    private Emoji() {}

    /** Where the emoji that begins at {@code at} ends; {@code at} itself if none does. */
    static int end(String text, int at) {
        int c = text.codePointAt(at);
        if (c < 0x80) {
            return keycapEnd(text, at, c);
        } else if (isRegionalIndicator(c)) {
            return isRegionalIndicator(codePointAt(text, at + 2)) ? at + 4 : at;
        } else if (!isEmoji(c) || (c < 0x2000 && codePointAt(text, at + 1) != EMOJI_PRESENTATION)) {
            return at;
        }
        int end = elementEnd(text, at);
        while (codePointAt(text, end) == JOINER && isEmoji(codePointAt(text, end + 1))) {
            end = elementEnd(text, end + 1);
        }
        return end;
    }

    private static int keycapEnd(String text, int at, int c) {
        if (c != '#' && c != '*' && (c < '0' || c > '9')) {
            return at;
        }
        int end = codePointAt(text, at + 1) == EMOJI_PRESENTATION ? at + 2 : at + 1;
        return codePointAt(text, end) == KEYCAP ? end + 1 : at;
    }

    /** A sign with what changes its look. */
    private static int elementEnd(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        if (codePointAt(text, end) == EMOJI_PRESENTATION) {
            end++;
        }
        if (isSkinTone(codePointAt(text, end))) {
            end += 2;
        }
        int tags = end;
        while (isTag(codePointAt(text, tags))) {
            tags += 2;
        }
        return tags > end && codePointAt(text, tags) == TAG_END ? tags + 2 : end;
    }

    private static boolean isEmoji(int c) {
        return SIGNS.get(c);
    }

    private static boolean isRegionalIndicator(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    private static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007E;
    }

    private static int codePointAt(String text, int at) {
        return at < text.length() ? text.codePointAt(at) : 0;
    }

    private static BitSet signs() {
        BitSet signs = new BitSet();
        for (String range : DataFile.words("emoji.txt")) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), 16);
            signs.set(first, last + 1);
        }
        return signs;
    }
}
