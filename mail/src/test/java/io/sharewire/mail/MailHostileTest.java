package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Draft;
import io.sharewire.Image;
import io.sharewire.Media;
import io.sharewire.Share;
import io.sharewire.text.CleanText;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in an article becomes markup, a header, a part or another address: read by two parsers that are not ours. */
class MailHostileTest {

    /** All that a mail is made of, and the attributes of each. */
    private static final Map<String, Set<String>> MARKUP = Map.ofEntries(
            Map.entry("html", Set.of("lang", "dir")),
            Map.entry("head", Set.of()),
            Map.entry("meta", Set.of("charset", "name", "content")),
            Map.entry("title", Set.of()),
            Map.entry("style", Set.of()),
            Map.entry("body", Set.of("class", "style")),
            Map.entry("div", Set.of("style")),
            Map.entry("table", Set.of("role", "cellpadding", "cellspacing", "border", "width", "class", "style")),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("td", Set.of("class", "align", "style")),
            Map.entry("h1", Set.of("style")),
            Map.entry("p", Set.of("class", "style")),
            Map.entry("br", Set.of()),
            Map.entry("a", Set.of("class", "href", "style")),
            Map.entry("img", Set.of("src", "alt", "width", "height", "style")));

    private final MailText text = MailText.of(Samples.settings(2525).build());

    static Stream<String> fields() {
        return Stream.concat(
                HostileTexts.all().stream(),
                IntStream.range(0, 60).mapToObj(seed -> HostileTexts.mixed(new Random(seed))));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldStaysTextInTheHtml(String hostile) throws Exception {
        Article article = article(hostile);
        Draft draft = text.draft(Share.of(article).withText(hostile));
        Document html =
                Jsoup.parse(Samples.body(Samples.parsed(draft.payload().get(0).body()), 1));

        assertOnlyOurMarkup(html);
        assertThat(html.title()).isEqualTo(article.title());
        assertThat(html.selectFirst("h1 a").wholeText()).isEqualTo(article.title());
        assertThat(html.selectFirst("p.quiet").wholeText())
                .isEqualTo(MailWords.of(article)
                        .byline(List.of(article.authors().get(0).name())));
        assertThat(html.selectFirst("img").attr("alt"))
                .isEqualTo(article.images().get(0).alt());
        assertThat(html.select("td.rule p").text().isEmpty()).isFalse();
        assertThat(html.selectFirst("td.rule p").wholeText()).isEqualTo(article.siteName());
        assertThat(html.select("a[href], img[src]"))
                .allSatisfy(element -> assertThat(element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                        .startsWith("https://news.example/"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void noFieldBecomesAHeaderOrAPart(String hostile) throws Exception {
        Article article = article(hostile);
        Share share = Share.of(article)
                .withText(hostile)
                .withMedia(MailTarget.CHANNEL, Media.of(Pngs.of(4, 2), hostile))
                .with(MailOptions.builder().picture(MailPicture.INLINE).build());
        Draft draft = text.draft(share);
        MimeMessage message = Samples.parsed(draft.payload().get(0).body());

        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(Header::getName)
                .containsExactly("From", "Subject", "MIME-Version", "Content-Type");
        assertThat(article.title()).startsWith(message.getSubject().replaceAll("…$", ""));
        MimeMultipart alternative = (MimeMultipart) message.getContent();
        assertThat(alternative.getCount()).isEqualTo(2);
        assertThat(alternative.getPreamble()).isNull();
        assertThat((String) alternative.getBodyPart(0).getContent()).isEqualToNormalizingNewlines(draft.text() + "\n");
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        assertThat(related.getCount()).isEqualTo(2);
        assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(Pngs.of(4, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "//news.example/a",
                "/a",
                "file:///etc/passwd",
                "https://user:pass@news.example/a",
                "https://news.example/a\r\nBcc: evil@x.test"
            })
    void anAddressThatIsNotOfAPageNeverGetsIntoAnArticle(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> Image.of(url));
        assertThatIllegalArgumentException().isThrownBy(() -> new Author("Jo", null, url));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Article.builder(url, "Title").build());
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.share().withLink(MailTarget.CHANNEL, url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "https://news.example/\"onload=\"alert(1) https://news.example/%22onload=%22alert(1)",
                "https://news.example/'onload='alert(1) https://news.example/'onload='alert(1)",
                "https://news.example/><script>alert(1)</script> https://news.example/%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "https://news.example/?a=\"&b='&c=<>&lt=1&copy=2 https://news.example/?a=%22&b=%27&c=%3C%3E&lt=1&copy=2",
                "https://news.example/가.jpg https://news.example/%EA%B0%80.jpg",
                "HTTPS://NEWS.EXAMPLE/a https://news.example/a"
            })
    void anAddressStaysOneAddressInsideItsAttribute(String url, String shown) throws Exception {
        Article article = Article.builder(url, "Title")
                .author(new Author("Jo", null, url))
                .image(Image.of(url))
                .build();
        Draft draft = text.draft(Share.of(article));
        Document html =
                Jsoup.parse(Samples.body(Samples.parsed(draft.payload().get(0).body()), 1));

        assertOnlyOurMarkup(html);
        assertThat(html.select("a.title, a.button, a.quiet").eachAttr("href"))
                .hasSize(3)
                .containsOnly(shown);
        assertThat(html.selectFirst("img").attr("src")).isEqualTo(shown);
    }

    @Test
    void aHeadlineOfTenKilobytesIsShownWholeAndItsSubjectFits() throws Exception {
        String title = "긴 제목 <b> ".repeat(700).strip();
        assertThat(title.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeGreaterThan(10_000);
        Draft draft = text.draft(
                Share.of(Article.builder("https://news.example/a", title).build()));
        MimeMessage message = Samples.parsed(draft.payload().get(0).body());

        assertThat(draft.refusal()).isEmpty();
        assertThat(message.getSubject()).hasSizeLessThanOrEqualTo(255).endsWith("…");
        assertThat(Jsoup.parse(Samples.body(message, 1)).selectFirst("h1").text())
                .isEqualTo(title);
        assertThat(draft.payload().get(0).body().lines()).noneMatch(line -> line.length() > 998);
    }

    private static Article article(String hostile) {
        return Article.builder(
                        "https://news.example/a", hostile.isBlank() || isEmpty(hostile) ? "t" + hostile : hostile)
                .summary(hostile)
                .author(new Author("by " + hostile, null, "https://news.example/jo"))
                .siteName("site " + hostile)
                .section(hostile)
                .image(Image.of("https://news.example/a.jpg")
                        .withAlt("alt " + hostile)
                        .withCaption(hostile, hostile)
                        .withSize(600, 400))
                .build();
    }

    private static boolean isEmpty(String hostile) {
        return CleanText.line(hostile).isEmpty();
    }

    private static void assertOnlyOurMarkup(Document html) {
        for (Element element : html.getAllElements()) {
            if (element instanceof Document) {
                continue;
            }
            assertThat(MARKUP).containsKey(element.normalName());
            assertThat(element.attributes().asList())
                    .extracting(Attribute::getKey)
                    .isSubsetOf(MARKUP.get(element.normalName()));
        }
        assertThat(html.select("style")).hasSize(1);
        assertThat(html.nodeStream(Comment.class))
                .hasSize(2)
                .allSatisfy(comment ->
                        assertThat(comment.getData()).startsWith("[if mso]").endsWith("<![endif]"));
    }
}
