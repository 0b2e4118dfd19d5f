package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.ShareBar;
import io.sharewire.ShareButton.Behaviour;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailButtonTest {

    private final MailButton button = MailButton.create();

    @Test
    void mailto02_headlineSummaryAndLinkGoToTheMailProgramWithoutARecipient() {
        Article article = Article.builder("https://news.example/a?id=1&x=2", "C++ & C#")
                .summary("Two languages.")
                .build();

        assertThat(button.href(article))
                .isEqualTo("mailto:?subject=C%2B%2B%20%26%20C%23&body=Two%20languages.%0D%0A%0D%0A"
                        + "https%3A%2F%2Fnews.example%2Fa%3Fid%3D1%26x%3D2");
        assertThat(button.behaviour()).isEqualTo(Behaviour.HAND_OVER);
    }

    @Test
    void mailto10_inHtmlTheAmpersandIsEscapedAndTheAddressStaysTheSame() {
        Article article = Article.builder("https://news.example/a", "C++ & C#").build();

        assertThat(ShareBar.of(List.of(button)).html(article, Locale.ENGLISH))
                .contains("\"mailto:?subject=C%2B%2B%20%26%20C%23&amp;body=https%3A%2F%2Fnews.example%2Fa\"");
    }

    @Test
    void aLongKoreanSummaryIsCutAndTheLinkIsNot() {
        String url = "https://news.example/" + "a".repeat(300);
        Article article =
                Article.builder(url, "한강 다리 통제").summary("가".repeat(500)).build();

        String href = button.href(article);
        String body = body(href);

        assertThat(href).hasSizeLessThanOrEqualTo(1_900).hasSizeGreaterThan(1_880);
        assertThat(body).matches("가+…\r\n\r\n" + url);
    }

    @Test
    void anEmojiFamilyIsNeverCutInTwo() {
        String family = "👨‍👩‍👧‍👦";
        Article article = Article.builder("https://news.example/a", "Families")
                .summary(family.repeat(100))
                .build();

        assertThat(body(button.href(article))).matches("(?:" + family + ")+…\r\n\r\nhttps://news.example/a");
    }

    @Test
    void aHeadlineThatFillsTheRoomIsCutToo() {
        Article article = Article.builder("https://news.example/a", "가".repeat(400))
                .summary("Summary")
                .build();

        assertThat(button.href(article)).hasSizeLessThanOrEqualTo(1_900).contains("news.example%2Fa");
    }

    @Test
    void aLinkLongerThanTheRoomGoesOutWhole() {
        String url = "https://news.example/" + "a".repeat(2_000);

        assertThat(body(button.href(Article.builder(url, "Long").summary("Text").build())))
                .isEqualTo(url);
    }

    static Stream<String> hostile() {
        return Stream.concat(
                HostileTexts.all().stream(),
                IntStream.range(0, 100).mapToObj(seed -> HostileTexts.mixed(new Random(seed))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void mailto09_nothingInAnArticleBecomesAnotherFieldOrAnotherAddress(String hostile) throws Exception {
        String link = "https://news.example/a?id=1&bcc=x&body=y#top";
        Article article =
                Article.builder(link, "title " + hostile).summary(hostile).build();

        String href = button.href(article);

        assertThat(href)
                .hasSizeLessThanOrEqualTo(1_900)
                .matches("mailto:\\?subject=[A-Za-z0-9._~%-]*&body=[A-Za-z0-9._~%-]*");
        String subject = strictly(href.substring("mailto:?subject=".length(), href.indexOf("&body=")));
        String body = strictly(href.substring(href.indexOf("&body=") + 6));
        assertThat(article.title()).startsWith(subject.replaceAll("…$", ""));
        assertThat(subject.chars()).noneMatch(Character::isISOControl);
        assertThat(body).endsWith("https://news.example/a?id=1&bcc=x&body=y");
        assertThat(body.replace("\r\n", "").chars()).noneMatch(c -> c != '\t' && Character.isISOControl(c));
        assertThat(Jsoup.parse(ShareBar.of(List.of(button)).html(article, Locale.ENGLISH))
                        .select("a[href^=mailto]")
                        .eachAttr("href"))
                .containsExactly(href);
    }

    /** Percent-decoding as RFC 3986 has it, and UTF-8 that is really UTF-8. */
    private static String strictly(String encoded) throws CharacterCodingException {
        byte[] octets = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(octets))
                .toString();
    }

    @Test
    void theLabelIsInTheReadersLanguage() {
        assertThat(button.label(Locale.ENGLISH)).isEqualTo("Mail share button");
        assertThat(button.label(Locale.KOREA)).isEqualTo("메일 공유 버튼");
        assertThat(button.label(Locale.FRENCH)).isEqualTo("Mail share button");
    }

    private static String body(String href) {
        return URLDecoder.decode(href.substring(href.indexOf("&body=") + 6), StandardCharsets.UTF_8);
    }
}
