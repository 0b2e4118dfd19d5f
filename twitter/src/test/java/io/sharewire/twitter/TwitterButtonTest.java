package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twitter.twittertext.TwitterTextParser;
import io.sharewire.Article;
import io.sharewire.ShareButton;
import io.sharewire.testkit.TwitterIntent;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void proposesHashtagsAndAccountsInOneParameterEach() {
        Article article =
                Article.builder(URL, "A").tags("선거", "New York", "R&D").build();
        assertThat(new TwitterButton("newsroom")
                        .withHashtags(2)
                        .withRelated("desk", "sports")
                        .href(article))
                .endsWith("&hashtags=%EC%84%A0%EA%B1%B0%2CNewYork&via=newsroom&related=desk%2Csports");
        assertThatThrownBy(() -> new TwitterButton().withRelated("a", "b", "c d"))
                .hasMessage("TwitterButton: X proposes at most two related accounts, not 3; "
                        + "related must be 1 to 15 letters, digits and '_' without '@', not 'c d'");
        assertThatThrownBy(() -> new TwitterButton().withHashtags(-1)).hasMessageContaining("not -1");
    }

    @Test
    void takesTheSignsOffNamesThatTheReaderDidNotWrite() {
        assertThat(TwitterIntent.parse(new TwitterButton()
                                .href(Article.builder(URL, "@kim_mayor 발언, $NVDA 급등")
                                        .build()))
                        .text())
                .contains("kim_mayor 발언, NVDA 급등");
    }

    /** The composer decodes plus signs as blanks and must give back exactly what was put in (rule 33). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rule33_theComposerReadsBackWhatWasWrittenAndItMakesAPost(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "선거 ",
            "결과",
            "100%",
            " + ",
            "&",
            "#속보 ",
            "?a=b",
            "“끝”",
            "👨‍👩‍👧‍👦",
            "naver.com ",
            "\"",
            "<b>",
            "'",
            "~*",
            "\\",
            "/",
            ",",
            "é",
            " 발표했다. "
        };
        for (int i = 0; i < 200; i++) {
            StringBuilder title = new StringBuilder("제목 ");
            for (int n = random.nextInt(60); n > 0; n--) {
                title.append(pieces[random.nextInt(pieces.length)]);
            }
            Article article = Article.builder(
                            "https://뉴스.example.com/기사/" + i + "?q=a+b%2B&utm_source=x", title.toString())
                    .tags("선거", "New York", "경제정책", "K-Pop")
                    .build();
            int count = random.nextInt(5);
            String href = new TwitterButton("newsroom").withHashtags(count).href(article);
            String about = "seed " + seed + ", " + article.toJson() + " → " + href;

            TwitterIntent intent = TwitterIntent.parse(href);

            assertThat(intent.url())
                    .as(about)
                    .contains("https://xn--vg1b002a.example.com/%EA%B8%B0%EC%82%AC/" + i + "?q=a+b%2B");
            assertThat(intent.via()).as(about).contains("newsroom");
            List<String> tags = List.of("선거", "NewYork", "경제정책", "KPop");
            assertThat(intent.hashtags())
                    .as(about)
                    .isEqualTo(tags.subList(0, intent.hashtags().size()));
            String text = intent.text().orElseThrow();
            assertThat(article.title()).as(about).startsWith(text.replaceFirst("…$", ""));
            String composed = text + " " + intent.url().orElseThrow()
                    + intent.hashtags().stream().map(tag -> " #" + tag).collect(Collectors.joining())
                    + " via @newsroom";
            assertThat(TwitterTextParser.parseTweet(composed).weightedLength)
                    .as(about)
                    .isLessThanOrEqualTo(280);
            // A tag is left out only where the whole headline would not fit beside it.
            if (intent.hashtags().size() < Math.min(count, 4)) {
                String more = composed.replace(text, article.title()) + " #"
                        + tags.get(intent.hashtags().size());
                assertThat(TwitterTextParser.parseTweet(more).weightedLength)
                        .as(about)
                        .isGreaterThan(280);
            }
        }
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
