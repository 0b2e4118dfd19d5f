package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Image;
import io.sharewire.Length;
import io.sharewire.Problem;
import io.sharewire.Share;
import io.sharewire.json.Json;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoTextTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦"; // seven code points, one grapheme

    private final KakaoText text = drafter(null, KakaoLimits.defaults());

    static Stream<Arguments> articles() {
        String nfd = Normalizer.normalize("한강 다리에 첫눈", Normalizer.Form.NFD);
        return Stream.of(
                Arguments.of("Korean", "한강에 첫눈", "올겨울 처음이다.", "한강에 첫눈", "올겨울 처음이다."),
                Arguments.of("English", "First snow", "Commuters stopped.", "First snow", "Commuters stopped."),
                Arguments.of("emoji", "첫눈 ☃️🇰🇷", FAMILY, "첫눈 ☃️🇰🇷", FAMILY),
                Arguments.of("decomposed Hangul", nfd, nfd, "한강 다리에 첫눈", "한강 다리에 첫눈"),
                Arguments.of("no summary", "한강에 첫눈", null, "한강에 첫눈", null),
                Arguments.of("lines in the summary", "첫눈", "첫 줄\n\n둘째 줄", "첫눈", "첫 줄 둘째 줄"),
                Arguments.of("a title of 50", "가".repeat(50), null, "가".repeat(50), null),
                Arguments.of("a title of 51", "가".repeat(51), null, "가".repeat(49) + "…", null),
                Arguments.of("emoji at the border", "가".repeat(46) + FAMILY + "나", null, "가".repeat(46) + "…", null),
                Arguments.of(
                        "decomposed over the limit",
                        Normalizer.normalize("각".repeat(51), Normalizer.Form.NFD),
                        null,
                        "각".repeat(49) + "…",
                        null),
                Arguments.of("a summary of 100", "첫눈", "가".repeat(100), "첫눈", "가".repeat(100)),
                Arguments.of("a summary of 101", "첫눈", "가".repeat(101), "첫눈", "가".repeat(99) + "…"),
                Arguments.of(
                        "a summary of two sentences",
                        "첫눈",
                        "가".repeat(79) + ". " + "나".repeat(79) + ".",
                        "첫눈",
                        "가".repeat(79) + "."),
                Arguments.of("a summary that is one long address", "첫눈", "https://a.kr/" + "x".repeat(99), "첫눈", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("articles")
    void makesTitleAndDescriptionOfAnArticle(
            String name, String title, @Nullable String summary, String expectedTitle, @Nullable String expected) {
        JsonNode content = content(draft(Article.builder("https://news.example.kr/a/1", title)
                .summary(summary)
                .build()));

        assertThat(content.path("title").asText()).isEqualTo(expectedTitle);
        assertThat(content.path("description").asText(null)).isEqualTo(expected);
    }

    @Test
    void showsWhatAReaderWillSee() {
        assertThat(draft(Articles.korean().build()).text())
                .isEqualTo("[속보] 한강 다리에 첫눈 ☃️\n올겨울 첫눈이 내렸다. 출근길 시민들은 걸음을 멈췄다.\n[기사 보기]");
        assertThat(draft(Articles.english().summary(null).build()).text())
                .isEqualTo("First snow on the bridge\n[Read the article]");
    }

    @Test
    void leadsEveryTapToTheArticle() {
        JsonNode template = template(draft(Articles.korean().build()));

        for (JsonNode link : List.of(template.at("/content/link"), template.at("/buttons/0/link"))) {
            assertThat(link.path("web_url").asText()).isEqualTo("https://news.example.kr/a/1");
            assertThat(link.path("mobile_web_url").asText()).isEqualTo("https://news.example.kr/a/1");
        }
        assertThat(template.path("buttons")).hasSize(1);
        assertThat(template.path("object_type").asText()).isEqualTo("feed");
    }

    @Test
    void leadsPhonesToTheMobileSiteIfAskedTo() {
        Draft draft = text.draft(Share.of(Articles.korean().build())
                .with(KakaoOptions.defaults().withMobileLink("https://m.news.example.kr/a/1")));

        assertThat(template(draft).at("/buttons/0/link/web_url").asText()).isEqualTo("https://news.example.kr/a/1");
        assertThat(template(draft).at("/buttons/0/link/mobile_web_url").asText())
                .isEqualTo("https://m.news.example.kr/a/1");
    }

    @Test
    void tagsTheLinkOnlyIfThereIsACampaign() {
        Draft draft = text.draft(Share.of(Articles.korean().build()).withCampaign("first-snow"));

        assertThat(draft.link())
                .isEqualTo("https://news.example.kr/a/1?utm_source=kakao&utm_medium=social&utm_campaign=first-snow");
        assertThat(content(draft).at("/link/web_url").asText()).isEqualTo(draft.link());
    }

    @Test
    void takesThePreparedLinkAsItIs() {
        Draft draft = text.draft(
                Share.of(Articles.korean().build()).withLink(KakaoTarget.CHANNEL, "https://s.example.kr/Ab1"));

        assertThat(content(draft).at("/link/web_url").asText()).isEqualTo("https://s.example.kr/Ab1");
    }

    @Test
    void makesTheEditorsTextTheDescriptionWithItsLines() {
        Draft draft = text.draft(Share.of(Articles.korean().build()).withText(KakaoTarget.CHANNEL, "지금 광화문.\n눈이 옵니다."));

        assertThat(content(draft).path("description").asText()).isEqualTo("지금 광화문.\n눈이 옵니다.");
        assertThat(content(draft).path("title").asText()).isEqualTo("[속보] 한강 다리에 첫눈 ☃️");
    }

    @ParameterizedTest
    @ValueSource(strings = {"가", "x", "😀"})
    void takesTwoHundredCodePointsFromAnEditorAndRefusesOneMoreWithoutCutting(String character) {
        Share share = Share.of(Articles.korean().build());

        Draft full = text.draft(share.withText(KakaoTarget.CHANNEL, character.repeat(200)));
        Draft over = text.draft(share.withText(KakaoTarget.CHANNEL, character.repeat(201)));

        assertThat(full.length()).isEqualTo(new Length(200, 200, "code points"));
        assertThat(full.problems()).isEmpty();
        assertThat(over.problems()).containsExactly(Problem.textTooLong(new Length(201, 200, "code points")));
        assertThat(content(over).path("description").asText()).isEqualTo(character.repeat(201));
    }

    @Test
    void countsTheDescriptionAndNothingElse() {
        assertThat(draft(Articles.korean().summary("한강 ☃").build()).length())
                .isEqualTo(new Length(4, 200, "code points"));
        assertThat(draft(Articles.korean().summary(null).build()).length())
                .isEqualTo(new Length(0, 200, "code points"));
    }

    @Test
    void obeysOtherLimits() {
        KakaoLimits limits =
                KakaoLimits.defaults().withTitle(5).withDescription(6).withText(7);
        KakaoText narrow = drafter(null, limits);
        Share share = Share.of(Articles.korean("가나다라마바").summary("가나다라마바사").build());

        assertThat(content(narrow.draft(share)).path("title").asText()).isEqualTo("가나다라…");
        assertThat(content(narrow.draft(share)).path("description").asText()).isEqualTo("가나다라마…");
        assertThat(narrow.draft(share.withText("가".repeat(8))).refusal()).isPresent();
    }

    @Test
    void sendsATitleThatMustNotBeCutAsAWholeAndSaysSo() {
        String address = "https://news.example.kr/" + "x".repeat(60);

        Draft draft = draft(Articles.korean(address).build());

        assertThat(content(draft).path("title").asText()).isEqualTo(address);
        assertThat(draft.problems()).extracting(Problem::code).containsExactly("TITLE_NOT_FITTED");
        assertThat(draft.refusal()).isEmpty();
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of("ko", "First snow", "기사 보기"),
                Arguments.of("ko-KR", "첫눈", "기사 보기"),
                Arguments.of("en", "첫눈", "Read the article"),
                Arguments.of("ja", "初雪", "Read the article"),
                Arguments.of(null, "[속보] 첫눈", "기사 보기"),
                Arguments.of(null, "First snow", "Read the article"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void namesTheButtonInTheArticlesLanguage(@Nullable String language, String title, String expected) {
        Draft draft = draft(Article.builder("https://news.example.kr/a/1", title)
                .language(language)
                .build());

        assertThat(button(draft)).isEqualTo(expected);
    }

    @Test
    void prefersTheSettingsButtonTitleAndAboveItTheEditors() {
        KakaoText own = drafter("전문 읽기", KakaoLimits.defaults());
        Share share = Share.of(Articles.korean().build());

        assertThat(button(own.draft(share))).isEqualTo("전문 읽기");
        assertThat(button(own.draft(share.with(KakaoOptions.defaults().withButtonTitle("영상 보기")))))
                .isEqualTo("영상 보기");
    }

    @Test
    void showsTheLeadPictureWithItsSize() {
        Draft draft = draft(Articles.korean()
                .image(Image.of("https://img.example.kr/second.jpg"))
                .build());

        assertThat(content(draft).path("image_url").asText()).isEqualTo("https://img.example.kr/snow.jpg");
        assertThat(content(draft).path("image_width").intValue()).isEqualTo(800);
        assertThat(content(draft).path("image_height").intValue()).isEqualTo(400);
        assertThat(draft.media()).extracting(Image::url).containsExactly("https://img.example.kr/snow.jpg");
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void tellsNoHalfSize() {
        Draft draft = draft(Articles.korean()
                .images(List.of(Image.of("https://img.example.kr/1.jpg").withSize(800, null)))
                .build());

        assertThat(content(draft).has("image_width")).isFalse();
        assertThat(content(draft).has("image_height")).isFalse();
    }

    @Test
    void leavesThePictureOutIfAskedToWithoutWarning() {
        Draft draft = text.draft(
                Share.of(Articles.korean().build()).with(KakaoOptions.defaults().withoutPicture()));

        assertThat(content(draft).has("image_url")).isFalse();
        assertThat(draft.media()).isEmpty();
        assertThat(draft.problems()).isEmpty();
    }

    static Stream<Arguments> warnings() {
        return Stream.of(
                Arguments.of(Articles.korean().images(List.of()), "NO_IMAGE"),
                Arguments.of(
                        Articles.korean().images(List.of(Image.of("http://img.example.kr/1.jpg"))), "IMAGE_NOT_HTTPS"),
                Arguments.of(Articles.korean().images(List.of(Image.of("https://10.0.0.7/1.jpg"))), "IMAGE_NOT_PUBLIC"),
                Arguments.of(Articles.korean().images(List.of(Image.of("http://localhost/1.jpg"))), "IMAGE_NOT_PUBLIC"),
                Arguments.of(
                        Article.builder("http://localhost:8080/a/1", "첫눈")
                                .image(Image.of("https://img.example.kr/1.jpg")),
                        "LINK_NOT_PUBLIC"));
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void warnsOfWhatKakaoWouldSilentlyDrop(Article.Builder article, String code) {
        Draft draft = draft(article.build());

        assertThat(draft.problems()).extracting(Problem::code).containsExactly(code);
        assertThat(draft.refusal()).isEmpty();
    }

    @Test
    void warnsOfAMobileLinkThatIsNotPublic() {
        Draft draft = text.draft(Share.of(Articles.korean().build())
                .with(KakaoOptions.defaults().withMobileLink("https://mobile.local/a/1")));

        assertThat(draft.problems()).extracting(Problem::code).containsExactly("LINK_NOT_PUBLIC");
        assertThat(draft.problems().get(0).message()).contains("https://mobile.local/a/1");
    }

    @Test
    void keepsHostileTextInsideItsString() {
        String hostile = "첫눈\",\"link\":{\"web_url\":\"https://evil.example\"},\"x\":\"&template_object=%7B%7D\\";

        Draft draft = draft(Articles.korean(hostile).summary(hostile).build());

        assertThat(content(draft).path("description").asText()).isEqualTo(hostile);
        assertThat(content(draft).at("/link/web_url").asText()).isEqualTo("https://news.example.kr/a/1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void draftsWhateverAnArticleSays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Article article = Article.builder("https://news.example.kr/a/" + i, "제목 " + garbage(random))
                    .summary(garbage(random))
                    .build();

            Draft draft = draft(article);

            String where = "seed " + seed + ", article " + i;
            assertThat(draft.refusal()).as(where).isEmpty();
            assertThat(draft.length().exceeded()).as(where).isFalse();
            assertThat(template(draft).path("object_type").asText()).as(where).isEqualTo("feed");
            assertThat(draft(article).fingerprint()).as(where).isEqualTo(draft.fingerprint());
        }
    }

    private static String garbage(Random random) {
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(300);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> out.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> out.append(FAMILY);
                case 2 -> out.append((char) (0x1100 + random.nextInt(0x100)));
                case 3 -> out.append((char) random.nextInt(0x80));
                case 4 -> out.append("https://a.kr/x");
                default -> out.append((char) (0xAC00 + random.nextInt(11172)));
            }
        }
        return out.toString();
    }

    private static KakaoText drafter(@Nullable String buttonTitle, KakaoLimits limits) {
        return new KakaoText("kakao", buttonTitle, KakaoOptions.defaults(), limits, KakaoDomains.UNKNOWN);
    }

    private Draft draft(Article article) {
        return text.draft(Share.of(article));
    }

    private static JsonNode template(Draft draft) {
        assertThat(draft.payload()).hasSize(1);
        assertThat(draft.payload().get(0).type()).isEqualTo("application/json");
        return Json.require(draft.payload().get(0).body(), JsonNode.class);
    }

    private static JsonNode content(Draft draft) {
        return template(draft).path("content");
    }

    private static String button(Draft draft) {
        return template(draft).at("/buttons/0/title").asText();
    }
}
