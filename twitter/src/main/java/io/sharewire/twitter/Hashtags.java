package io.sharewire.twitter;

import io.sharewire.Article;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hashtags as X reads them: letters, marks, digits, {@code _} and a few joiners, at least one letter among them, and no
 * word or other sign that touches it: {@code 기사#속보} is none, and neither of {@code #선거#속보} is.
 */
final class Hashtags {

    /** Letters, marks, digits, and what joins words in some script: middle dots, maqaf, tsheg, wave dashes, joiners. */
    private static final String SIGN =
            "\\p{L}\\p{M}\\p{Nd}_·・゛゜゠〃〜～\\u05BE\\u05F3\\u05F4\\u0F0B\\u0F0C\\uA67E\\u200C\\u200D";

    private static final String LETTER = "[\\p{L}\\p{M}&&[^\\uFE0E\\uFE0F]]";

    /** What a hashtag cannot hold, and what an emoji leaves behind: its presentation selector and its joiners. */
    private static final Pattern OTHERS = Pattern.compile(
            "[^" + SIGN + "]|[\\uFE0E\\uFE0F]|[\\u200C\\u200D](?!" + LETTER + ")|(?<!" + LETTER + ")[\\u200C\\u200D]");

    private static final String HASHTAG = "[#＃][" + SIGN + "]*\\p{L}[" + SIGN + "]*";
    private static final Pattern GLUED =
            Pattern.compile("(?<=[" + SIGN + "&])(?<![\\uFE0E\\uFE0F])" + HASHTAG + "|" + HASHTAG + "(?=[#＃])");

    private Hashtags() {}

    /**
     * Up to {@code count} of an article's tags, in order, without repetition; what X does not take is left out: {@code New
     * York} becomes {@code #NewYork}.
     */
    static List<String> of(Article article, int count) {
        return article.tags().stream()
                .map(tag -> OTHERS.matcher(tag).replaceAll(""))
                .filter(tag -> tag.codePoints().anyMatch(Character::isLetter))
                .map(tag -> "#" + tag)
                .distinct()
                .limit(count)
                .toList();
    }

    /** What was meant as a hashtag and is none to X, since it touches a word; links hold none. */
    static List<String> gluedIn(String text) {
        List<TwitterUrls.Url> links = TwitterUrls.in(text);
        return GLUED.matcher(text)
                .results()
                .filter(found -> !TwitterUrls.hold(links, found.start()))
                .map(MatchResult::group)
                .toList();
    }
}
