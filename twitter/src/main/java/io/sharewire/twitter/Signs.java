package io.sharewire.twitter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signs that make X act on a text: {@code @name} notifies a person, {@code $TAG} makes a cashtag, of which a post may
 * have one.
 *
 * <p>An article's text never means either, so they are left out there. An invisible character behind the sign would keep
 * the look, but X may drop it on the way, and then a post that is read back no longer equals the one that was sent; a
 * name without its sign is plain text in every version of X's rules. Pure and thread-safe.
 */
final class Signs {

    private static final Pattern MENTION = Pattern.compile(
            "(?:(?<![A-Za-z0-9_!#$%&*@＠])|(?<=(?<![A-Za-z0-9_+~.-])(?i:rt)))[@＠]++(?=[A-Za-z0-9_]{1,20}+"
                    + "(?:/[A-Za-z][A-Za-z0-9_-]{0,24}+)?+(?![@＠\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F]|://))");

    /** Spaces of any width. */
    private static final String SPACE =
            "\\s\\u0085\\u00A0\\u1680\\u180E\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

    private static final Pattern CASHTAG =
            Pattern.compile("(?<![^" + SPACE + "])\\$(?=[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?:$|[\\s\\p{Punct}]))");

    private Signs() {}

    /** {@code text} without the signs that would mention a person or make a cashtag; links stay as they are. */
    static String leftOut(String text) {
        String left = without(CASHTAG, without(MENTION, text));
        // A sign less can make a name of what was none: "@rt@a", "@rta".
        return left.equals(text) ? text : leftOut(left);
    }

    private static String without(Pattern sign, String text) {
        List<TwitterUrls.Url> links = TwitterUrls.in(text);
        return sign.matcher(text)
                .replaceAll(
                        found -> TwitterUrls.hold(links, found.start()) ? Matcher.quoteReplacement(found.group()) : "");
    }

    /** How many cashtags X sees in {@code text}. */
    static long cashtags(String text) {
        return CASHTAG.matcher(text).results().count();
    }
}
