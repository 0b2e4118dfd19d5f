package io.sharewire.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class FacebookButtonTest {

    private final Article article = Article.builder("https://news.example.kr/기사/7?a=1&b=2,3", "다리 \"통제\" & 우회")
            .summary("요약")
            .build();

    @Test
    void leadsToTheSharerWithTheLinkAlone() {
        String href = new FacebookButton().href(article);

        // %20 for blanks, commas encoded; the Hangul of the path was UTF-8 before it was encoded again.
        assertThat(href)
                .isEqualTo("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fnews.example.kr%2F"
                        + "%25EA%25B8%25B0%25EC%2582%25AC%2F7%3Fa%3D1%26b%3D2%2C3");
        assertThat(HttpUrl.get(href).queryParameterNames()).containsExactly("u");
    }

    @Test
    void leadsToTheShareDialogOfAnApp() {
        String href = FacebookButton.dialog("42")
                .withHashtag("한강")
                .withRedirectUri("https://news.example.kr/back?x=1")
                .href(article);

        HttpUrl url = HttpUrl.get(href);
        assertThat(href)
                .startsWith("https://www.facebook.com/dialog/share?app_id=42&display=popup&href=https%3A%2F%2F");
        assertThat(href).contains("&hashtag=%23%ED%95%9C%EA%B0%95&");
        assertThat(url.queryParameter("hashtag")).isEqualTo("#한강");
        assertThat(url.queryParameter("redirect_uri")).isEqualTo("https://news.example.kr/back?x=1");
        assertThat(url.queryParameterNames()).doesNotContain("quote");
    }

    @Test
    void leavesOutWhatWasNotChosen() {
        assertThat(HttpUrl.get(FacebookButton.dialog("42").href(article)).queryParameterNames())
                .containsExactly("app_id", "display", "href");
        assertThat(HttpUrl.get(new FacebookButton().withHashtag("#a").href(article))
                        .queryParameterNames())
                .containsExactly("u");
    }

    @Test
    void refusesWhatIsNoHashtagOrNoApp() {
        assertThatThrownBy(() -> FacebookButton.dialog("42&x"))
                .hasMessage("FacebookButton: appId must be the app's numeric id, not '42&x'");
        assertThatThrownBy(() -> new FacebookButton().withHashtag("two words"))
                .hasMessage("FacebookButton: hashtag must be one word, not 'two words'");
    }

    @Test
    void isNamedInThePagesLanguage() {
        assertThat(new FacebookButton().label(Locale.KOREAN)).isEqualTo("페이스북 공유 버튼");
        assertThat(new FacebookButton().label(Locale.ENGLISH)).isEqualTo("Facebook share button");
    }
}
