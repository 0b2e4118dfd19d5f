package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.ShareButton;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwitterButtonTest {

    private static final String URL = "https://news.example.com/a?id=1&b=2";

    @Test
    void leadsToTheWebIntentWithHeadlineAndLink() {
        assertThat(new TwitterButton()
                        .href(Article.builder(URL, "R&D 100% #1 + “끝”").build()))
                .isEqualTo("https://x.com/intent/tweet"
                        + "?text=R%26D%20100%25%20%231%20%2B%20%E2%80%9C%EB%81%9D%E2%80%9D"
                        + "&url=https%3A%2F%2Fnews.example.com%2Fa%3Fid%3D1%26b%3D2");
    }

    @Test
    void namesThePublicationIfToldTo() {
        assertThat(new TwitterButton("newsroom").href(Article.builder(URL, "A").build()))
                .endsWith("&via=newsroom");
        assertThatThrownBy(() -> new TwitterButton("@newsroom"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without '@', not '@newsroom'");
    }

    @Test
    void shortensTheHeadlineSoThatItMakesAPostWithTheLink() {
        HttpUrl href = HttpUrl.get(
                new TwitterButton().href(Article.builder(URL, "가".repeat(200)).build()));
        // 280 - 23 for the link - 1 for the blank before it - 2 for the ellipsis = 254.
        assertThat(href.queryParameter("text")).isEqualTo("가".repeat(127) + "…");
        assertThat(href.queryParameter("url")).isEqualTo(URL);
    }

    @ParameterizedTest
    @CsvSource({"en, Twitter share button", "ko, 트위터 공유 버튼", "ko-KR, 트위터 공유 버튼", "fr, Twitter share button"})
    void isNamedInThePagesLanguage(String language, String label) {
        assertThat(new TwitterButton().label(Locale.forLanguageTag(language))).isEqualTo(label);
    }

    @Test
    void opensANewTabAndHasASign() {
        ShareButton button = new TwitterButton();
        assertThat(button.channel()).isEqualTo(TwitterTarget.CHANNEL);
        assertThat(button.behaviour()).isEqualTo(ShareButton.Behaviour.OPEN);
        assertThat(button.icon()).matches("M[-0-9.MmLlHhVvZz ]+z");
    }
}
