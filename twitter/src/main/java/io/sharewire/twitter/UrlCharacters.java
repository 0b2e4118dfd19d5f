package io.sharewire.twitter;

/** Which characters X lets stand where in a link. Hangul, Kana, Han and full-width signs end a path. */
final class UrlCharacters {

    private static final boolean[] PATH = table("!*';:=+,.$/%#[]-_~|&@");
    private static final boolean[] PATH_END = table("=_#/-+");
    private static final boolean[] QUERY = table("!?*'();:&=+$/%#[]-_.,~|@");
    private static final boolean[] QUERY_END = table("-_&=#/");

    private UrlCharacters() {}

    static boolean isAsciiAlnum(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** A letter or digit of a host that needs no {@code http://} in front: ASCII and accented Latin. */
    static boolean isLatin(char c) {
        return isAsciiAlnum(c) || (c >= 0xC0 && isAccented(c));
    }

    /** Inside a label of such a host. */
    static boolean isLabel(char c) {
        return isLatin(c) || c == '-' || c == '_';
    }

    /** A character of the one label that may be in any script, behind {@code http://}; the hyphen apart. */
    static boolean isInternational(int c) {
        return c < 0x80
                ? isAsciiAlnum((char) c) || c < 0x09 || (c > 0x0D && c < 0x20) || c == '\\' || c == 0x7F
                : !Character.isSpaceChar(c) && (c < 0x2000 || c > 0x206F);
    }

    static boolean isPath(char c) {
        return c < 0x80 ? PATH[c] : c == 0x2013 || isPathLetter(c);
    }

    /** What may stand last in a path: not the punctuation that belongs to the sentence around it. */
    static boolean isPathEnd(char c) {
        return c < 0x80 ? PATH_END[c] : isPathLetter(c);
    }

    static boolean isQuery(char c) {
        return c < 0x80 && QUERY[c];
    }

    static boolean isQueryEnd(char c) {
        return c < 0x80 && QUERY_END[c];
    }

    private static boolean isPathLetter(char c) {
        return isAccented(c) || (c >= 0x400 && c <= 0x4FF);
    }

    private static boolean isAccented(char c) {
        if (c <= 0x24F) {
            return c >= 0xC0 && c != 0xD7 && c != 0xF7;
        }
        return switch (c) {
            case 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263, 0x268, 0x26F, 0x272, 0x289, 0x28B, 0x2BB -> true;
            default -> (c >= 0x300 && c <= 0x36F) || (c >= 0x1E00 && c <= 0x1EFF);
        };
    }

    private static boolean[] table(String signs) {
        boolean[] table = new boolean[0x80];
        for (char c = 0; c < 0x80; c++) {
            table[c] = isAsciiAlnum(c) || signs.indexOf(c) >= 0;
        }
        return table;
    }
}
