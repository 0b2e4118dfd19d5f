package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedUpTest {

    private static final String MICRODATA = """
            <title>Site</title><body>
            <article itemscope itemtype="https://schema.org/NewsArticle">
              <link itemprop=mainEntityOfPage href="/a">
              <h1 itemprop="headline name">Bridge opens</h1>
              <p itemprop=description>It is <b>open</b>.</p>
              <span itemprop=author itemscope itemtype="https://schema.org/Person">
                <a itemprop=url href=/staff/ann><span itemprop=name>Ann Ode</span></a>
                <a itemprop=email href="mailto:ann@news.example">mail</a></span>
              <span itemprop=author itemscope itemtype="https://schema.org/Person"><b itemprop=name>Bo</b></span>
              <time itemprop=datePublished datetime="2026-11-24T09:00:00+09:00">today</time>
              <meta itemprop=dateModified content="2026-11-24T10:00:00+09:00">
              <div itemprop=image itemscope itemtype="https://schema.org/ImageObject">
                <img itemprop=url src=/a.jpg><meta itemprop=width content=1200><meta itemprop=height content=630>
                <p itemprop=caption>The bridge.</p></div>
              <div itemprop=publisher itemscope itemtype="https://schema.org/Organization">
                <meta itemprop=name content="The Courier"></div>
              <i itemprop=articleSection>City</i><meta itemprop=keywords content="bridge, river">
              <meta itemprop=inLanguage content=en-GB>
            </article>""";

    private static final Article BRIDGE = Article.builder(Reading.URL, "Bridge opens")
            .summary("It is open.")
            .author(new Author("Ann Ode", "ann@news.example", "https://news.example/staff/ann"))
            .author("Bo")
            .publishedAt(OffsetDateTime.parse("2026-11-24T09:00:00+09:00"))
            .modifiedAt(OffsetDateTime.parse("2026-11-24T10:00:00+09:00"))
            .image(new Image("https://news.example/a.jpg", null, "The bridge.", null, 1200, 630, null))
            .siteName("The Courier")
            .section("City")
            .tags("bridge", "river")
            .language("en-GB")
            .build();

    @Test
    void readsMicrodata() {
        ReadArticle read = Reading.page(MICRODATA);

        assertThat(read.article().toJson()).isEqualTo(BRIDGE.toJson());
        assertThat(read.sources())
                .containsEntry("title", "microdata headline")
                .containsEntry("authors", "microdata author")
                .containsEntry("section", "microdata articleSection")
                .containsEntry("images", "microdata image");
    }

    @Test
    void readsRdfaLite() {
        String rdfa = MICRODATA
                .replace("itemscope itemtype=\"https://schema.org/", "typeof=\"schema:")
                .replace("itemprop=\"headline name\"", "property=\"schema:headline schema:name\"")
                .replace("itemprop=", "property=schema:");

        ReadArticle read = Reading.page(rdfa);

        assertThat(read.article().toJson()).isEqualTo(BRIDGE.toJson());
        assertThat(read.sources()).containsEntry("title", "rdfa headline");
    }

    @Test
    void openGraphAndJsonLdComeFirst() {
        String first = "<meta property=og:title content='From Open Graph'>"
                + "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"Cy\"}</script>";

        Article article = Reading.article(first + MICRODATA);

        assertThat(article.title()).isEqualTo("From Open Graph");
        assertThat(article.authors()).extracting(Author::name).containsExactly("Cy");
    }

    @Test
    void otherStoriesOnThePageAreNotTheArticle() {
        String teaser = "<article itemscope itemtype=https://schema.org/NewsArticle>"
                + "<h3 itemprop=headline>Other story</h3></article>";

        assertThat(Reading.article("<title>T</title>" + teaser + teaser).title())
                .isEqualTo("T");
        assertThat(Reading.article(teaser + MICRODATA).title()).isEqualTo("Bridge opens");
        assertThat(Reading.article("<title>T</title><aside>" + teaser + "</aside>")
                        .title())
                .isEqualTo("T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div itemscope itemtype=https://schema.org/Product><b itemprop=headline>P</b></div>",
                "<div itemscope><b itemprop=headline>P</b></div>",
                "<div itemscope itemtype=https://schema.org/NewsArticle><b itemprop=/headline>P</b></div>",
                "<div itemscope itemtype=https://schema.org/NewsArticle>"
                        + "<div itemprop=isPartOf itemscope><b itemprop=headline>P</b></div></div>",
                "<div typeof=foaf:Document><b property=og:headline>P</b></div>"
            })
    void whatIsNotSaidOfTheArticleIsNotTaken(String html) {
        assertThat(Reading.article("<title>T</title>" + html).title()).isEqualTo("T");
    }

    @Test
    void deepNestingIsNoWayToBringItDown() {
        String deep = "<div itemprop=author itemscope itemtype=https://schema.org/Article>".repeat(20_000);

        assertThat(Reading.article("<title>T</title>" + deep).title()).isEqualTo("T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DC.title|dc.title",
                "dc:title|dc.title",
                "dcterms.title|dcterms.title",
                "DCTERM:Title|dcterms.title",
                "parsely-title|parsely-title"
            })
    void readsTitlesInDublinCoreAndParselysNames(String name, String source) {
        ReadArticle read = Reading.page("<meta name='" + name + "' content=H><title>T</title>");

        assertThat(read.article().title()).isEqualTo("H");
        assertThat(read.sources()).containsEntry("title", source);
    }

    @Test
    void readsTheOtherFieldsInDublinCore() {
        Article article = Reading.head("<meta name=DC.creator content='Ann'><meta name=DC.description content='S'>"
                + "<meta name=DC.date.issued content=2026-11-24T09:00:00Z><meta name=DC.publisher content=Courier>"
                + "<meta name=DC.language content=ko><meta name=dcterms.modified content=2026-11-24T10:00:00Z>");

        assertThat(article.authors()).containsExactly(Author.of("Ann"));
        assertThat(article.summary()).isEqualTo("S");
        assertThat(article.publishedAt()).isEqualTo("2026-11-24T09:00Z");
        assertThat(article.modifiedAt()).isEqualTo("2026-11-24T10:00Z");
        assertThat(article.siteName()).isEqualTo("Courier");
        assertThat(article.language()).isEqualTo(Locale.KOREAN);
    }

    @Test
    void readsTheOtherFieldsInParselysNames() {
        ReadArticle read = Reading.page("<title>T</title><meta name=parsely-author content='Ann'>"
                + "<meta name=parsely-pub-date content=2026-11-24T09:00:00Z><meta name=parsely-section content=City>"
                + "<meta name=parsely-tags content='a,b'><meta name=parsely-image-url content=/a.jpg>"
                + "<meta name=parsely-link content=https://news.example/b>");

        assertThat(read.article().authors()).containsExactly(Author.of("Ann"));
        assertThat(read.article().publishedAt()).isEqualTo("2026-11-24T09:00Z");
        assertThat(read.article().section()).isEqualTo("City");
        assertThat(read.article().tags()).containsExactly("a", "b");
        assertThat(read.article().images()).containsExactly(Image.of("https://news.example/a.jpg"));
        assertThat(read.article().url()).isEqualTo("https://news.example/b");
        assertThat(read.sources()).containsEntry("images", "parsely-image-url");
    }
}
