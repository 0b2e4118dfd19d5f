package io.sharewire.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import io.sharewire.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as schema.org's NewsArticle; what is not known is left out. */
record NewsArticleJson(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        Thing mainEntityOfPage,
        String headline,
        @Nullable String description,
        @Nullable List<Picture> image,
        @Nullable List<Person> author,
        @Nullable Named publisher,
        @Nullable String datePublished,
        @Nullable String dateModified,
        @Nullable String articleSection,
        @Nullable List<String> keywords,
        @Nullable String inLanguage) {

    record Thing(
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String id) {}

    record Named(@JsonProperty("@type") String type, String name) {}

    record Person(
            @JsonProperty("@type") String type,
            String name,
            @Nullable String email,
            @Nullable String url) {}

    record Picture(
            @JsonProperty("@type") String type,
            String url,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String caption,
            @Nullable String creditText,
            @Nullable String encodingFormat) {}

    /** The JSON of {@code article}, whose address is {@code url}. */
    static String of(Article article, String url) {
        return Json.write(new NewsArticleJson(
                "https://schema.org",
                "NewsArticle",
                new Thing("WebPage", url),
                article.title(),
                article.summary(),
                orNull(article.images().stream().map(NewsArticleJson::picture).toList()),
                orNull(article.authors().stream().map(NewsArticleJson::person).toList()),
                article.siteName() == null ? null : new Named("Organization", article.siteName()),
                PageTags.time(article.publishedAt()),
                PageTags.time(article.modifiedAt()),
                article.section(),
                orNull(article.tags()),
                article.language() == null ? null : article.language().toLanguageTag()));
    }

    private static Picture picture(Image image) {
        return new Picture(
                "ImageObject",
                image.url(),
                image.width(),
                image.height(),
                image.caption(),
                image.credit(),
                image.type());
    }

    private static Person person(Author author) {
        return new Person("Person", author.name(), author.email(), author.url());
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
