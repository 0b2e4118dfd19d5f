package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Share;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What mail programs ask of the HTML, by number. */
class MailHtmlTest {

    static Stream<Article> articles() {
        return Stream.of(Samples.korean(), Samples.english());
    }

    @ParameterizedTest
    @MethodSource("articles")
    void html01_layoutIsPresentationTablesOfSixHundredPixels(Article article) {
        Document html = html(article);

        assertThat(html.select("table").eachAttr("role")).hasSize(2).containsOnly("presentation");
        assertThat(html.selectFirst("table.card").attr("width")).isEqualTo("600");
        assertThat(html.selectFirst("table.card").attr("style")).contains("max-width:600px");
        assertThat(html.select("script, form, link, iframe, object, embed, video, input, base"))
                .isEmpty();
        assertThat(html.outerHtml()).doesNotContain("flex", "grid", "@import", "@font-face", "url(");
        assertThat(html.select("p, h1, td, a, img").eachAttr("style")).allMatch(style -> !style.isEmpty());
    }

    @Test
    void html02_aPictureHasWidthAndHeightAndGivesWay() {
        Element image = html(Samples.korean()).selectFirst("img");

        assertThat(image.attr("width")).isEqualTo("600");
        // 800 of 1,200 pixels
        assertThat(image.attr("height")).isEqualTo("400");
        assertThat(image.attr("style")).contains("width:100%", "max-width:600px", "height:auto");
    }

    @ParameterizedTest
    @MethodSource("articles")
    void html03_gmailNeitherClipsTheMailNorDropsItsStyle(Article article) {
        Document html = html(article);

        assertThat(html.outerHtml().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(10_000);
        assertThat(html.selectFirst("style").data()).hasSizeLessThan(16_000);
    }

    @ParameterizedTest
    @CsvSource({"For tonight., For tonight.", "'', 오늘 밤부터 한강 다리 두 곳이 통제된다. 우회로는 아래와 같다."})
    void html04_thePreheaderIsTheFirstTextAndHidden(String intro, String preheader) {
        Share share = Share.of(Samples.korean());
        Element first =
                html(intro.isEmpty() ? share : share.withText(intro)).body().child(0);

        assertThat(first.text()).isEqualTo(preheader);
        assertThat(first.attr("style")).contains("display:none", "mso-hide:all");
    }

    @Test
    void html04_aLongPreheaderIsCutAndWithoutTextThereIsNone() {
        Element first = html(Samples.share().withText("가".repeat(300))).body().child(0);

        assertThat(first.text()).isEqualTo("가".repeat(99) + "…");
        assertThat(html(Article.builder("https://news.example/a", "Title").build())
                        .body()
                        .child(0)
                        .normalName())
                .isEqualTo("table");
    }

    @ParameterizedTest
    @MethodSource("articles")
    void html05_lightAndDarkAreDeclared(Article article) {
        Document html = html(article);

        assertThat(html.select("meta[name=color-scheme], meta[name=supported-color-schemes]")
                        .eachAttr("content"))
                .containsExactly("light dark", "light dark");
        assertThat(html.selectFirst("style").data())
                .contains("color-scheme:light dark", "@media (prefers-color-scheme:dark)");
    }

    @Test
    void html06_languageTitleAndAltAreThere() {
        Document html = html(Samples.korean());

        assertThat(html.selectFirst("html").attr("lang")).isEqualTo("ko");
        assertThat(html.title()).isEqualTo(Samples.korean().title());
        assertThat(html.select("img").eachAttr("alt")).containsExactly("불 켜진 다리");
        assertThat(html.select("a").eachText()).containsExactly(Samples.korean().title(), "기사 보기");
        assertThat(html(Samples.english()).select("a").last().text()).isEqualTo("Read the article");
    }

    @Test
    void html06_aPictureNobodyDescribedIsDecoration() {
        Document html = html(Article.builder("https://news.example/a", "Title")
                .image(io.sharewire.Image.of("https://news.example/a.jpg"))
                .build());

        assertThat(html.selectFirst("img").hasAttr("alt")).isTrue();
        assertThat(html.selectFirst("img").attr("alt")).isEmpty();
    }

    /** WCAG 2.2, 1.4.3: 4.5 to 1. Each colour on the ground it stands on. */
    @ParameterizedTest
    @CsvSource({"card, card", "title, card", "quiet, card", "button, button"})
    void everyTextCanBeReadInLightAndDark(String text, String ground) {
        Document html = html(Samples.korean());
        String sheet = html.selectFirst("style").data();

        for (List<String> styles : List.of(
                List.of(
                        html.selectFirst("." + text).attr("style"),
                        html.selectFirst("." + ground).attr("style")),
                List.of(rule(sheet, text), rule(sheet, ground)))) {
            assertThat(contrast(value("(?<![a-z-])color:", styles.get(0)), value("background-color:", styles.get(1))))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static String rule(String sheet, String name) {
        return value("\\." + name + "\\{(?=background|color)", sheet);
    }

    /** What follows {@code before}, up to the end of the declaration or rule. */
    private static String value(String before, String css) {
        String end = before.contains("{") ? "[^}]*" : "#[0-9a-f]{6}";
        Matcher matcher = Pattern.compile(before + "(" + end + ")").matcher(css);
        assertThat(matcher.find()).as(before + " in " + css).isTrue();
        return matcher.group(1);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int octet) {
        double c = (octet & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Document html(Article article) {
        return html(Share.of(article));
    }

    private static Document html(Share share) {
        String message = MailText.of(Samples.settings(2525).build())
                .draft(share)
                .payload()
                .get(0)
                .body();
        try {
            return Jsoup.parse(Samples.body(Samples.parsed(message), 1));
        } catch (jakarta.mail.MessagingException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
