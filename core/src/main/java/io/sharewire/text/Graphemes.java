package io.sharewire.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grapheme clusters: a family emoji, a flag or a decomposed Hangul syllable is one of them.
 *
 * <p>Rests on the regular expression {@code \X}, which follows Unicode's extended grapheme clusters on Java 17 and
 * later; {@link java.text.BreakIterator} on Java 17 splits emoji sequences. Pure and thread-safe.
 */
public final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    /** The number of grapheme clusters in {@code text}. */
    public static int count(String text) {
        Matcher matcher = CLUSTER.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** The offsets at which {@code text} may be cut: the end of each cluster, in UTF-16 units, ascending. */
    public static int[] ends(String text) {
        int[] ends = new int[text.length()];
        Matcher matcher = CLUSTER.matcher(text);
        int count = 0;
        while (matcher.find()) {
            ends[count++] = matcher.end();
        }
        return Arrays.copyOf(ends, count);
    }
}
