package io.sharewire.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens a text to a platform's limit where a reader would: after a sentence, else after a word, else between two
 * graphemes, and says so with an ellipsis.
 *
 * <p>A cut never splits a grapheme, a URL or a hashtag: if only part of one would fit, it is left out. Pure and
 * thread-safe.
 */
public final class TextFit {

    private static final String ELLIPSIS = "…";

    /** A sentence or word border is taken only if it keeps at least this share of the room. */
    private static final double SENTENCE_SHARE = 0.6;

    private static final double WORD_SHARE = 0.5;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？…][\"'”’」』)\\]]*(?=\\s)|\\n");
    private static final Pattern UNBREAKABLE = Pattern.compile("(?:https?://\\S+|[#＃@$][\\p{L}\\p{M}\\p{N}_]+)");

    private TextFit() {}

    /**
     * The longest natural prefix of {@code text} that measures at most {@code limit}, ellipsis included.
     *
     * @return {@code text} itself if it fits; an empty string if not even one grapheme and the ellipsis fit
     */
    public static String fit(String text, int limit, TextMeasure measure) {
        if (measure.of(text) <= limit) {
            return text;
        }
        int hard = longestPrefix(text, limit, measure);
        while (hard > 0) {
            String kept = cut(text, hard);
            if (measure.of(kept) <= limit) {
                return kept;
            }
            // Where a link ends can make a shorter prefix the longer one (X counts "a.co" and "a.comm" differently).
            hard = longestPrefix(text.substring(0, hard - 1), limit, measure);
        }
        return "";
    }

    private static String cut(String text, int hard) {
        int sentence = lastSentenceEnd(text, hard);
        // A whole sentence needs no ellipsis.
        if (sentence >= hard * SENTENCE_SHARE) {
            return text.substring(0, sentence).stripTrailing();
        }
        int word = lastWordEnd(text, hard);
        String kept = text.substring(0, beforeUnbreakable(text, word >= hard * WORD_SHARE ? word : hard))
                .stripTrailing();
        return kept.isEmpty() ? "" : kept + ELLIPSIS;
    }

    /** The last grapheme end whose prefix plus ellipsis fits, found by halving. */
    private static int longestPrefix(String text, int limit, TextMeasure measure) {
        int[] ends = Graphemes.ends(text);
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (measure.of(text.substring(0, ends[middle - 1]) + ELLIPSIS) <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? 0 : ends[low - 1];
    }

    private static int lastSentenceEnd(String text, int limit) {
        Matcher matcher = SENTENCE_END.matcher(text);
        int last = 0;
        while (matcher.find() && matcher.end() <= limit) {
            last = matcher.end();
        }
        return last;
    }

    private static int lastWordEnd(String text, int limit) {
        if (limit < text.length() && Character.isWhitespace(text.charAt(limit))) {
            return limit;
        }
        for (int i = limit; i > 0; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i - 1;
            }
        }
        return 0;
    }

    private static int beforeUnbreakable(String text, int cut) {
        Matcher matcher = UNBREAKABLE.matcher(text);
        while (matcher.find() && matcher.start() < cut) {
            if (matcher.end() > cut) {
                return matcher.start();
            }
        }
        return cut;
    }
}
