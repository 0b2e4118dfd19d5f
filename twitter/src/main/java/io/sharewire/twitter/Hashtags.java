package io.sharewire.twitter;

import io.sharewire.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hashtags as X reads them: letters, marks, digits, {@code _} and the middle dots, at least one letter among them, and no
 * word or other sign that touches it: {@code 기사#속보} is none, and neither of {@code #선거#속보} is.
 */
final class Hashtags {

    private static final String SIGN = "\\p{L}\\p{M}\\p{Nd}_·・";
    private static final Pattern OTHERS = Pattern.compile("[^" + SIGN + "]");
    private static final String HASHTAG = "[#＃][" + SIGN + "]*\\p{L}[" + SIGN + "]*";
    private static final Pattern GLUED = Pattern.compile("(?<=[" + SIGN + "&])" + HASHTAG + "|" + HASHTAG + "(?=[#＃])");

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
        List<String> glued = new ArrayList<>();
        TwitterUrls.replaceBetween(text, words -> {
            GLUED.matcher(words).results().map(MatchResult::group).forEach(glued::add);
            return words;
        });
        return glued;
    }
}
