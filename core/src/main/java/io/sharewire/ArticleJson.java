package io.sharewire;

import io.sharewire.json.Json;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of an article; every member may be absent. */
record ArticleJson(
        @Nullable String url,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String siteName,
        @Nullable String language,
        @Nullable String section,
        @Nullable String publishedAt,
        @Nullable String modifiedAt,
        @Nullable List<String> tags,
        @Nullable List<AuthorJson> authors,
        @Nullable List<ImageJson> images) {

    record AuthorJson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String url) {}

    record ImageJson(
            @Nullable String url,
            @Nullable String alt,
            @Nullable String caption,
            @Nullable String credit,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String type) {}

    static String write(Article article) {
        return Json.write(new ArticleJson(
                article.url(),
                article.title(),
                article.summary(),
                article.siteName(),
                article.language() == null ? null : article.language().toLanguageTag(),
                article.section(),
                text(article.publishedAt()),
                text(article.modifiedAt()),
                article.tags(),
                article.authors().stream()
                        .map(a -> new AuthorJson(a.name(), a.email(), a.url()))
                        .toList(),
                article.images().stream()
                        .map(i -> new ImageJson(
                                i.url(), i.alt(), i.caption(), i.credit(), i.width(), i.height(), i.type()))
                        .toList()));
    }

    static Article read(String json) {
        ArticleJson read = Json.require(json, ArticleJson.class);
        Article.Builder builder = Article.builder(orEmpty(read.url), orEmpty(read.title))
                .summary(read.summary)
                .siteName(read.siteName)
                .language(read.language)
                .section(read.section)
                .publishedAt(time("publishedAt", read.publishedAt))
                .modifiedAt(time("modifiedAt", read.modifiedAt));
        if (read.tags != null) {
            builder.tags(read.tags);
        }
        if (read.authors != null) {
            read.authors.forEach(a -> builder.author(new Author(orEmpty(a.name), a.email, a.url)));
        }
        if (read.images != null) {
            read.images.forEach(i ->
                    builder.image(new Image(orEmpty(i.url), i.alt, i.caption, i.credit, i.width, i.height, i.type)));
        }
        return builder.build();
    }

    private static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static @Nullable OffsetDateTime time(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Article: " + name + " '" + text + "' is not a time with a zone such as 2026-11-24T09:00:00+09:00",
                    e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
