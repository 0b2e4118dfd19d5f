package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import io.sharewire.Article;
import io.sharewire.Cost;
import io.sharewire.Draft;
import io.sharewire.PayloadPart;
import io.sharewire.Problem;
import io.sharewire.Share;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwitterTextTest {

    private static final String URL = "https://news.example.com/a/1";

    private final TwitterText drafter =
            new TwitterText("twitter", TwitterPrices.published(), TwitterOptions.defaults(), 280);

    @Test
    void putsTheHeadlineFirstAndTheLinkLastOnALineOfItsOwn() {
        Draft draft = draft(Article.builder(URL, "시장 선거 결과 발표"));
        assertThat(draft.text()).isEqualTo("시장 선거 결과 발표\n\n" + URL);
        assertThat(draft.length().used()).isEqualTo(8 * 2 + 3 + 2 + 23);
        assertThat(draft.length().limit()).isEqualTo(280);
        assertThat(draft.link()).isEqualTo(URL);
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void addsTheSummaryIfThereIsRoom() {
        assertThat(draft(Article.builder(URL, "Council votes on tram line").summary("The vote was close."))
                        .text())
                .isEqualTo("Council votes on tram line\n\nThe vote was close.\n\n" + URL);
    }

    @Test
    void doesNotSayTheHeadlineTwice() {
        assertThat(draft(Article.builder(URL, "Council votes").summary("Council votes"))
                        .text())
                .isEqualTo("Council votes\n\n" + URL);
    }

    @Test
    void endsALongSummaryAfterAWholeSentence() {
        String summary = "The vote was close. " + "It took the council nine hours to reach it. ".repeat(3)
                + "Nobody expected the result that was then announced to a hall full of people who had waited outside.";
        Draft draft = draft(Article.builder(URL, "Council votes on tram line").summary(summary));
        assertThat(draft.text())
                .startsWith("Council votes on tram line\n\nThe vote was close. It took")
                .endsWith("to reach it.\n\n" + URL);
        assertThat(draft.length().used()).isLessThanOrEqualTo(280);
    }

    @Test
    void shortensALongKoreanHeadlineAndKeepsTheLink() {
        Draft draft = draft(Article.builder(URL, "가나다라마바사아자차".repeat(20)));
        // 280 - 23 for the link - 2 for the blank line - 2 for the ellipsis leaves 253: 126 syllables.
        assertThat(draft.text()).isEqualTo("가나다라마바사아자차".repeat(12) + "가나다라마바…\n\n" + URL);
        assertThat(draft.length().used()).isEqualTo(279);
    }

    @Test
    void countsADecomposedHeadlineAsTheComposedOne() {
        String decomposed = Normalizer.normalize("한국 경제 전망", Normalizer.Form.NFD);
        assertThat(draft(Article.builder(URL, decomposed)).text()).isEqualTo("한국 경제 전망\n\n" + URL);
    }

    @Test
    void neverSplitsAnEmoji() {
        Draft draft = draft(Article.builder(URL, "👨‍👩‍👧‍👦".repeat(200)));
        assertThat(draft.text()).isEqualTo("👨‍👩‍👧‍👦".repeat(126) + "…\n\n" + URL);
        assertThat(draft.length().used()).isEqualTo(279);
    }

    @Test
    void makesLinksOfHangulSafeToSend() {
        Draft draft = draft(Article.builder("https://한국.com/기사/제목", "제목"));
        assertThat(draft.link()).isEqualTo("https://xn--3e0b707e.com/%EA%B8%B0%EC%82%AC/%EC%A0%9C%EB%AA%A9");
        assertThat(draft.text()).isEqualTo("제목\n\n" + draft.link());
        assertThat(draft.length().used()).isEqualTo(4 + 2 + 23);
    }

    @Test
    void makesAPreparedLinkSafeToo() {
        Share share =
                Share.of(Article.builder(URL, "제목").build()).withLink(TwitterTarget.CHANNEL, "https://example.com/기사");
        assertThat(drafter.draft(share).link()).isEqualTo("https://example.com/%EA%B8%B0%EC%82%AC");
    }

    @Test
    void addsCampaignTagsToTheLinkAndNothingElse() {
        Share share = Share.of(Article.builder(URL, "제목").build()).withCampaign("Spring Election");
        assertThat(drafter.draft(share).text())
                .isEqualTo("제목\n\n" + URL + "?utm_source=x&utm_medium=social&utm_campaign=spring-election");
    }

    @Test
    void addsHashtagsWithBlanksBetweenOnlyWhenAsked() {
        Article.Builder article =
                Article.builder(URL, "제목").tags("선거", "New York", "5·18", "5·18민주화운동", "2026년", "K-Pop");
        assertThat(draft(article).text()).isEqualTo("제목\n\n" + URL);
        assertThat(draft(article, TwitterOptions.defaults().withHashtags(9).withVia("news"))
                        .text())
                .isEqualTo("제목\n\n#선거 #NewYork #5·18민주화운동 #2026년 #KPop via @news\n" + URL);
        assertThat(draft(article, TwitterOptions.defaults().withHashtags(1)).text())
                .isEqualTo("제목\n\n#선거\n" + URL);
    }

    @Test
    void leavesOutHashtagsBeforeItShortensTheHeadline() {
        Article.Builder article = Article.builder(URL, "가".repeat(120)).tags("하나", "두번째해시태그");
        Draft draft = draft(article, TwitterOptions.defaults().withHashtags(2));
        assertThat(draft.text()).isEqualTo("가".repeat(120) + "\n\n#하나\n" + URL);
        assertThat(codes(draft)).containsExactly("HASHTAG_LEFT_OUT");
    }

    @Test
    void takesTheSignsOffNamesAndCashtagsInTheArticlesWords() {
        Draft draft = draft(
                Article.builder(URL, "@kim_mayor 발언, 한국@user님 $NVDA 급등").summary("Mail press@example.com, $25 @ 9"));
        assertThat(draft.text())
                .isEqualTo("kim_mayor 발언, 한국user님 NVDA 급등\n\nMail press@example.com, $25 @ 9\n\n" + URL);
        assertThat(codes(draft)).containsExactly("SIGNS_LEFT_OUT");
        assertThat(draft.refusal()).isEmpty();
    }

    @Test
    void leavesSignsInsideLinksAlone() {
        assertThat(draft(Article.builder(URL, "See https://blog.example.com/@kim today"))
                        .text())
                .startsWith("See https://blog.example.com/@kim today\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.zip", "naver.com", "main.py"})
    void warnsOfNamesThatBecomeLinks(String name) {
        Draft draft = draft(Article.builder(URL, "파일 " + name + " 공개"));
        assertThat(draft.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("BECOMES_LINK"))
                .satisfies(problem -> assertThat(problem.message()).contains(name))
                .satisfies(problem -> assertThat(problem.isError()).isFalse());
    }

    @Test
    void sendsTheEditorsWordsAsTheyAre() {
        Share share = Share.of(Article.builder(URL, "제목").tags("태그").build())
                .withText("속보 @kim 당선 $NVDA")
                .with(TwitterOptions.defaults().withHashtags(1).withVia("news"));
        Draft draft = drafter.draft(share);
        assertThat(draft.text()).isEqualTo("속보 @kim 당선 $NVDA\n\n" + URL);
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void takesTheEditorsWordsUpToTheLimitAndNotOneMore() {
        Share share = Share.of(Article.builder(URL, "제목").build());
        // 280 - 23 for the link - 1 for the line break = 256.
        assertThat(drafter.draft(share.withText("가".repeat(128))).length().used())
                .isEqualTo(280);
        Draft over = drafter.draft(share.withText("가".repeat(128) + "a"));
        assertThat(over.length().used()).isEqualTo(281);
        assertThat(codes(over)).containsExactly("TEXT_TOO_LONG");
        assertThat(over.text()).startsWith("가".repeat(128) + "a\n");
        assertThat(over.refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "보세요 https://news.example.com/a/1 지금",
                "보세요 http://news.example.com/a/1?utm_source=x",
                "보세요 news.example.com/a/1"
            })
    void doesNotAppendALinkThatTheEditorsWordsHold(String text) {
        Draft draft = drafter.draft(Share.of(Article.builder(URL, "제목").build()).withText(text));
        assertThat(draft.text()).isEqualTo(text);
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void saysWhichHashtagsXWillNotSeeInTheEditorsWords() {
        Share share = Share.of(Article.builder(URL, "제목").build());
        Extractor official = new Extractor();
        for (String glued : new String[] {"기사#속보", "#트위터#뉴스", "a&#속보", "C#언어"}) {
            Draft draft = drafter.draft(share.withText(glued));
            assertThat(draft.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("HASHTAG_NOT_SEEN");
                assertThat(problem.isError()).isFalse();
                assertThat(problem.message()).contains("#");
            });
            assertThat(draft.text()).startsWith(glued + "\n");
            assertThat(official.extractHashtags(glued)).isEmpty();
        }
        for (String seen : new String[] {"기사 #속보", "#트위터 #뉴스", "(#속보)", "1위 #1 C# 9", "https://example.com/a#속보"}) {
            assertThat(codes(drafter.draft(share.withText(seen)))).as(seen).isEmpty();
        }
    }

    @Test
    void refusesMoreThanOneCashtag() {
        Share share = Share.of(Article.builder(URL, "제목").build());
        assertThat(codes(drafter.draft(share.withText("$NVDA 급등, $TSLA 급락")))).containsExactly("TOO_MANY_CASHTAGS");
        assertThat(codes(drafter.draft(share.withText("$NVDA $25 US$ $1,000")))).isEmpty();
    }

    @Test
    void refusesCharactersThatXRefuses() {
        assertThat(TextProblems.of(List.of(WeightedLength.X.count("a\uFEFF " + URL)), URL, 280))
                .extracting(Problem::code)
                .containsExactly("INVALID_CHARACTER");
    }

    @Test
    void warnsWhenOnlyACounterThatDoesNotKnowAnEmojiWouldBeOverTheLimit() {
        Share share = Share.of(Article.builder(URL, "제목").build());
        Draft edge = drafter.draft(share.withText("가".repeat(126) + "❤️‍🔥"));
        assertThat(edge.length().used()).isEqualTo(279);
        assertThat(codes(edge)).containsExactly("EMOJI_MAY_COUNT_MORE");
        assertThat(edge.refusal()).isEmpty();
        assertThat(codes(drafter.draft(share.withText("가".repeat(125) + "❤️‍🔥"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a., LINK_CUT, ERROR",
        "https://example.com/(a, LINK_CUT, ERROR",
        "https://example.com/?q={a}, LINK_CUT, ERROR",
        "http://localhost:8080/a, LINK_NOT_SEEN, WARNING",
        "https://example.newtld/a, LINK_NOT_SEEN, WARNING",
        "https://www.example.newtld/a, LINK_NOT_SEEN, WARNING"
    })
    void saysWhenXWouldNotMakeALinkOfTheWholeAddress(String url, String code, Problem.Severity severity) {
        assertThat(draft(Article.builder(url, "제목")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .satisfies(problem -> assertThat(problem.severity()).isEqualTo(severity));
    }

    @Test
    void refusesAnAddressThatIsNoLinkAndLongerThanAPost() {
        assertThat(codes(draft(Article.builder("http://localhost/" + "a".repeat(300), "제목"))))
                .containsExactly("TEXT_TOO_LONG", "LINK_NOT_SEEN");
    }

    @Test
    void namesThePriceThatALinkMakes() {
        assertThat(draft(Article.builder(URL, "제목")).cost()).isEqualTo(Cost.usd("0.200"));
        assertThat(draft(Article.builder("http://localhost/a", "제목")).cost()).isEqualTo(Cost.usd("0.015"));
    }

    @Test
    void writesNothingButTheTextIfEveryoneMayAnswer() {
        assertThat(draft(Article.builder(URL, "\"제목\"")).payload())
                .containsExactly(new PayloadPart(
                        "application/json", "{\"text\":\"\\\"제목\\\"\\n\\nhttps://news.example.com/a/1\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "FOLLOWING, following",
        "MENTIONED_USERS, mentionedUsers",
        "SUBSCRIBERS, subscribers",
        "VERIFIED, verified"
    })
    void writesWhoMayAnswer(TwitterOptions.ReplySettings chosen, String wire) {
        assertThat(draft(Article.builder(URL, "제목"), TwitterOptions.defaults().withReplySettings(chosen))
                        .payload())
                .singleElement()
                .satisfies(part -> assertThat(part.body()).endsWith(",\"reply_settings\":\"" + wire + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void makesAPostThatFitsOfAnyArticle(long seed) {
        Random random = new Random(seed);
        Extractor official = new Extractor();
        for (int i = 0; i < 150; i++) {
            Article article = Article.builder(URL, "제목 " + words(random, 30))
                    .summary(words(random, 60))
                    .tags("선거", "New York", "R&D", "5·18", "경제 정책")
                    .build();
            Draft draft = drafter.draft(
                    Share.of(article).with(TwitterOptions.defaults().withHashtags(random.nextInt(5))));
            String about = "seed " + seed + ", article " + article.toJson() + " → " + draft.text();
            var counted = TwitterTextParser.parseTweet(draft.text());
            assertThat(counted.isValid).as(about).isTrue();
            assertThat(counted.weightedLength)
                    .as(about)
                    .isEqualTo(draft.length().used());
            assertThat(draft.text()).as(about).endsWith("\n" + URL);
            assertThat(official.extractURLs(draft.text())).as(about).last().isEqualTo(URL);
            assertThat(official.extractCashtags(draft.text())).as(about).isEmpty();
            assertThat(official.extractMentionedScreennames(draft.text()))
                    .as(about)
                    .isEmpty();
            assertThat(draft.refusal()).as(about).isEmpty();
        }
    }

    @Test
    void writesHashtagsThatXReadsToTheirEnd() {
        List<String> hashtags = Hashtags.of(
                Article.builder(URL, "제목")
                        .tags("선거", "New York", "R&D", "1", "🔥", "K-Pop", "경제 정책", "5·18민주화운동", "Ärzte", "२०२६ चुनाव")
                        .build(),
                20);
        assertThat(hashtags)
                .containsExactly("#선거", "#NewYork", "#RD", "#KPop", "#경제정책", "#5·18민주화운동", "#Ärzte", "#२०२६चुनाव");
        assertThat(new Extractor().extractHashtags(String.join(" ", hashtags)))
                .containsExactlyElementsOf(
                        hashtags.stream().map(tag -> tag.substring(1)).toList());
    }

    private static String words(Random random, int most) {
        String[] words = {
            "선거",
            "결과",
            "the",
            "news",
            "report.zip",
            "naver.com",
            "@kim",
            "$NVDA",
            "발표했다.",
            "won!",
            "👨‍👩‍👧‍👦",
            "❤️",
            "(AP)",
            "https://a.example.com/b",
            "RT@kim",
            "하지만,",
            "example.c",
            "…",
            "“인용”",
            "#속보",
            "3.5%",
            "\n"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private Draft draft(Article.Builder article) {
        return drafter.draft(Share.of(article.build()));
    }

    private Draft draft(Article.Builder article, TwitterOptions options) {
        return drafter.draft(Share.of(article.build()).with(options));
    }

    private static List<String> codes(Draft draft) {
        return draft.problems().stream().map(Problem::code).toList();
    }
}
