package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoSimulatorTest {

    private static final String SEND = "/v2/api/talk/memo/default/send";

    // The compact valid examples of the platform sheet, section 3.
    private static final String FEED = """
            {"object_type":"feed","content":{"title":"[속보] 제목","description":"리드 두 문장","image_url":"https://img.example.kr/800x400.jpg","image_width":800,"image_height":400,"link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"}},"buttons":[{"title":"기사 보기","link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"}}]}""";
    private static final String LIST = """
            {"object_type":"list","header_title":"오늘의 뉴스","header_link":{"web_url":"https://news.example.kr","mobile_web_url":"https://m.news.example.kr"},"contents":[{"title":"가","description":"나","image_url":"https://img.example.kr/1.jpg","link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"}},{"title":"다","image_url":"https://img.example.kr/2.jpg","link":{"web_url":"https://news.example.kr/a/2","mobile_web_url":"https://m.news.example.kr/a/2"}}]}""";
    private static final String TEXT = """
            {"object_type":"text","text":"본문 200자 이내","link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"},"button_title":"기사 보기"}""";

    private static Sandbox sandbox;
    private static KakaoSimulator kakao;
    private static Http http;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        sandbox.delay(Duration.ofSeconds(30));
        kakao = sandbox.kakao();
        http = new Http(kakao.baseUrl(), "Bearer " + kakao.token());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static Http.Reply send(String template) throws IOException {
        return http.postForm(SEND, Map.of("template_object", template));
    }

    private static void assertError(Http.Reply reply, int status, int code, String message) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("code").asInt()).isEqualTo(code);
        assertThat(reply.json().path("msg").asText()).contains(message);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(kakao.posts()).isEmpty();
    }

    @Test
    void rule9_anUnknownTokenIsRefusedWithAChallenge() throws IOException {
        Http.Reply reply = http.as("Bearer nonsense").postForm(SEND, Map.of("template_object", TEXT));

        assertError(reply, 401, -401, "this access token does not exist");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=invalid_token");
        assertThat(http.as("").postForm(SEND, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void rule9_anExpiredTokenIsRefused() throws IOException {
        kakao.expireToken();

        assertError(send(TEXT), 401, -401, "this access token is already expired");
    }

    @Test
    void rule11_withoutTheConsentItemNothingIsSent() throws IOException {
        kakao.consentItemOn(false);

        assertError(send(TEXT), 403, -3, "App disabled [talk_message] scopes");
    }

    @Test
    void rule11_withoutTheUsersConsentTheMissingScopeIsNamed() throws IOException {
        kakao.consented(false);

        Http.Reply reply = send(TEXT);

        assertError(reply, 403, -402, "insufficient scopes.");
        JsonNode json = reply.json();
        assertThat(json.path("api_type").asText()).isEqualTo("TALK_MEMO_DEFAULT_SEND");
        assertThat(json.at("/required_scopes/0").asText()).isEqualTo("talk_message");
        assertThat(json.path("allowed_scopes").isArray()).isTrue();
    }

    @Test
    void rule12_aUsedUpQuotaIsA400() throws IOException {
        kakao.inject(Fault.RATE_LIMITED);

        assertError(send(TEXT), 400, -10, "API limit has been exceeded.");
        assertThat(send(TEXT).status()).isEqualTo(200);
    }

    @Test
    void rule12_maintenanceIsA503() throws IOException {
        kakao.maintenance(true);

        assertError(send(TEXT), 503, -9798, "maintenance");
    }

    @Test
    void rule12_aServerErrorThatStoredNothing() throws IOException {
        kakao.inject(Fault.NOT_STORED_500);

        assertError(send(TEXT), 500, -1, "");
        assertThat(kakao.createRequests()).isEqualTo(1);
    }

    @Test
    void rule12_aServerErrorThatStoredTheMessageHasNoJson() throws IOException {
        kakao.inject(Fault.STORED_THEN_500);

        Http.Reply reply = send(TEXT);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).startsWith("<html>");
        assertThat(kakao.posts()).hasSize(1);
    }

    @Test
    void rule13_aWrongPathOrMethodIsABare404() throws IOException {
        Http.Reply wrongMethod = http.get(SEND);

        assertThat(wrongMethod.status()).isEqualTo(404);
        assertThat(wrongMethod.body()).doesNotContain("code");
        assertThat(http.postForm("/v1/api/talk/memo/default/send", Map.of("template_object", TEXT))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void rule14_aJsonBodyIsRefused() throws IOException {
        assertError(http.postJson(SEND, TEXT), 400, -2, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {FEED, LIST, TEXT})
    void rule15_successIsExactlyAResultCodeOfZero(String template) throws IOException {
        Http.Reply reply = send(template);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"result_code\":0}");
        assertThat(kakao.posts()).hasSize(1);
    }

    @Test
    void rule15_theMessageLiesInTheOwnChat() throws IOException {
        send(FEED);

        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("[속보] 제목\n리드 두 문장");
            assertThat(post.link()).isEqualTo("https://news.example.kr/a/1");
            assertThat(post.image()).isEqualTo("https://img.example.kr/800x400.jpg");
            assertThat(post.details()).containsEntry("template", "feed").containsEntry("buttons", "기사 보기");
        });
    }

    @Test
    void rule16_aMissingTemplateIsRefused() throws IOException {
        assertError(http.postForm(SEND, Map.of("x", "y")), 400, -2, "[template_object] cannot be null.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "%7B%22object_type%22%3A%22text%22%7D",
                "{\"object_type\":\"poster\",\"text\":\"a\",\"link\":{}}",
                "{\"object_type\":\"text\",\"text\":\"a\"}",
                "{\"object_type\":\"text\",\"link\":{}}",
                "{\"objectType\":\"text\",\"text\":\"a\",\"link\":{}}"
            })
    void rule16_aTemplateThatCannotBeParsedIsRefused(String template) throws IOException {
        assertError(send(template), 400, -2, "failed to parse parameter. name=template_object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\"}}",
                "{\"object_type\":\"feed\",\"content\":{\"link\":{}}}",
                "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\",\"link\":{},\"image_width\":\"800\"}}",
                "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\",\"link\":{}},\"social\":{\"like_count\":\"1\"}}",
                "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\",\"link\":{}},\"item_content\":{\"items\":[{},{},{},{},{},{}]}}",
                "{\"object_type\":\"text\",\"text\":\"a\",\"link\":{},\"buttons\":[{\"title\":\"b\"}]}",
                "{\"object_type\":\"text\",\"text\":\"a\",\"link\":{},\"buttons\":[{\"title\":\"1\",\"link\":{}},{\"title\":\"2\",\"link\":{}},{\"title\":\"3\",\"link\":{}}]}",
                "{\"object_type\":\"list\",\"header_title\":\"h\",\"header_link\":{},\"contents\":[{\"title\":\"1\",\"link\":{}}]}",
                "{\"object_type\":\"list\",\"header_title\":\"h\",\"contents\":[{\"title\":\"1\",\"link\":{}},{\"title\":\"2\",\"link\":{}}]}"
            })
    void rule17_aTemplateOutsideItsLimitsIsRefused(String template) throws IOException {
        assertError(send(template), 400, -2, "");
    }

    @Test
    void rule17_aTextOverTwoHundredCharactersIsRefused() throws IOException {
        assertError(send(text("😀".repeat(201))), 400, -2, "");

        assertThat(send(text("😀".repeat(200))).status()).isEqualTo(200);
    }

    @Test
    void rule17_aTextOverTwoHundredCharactersIsCutWhereItIsSoSet() throws IOException {
        kakao.cutsLongText(true);

        send(text("가".repeat(250)));

        assertThat(kakao.posts()).extracting(SimulatedPost::text).containsExactly("가".repeat(200));
    }

    private static String text(String text) {
        return "{\"object_type\":\"text\",\"text\":\"" + text
                + "\",\"link\":{\"web_url\":\"https://news.example.kr\"}}";
    }

    @Test
    void rule25_theSameMessageTwiceIsTwoMessages() throws IOException {
        send(TEXT);
        send(TEXT);

        assertThat(kakao.posts()).hasSize(2).extracting(SimulatedPost::id).doesNotHaveDuplicates();
    }

    @Test
    void rule25_aMessageIsDeliveredAndThenTheConnectionCut() {
        kakao.inject(Fault.STORED_THEN_RESET);

        assertThatThrownBy(() -> send(TEXT)).isInstanceOf(IOException.class);

        assertThat(kakao.posts()).hasSize(1);
    }

    @Test
    void rule25_aMessageIsDeliveredAndTheAnswerHeldBack() {
        kakao.inject(Fault.STORED_THEN_DELAYED);
        Http hasty = http.patientFor(Duration.ofMillis(500));

        assertThatThrownBy(() -> hasty.postForm(SEND, Map.of("template_object", TEXT)))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(kakao.posts()).hasSize(1);
    }

    @Test
    void rule35_koreanTextSurvivesByteForByte() throws IOException {
        send(TEXT);

        assertThat(kakao.posts()).extracting(SimulatedPost::text).containsExactly("본문 200자 이내");
    }
}
