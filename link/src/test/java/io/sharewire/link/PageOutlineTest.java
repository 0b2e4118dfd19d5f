package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An outline gives the fields that the whole page gives, as a parser that knows nothing of outlines reads it. */
class PageOutlineTest {

    private static final String FILLER = "<p class=text>" + "Nothing of this is read. ".repeat(20) + "</p>";

    @Test
    void leavesOutScriptsStylesDrawingsAndComments() {
        assertThat(PageOutline.of("<title>T</title><script>var a = '<title>no</title>';</script><style>p > a {}</style>"
                        + "<!-- <h1>no</h1> --><svg><title>icon</title></svg><template><h1>no</h1></template>"
                        + "<textarea><h1>no</h1></textarea><h1>H</h1>"))
                .isEqualTo("<title>T</title><h1>H</h1>");
    }

    @Test
    void keepsTheBeginningOfALongRunOnly() {
        String outline = PageOutline.of("<body><article>" + FILLER.repeat(1000) + "<h1>H</h1>" + FILLER.repeat(1000)
                + "</article><ul>" + "<li><a href=/a><img src=/a.jpg>Story</a></li>".repeat(1000) + "</ul></body>");

        assertThat(outline).contains("<article>").contains("<h1>H</h1>").hasSizeLessThan(5000);
    }

