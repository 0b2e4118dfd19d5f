package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.ShareButton.Behaviour;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MailButtonTest {

    private final MailButton button = MailButton.create();

    @Test
    void headlineSummaryAndLinkGoToTheMailProgram() {
        Article article = Article.builder("https://news.example/a?id=1&x=2", "C++ & C#")
                .summary("Two languages.")
                .build();

        assertThat(button.href(article))
                .isEqualTo("mailto:?subject=C%2B%2B%20%26%20C%23&body=Two%20languages.%0D%0A%0D%0A"
                        + "https%3A%2F%2Fnews.example%2Fa%3Fid%3D1%26x%3D2");
        assertThat(button.behaviour()).isEqualTo(Behaviour.HAND_OVER);
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
