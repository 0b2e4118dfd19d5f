package io.sharewire.link;

import io.sharewire.Article;
import io.sharewire.http.FetchException;
import io.sharewire.http.Fetched;
import io.sharewire.http.GuardedFetch;
import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import io.sharewire.url.CanonicalUrl;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article from its page: Open Graph, JSON-LD, Twitter card, microdata, RDFa Lite, Dublin Core, Parse.ly's names
 * and plain HTML, in the charset the page is really in.
 *
 * <p>Each field has an order of places where it is looked for; {@link ReadArticle#sources} tells which one it came from.
 * Titles end at 300 characters, summaries at 1,000. What cannot be read is left out, and a page that is no article gives
 * none. Immutable and thread-safe.
 */
public final class ArticleReader {

    private static final int MAX_TITLE = 300;
    private static final int MAX_SUMMARY = 1000;

    private final @Nullable GuardedFetch fetch;
    private final @Nullable ZoneId zone;
    private final Set<String> trusted;

    private ArticleReader(Builder builder) {
        this.fetch = builder.fetch;
        this.zone = builder.zone;
        this.trusted = Set.copyOf(builder.trusted);
    }

    /** With all defaults: public addresses only. */
    public static ArticleReader create() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the article at an address.
     *
     * @throws FetchException if it cannot be fetched, or must not be
     * @throws ArticleNotReadableException if what is there is not the page of an article
     */
    public ReadArticle fetch(String url) throws FetchException {
        Fetched fetched = (fetch == null ? DefaultFetch.INSTANCE : fetch).fetch(url);
        NotAnArticle.check(fetched);
        return read(
                DecodedPage.of(fetched.bytes(), fetched.charset().orElse(null)),
                HttpUrl.get(fetched.url()),
                fetched.headers("Link"));
    }

    /**
     * Reads the article from the bytes of its page.
     *
     * @param html the page as it was served or saved
     * @param contentTypeCharset the charset its server named; null if not known
     * @param baseUrl the page's address; null to take the one that the page declares
     * @throws ArticleNotReadableException if it is not the page of an article, or has no address
     */
    public ReadArticle read(byte[] html, @Nullable String contentTypeCharset, @Nullable String baseUrl) {
        if (baseUrl != null) {
            CanonicalUrl.problem(baseUrl).ifPresent(problem -> {
                throw new ArticleNotReadableException("the base URL " + problem);
            });
        }
        return read(
                DecodedPage.of(html, contentTypeCharset),
                baseUrl == null ? null : HttpUrl.get(baseUrl.strip()),
                List.of());
    }

    private ReadArticle read(DecodedPage decoded, @Nullable HttpUrl address, List<String> linkHeaders) {
        NotAnArticle.check(decoded.text());
        return read(Page.of(decoded.text(), address, linkHeaders), decoded.source());
    }

    ReadArticle read(Page page, String charset) {
        NotAnArticle.check(page);
        Sources sources = new Sources();
        sources.note("charset", charset);

        Optional<Finding<String>> siteName = PageFields.siteName(page);
        String title = sources.take(
                        "title", PageTitle.of(page, siteName.map(Finding::value).orElse(null)))
                .orElseThrow(() -> new ArticleNotReadableException("no title found: is this the page of an article?"));
        String url = sources.take("url", PageAddress.of(page, trusted))
                .orElseThrow(() -> new ArticleNotReadableException(
                        "no address: the page does not declare one; give a base URL (the command's --base-url)"));
        Article.Builder article = Article.builder(url, TextFit.fit(title, MAX_TITLE, TextMeasure.CODE_POINTS));
        sources.take("summary", PageFields.summary(page))
                .map(text -> TextFit.fit(text, MAX_SUMMARY, TextMeasure.CODE_POINTS))
                .ifPresent(article::summary);
        sources.take("siteName", siteName).ifPresent(article::siteName);
        Optional<String> language = sources.take("language", PageFields.language(page));
        language.ifPresent(article::language);
        sources.take("section", PageFields.section(page)).ifPresent(article::section);
        ZoneId zoneOfSite = zoneOf(language.orElse(""));
        sources.take("publishedAt", PageTimes.published(page, zoneOfSite)).ifPresent(article::publishedAt);
        sources.take("modifiedAt", PageTimes.modified(page, zoneOfSite)).ifPresent(article::modifiedAt);
        sources.take("tags", PageFields.tags(page)).ifPresent(article::tags);
        sources.take("authors", PageAuthors.of(page)).ifPresent(article::authors);
        sources.take("images", PageImages.of(page)).ifPresent(article::images);
        return new ReadArticle(article.build(), sources.byField);
    }

    /** All of Korea is in one zone, and Korean publishing systems like to leave it out. */
    private ZoneId zoneOf(String language) {
        if (zone != null) {
            return zone;
        }
        return language.toLowerCase(Locale.ROOT).startsWith("ko") ? ZoneId.of("Asia/Seoul") : ZoneOffset.UTC;
    }

    /** Made only when something is fetched: reading files needs no HTTP client. */
    private static final class DefaultFetch {
        static final GuardedFetch INSTANCE = GuardedFetch.create();
    }

    /** Notes where each field came from, in the order in which they are read. */
    private static final class Sources {

        private final Map<String, String> byField = new LinkedHashMap<>();

        void note(String field, String source) {
            byField.put(field, source);
        }

        <T> Optional<T> take(String field, Optional<Finding<T>> found) {
            found.ifPresent(finding -> note(field, finding.source()));
            return found.map(Finding::value);
        }
    }

    /** Collects the settings; not thread-safe. */
    public static final class Builder {

        private @Nullable GuardedFetch fetch;
        private @Nullable ZoneId zone;
        private final Set<String> trusted = new LinkedHashSet<>();

        private Builder() {}

        /** How pages are fetched, and from where; default {@link GuardedFetch#create}. */
        public Builder fetch(GuardedFetch guarded) {
            fetch = guarded;
            return this;
        }

        /**
         * The zone of times that have none; default {@code Asia/Seoul} on Korean pages and UTC on others. Such a time's
         * source says so.
         */
        public Builder zone(ZoneId ofSite) {
            zone = ofSite;
            return this;
        }

        /**
         * Hosts, subdomains included, whose addresses are believed when a page on another site declares them canonical:
         * those of an agency or of a sister paper. By default only the page's own site is.
         */
        public Builder trustCanonical(String... hosts) {
            for (String host : hosts) {
                trusted.add(host.strip().toLowerCase(Locale.ROOT));
            }
            return this;
        }

        /** The reader. */
        public ArticleReader build() {
            return new ArticleReader(this);
        }
    }
}
