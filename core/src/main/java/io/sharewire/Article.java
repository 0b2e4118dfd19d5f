package io.sharewire;

import io.sharewire.text.CleanText;
import io.sharewire.url.CanonicalUrl;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article as far as sharing needs it: where it is, what it says at the top, who wrote it, what it shows.
 *
 * <p>Every text is cleaned when the article is built (NFC, no control characters, no direction overrides), so that
 * channels can rely on it. Immutable and thread-safe.
 */
public final class Article implements Shareable {

    private final String url;
    private final String title;
    private final @Nullable String summary;
    private final List<Author> authors;
    private final @Nullable OffsetDateTime publishedAt;
    private final @Nullable OffsetDateTime modifiedAt;
    private final @Nullable String section;
    private final List<String> tags;
    private final @Nullable Locale language;
    private final @Nullable String siteName;
    private final List<Image> images;

    private Article(Builder builder) {
        this.url = builder.url;
        this.title = builder.title;
        this.summary = builder.summary;
        this.authors = List.copyOf(builder.authors);
        this.publishedAt = builder.publishedAt;
        this.modifiedAt = builder.modifiedAt;
        this.section = builder.section;
        this.tags = List.copyOf(builder.tags);
        this.language = builder.language;
        this.siteName = builder.siteName;
        this.images = List.copyOf(builder.images);
    }

    /**
     * Starts an article with the two things it cannot do without.
     *
     * @param url absolute http(s) address of the article's page, at most 4,096 characters, no user name
     * @param title the headline
     */
    public static Builder builder(String url, String title) {
        return new Builder(url, title);
    }

    /**
     * Reads an article from JSON as {@link #toJson} writes it; unknown members are ignored.
     *
     * @throws IllegalArgumentException if it is not JSON, or not an article, with the reason
     */
    public static Article fromJson(String json) {
        return ArticleJson.read(json);
    }

    /** This article as JSON; what is not known is left out. */
    public String toJson() {
        return ArticleJson.write(this);
    }

    /** A builder that starts from this article. */
    public Builder toBuilder() {
        return new Builder(url, title)
                .summary(summary)
                .authors(authors)
                .publishedAt(publishedAt)
                .modifiedAt(modifiedAt)
                .section(section)
                .tags(tags)
                .language(language == null ? null : language.toLanguageTag())
                .siteName(siteName)
                .images(images);
    }

    /** The address as given. */
    public String url() {
        return url;
    }

    /** The headline, one line. */
    public String title() {
        return title;
    }

    /** The lead or description; may have several lines. */
    public @Nullable String summary() {
        return summary;
    }

    /** In byline order. */
    public List<Author> authors() {
        return authors;
    }

    /** When it was first published. */
    public @Nullable OffsetDateTime publishedAt() {
        return publishedAt;
    }

    /** When it was last changed. */
    public @Nullable OffsetDateTime modifiedAt() {
        return modifiedAt;
    }

    /** The desk or rubric. */
    public @Nullable String section() {
        return section;
    }

    /** Keywords without {@code #}, in order, without repetition. */
    public List<String> tags() {
        return tags;
    }

    /** The language of the text. */
    public @Nullable Locale language() {
        return language;
    }

    /** The publication. */
    public @Nullable String siteName() {
        return siteName;
    }

    /** The lead picture first. */
    public List<Image> images() {
        return images;
    }

    @Override
    public Article toArticle() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Article article
                && url.equals(article.url)
                && title.equals(article.title)
                && Objects.equals(summary, article.summary)
                && authors.equals(article.authors)
                && Objects.equals(publishedAt, article.publishedAt)
                && Objects.equals(modifiedAt, article.modifiedAt)
                && Objects.equals(section, article.section)
                && tags.equals(article.tags)
                && Objects.equals(language, article.language)
                && Objects.equals(siteName, article.siteName)
                && images.equals(article.images);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, title);
    }

    @Override
    public String toString() {
        return "Article[" + url + ", " + title + "]";
    }

    /** Collects an article; not thread-safe. Missing values may be given as null. */
    public static final class Builder {

        private String url;
        private String title;
        private @Nullable String summary;
        private List<Author> authors = new ArrayList<>();
        private @Nullable OffsetDateTime publishedAt;
        private @Nullable OffsetDateTime modifiedAt;
        private @Nullable String section;
        private List<String> tags = new ArrayList<>();
        private @Nullable Locale language;
        private @Nullable String languageTag;
        private @Nullable String siteName;
        private List<Image> images = new ArrayList<>();

        private Builder(String url, String title) {
            this.url = url;
            this.title = title;
        }

        /** See {@link Article#summary}. */
        public Builder summary(@Nullable String text) {
            summary = orNull(text == null ? null : CleanText.paragraphs(text));
            return this;
        }

        /** Adds one author by name. */
        public Builder author(String name) {
            return author(Author.of(name));
        }

        /** Adds one author. */
        public Builder author(Author author) {
            authors.add(author);
            return this;
        }

        /** Sets all authors, in byline order. */
        public Builder authors(List<Author> all) {
            authors = new ArrayList<>(all);
            return this;
        }

        /** See {@link Article#publishedAt}. */
        public Builder publishedAt(@Nullable OffsetDateTime time) {
            publishedAt = time;
            return this;
        }

        /** See {@link Article#modifiedAt}. */
        public Builder modifiedAt(@Nullable OffsetDateTime time) {
            modifiedAt = time;
            return this;
        }

        /** See {@link Article#section}. */
        public Builder section(@Nullable String name) {
            section = line(name);
            return this;
        }

        /** Adds keywords; a leading {@code #} is taken off, repetitions and blanks are dropped. */
        public Builder tags(String... more) {
            return tags(List.of(more));
        }

        /** Adds keywords, as {@link #tags(String...)}. */
        public Builder tags(List<String> more) {
            for (String tag : more) {
                String clean = CleanText.line(tag);
                clean = clean.startsWith("#") ? clean.substring(1).strip() : clean;
                if (!clean.isEmpty() && !tags.contains(clean)) {
                    tags.add(clean);
                }
            }
            return this;
        }

        /** The language as a BCP 47 tag, e.g. {@code ko} or {@code en-GB}; {@code ko_KR} is understood. */
        public Builder language(@Nullable String tag) {
            languageTag = line(tag);
            language = languageTag == null ? null : Locale.forLanguageTag(languageTag.replace('_', '-'));
            return this;
        }

        /** See {@link Article#siteName}. */
        public Builder siteName(@Nullable String name) {
            siteName = line(name);
            return this;
        }

        /** Adds one picture; the first is the lead picture. */
        public Builder image(Image image) {
            images.add(image);
            return this;
        }

        /** Sets all pictures, the lead picture first. */
        public Builder images(List<Image> all) {
            images = new ArrayList<>(all);
            return this;
        }

        /**
         * The article.
         *
         * @throws IllegalArgumentException with everything that is wrong with it
         */
        public Article build() {
            title = CleanText.line(title);
            Validation validation = new Validation("Article").required("title", title);
            CanonicalUrl.problem(url).ifPresent(problem -> validation.check(false, "url " + problem));
            validation.check(
                    language == null || !language.getLanguage().isEmpty(),
                    "language '" + languageTag + "' is not a language tag such as 'ko' or 'en-GB'");
            validation.orThrow();
            url = url.strip();
            return new Article(this);
        }

        private static @Nullable String line(@Nullable String text) {
            return orNull(text == null ? null : CleanText.line(text));
        }

        private static @Nullable String orNull(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }
}
