package io.sharewire.cli;

import io.sharewire.text.Graphemes;

/** Text in terminal columns: Hangul, Han, Kana and emoji take two. */
final class Columns {

    private Columns() {}

    static int width(String text) {
        int width = 0;
        int start = 0;
        for (int end : Graphemes.ends(text)) {
            width += isWide(text.codePointAt(start)) || end - start > 2 ? 2 : 1;
            start = end;
        }
        return width;
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** At most {@code width} columns on one line, with an ellipsis where something is missing. */
    static String cut(String text, int width) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (width(line) <= width) {
            return line;
        }
        int used = 0;
        int start = 0;
        for (int end : Graphemes.ends(line)) {
            used += width(line.substring(start, end));
            if (used > width - 1) {
                return line.substring(0, start) + "…";
            }
            start = end;
        }
        return line;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
