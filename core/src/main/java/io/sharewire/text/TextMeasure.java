package io.sharewire.text;

/**
 * How long a text is in the unit a platform counts in.
 *
 * <p>Implementations are pure and thread-safe. A longer prefix of the same text should measure at least as much; where
 * that fails now and then (a word that turns into a link), a text is cut shorter than it could be.
 */
@FunctionalInterface
public interface TextMeasure {

    /** UTF-16 code units, as {@link String#length()} counts them. */
    TextMeasure UTF16 = String::length;

    /** Unicode code points. */
    TextMeasure CODE_POINTS = text -> text.codePointCount(0, text.length());

    /** Grapheme clusters: what a reader calls a character. */
    TextMeasure GRAPHEMES = Graphemes::count;

    /** The length of {@code text}, zero or more. */
    int of(String text);
}
