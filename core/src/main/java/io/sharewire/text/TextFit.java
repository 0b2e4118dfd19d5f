package io.sharewire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
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
        int hard = longestPrefix(text, limit, measure, ELLIPSIS);
        while (hard > 0) {
            String kept = cut(text, hard);
            if (measure.of(kept) <= limit) {
                return kept;
            }
            // Where a link ends can make a shorter prefix the longer one (X counts "a.co" and "a.comm" differently).
            hard = longestPrefix(text.substring(0, hard - 1), limit, measure, ELLIPSIS);
        }
        return "";
    }

    /**
     * {@code text} in pieces that each measure at most what {@code limits} says for its index: cut after a sentence, else
     * after a word, else between two graphemes; nothing is added and nothing but white space at the cuts is lost.
     *
     * @param limits the room of each piece, by its index
     * @return at least one piece; empty if a piece's room does not hold even one grapheme
     */
    public static List<String> split(String text, IntUnaryOperator limits, TextMeasure measure) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int room = limits.applyAsInt(pieces.size());
            int end = measure.of(rest) <= room ? rest.length() : pieceEnd(rest, room, measure);
            if (end == 0) {
                return List.of();
            }
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return pieces;
    }

    private static int pieceEnd(String text, int room, TextMeasure measure) {
        int hard = longestPrefix(text, room, measure, "");
        int end = naturalEnd(text, hard);
        while (end > 0 && measure.of(text.substring(0, end)) > room) {
            hard = longestPrefix(text.substring(0, hard - 1), room, measure, "");
            end = naturalEnd(text, hard);
        }
        return end;
    }

    private static int naturalEnd(String text, int hard) {
        int sentence = lastSentenceEnd(text, hard);
        if (sentence >= hard * SENTENCE_SHARE) {
            return sentence;
        }
        int word = lastWordEnd(text, hard);
        int end = beforeUnbreakable(text, word >= hard * WORD_SHARE ? word : hard);
        return end == 0 ? hard : end;
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

    /** The last grapheme end whose prefix, with {@code after} behind it, fits; found by halving. */
    private static int longestPrefix(String text, int limit, TextMeasure measure, String after) {
        int[] ends = Graphemes.ends(text);
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (measure.of(text.substring(0, ends[middle - 1]) + after) <= limit) {
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
