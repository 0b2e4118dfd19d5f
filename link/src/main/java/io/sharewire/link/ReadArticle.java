package io.sharewire.link;

import io.sharewire.Article;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An article as its page tells it, and where on the page each part was found.
 *
 * @param article the article
 * @param sources by field, in a fixed order: {@code charset}, {@code title}, {@code url}, {@code summary},
 *     {@code siteName}, {@code language}, {@code section}, {@code publishedAt}, {@code modifiedAt}, {@code tags},
 *     {@code authors}, {@code images}; what was not found is not in it. A source begins with where the value was, e.g.
 *     {@code og:title}; a remark may follow, e.g. {@code (no zone, taken as UTC)}
 */
public record ReadArticle(Article article, Map<String, String> sources) {

    /** Takes a copy. */
    public ReadArticle {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }
}
