package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTagsTest {

    private static final Article FULL = Article.builder(
                    "https://news.example/%EA%B0%80?id=1&page=2", "다리 “개통” & <more> 'it''s'")
            .summary("First line.\n\nSecond line & more.")
            .author(new Author("Ann Ode", "ann@news.example", "https://news.example/staff/ann?a=1&b=2"))
            .author("정다올")
            .publishedAt(OffsetDateTime.parse("2026-11-24T09:00:00+09:00"))
            .modifiedAt(OffsetDateTime.parse("2026-11-24T10:15:30.5Z"))
            .section("City & port")
            .tags("Seoul, Korea", "R&D", "다리")
            .language("ko-KR")
            .siteName("The Courier | <News>")
            .image(new Image(
                    "https://img.example/a.jpg?w=1&h=2",
                    "A \"bridge\"",
                    "The bridge.",
                    "Venn",
                    1200,
                    630,
                    "image/jpeg"))
            .image(Image.of("https://img.example/b.jpg"))
            .build();

    @Test
    void writesEveryTag() {
        Article article = Article.builder("https://news.example/a?utm_source=x", "A title")
                .summary("A summary")
                .author(new Author("Ann", null, "https://news.example/ann"))
                .publishedAt(OffsetDateTime.parse("2026-11-24T09:00:00+09:00"))
                .modifiedAt(OffsetDateTime.parse("2026-11-24T10:00:00+09:00"))
                .section("City")
                .tags("a", "b")
                .language("ko-KR")
                .siteName("The Courier")
                .image(new Image("https://img.example/a.jpg", "Alt", "Cap", "Cred", 1200, 630, "image/jpeg"))
                .build();

        assertThat(PageTags.of(article).html()).isEqualTo("""
                        <link rel="canonical" href="https://news.example/a">
                        <meta property="og:type" content="article">
                        <meta property="og:title" content="A title">
                        <meta property="og:url" content="https://news.example/a">
                        <meta property="og:description" content="A summary">
                        <meta property="og:site_name" content="The Courier">
                        <meta property="og:locale" content="ko_KR">
                        <meta property="og:image" content="https://img.example/a.jpg">
                        <meta property="og:image:type" content="image/jpeg">
                        <meta property="og:image:width" content="1200">
                        <meta property="og:image:height" content="630">
                        <meta property="og:image:alt" content="Alt">
                        <meta property="article:published_time" content="2026-11-24T09:00:00+09:00">
                        <meta property="article:modified_time" content="2026-11-24T10:00:00+09:00">
                        <meta property="article:author" content="https://news.example/ann">
                        <meta property="article:section" content="City">
                        <meta property="article:tag" content="a">
                        <meta property="article:tag" content="b">
                        <meta name="twitter:card" content="summary_large_image">
                        <meta name="twitter:title" content="A title">
                        <meta name="twitter:description" content="A summary">
                        <meta name="twitter:image" content="https://img.example/a.jpg">
                        <meta name="twitter:image:alt" content="Alt">
                        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",\
                        "mainEntityOfPage":{"@type":"WebPage","@id":"https://news.example/a"},"headline":"A title",\
                        "description":"A summary","image":[{"@type":"ImageObject","url":"https://img.example/a.jpg",\
                        "width":1200,"height":630,"caption":"Cap","creditText":"Cred","encodingFormat":"image/jpeg"}],\
                        "author":[{"@type":"Person","name":"Ann","url":"https://news.example/ann"}],\
                        "publisher":{"@type":"Organization","name":"The Courier"},\
                        "datePublished":"2026-11-24T09:00:00+09:00","dateModified":"2026-11-24T10:00:00+09:00",\
                        "articleSection":"City","keywords":["a","b"],"inLanguage":"ko-KR"}</script>
                        """);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(PageTags.of(Article.builder("https://news.example/a", "T").build())
                        .html())
                .isEqualTo("""
                <link rel="canonical" href="https://news.example/a">
                <meta property="og:type" content="article">
                <meta property="og:title" content="T">
                <meta property="og:url" content="https://news.example/a">
                <meta name="twitter:card" content="summary">
                <meta name="twitter:title" content="T">
                <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",\
                "mainEntityOfPage":{"@type":"WebPage","@id":"https://news.example/a"},"headline":"T"}</script>
                """);
    }

    @Test
    void whatIsWrittenIsReadAgainWithoutLoss() {
        assertThat(readBack(FULL)).isEqualTo(FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onload='alert(1)",
                "<!--<script>",
                "--><script>",
                "]]>",
                "</title></head><body onload=alert(1)>",
                "&quot;><script>",
                "\\u003c/script\\u003e \\\" \\",
                "\u2028alert(1)\u2029",
                "{{7*7}} ${7*7} <%= 7*7 %>",
                "\u202Etpircs\u202C"
            })
    void noArticleBecomesMarkup(String hostile) {
        String url = "https://news.example/?q=" + hostile.replaceAll("\\p{Cntrl}", "");
        Article article = Article.builder(url, "A " + hostile)
                .summary(hostile + "!")
                .author("B " + hostile)
                .section(hostile + "?")
                .tags(hostile + "#")
                .siteName("C " + hostile)
                .image(new Image(url, "D " + hostile, "E " + hostile, "F " + hostile, null, null, hostile))
                .build();

        Document page = Jsoup.parse("<html><head>" + PageTags.of(article).html() + "</head><body><p>ok</p>");

        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("img, [onerror], [onload], style, iframe")).isEmpty();
        assertThat(page.body().html()).isEqualTo("<p>ok</p>");
        assertThat(page.head().childrenSize())
                .isEqualTo(page.head().select("link, meta, script").size());
        assertThat(content(page, "og:title")).isEqualTo(article.title());
        assertThat(content(page, "og:site_name")).isEqualTo(article.siteName());
        assertThat(content(page, "article:section")).isEqualTo(article.section());
        assertThat(content(page, "og:image:alt"))
                .isEqualTo(article.images().get(0).alt());
        String json = page.selectFirst("script").data();
        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(JsonLd.of(page).raw(JsonLd.of(page).nodes("headline").get(0)))
                .isEqualTo(article.title());
    }

    /** Texts put together from what has a meaning somewhere; 200 articles, each named by its seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void generatedArticlesAreReadAgainWithoutLoss(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            Article article = generated(random);

            assertThat(readBack(article).toJson())
                    .as("seed %d, article %d", seed, i)
                    .isEqualTo(article.toJson());
        }
    }

    private static Article generated(Random random) {
        Article.Builder article = Article.builder("https://news.example/a/" + random.nextInt(1000), text(random))
                .summary(text(random) + "\n" + text(random))
                .siteName(text(random))
                .section(text(random))
                .language(random.nextBoolean() ? "ko" : "en-GB")
                .publishedAt(OffsetDateTime.parse("2026-11-24T09:00:00+09:00").plusSeconds(random.nextInt(100_000)));
        for (int i = random.nextInt(3); i > 0; i--) {
            article.author(new Author("A" + text(random), "a" + i + "@news.example", null));
            article.tags(text(random));
            article.image(new Image(
                    "https://img.example/" + i + ".jpg", text(random), text(random), text(random), 10 * i, null, null));
        }
        return article.build();
    }

    /** Without a complete entity: that is taken for an escape too many, see {@link PageText}. */
    private static String text(Random random) {
        List<String> parts = List.of(
                "<",
                ">",
                "&",
                "\"",
                "'",
                "</script>",
                "<!--",
                "\\",
                "\\u003c",
                "가",
                "똠",
                "👨‍👩‍👧",
                " ",
                " | ",
                " - ",
                "“",
                "{",
                "}",
                "[",
                "]",
                "x",
                "@",
                "#",
                "%",
                "]]>",
                "//",
                "=",
                "\u2028",
                "é",
                ",");
        List<String> chosen = new ArrayList<>(List.of("t"));
        for (int i = random.nextInt(12); i >= 0; i--) {
            chosen.add(parts.get(random.nextInt(parts.size())));
        }
        return String.join("", chosen) + "t";
    }

    private static Article readBack(Article article) {
        return Reading.page("<!doctype html><html><head>" + PageTags.of(article).html() + "</head></html>", null)
                .article();
    }

    private static String content(Document page, String property) {
        Element meta = page.selectFirst("meta[property=" + property + "]");
        return meta == null ? "" : meta.attr("content");
    }
}
