package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoMessagesTest extends KakaoOnTheWire {

    private static final String MEMO_CUSTOM = "/v2/api/talk/memo/send";
    private static final String MEMO_SCRAP = "/v2/api/talk/memo/scrap/send";
    private static final String CONSOLE = """
            {"object_type":"feed","content":{"title":"[${section}] ${title}","link":{"web_url":"https://news.example.kr/a/${id}"}}}""";

    private static Http.Reply custom(String... namesAndValues) throws IOException {
        return http.postForm(MEMO_CUSTOM, map(namesAndValues));
    }

    @ParameterizedTest
    @ValueSource(strings = {FEED, LIST, TEXT})
    void rule15_successIsExactlyAResultCodeOfZero(String template) throws IOException {
        assertMemoSent(memo(template));

        assertThat(kakao.posts()).hasSize(1);
    }

    @Test
    void rule15_theMessageLiesInTheSendersOwnChat() throws IOException {
        memo(FEED);

        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("[속보] 제목\n리드 두 문장");
            assertThat(post.link()).isEqualTo("https://news.example.kr/a/1");
            assertThat(post.image()).isEqualTo("https://img.example.kr/800x400.jpg");
            assertThat(post.at()).isEqualTo(NOW);
            assertThat(post.details())
                    .containsEntry("template", "feed")
                    .containsEntry("buttons", "기사 보기")
                    .containsEntry("chat", "MemoChat")
                    .containsEntry("to", me().nickname());
        });
    }

    @Test
    void rule15_everyPersonHasAnOwnChat() throws IOException {
        KakaoPerson reader = friend("정새벽");

        assertMemoSent(as(reader).postForm(MEMO, map("template_object", TEXT)));

        assertThat(kakao.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.details()).containsEntry("to", "정새벽"));
    }

    @Test
    void rule15_aTemplateOfTheConsoleIsSentWithItsArguments() throws IOException {
        kakao.app().messageTemplate(77, CONSOLE);

        assertMemoSent(
                custom("template_id", "77", "template_args", "{\"section\":\"사회\",\"title\":\"첫눈\",\"id\":\"9\"}"));

        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("[사회] 첫눈");
            assertThat(post.link()).isEqualTo("https://news.example.kr/a/9");
        });
    }

    @Test
    void rule18_anArgumentStaysAsItIsAndAPlaceWithoutOneIsEmpty() throws IOException {
        kakao.app().messageTemplate(77, CONSOLE);

        assertMemoSent(custom("template_id", "77", "template_args", "{\"title\":\"${id} $1 \\\\\",\"other\":\"x\"}"));

        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("[] ${id} $1 \\");
            assertThat(post.link()).isEqualTo("https://news.example.kr/a/");
        });
    }

    @Test
    void rule15_aPageIsReadAndSent() throws IOException {
        kakao.web().page("https://news.example.kr/a/1", "<meta property=\"og:title\" content=\"첫눈\">");

        assertMemoSent(http.postForm(MEMO_SCRAP, map("request_url", "https://news.example.kr/a/1")));

        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("첫눈");
            assertThat(post.link()).isEqualTo("https://news.example.kr/a/1");
        });
        assertRefusedNow(http.postForm(MEMO_SCRAP, Map.of("x", "y")), "[request_url] cannot be null.");
        assertRefusedNow(http.postForm(MEMO_SCRAP, map("request_url", "news.example.kr")), "name=request_url");
    }

    private static void assertRefusedNow(Http.Reply reply, String message) {
        assertError(reply, 400, -2, message);
        assertThat(kakao.posts()).hasSize(1);
    }

    @Test
    void rule16_aMissingTemplateIsRefused() throws IOException {
        assertRefused(http.postForm(MEMO, map("x", "y")), 400, -2, "The Parameter [template_object] cannot be null.");
    }

    @Test
    void rule16_aTemplateInTheQueryIsAMissingOne() throws IOException {
        assertRefused(
                http.postForm(MEMO + "?template_object=" + Http.encode(TEXT), map("x", "y")),
                400,
                -2,
                "[template_object] cannot be null.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "-",
                "%7B%22object_type%22%3A%22text%22%7D",
                "{\"object_type\":\"poster\",\"text\":\"a\",\"link\":{}}",
                "{\"object_type\":\"text\",\"text\":\"a\"}",
                "{\"object_type\":\"text\",\"link\":{}}",
                "{\"objectType\":\"text\",\"text\":\"a\",\"link\":{}}"
            })
    void rule16_aTemplateThatCannotBeParsedIsRefused(String template) throws IOException {
        assertRefused(memo(template), 400, -2, "failed to parse parameter. name=template_object, stringToParse=");
    }

    @Test
    void rule16_aTemplateThatIsEncodedTwiceIsRefused() throws IOException {
        assertRefused(memo(Http.encode(TEXT)), 400, -2, "failed to parse parameter. name=template_object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "{\"count\":1}", "{\"a\":{\"b\":\"c\"}}", "title=a"})
    void rule18_argumentsAreAJsonObjectOfTexts(String args) throws IOException {
        kakao.app().messageTemplate(77, CONSOLE);

        assertRefused(
                custom("template_id", "77", "template_args", args),
                400,
                -2,
                "failed to parse parameter. name=template_args");
    }

    @Test
    void rule18_anUnknownTemplateIsRefused() throws IOException {
        assertRefused(custom("template_id", "78"), 400, -2, "template_id=78");
        assertRefused(custom("template_id", "one"), 400, -2, "name=template_id");
        assertRefused(custom("template_args", "{}"), 400, -2, "The Parameter [template_id] cannot be null.");
    }

    @Test
    void rule18_aTemplateForSharesIsNoMessage() throws IOException {
        kakao.app().shareTemplate(77, CONSOLE);

        assertRefused(
                custom("template_id", "77"),
                400,
                -2,
                "template_type (messageType: share) is invalid. please use 'message API' messageType.");
    }

    @Test
    void rule18_theConsoleHasOnlyFeedListAndCommerce() {
        assertThatThrownBy(() -> kakao.app().messageTemplate(1, TEXT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rule25_theSameMessageTwiceIsTwoMessages() throws IOException {
        memo(TEXT);
        memo(TEXT);

        assertThat(kakao.posts()).hasSize(2).extracting(SimulatedPost::id).doesNotHaveDuplicates();
    }

    @Test
    void rule25_aMessageIsDeliveredAndThenTheConnectionCut() {
        kakao.inject(Fault.STORED_THEN_RESET);

        assertThatThrownBy(() -> memo(TEXT)).isInstanceOf(IOException.class);

        assertThat(kakao.posts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STORED_THEN_DELAYED", "STORED_THEN_DRIPPED"})
    void rule25_aMessageIsDeliveredAndTheAnswerHeldBack(Fault fault) {
        kakao.inject(fault);
        Http hasty = http.patientFor(Duration.ofMillis(500));

        assertThatThrownBy(() -> hasty.postForm(MEMO, map("template_object", TEXT)))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(kakao.posts()).hasSize(1);
    }

    @Test
    void rule25_aMessageToFriendsIsDeliveredToAllAndThenTheConnectionCut() {
        kakao.inject(Fault.STORED_THEN_RESET);
        KakaoPerson one = friend("하나");
        KakaoPerson two = friend("두리");

        assertThatThrownBy(() -> to(one, two)).isInstanceOf(IOException.class);

        assertThat(kakao.posts()).extracting(post -> post.details().get("to")).containsExactly("하나", "두리");
    }

    @Test
    void rule25_theAnswerToADeliveredMessageSaysNothing() throws IOException {
        kakao.inject(Fault.STORED_THEN_NO_ID, Fault.STORED_THEN_EMPTY_BODY, Fault.STORED_THEN_500);

        assertThat(memo(TEXT).body()).isEqualTo("{}");
        assertThat(memo(TEXT).body()).isEmpty();
        assertThat(memo(TEXT).body()).startsWith("<html>");

        assertThat(kakao.posts()).hasSize(3);
    }

    @Test
    void rule26_aLinkToAForeignDomainLeadsToTheDefaultOneAndIsOnRecord() throws IOException {
        kakao.app().productLinks("https://www.news.example.kr", "https://news.example.kr");

        assertMemoSent(memo(FEED));

        assertThat(kakao.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.link()).isEqualTo("https://news.example.kr/a/1"));
        assertThat(kakao.replacedLinks())
                .containsExactly(new KakaoReplacedLink(
                        kakao.posts().get(0).id(), "https://m.news.example.kr/a/1", "https://www.news.example.kr/a/1"));
    }

    @Test
    void rule26_theStoredLinkIsTheReplacedOne() throws IOException {
        kakao.app().productLinks("https://m.news.example.kr");

        memo(TEXT);

        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.link()).isEqualTo("https://m.news.example.kr/a/1");
            assertThat(post.details()).containsEntry("link replaced", "https://news.example.kr/a/1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example.kr",
                "https://news.example.kr:8443",
                "https://www.news.example.kr",
                "https://news.example.kr.evil.example",
                "https://example.kr"
            })
    void rule26_schemeHostAndPortMustBeTheSame(String registered) throws IOException {
        kakao.app().productLinks(registered);
        kakao.rules().rejectForeignLinks(true);

        assertRefused(memo(text("a")), 400, -2, "https://news.example.kr");
    }

    @Test
    void rule26_aForeignLinkIsRefusedWhereItIsSoSet() throws IOException {
        kakao.rules().rejectForeignLinks(true);
        kakao.app().productLinks("https://news.example.kr");
        assertRefused(memo(FEED), 400, -2, "https://m.news.example.kr/a/1");

        kakao.app().productLinks("https://NEWS.example.kr:443/", "https://m.news.example.kr");
        assertMemoSent(memo(FEED));
        assertThat(kakao.replacedLinks()).isEmpty();
    }

    @Test
    void rule35_koreanSurvivesByteForByte() throws IOException {
        String text = "속보 – 한강 “첫눈” 🌨️ 👨‍👩‍👧‍👦 힣 ㈜ \u1112\u1161\u11AB & <b>%EA</b> +";

        memo(text(text));
        to(friend("독자"));

        assertThat(kakao.posts()).extracting(SimulatedPost::text).containsExactly(text, "본문 200자 이내");
        assertThat(new Http(sandbox.url(), "")
                        .get("__sandbox/posts?platform=kakao")
                        .json()
                        .at("/posts/0/text")
                        .asText())
                .isEqualTo(text);
    }

    @Test
    void rule35_everyReplyIsJsonInUtf8() throws IOException {
        friend("최노을");

        for (Http.Reply reply : new Http.Reply[] {
            memo(TEXT),
            memo("x"),
            to(friend("하나")),
            http.get(FRIENDS),
            http.get("/v2/user/me"),
            http.get("/v2/user/scopes"),
            http.get("/v1/user/access_token_info"),
            http.get("/v1/api/talk/profile"),
            http.get("/oauth/token"),
            http.get("/talk/friends/picker/easylink")
        }) {
            assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        }
        assertThat(http.get("/v1/api/talk/profile").json().path("nickName").asText())
                .isEqualTo("편집국");
        assertThat(http.get(FRIENDS).body()).contains("\"최노을\"");
    }
}
