package io.sharewire.link;

import io.sharewire.Article;
import io.sharewire.Image;
import io.sharewire.Shareable;
import io.sharewire.url.CanonicalUrl;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What belongs into the head of an article's page, so that every platform and every reader of pages finds the same:
 * canonical link, Open Graph, Twitter card, {@code article:*} and a NewsArticle in JSON-LD.
 *
 * <p>Every value is escaped for its place; no article can become markup. Immutable and thread-safe.
 */
public final class PageTags {

    private final Article article;

    private PageTags(Article article) {
        this.article = article;
    }

    /** The tags of an article as it is now. */
    public static PageTags of(Shareable shareable) {
        return new PageTags(shareable.toArticle());
    }

    /** The tags, one per line, ending with a line break; UTF-8 whatever the page is in. */
    public String html() {
        Html html = new Html();
        String url = CanonicalUrl.of(article.url());
        html.link("canonical", url);
        openGraph(html, url);
        twitterCard(html);
        html.script("application/ld+json", NewsArticleJson.of(article, url));
        return html.toString();
    }

    @Override
    public String toString() {
        return html();
    }

    private void openGraph(Html html, String url) {
        html.property("og:type", "article");
        html.property("og:title", article.title());
        html.property("og:url", url);
        html.property("og:description", oneLine(article.summary()));
        html.property("og:site_name", article.siteName());
        html.property("og:locale", locale(article.language()));
        for (Image image : article.images()) {
            html.property("og:image", image.url());
            html.property("og:image:type", image.type());
            html.property("og:image:width", number(image.width()));
            html.property("og:image:height", number(image.height()));
            html.property("og:image:alt", image.alt());
        }
        html.property("article:published_time", time(article.publishedAt()));
        html.property("article:modified_time", time(article.modifiedAt()));
        // By the specification an address; names stand in the JSON-LD.
        article.authors().forEach(author -> html.property("article:author", author.url()));
        html.property("article:section", article.section());
        article.tags().forEach(tag -> html.property("article:tag", tag));
    }

    private void twitterCard(Html html) {
        html.name("twitter:card", article.images().isEmpty() ? "summary" : "summary_large_image");
        html.name("twitter:title", article.title());
        html.name("twitter:description", oneLine(article.summary()));
        article.images().stream().findFirst().ifPresent(lead -> {
            html.name("twitter:image", lead.url());
            html.name("twitter:image:alt", lead.alt());
        });
    }

    static @Nullable String time(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** Open Graph wants a country with the language; a language alone is told by {@code inLanguage}. */
    private static @Nullable String locale(@Nullable Locale language) {
        return language == null || language.getCountry().isEmpty()
                ? null
                : language.getLanguage() + "_" + language.getCountry();
    }

    private static @Nullable String oneLine(@Nullable String text) {
        return text == null ? null : text.replaceAll("\\s*\\n\\s*", " ");
    }

    private static @Nullable String number(@Nullable Integer value) {
        return value == null ? null : value.toString();
    }
}
