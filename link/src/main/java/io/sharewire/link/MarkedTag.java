package io.sharewire.link;

/**
 * Tells start tags that say something about an article: authors and bylines, mail addresses, microdata, RDFa.
 *
 * <p>Looks at every tag of a page, hence by hand. It may take a tag for marked that is not; never the other way round.
 */
final class MarkedTag {

    private static final String[][] WORDS = new String['z' + 1][];

    static {
        WORDS['a'] = new String[] {"author"};
        WORDS['b'] = new String[] {"byline"};
        WORDS['i'] = new String[] {"itemprop", "itemscope", "itemtype"};
        WORDS['j'] = new String[] {"journalist"};
        WORDS['m'] = new String[] {"mailto:"};
        WORDS['p'] = new String[] {"property"};
        WORDS['r'] = new String[] {"reporter"};
        WORDS['t'] = new String[] {"typeof"};
    }

    private MarkedTag() {}

    static boolean is(String html, HtmlTag tag) {
        for (int i = tag.nameEnd(); i < tag.end(); i++) {
            int letter = html.charAt(i) | 0x20;
            String[] words = letter <= 'z' ? WORDS[letter] : null;
            if (words != null) {
                for (String word : words) {
                    boolean mayBe = i + 1 < tag.end() && (html.charAt(i + 1) | 0x20) == word.charAt(1);
                    if (mayBe && html.regionMatches(true, i, word, 0, word.length())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
