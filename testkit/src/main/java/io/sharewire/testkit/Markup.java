package io.sharewire.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Foreign text on its way into a page. */
final class Markup {

    private static final Pattern BEYOND_ASCII = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    private Markup() {}

    /** The text, neither markup nor the end of a quoted attribute. */
    static String escape(@Nullable String text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The text's language as an attribute: Korean if there is Hangul in it, else said to be unknown. */
    static String language(String text) {
        return HANGUL.matcher(text).find() ? " lang=\"ko\"" : " lang=\"\"";
    }

    static boolean isWebAddress(@Nullable String address) {
        return address != null && address.matches("(?i)https?://.+");
    }

    /** A link that may lead anywhere on the web and tells nobody from where; words alone if it leads elsewhere. */
    static String link(@Nullable String address, String cssClass, String words) {
        String start =
                isWebAddress(address) ? "<a rel=\"noopener noreferrer\" href=\"" + escape(address) + "\"" : "<span";
        return start + " class=\"" + cssClass + "\"" + language(words) + ">" + escape(words)
                + (isWebAddress(address) ? "</a>" : "</span>");
    }

    /** The address as browsers show it: letters and digits beyond ASCII as themselves, all else as it is. */
    static String readable(String address) {
        return BEYOND_ASCII.matcher(address).replaceAll(run -> Matcher.quoteReplacement(decoded(run.group())));
    }

    private static String decoded(String run) {
        byte[] bytes = HexFormat.of().parseHex(run.replace("%", ""));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePoints().allMatch(Character::isLetterOrDigit) ? text : run;
        } catch (CharacterCodingException e) {
            return run;
        }
    }
}
