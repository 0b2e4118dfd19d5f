package io.sharewire.link;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page, taken apart as far as every field needs it.
 *
 * @param document parsed
 * @param meta its meta tags
 * @param jsonLd its article in JSON-LD
 * @param markedUp its article in microdata or RDFa
 * @param address where it was fetched from or is said to be; null if not known
 * @param linkHeaders the {@code Link} headers it came with
 * @param base what its relative addresses are relative to
 */
record Page(
        Document document,
        MetaTags meta,
        SchemaArticle jsonLd,
        SchemaArticle markedUp,
        @Nullable HttpUrl address,
        List<String> linkHeaders,
        PageBase base) {

    static Page of(String html, @Nullable HttpUrl address, List<String> linkHeaders) {
        return of(Jsoup.parse(PageOutline.of(html)), address, linkHeaders);
    }

    static Page of(Document document, @Nullable HttpUrl address, List<String> linkHeaders) {
        return new Page(
                document,
                MetaTags.of(document),
                JsonLd.of(document),
                MarkedUp.of(document),
                address,
                linkHeaders,
                PageBase.of(document, address));
    }

    /** The first {@code attribute} of the elements that {@code selector} finds; empty if there is none. */
    Optional<String> attribute(String selector, String attribute) {
        return document.select(selector).stream()
                .map(element -> element.attr(attribute))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /**
     * The elements that {@code selector} finds, those within {@code article} or {@code main} first. What stands beside or
     * below the article belongs to other stories or to the site and is left out; so is what comes after the first 200, of
     * which only a hostile page has more.
     */
    List<Element> elements(String selector) {
        return elements(document, selector);
    }

    static List<Element> elements(Document document, String selector) {
        return document.selectStream(selector)
                .limit(200)
                .filter(element -> element.closest("aside, nav, footer") == null)
                .sorted(Comparator.comparing(element -> element.closest("article, main") == null))
                .toList();
    }
}
