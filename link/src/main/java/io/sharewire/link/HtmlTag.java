package io.sharewire.link;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tag in the text of a page, found without parsing the page.
 *
 * @param name lower-case
 * @param isEnd whether it is an end tag
 * @param start where its {@code <} is
 * @param nameEnd where its name ends
 * @param end the position after its {@code >}
 */
record HtmlTag(String name, boolean isEnd, int start, int nameEnd, int end) {

    /** The tag that begins at the {@code <} at {@code start}; null if that is a character and no tag. */
    static @Nullable HtmlTag at(String html, int start) {
        int length = html.length();
        boolean isEnd = start + 1 < length && html.charAt(start + 1) == '/';
        int nameStart = isEnd ? start + 2 : start + 1;
        if (nameStart >= length || !isLetter(html.charAt(nameStart))) {
            return null;
        }
        int nameEnd = nameStart + 1;
        while (nameEnd < length && !endsName(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        return new HtmlTag(name, isEnd, start, nameEnd, endOfTag(html, nameEnd));
    }

    /** Whether it is written {@code <svg/>}. */
    boolean isEmpty(String html) {
        return end - start > 2 && html.charAt(end - 2) == '/';
    }

    /** The {@code >} of an attribute's value does not end the tag; a quote begins a value only after {@code =}. */
    private static int endOfTag(String html, int from) {
        char before = ' ';
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '>') {
                return i + 1;
            } else if ((c == '"' || c == '\'') && before == '=') {
                int quote = html.indexOf(c, i + 1);
                if (quote < 0) {
                    return html.length();
                }
                i = quote;
            }
            before = c > ' ' ? c : before;
        }
        return html.length();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean endsName(char c) {
        return c <= ' ' || c == '>' || c == '/';
    }
}
