package io.sharewire.twitter;

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

    private static final Pattern MENTION =
            Pattern.compile("(?:(?<![A-Za-z0-9_!#$%&*@＠])|(?<=(?<![A-Za-z0-9_+~.-])(?i:rt)))[@＠](?=[A-Za-z0-9_])");
    private static final Pattern CASHTAG =
            Pattern.compile("(?<!\\S)\\$(?=[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?:$|[\\s\\p{Punct}]))");

    private Signs() {}

    /** {@code text} without the signs that would mention a person or make a cashtag; links stay as they are. */
    static String leftOut(String text) {
        return TwitterUrls.replaceBetween(
                text,
                words -> CASHTAG.matcher(MENTION.matcher(words).replaceAll("")).replaceAll(""));
    }

    /** How many cashtags X sees in {@code text}. */
    static long cashtags(String text) {
        return CASHTAG.matcher(text).results().count();
    }
}
