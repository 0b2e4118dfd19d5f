package io.sharewire.twitter;

/** What follows the host of a link: port, path and query, as far as X takes them along. */
final class UrlTail {

    private UrlTail() {}

    /** Where a link whose host ends at {@code host} ends. */
    static int end(String text, int host) {
        return query(text, path(text, port(text, host)));
    }

    private static int port(String text, int at) {
        int end = at + 1;
        if (charAt(text, at) != ':') {
            return at;
        }
        while (charAt(text, end) >= '0' && charAt(text, end) <= '9') {
            end++;
        }
        return end == at + 1 ? at : end;
    }

    /** From the slash to the last character that may end a path; brackets belong to it where they are in pairs. */
    private static int path(String text, int at) {
        if (charAt(text, at) != '/') {
            return at;
        }
        int end = at + 1;
        int pos = at + 1;
        while (pos < text.length()) {
            char c = text.charAt(pos);
            int brackets = c == '(' ? brackets(text, pos) : pos;
            if (brackets > pos) {
                // Brackets end a path only where what stands before them could: "a_(b)" does, "a.(b)" ends after "a".
                end = pos == end ? brackets : end;
                pos = brackets;
            } else if (UrlCharacters.isPath(c)) {
                pos++;
                end = UrlCharacters.isPathEnd(c) ? pos : end;
            } else {
                break;
            }
        }
        return end;
    }

    /** Where a pair of brackets that begins at {@code open} ends, with at most one pair inside; else {@code open}. */
    private static int brackets(String text, int open) {
        int pos = pathRun(text, open + 1);
        boolean filled = pos > open + 1;
        if (charAt(text, pos) == '(') {
            int inner = pathRun(text, pos + 1);
            if (inner == pos + 1 || charAt(text, inner) != ')') {
                return open;
            }
            pos = pathRun(text, inner + 1);
            filled = true;
        }
        return filled && charAt(text, pos) == ')' ? pos + 1 : open;
    }

    private static int pathRun(String text, int from) {
        int pos = from;
        while (pos < text.length() && UrlCharacters.isPath(text.charAt(pos))) {
            pos++;
        }
        return pos;
    }

    /** From the question mark to the last character that may end a query. */
    static int query(String text, int at) {
        if (charAt(text, at) != '?') {
            return at;
        }
        int end = at;
        for (int pos = at + 1; pos < text.length() && UrlCharacters.isQuery(text.charAt(pos)); pos++) {
            end = UrlCharacters.isQueryEnd(text.charAt(pos)) ? pos + 1 : end;
        }
        return end;
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