    @Test
    void keepsJsonLdWhereverItStands() {
        String block =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"</p><b>\"}</script>";

        assertThat(PageOutline.of("<body>" + FILLER.repeat(10) + "<div>" + block + "</div>"))
                .contains(block);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>T</title><p>a < b <3 </p><h1>H</h1>",
                "<title>A</title><div title='a > b' class=\"x\"><h1>H</h1></div>",
                "<title>T</title><!--><h1>H</h1><!-- --><p>",
                "<title>T</title><a title=it's href=/a>x</a><h1>H</h1>",
                "<title>T</title><script>a</SCRIPT ><h1>H</h1>",
                "<title>T</title><svg/><h1>H</h1>",
                "<title>T</title><svg><path></svg><h1>H</h1>",
                "<title>T</title></div></b></html><h1>H</h1>",
                "<TITLE>T</TITLE><BODY><ARTICLE><H1>H</H1></ARTICLE>",
                "<title>T</title><?php echo 1 ?><![CDATA[x]]><h1>H</h1>",
                "<title>T</title><b><i><p>x</b><h1>H</h1></i>",
                "<title>T</title><h1",
                "<title>T</title><h1>H<!-- open",
                "<title>T</title><script>open <h1>H</h1>",
                "<title>open"
            })
    void oddMarkupGivesTheSame(String html) {
        assertSame(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"han-river-bridge.ko.html", "harbour-library.en.html"})
    void theSamplePagesGiveTheSame(String file) throws IOException {
        assertSame(Files.readString(Path.of("..", "examples", "articles", file)));
    }

    @Test
    void anAddressFarFromTheNameIsNotTheAuthorsInEither() {
        String page =
                "<title>T</title><meta name=author content=Ann><meta name=author content=Bo><article><p>Ann and Bo</p>"
                        + FILLER.repeat(5) + "<p>Desk: <a href=mailto:desk@news.example>mail</a></p></article>";

        assertSame(page);
        assertThat(Reading.article(page).authors()).containsExactly(Author.of("Ann"), Author.of("Bo"));
    }

    @Test
    void aPhotoWithItsCaptionIsKeptAmidTheText() {
        Article article = Reading.article("<title>T</title><article>" + FILLER.repeat(9)
                + "<div><figure><picture><source srcset=/b.jpg><img src=/a.jpg alt=Alt></picture>"
                + "<figcaption>The <b>bridge</b>. <small>Venn</small></figcaption></figure></div>" + FILLER);

        assertThat(article.images())
                .containsExactly(
                        new Image("https://news.example/a.jpg", "Alt", "The bridge.", "Venn", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div>", "<b>", "</p>", "<svg>", "<!--", "<p>", "<i><div><b>", "<a href='", "<", "</", "<script"
            })
    void aPageOfNothingButTheSameEndsAllTheSame(String pattern) {
        assertThat(PageOutline.of("<title>T</title><i><div>" + pattern.repeat(200_000) + "</i>".repeat(100_000)))
                .startsWith("<title>T</title>");
    }

    /** Pages put together from parts that matter and parts that do not; a failure names its seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void generatedPagesGiveTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            StringBuilder body = new StringBuilder("<html lang=ko><head><title>Title " + i + " | Courier</title>");
            for (int part = random.nextInt(6); part > 0; part--) {
                body.append(pick(random, HEAD));
            }
            body.append("</head><body>");
            body(random, body, 0);
            body.append("</body></html>");

            assertSame(body.toString());
        }
    }

    private static final List<String> HEAD = List.of(
            "<meta property=og:title content='From Open Graph'>",
            "<meta name=author content='By Ann Ode and Bo'>",
            "<link rel=canonical href=/c>",
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ann Ode\"}}</script>",
            "<meta property=og:image content=/a.jpg>",
            "<script>document.write('<h1>no</h1>')</script>",
            "<style>h1 { content: '<b>' }</style>",
            "<base href=/base/>");

    private static final List<String> READ = List.of(
            "<h1>Heading &amp; more</h1>",
            "<figure><img src=/a.jpg alt=Alt width=800><figcaption>Caption. Photo: Venn</figcaption></figure>",
            "<p class=byline>By Ann Ode (<a href=mailto:ann@news.example>mail</a>)</p>",
            "<address>Bo <a href='mailto:bo@news.example'>bo</a></address>",
            "<time datetime=2026-11-24T09:00:00+09:00>today</time>",
            "<span itemprop=author>Cy</span>",
            "<a rel=author href=/ann>Ann Ode</a>",
            "<div>Ann Ode <br><a href=mailto:ann.ode@news.example>write</a></div>",
            "<div itemscope itemtype=https://schema.org/NewsArticle><b itemprop=headline>Marked up</b></div>");

    private static final List<String> UNREAD = List.of(
            "Ann Ode",
            "short text ",
            "<p>A paragraph of some length, that ends before long.</p>",
            FILLER,
            "<ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul>",
            "<img src=/x.png>",
            "<svg><path d='M0 0'/></svg>",
            "<script>if (a < b) { x('</div>') }</script>",
            "<!-- <h1>no</h1> -->",
            "<br>",
            "&nbsp;",
            "<button><i class=icon></i></button>",
            "<table><tr><td>1<td>2</table>");

    private static final List<String> AROUND =
            List.of("div", "article", "main", "section", "aside", "nav", "footer", "header", "p", "ul", "span");

    private static void body(Random random, StringBuilder html, int depth) {
        for (int i = random.nextInt(7); i >= 0; i--) {
            int kind = random.nextInt(10);
            if (kind < 3 && depth < 5) {
                String around = pick(random, AROUND);
                html.append('<').append(around).append('>');
                body(random, html, depth + 1);
                html.append("</").append(around).append('>');
            } else {
                html.append(pick(random, kind < 5 ? READ : UNREAD));
            }
        }
    }

    private static String pick(Random random, List<String> parts) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static void assertSame(String html) {
        HttpUrl address = HttpUrl.get(Reading.URL);
        ArticleReader reader = ArticleReader.create();
        ReadArticle whole = reader.read(Page.of(Jsoup.parse(html), address, List.of()), "");
        ReadArticle outlined = reader.read(Page.of(html, address, List.of()), "");

        assertThat(outlined.article().toJson())
                .as(html)
                .isEqualTo(whole.article().toJson());
        assertThat(outlined.sources()).as(html).isEqualTo(whole.sources());
    }
}
