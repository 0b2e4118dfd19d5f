package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"NewsArticle\",\"headline\":\"H\"}",
                "{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],\"headline\":\"H\"}",
                "{\"@type\":\"https://schema.org/BlogPosting\",\"headline\":\"H\"}",
                "{\"@type\":\"schema:LiveBlogPosting\",\"headline\":\"H\"}",
                "[{\"@type\":\"WebSite\",\"name\":\"S\"},{\"@type\":\"Article\",\"headline\":\"H\"}]",
                "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"BreadcrumbList\"},"
                        + "{\"@type\":[\"Article\",\"NewsArticle\"],\"headline\":\"H\"}]}",
                "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\",\"headline\":\"H\"}}",
                "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"H\"} -->",
                "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"H\"}\n//]]>",
                "/*<![CDATA[*/{\"@type\":\"NewsArticle\",\"headline\":\"H\"}/*]]>*/",
                "<![CDATA[[{\"@type\":\"NewsArticle\",\"headline\":\"H\"}]]]>",
                "{\"@type\":\"NewsArticle\",\"headline\":\"H\",};",
                "{\"@type\":\"NewsArticle\",/* from the CMS */\"headline\":\"H\"}",
                "{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\",\"headline\":\"H\"}",
                "{\"@type\":\"NewsArticle\",\"description\":\"it\\'s\",\"headline\":\"H\"}",
                "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;H&quot;}"
            })
    void findsTheArticle(String json) {
        assertThat(Reading.jsonLd(json).title()).isEqualTo("H");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "\"NewsArticle\"",
                "{\"@type\":\"NewsArticle\",\"headline\":",
                "{\"@type\":\"WebSite\",\"headline\":\"H\"}",
                "{\"headline\":\"H\"}",
                "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":\"H\"}]}",
                "{\"@type\":\"NewsArticle\",\"headline\":{}}",
                "{\"@type\":\"NewsArticle\",\"headline\":true}",
                "}{",
                "]["
            })
    void passesOverWhatIsNoArticle(String json) {
        assertThat(Reading.jsonLd(json).title()).isEqualTo("T");
    }

    @Test
    void aBrokenBlockDoesNotHideTheNextOne() {
        Article article = Reading.head("<script type='application/ld+json'>{\"@type\": oops</script>"
                + "<script type='application/ld+json; charset=utf-8'>"
                + "{\"@type\":\"NewsArticle\",\"headline\":\"H\"}</script>");

        assertThat(article.title()).isEqualTo("H");
    }

    @Test
    void deepNestingIsNoWayToBringItDown() {
        assertThat(Reading.jsonLd("[".repeat(100_000) + "]".repeat(100_000)).title())
                .isEqualTo("T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "\"Imara Thornleigh\"#Imara Thornleigh",
                "{\"@type\":\"Person\",\"name\":\"Imara Thornleigh\"}#Imara Thornleigh",
                "[\"Ann\",{\"name\":\"Bo\"},{\"name\":\"Bo\"}]#Ann,Bo",
                "{\"@type\":\"Organization\",\"name\":\"The Harbour Courier\"}#The Harbour Courier",
                "{\"name\":[\"Ann\",\"Annie\"]}#Ann",
                "{\"name\":\"By Ann, Bo and Cy\"}#Ann,Bo,Cy",
                "\"Ministry of Health and Welfare\"#Ministry of Health and Welfare",
                "\"김하람 기자\"#김하람 기자",
                "\"https://news.example/staff/ann\"#''",
                "\"ann@news.example\"#''",
                "{\"@type\":\"Person\"}#''",
                "[]#''",
                "null#''"
            },
            quoteCharacter = '`')
    void readsAuthorsInEveryForm(String json, String names) {
        Article article = Reading.jsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"author\":" + json + "}");

        assertThat(String.join(",", article.authors().stream().map(Author::name).toList()))
                .isEqualTo(names.equals("''") ? "" : names);
    }

    @Test
    void readsAnAuthorsAddresses() {
        assertThat(Reading.jsonLd("{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ann\",\"url\":\"/staff/ann\","
                                + "\"email\":\"mailto:ann@news.example\"}}")
                        .authors())
                .containsExactly(new Author("Ann", "ann@news.example", "https://news.example/staff/ann"));
    }

    @Test
    void anAddressOfAnAuthorThatIsNoneIsLeftOut() {
        assertThat(Reading.jsonLd("{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ann\",\"url\":\"javascript:1\","
                                + "\"email\":\"ann(at)news\"}}")
                        .authors())
                .containsExactly(Author.of("Ann"));
    }

    @Test
    void followsReferencesWithinTheGraph() {
        Article article = Reading.jsonLd("{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"H\","
                + "\"author\":{\"@id\":\"#ann\"},\"publisher\":{\"@id\":\"#org\"},\"image\":{\"@id\":\"#pic\"}},"
                + "{\"@type\":\"Person\",\"@id\":\"#ann\",\"name\":\"Ann\"},"
                + "{\"@type\":\"Organization\",\"@id\":\"#org\",\"name\":\"The Courier\"},"
                + "{\"@type\":\"ImageObject\",\"@id\":\"#pic\",\"url\":\"https://img.example/a.jpg\",\"width\":800}]}");

        assertThat(article.authors()).containsExactly(Author.of("Ann"));
        assertThat(article.siteName()).isEqualTo("The Courier");
        assertThat(article.images())
                .containsExactly(Image.of("https://img.example/a.jpg").withSize(800, null));
    }

    @Test
    void aReferenceToNothingOrToItselfIsNoLoop() {
        assertThat(Reading.jsonLd("{\"@type\":\"NewsArticle\",\"@id\":\"#a\",\"headline\":\"H\","
                                + "\"author\":{\"@id\":\"#a\"},\"publisher\":{\"@id\":\"#nobody\"}}")
                        .title())
                .isEqualTo("H");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "\"https://img.example/a.jpg\"#https://img.example/a.jpg",
                "{\"@type\":\"ImageObject\",\"url\":\"https://img.example/a.jpg\"}#https://img.example/a.jpg",
                "{\"contentUrl\":\"https://img.example/a.jpg\"}#https://img.example/a.jpg",
                "[\"https://img.example/a.jpg\",{\"url\":\"https://img.example/b.jpg\"}]"
                        + "#https://img.example/a.jpg https://img.example/b.jpg",
                "\"/a.jpg\"#https://news.example/a.jpg",
                "\"a.jpg\"#https://news.example/city/a.jpg",
                "\"//img.example/a.jpg\"#https://img.example/a.jpg",
                "\"https://img.example/a.jpg?sig=%2b'x\"#https://img.example/a.jpg?sig=%2b'x",
                "\"data:image/png;base64,AAAA\"#",
                "\"\"#",
                "{}#"
            },
            quoteCharacter = '`')
    void readsPicturesInEveryForm(String json, String urls) {
        Article article = Reading.jsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"image\":" + json + "}");

        assertThat(String.join(" ", article.images().stream().map(Image::url).toList()))
                .isEqualTo(urls == null ? "" : urls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "\"a, b,,c\"#a|b|c",
                "[\"Seoul, Korea\",\"b\"]#Seoul, Korea|b",
                "[{\"@type\":\"DefinedTerm\",\"name\":\"a\"},\"b\"]#a|b"
            },
            quoteCharacter = '`')
    void readsKeywordsInEveryForm(String json, String tags) {
        Article article = Reading.jsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"keywords\":" + json + "}");

        assertThat(String.join("|", article.tags())).isEqualTo(tags);
    }
}
