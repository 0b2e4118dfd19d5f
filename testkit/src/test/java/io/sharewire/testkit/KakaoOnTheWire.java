package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A Kakao to be called by plain HTTP, with a clock that stands still at two in the afternoon in Korea. */
abstract class KakaoOnTheWire {

    static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    static final String MEMO = "/v2/api/talk/memo/default/send";
    static final String TO_FRIENDS = "/v1/api/talk/friends/message/default/send";
    static final String FRIENDS = "/v1/api/talk/friends";

    // The compact valid examples of the platform's documentation.
    static final String FEED = """
            {"object_type":"feed","content":{"title":"[속보] 제목","description":"리드 두 문장","image_url":"https://img.example.kr/800x400.jpg","image_width":800,"image_height":400,"link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"}},"buttons":[{"title":"기사 보기","link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"}}]}""";
    static final String LIST = """
            {"object_type":"list","header_title":"오늘의 뉴스","header_link":{"web_url":"https://news.example.kr","mobile_web_url":"https://m.news.example.kr"},"contents":[{"title":"가","description":"나","image_url":"https://img.example.kr/1.jpg","link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"}},{"title":"다","image_url":"https://img.example.kr/2.jpg","link":{"web_url":"https://news.example.kr/a/2","mobile_web_url":"https://m.news.example.kr/a/2"}}]}""";
    static final String TEXT = """
            {"object_type":"text","text":"본문 200자 이내","link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"},"button_title":"기사 보기"}""";

    static final SettableClock clock = new SettableClock(NOW);
    static Sandbox sandbox;
    static KakaoSimulator kakao;
    static Http http;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, clock);
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
        clock.set(NOW);
        sandbox.reset();
    }

    static Map<String, String> map(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static KakaoPerson me() {
        return kakao.people().me();
    }

    static KakaoPerson friend(String nickname) {
        KakaoPerson friend = kakao.people().add(nickname);
        kakao.people().befriend(me(), friend);
        return friend;
    }

    static Http as(KakaoPerson person) {
        return http.as("Bearer " + kakao.token(person));
    }

    static Http.Reply memo(String template) throws IOException {
        return http.postForm(MEMO, map("template_object", template));
    }

    static Http.Reply toFriends(String receivers) throws IOException {
        return http.postForm(TO_FRIENDS, map("receiver_uuids", receivers, "template_object", TEXT));
    }

    static Http.Reply to(KakaoPerson... receivers) throws IOException {
        return toFriends(uuids(receivers));
    }

    /** The JSON array that the call takes. */
    static String uuids(KakaoPerson... receivers) {
        return Stream.of(receivers).map(receiver -> quoted(receiver.uuid())).collect(Collectors.joining(",", "[", "]"));
    }

    static String text(String text) {
        return "{\"object_type\":\"text\",\"text\":" + quoted(text)
                + ",\"link\":{\"web_url\":\"https://news.example.kr\"}}";
    }

    static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static void assertError(Http.Reply reply, int status, int code, String message) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().path("code").asInt()).as(reply.body()).isEqualTo(code);
        assertThat(reply.json().path("msg").asText()).contains(message);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
    }

    /** The error, and nothing in any chat. */
    static void assertRefused(Http.Reply reply, int status, int code, String message) {
        assertError(reply, status, code, message);
        assertThat(kakao.posts()).isEmpty();
    }

    static void assertMemoSent(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"result_code\":0}");
    }
}
