package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {

    @Test
    void readsAPageThatHasOnlyOpenGraph() {
        ReadArticle read = Reading.page("<meta property=og:title content='A title'>"
                + "<meta property=og:description content='A summary'>"
                + "<meta property=og:site_name content='The Courier'>"
                + "<meta property=og:locale content=ko_KR>"
                + "<meta property=og:url content=https://news.example/og>"
                + "<meta property=og:image content=https://img.example/a.jpg>"
                + "<meta property=article:published_time content=2026-11-24T09:00:00+09:00>"
                + "<meta property=article:modified_time content=2026-11-24T10:00:00+09:00>"
                + "<meta property=article:author content='Ann'>"
                + "<meta property=article:section content='City'>"
                + "<meta property=article:tag content='a'><meta property=article:tag content='b'>");

        Article article = read.article();
        assertThat(article.title()).isEqualTo("A title");
        assertThat(article.summary()).isEqualTo("A summary");
        assertThat(article.siteName()).isEqualTo("The Courier");
        assertThat(article.language()).isEqualTo(Locale.KOREA);
        assertThat(article.url()).isEqualTo("https://news.example/og");
        assertThat(article.publishedAt()).isEqualTo("2026-11-24T09:00+09:00");
        assertThat(article.modifiedAt()).isEqualTo("2026-11-24T10:00+09:00");
        assertThat(article.authors()).containsExactly(Author.of("Ann"));
        assertThat(article.section()).isEqualTo("City");
        assertThat(article.tags()).containsExactly("a", "b");
        assertThat(article.images()).containsExactly(Image.of("https://img.example/a.jpg"));
        assertThat(read.sources())
                .containsEntry("title", "og:title")
                .containsEntry("summary", "og:description")
                .containsEntry("siteName", "og:site_name")
                .containsEntry("language", "og:locale")
                .containsEntry("url", "og:url")
                .containsEntry("publishedAt", "article:published_time")
                .containsEntry("modifiedAt", "article:modified_time")
                .containsEntry("authors", "article:author")
                .containsEntry("section", "article:section")
                .containsEntry("tags", "article:tag")
                .containsEntry("images", "og:image")
                .containsEntry("charset", "UTF-8 (Content-Type)");
    }

    @Test
    void readsAPlainPage() {
        ReadArticle read = Reading.page("<html lang=en><head><title>A title</title>"
                + "<meta name=description content='A summary'><meta name=keywords content='a, b'>"
                + "<meta name=author content='Ann'><meta name=application-name content='The Courier'>"
                + "</head><body><article><figure><img src=/a.jpg alt='A bridge' width=800 height=600>"
                + "<figcaption>The bridge.</figcaption></figure></article>");

        assertThat(read.article().images())
                .containsExactly(
                        new Image("https://news.example/a.jpg", "A bridge", "The bridge.", null, 800, 600, null));
        assertThat(read.sources())
                .containsEntry("title", "<title>")
                .containsEntry("summary", "description")
                .containsEntry("tags", "meta keywords")
                .containsEntry("authors", "meta author")
                .containsEntry("siteName", "application-name")
                .containsEntry("language", "html lang")
                .containsEntry("images", "<figure>")
                .containsEntry("url", "address");
    }

    @Test
    void leavesOutWhatThePageDoesNotTell() {
        ReadArticle read = Reading.page("<title>A title</title>");

        assertThat(read.article())
                .isEqualTo(Article.builder(Reading.URL, "A title").build());
        assertThat(read.sources()).containsOnlyKeys("charset", "title", "url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=\"og:title twitter:title\" content=H>",
                "<meta property=\"twitter:title  OG:Title\" content=H>",
                "<meta name=og:title content=H>",
                "<meta property=og:title content=\"\"><meta property=og:title content=H>",
                "<meta property=og:title content=H><meta property=og:title content=Second>"
            })
    void readsATagHoweverItIsNamed(String head) {
        assertThat(Reading.head(head).title()).isEqualTo("H");
    }

    @Test
    void summaryHasAnOrderOfPlaces() {
        String twitter = "<meta name=twitter:description content=4>";
        String meta = "<meta name=description content=3>" + twitter;
        String jsonLd =
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"description\":\"2\"}</script>" + meta;
        String og = "<meta property=og:description content=1>" + jsonLd;

        assertThat(Reading.head(og).summary()).isEqualTo("1");
        assertThat(Reading.head(jsonLd).summary()).isEqualTo("2");
        assertThat(Reading.head(meta).summary()).isEqualTo("3");
        assertThat(Reading.head(twitter).summary()).isEqualTo("4");
    }

    @Test
    void aSummaryIsOneLineUnlessJsonLdHasItsParagraphs() {
        String og = "<meta property=og:description content='One\n  two'>";
        String jsonLd = "<script type=application/ld+json>{\"@type\":\"NewsArticle\","
                + "\"description\":\"One\\n\\ntwo\"}</script>";

        assertThat(Reading.head(og).summary()).isEqualTo("One two");
        assertThat(Reading.head(og + jsonLd).summary()).isEqualTo("One\n\ntwo");
    }

    @Test
    void aSummaryEndsAt1000Characters() {
        String summary = Reading.head("<meta name=description content='" + "가나다 ".repeat(500) + "'>")
                .summary();

        assertThat(summary).hasSizeBetween(900, 1000).endsWith("…");
    }

    @ParameterizedTest
    @CsvSource({"ko_KR,ko-KR", "en,en", "en-GB,en-GB", "zh-Hant-TW,zh-Hant-TW"})
    void readsALanguage(String tag, String language) {
        assertThat(Reading.article("<html lang='" + tag + "'><title>T</title>").language())
                .isEqualTo(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "korean language", "한국어", "_", "{{lang}}"})
    void aLanguageThatIsNoneIsLeftOut(String tag) {
        assertThat(Reading.article("<html lang='" + tag + "'><title>T</title>").language())
                .isNull();
    }

    @Test
    void anAuthorThatIsAnAddressIsNoName() {
        assertThat(Reading.head("<meta property=article:author content=https://social.example/ann>")
                        .authors())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "hello",
                "{\"url\":\"https://news.example/a\",\"title\":\"<p>T</p>\"}",
                "%PDF-1.7 <p >",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><title>T</title></rss>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title></feed>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>T</title></svg>",
                "PK\u0003\u0004\u0000\u0000<p >"
            })
    void refusesWhatIsNotHtml(String text) {
        assertThatThrownBy(() -> Reading.page(text))
                .isInstanceOf(ArticleNotReadableException.class)
                .hasMessage("not HTML: there is no page in it");
    }

    @Test
    void refusesAPageWithoutATitle() {
        assertThatThrownBy(() -> Reading.page("<html><body><p>Hello</p></body></html>"))
                .isInstanceOf(ArticleNotReadableException.class)
                .hasMessage("no title found: is this the page of an article?");
    }

    @Test
    void refusesABaseUrlThatIsNoAddress() {
        assertThatThrownBy(() -> Reading.page("<title>T</title>", "news.example/a"))
                .isInstanceOf(ArticleNotReadableException.class)
                .hasMessage("the base URL must be an absolute http or https address, not 'news.example/a'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Just a moment...",
                "Attention Required! | Cloudflare",
                "Access Denied",
                "Are you a robot?",
                "Pardon Our Interruption",
                "Checking your browser before accessing news.example",
                "403 Forbidden",
                "404 Not Found",
                "Error 503",
                "Page not found - The Courier",
                "Please verify you are a human",
                "502",
                "429 Too Many Requests",
                "Access to this page has been denied."
            })
    void aCheckOrAnErrorIsNoArticle(String title) {
        assertThatThrownBy(() -> Reading.page("<title>" + title + "</title><p>wait</p>"))
                .isInstanceOf(ArticleNotReadableException.class)
                .hasMessageStartingWith("no article: the page is a check or an error, '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"500 years of the harbour", "Forbidden island opens", "A moment of silence", "404 steps up"})
    void aHeadlineThatOnlyBeginsLikeOneIsRead(String title) {
        assertThat(Reading.article("<title>" + title + "</title>").title()).isEqualTo(title);
    }

    @Test
    void whatSaysItIsAnArticleIsOneWhateverItsTitle() {
        assertThat(Reading.head("<meta property=og:title content='Access denied: a year without the pier'>")
                        .title())
                .isEqualTo("Access denied: a year without the pier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=article:tag content='%d'>",
                "<meta property=og:image content='/%d.jpg'>",
                "<meta name=author content='By A%d'>",
                "<a href='mailto:a%d@news.example'>Ann</a>",
                "<div class=byline>By Ann %d",
                "<figure><img src=/%d.jpg><figcaption>((((((((",
                "((((((((((((((((((((",
                "<time datetime=x>"
            })
    void aPageOfNothingButTheSameEndsAllTheSame(String pattern) {
        StringBuilder html = new StringBuilder(
                "<title>T</title><meta name=author content=Ann><figure><img src=/a.jpg>" + "<figcaption>");
        for (int i = 0; i < 20_000; i++) {
            html.append(String.format(Locale.ROOT, pattern, i));
        }

        Article article = Reading.article(html.toString());

        assertThat(article.tags()).hasSizeLessThanOrEqualTo(100);
        assertThat(article.images()).hasSizeLessThanOrEqualTo(50);
        assertThat(article.authors()).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void tellsHowTheCharsetWasFound() {
        byte[] page = "<meta charset=utf-8><title>가</title>".getBytes(StandardCharsets.UTF_8);

        assertThat(ArticleReader.create().read(page, null, Reading.URL).sources())
                .containsEntry("charset", "UTF-8 (meta)");
    }
}
