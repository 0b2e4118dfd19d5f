package io.sharewire.link;

import io.sharewire.text.CleanText;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Text from a page's attributes and scripts: one clean line, unescaped once more where a CMS escaped twice. */
final class PageText {

    private static final String ENTITY = "&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});";
    private static final Pattern ESCAPED = Pattern.compile(ENTITY);
    private static final Pattern NOT_ESCAPED = Pattern.compile("&(?!" + ENTITY.substring(1) + ")");

    private PageText() {}

    /** {@code raw} on one line; empty if nothing is left of it. */
    static Optional<String> line(@Nullable String raw) {
        return clean(raw).map(CleanText::line).filter(text -> !text.isEmpty());
    }

    /** {@code raw} with its line breaks; empty if nothing is left of it. */
    static Optional<String> paragraphs(@Nullable String raw) {
        return clean(raw).map(CleanText::paragraphs).filter(text -> !text.isEmpty());
    }

    private static Optional<String> clean(@Nullable String raw) {
        return Optional.ofNullable(raw).map(text -> isEscapedTwice(text) ? Parser.unescapeEntities(text, false) : text);
    }

    /** A text that was escaped twice has no ampersand but those of entities: "R&amp;D &amp;amp; more" was not. */
    private static boolean isEscapedTwice(String text) {
        return ESCAPED.matcher(text).find() && !NOT_ESCAPED.matcher(text).find();
    }
}
