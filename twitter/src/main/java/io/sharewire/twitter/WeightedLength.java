package io.sharewire.twitter;

import io.sharewire.text.TextMeasure;
import java.text.Normalizer;
import java.util.List;

/**
 * The length of a text as X counts it (configuration 3 of twitter-text): composed; a link is 23; an emoji is 2; Latin
 * and most other alphabets up to U+10FF, and common punctuation, are 1; all else, such as Hangul and Han, is 2.
 *
 * <p>A post may have {@value #LIMIT}, of a premium account {@value #PREMIUM_LIMIT}. One pass over the text. A text of blanks alone has length 0. Pure and thread-safe.
 */
final class WeightedLength implements TextMeasure {

    static final int LIMIT = 280;
    static final int PREMIUM_LIMIT = 25_000;
    static final String UNIT = "weighted characters";
    static final int URL = 23;

    /** The measure; it has no state. */
    static final WeightedLength X = new WeightedLength();

    private static final int EMOJI = 2;

    private WeightedLength() {}

    @Override
    public int of(String text) {
        return count(text).length();
    }

    /** Counts {@code text} and says what was found on the way. */
    Weight count(String given) {
        String text = Normalizer.isNormalized(given, Normalizer.Form.NFC)
                ? given
                : Normalizer.normalize(given, Normalizer.Form.NFC);
        List<TwitterUrls.Url> urls = TwitterUrls.in(text);
        int nextUrl = 0;
        int length = 0;
        int unsure = 0;
        boolean valid = true;
        for (int i = 0; i < text.length(); ) {
            if (nextUrl < urls.size() && urls.get(nextUrl).start() == i) {
                length += URL;
                i = urls.get(nextUrl++).end();
                continue;
            }
            int emoji = Emoji.end(text, i);
            if (emoji > i) {
                length += EMOJI;
                unsure += joined(text, i, emoji);
                i = emoji;
                continue;
            }
            int c = text.codePointAt(i);
            length += isLight(c) ? 1 : 2;
            valid &= c != 0xFFFE && c != 0xFFFF && c != 0xFEFF;
            i += Character.charCount(c);
        }
        boolean blank = text.chars().allMatch(c -> c <= ' ');
        return new Weight(text, blank ? 0 : length, blank ? 0 : length + unsure, valid, urls);
    }

    /** What an emoji costs on top if its parts are counted one by one: each joiner 1, each further sign 2. */
    private static int joined(String text, int from, int to) {
        int more = 0;
        for (int i = from; i < to; i++) {
            more += text.charAt(i) == Emoji.JOINER ? 1 + EMOJI : 0;
        }
        return more;
    }

    private static boolean isLight(int c) {
        return c <= 0x10FF
                || (c >= 0x2000 && c <= 0x200D)
                || (c >= 0x2010 && c <= 0x201F)
                || (c >= 0x2032 && c <= 0x2037);
    }
}
