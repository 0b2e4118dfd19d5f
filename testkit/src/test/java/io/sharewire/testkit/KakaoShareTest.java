package io.sharewire.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoShareTest extends KakaoOnTheWire {

    static final String ORIGIN = "https://news.example.kr";
    static final String AGENT = agent(ORIGIN);

    private static final String EASYLINK = "/talk/friends/picker/easylink";
    private static final String SCRAP_PARAMS = "{\"link_ver\":\"4.0\",\"request_url\":\"https://news.example.kr/a/1\"}";
    private static final String VALIDATE = "/v2/api/kakaolink/talk/template/";

    private static WireMockServer newsroom;

    @BeforeAll
    static void startNewsroom() {
        newsroom = new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
        newsroom.start();
    }

    @AfterAll
    static void stopNewsroom() {
        newsroom.stop();
    }

    private static String agent(String origin) {
        return "sdk/2.8.3 os/javascript sdk_type/javascript lang/ko-KR device/server origin/" + Http.encode(origin);
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = map(namesAndValues);
        fields.putIfAbsent("app_key", kakao.app().javascriptKey());
        fields.putIfAbsent("ka", AGENT);
        fields.putIfAbsent("validation_action", "scrap");
        fields.putIfAbsent("validation_params", SCRAP_PARAMS);
        return fields;
    }

    private static Http.Reply open(String... namesAndValues) throws IOException {
        return http.as("").get(EASYLINK + "?" + Http.form(fields(namesAndValues)));
    }

    private static String shortKey(Http.Reply opened) {
        assertThat(opened.status()).as(opened.body()).isEqualTo(302);
        return opened.header("Location").replaceFirst(".*short_key=", "");
    }

    private static Http.Reply validate(String kind, String agent, String... namesAndValues) throws IOException {
        Http page = http.as("KakaoAK " + kakao.app().javascriptKey());
        return page.send(page.request(VALIDATE + kind + "?" + Http.form(map(namesAndValues)))
                .header("KA", agent)
                .GET());
    }

    @Test
    void rule31_aTemplateIsValidatedByGetAndByPost() throws IOException {
        Http page = http.as("KakaoAK " + kakao.app().javascriptKey());

        JsonNode got = validate("default", AGENT, "link_ver", "4.0", "template_object", FEED)
                .json();
        JsonNode posted = page.send(page.request(VALIDATE + "default")
                        .header("KA", AGENT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Http.form(map("template_object", FEED)))))
                .json();

        for (JsonNode reply : List.of(got, posted)) {
            assertThat(reply.path("template_id").isIntegralNumber()).isTrue();
            assertThat(reply.path("template_args").isObject()).isTrue();
            assertThat(reply.at("/template_msg/P").isObject()).isTrue();
            assertThat(reply.at("/template_msg/C/content/title").asText()).isEqualTo("[속보] 제목");
            assertThat(reply.path("warning_msg")).isEmpty();
            assertThat(reply.path("argument_msg")).isEmpty();
        }
    }

    @Test
    void rule31_aPageIsReadAndATemplateOfTheConsoleFilled() throws IOException {
        kakao.web().page("https://news.example.kr/a/1", "<title>첫눈</title>");
        kakao.app().shareTemplate(77, "{\"object_type\":\"feed\",\"content\":{\"title\":\"${title}\",\"link\":{}}}");

        assertThat(validate("scrap", AGENT, "request_url", "https://news.example.kr/a/1")
                        .json()
                        .at("/template_msg/C/content/title")
                        .asText())
                .isEqualTo("첫눈");
        JsonNode custom = validate(
                        "validate", AGENT, "template_id", "77", "template_args", "{\"title\":\"제목\",\"titel\":\"x\"}")
                .json();
        assertThat(custom.path("template_id").asInt()).isEqualTo(77);
        assertThat(custom.at("/template_args/title").asText()).isEqualTo("제목");
        assertThat(custom.at("/template_msg/C/content/title").asText()).isEqualTo("제목");
        assertThat(custom.path("argument_msg").fieldNames()).toIterable().containsExactly("titel");
    }

    @Test
    void rule31_whatWasValidatedIsSharedByItsNumber() throws IOException {
        long id = validate("default", AGENT, "template_object", TEXT)
                .json()
                .path("template_id")
                .asLong();

        String shortKey = shortKey(open(
                "validation_action",
                "custom",
                "validation_params",
                "{\"link_ver\":\"4.0\",\"template_id\":" + id + ",\"template_args\":{}}"));
        kakao.readerShares(shortKey, KakaoChat.DIRECT);

        assertThat(kakao.posts()).extracting(SimulatedPost::text).containsExactly("본문 200자 이내");
    }

    @Test
    void rule31_aForeignLinkIsWarnedOf() throws IOException {
        kakao.app().productLinks("https://news.example.kr");

        assertThat(validate("default", AGENT, "template_object", TEXT).json().path("warning_msg"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example.kr",
                "https://www.news.example.kr",
                "https://news.example.kr:8443",
                "http://localhost:3000"
            })
    void rule31_anOriginThatIsNotRegisteredIsRefused(String origin) throws IOException {
        kakao.app().javascriptDomains(ORIGIN, "http://localhost");

        Http.Reply reply = validate("default", agent(origin), "template_object", TEXT);

        assertError(reply, 401, -401, "domain mismatched! caller=" + origin + ". check out registered web domains.");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("KakaoAK error=invalid_token");
        assertThat(validate("default", AGENT, "template_object", TEXT).status()).isEqualTo(200);
    }

    @Test
    void rule31_theKeyAndTheAgentAreNeeded() throws IOException {
        Http other = http.as("KakaoAK " + kakao.app().restApiKey());
        assertError(
                other.send(
                        other.request(VALIDATE + "default").header("KA", AGENT).GET()),
                401,
                -401,
                "wrong appKey(" + kakao.app().restApiKey() + ") format");
        assertError(http.as("KakaoAK " + kakao.app().javascriptKey()).get(VALIDATE + "default"), 400, -8, "KA Header");
        assertError(http.get(VALIDATE + "default"), 401, -401, "appKey");
        assertError(validate("default", AGENT, "template_object", "{}"), 400, -2, "name=template_object");
    }

    @Test
    void rule32_theSharePageOpensByGetAndByPost() throws IOException {
        kakao.web().page("https://news.example.kr/a/1", "<title>첫눈</title>");

        for (Http.Reply opened : List.of(
                open(),
                http.as("").postForm("/talk/friends/picker/link", fields()),
                http.as("").postForm("/picker/link", fields()))) {
            Http.Reply picker = new Http("", "").get(opened.header("Location"));
            assertThat(opened.header("Location")).startsWith(kakao.baseUrl() + "/picker/link?app_key=");
            assertThat(picker.status()).isEqualTo(200);
            assertThat(picker.body()).contains("카카오톡 공유");
        }
        assertThat(kakao.posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default | {\"link_ver\":\"4.0\",\"template_object\":{\"object_type\":\"text\",\"text\":\"가\",\"link\":{}}}",
                "custom | {\"link_ver\":\"4.0\",\"template_id\":77,\"template_args\":{\"title\":\"나\"}}",
                "scrap | {\"link_ver\":\"4.0\",\"request_url\":\"https://news.example.kr/a/1\",\"template_id\":77,\"template_args\":{\"title\":\"다\"}}"
            })
    void rule32_theThreeActionsAreTaken(String action, String params) throws IOException {
        kakao.app().shareTemplate(77, "{\"object_type\":\"feed\",\"content\":{\"title\":\"${title}\",\"link\":{}}}");

        kakao.readerShares(shortKey(open("validation_action", action, "validation_params", params)), KakaoChat.MULTI);

        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isIn("가", "나", "다");
            assertThat(post.details()).containsEntry("chat", "MultiChat");
        });
    }

    @Test
    void rule32_aBadKeyIs4011AndAKeyOfAnotherKind4003() throws IOException {
        assertError(open("app_key", "nobody"), 401, 4011, "");
        assertError(open("app_key", kakao.app().restApiKey()), 400, 4003, "");
    }

    @Test
    void rule32_anOriginThatIsNotRegisteredIs4019() throws IOException {
        kakao.app().javascriptDomains("https://www.news.example.kr");

        Http.Reply reply = open();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body())
                .isEqualTo("{\"error\":\"misconfigured\",\"error_description\":"
                        + "\"invalid android_key_hash or ios_bundle_id or web_site_url\",\"error_code\":\"KOE009\"}");
        assertThat(open("ka", "sdk/2.8.3 os/javascript").status()).isEqualTo(401);
        assertThat(open("ka", agent("https://www.news.example.kr")).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default | {\"link_ver\":\"4.0\",\"template_object\":{\"object_type\":\"text\",\"text\":\"a\"}}",
                "default | {\"link_ver\":\"4.0\",\"template_object\":{\"objectType\":\"text\",\"text\":\"a\",\"link\":{}}}",
                "default | {\"link_ver\":\"3.5\",\"template_object\":{\"object_type\":\"text\",\"text\":\"a\",\"link\":{}}}",
                "default | not json",
                "custom | {\"link_ver\":\"4.0\",\"template_id\":78}",
                "custom | {\"link_ver\":\"4.0\",\"template_id\":76}",
                "scrap | {\"link_ver\":\"4.0\"}",
                "share | {\"link_ver\":\"4.0\",\"request_url\":\"https://news.example.kr/a/1\"}"
            })
    void rule32_aBadTemplateIs4002(String action, String params) throws IOException {
        kakao.app().messageTemplate(76, "{\"object_type\":\"feed\",\"content\":{\"title\":\"${title}\",\"link\":{}}}");

        assertError(open("validation_action", action, "validation_params", params), 400, 4002, "");
    }

    @Test
    void rule32_aLinkToADomainThatIsNotRegisteredIs4002() throws IOException {
        kakao.app().productLinks("https://m.news.example.kr");

        assertError(open(), 400, 4002, "");
        kakao.app().productLinks("https://m.news.example.kr", "https://news.example.kr");
        assertThat(open().status()).isEqualTo(302);
    }

    @Test
    void rule32_anAddressThatIsNoneIs4041() throws IOException {
        assertError(
                open("validation_params", "{\"link_ver\":\"4.0\",\"request_url\":\"news.example.kr\"}"), 404, 4041, "");
    }

    @Test
    void rule32_theUsedUpQuotaIs4006() throws IOException {
        kakao.rules().sharesDaily(1);
        open();

        assertError(open(), 400, 4006, "");
        clock.advance(Duration.ofDays(1));
        assertThat(open().status()).isEqualTo(302);
    }

    @Test
    void rule32_anAddressAndATextAloneAre4002() throws IOException {
        String wild = "url=" + Http.encode("https://news.example.kr/a/1") + "&text=a";

        assertError(http.as("").get(EASYLINK + "?" + wild), 400, 4002, "");
        assertError(http.as("").get(EASYLINK + "?app_key=" + kakao.app().javascriptKey() + "&" + wild), 400, 4002, "");
        assertError(http.as("").get("/picker/link?" + wild), 400, 4002, "");
    }

    @Test
    void rule32_nothingIsSentForAShortKeyOfNobody() throws IOException {
        assertThatThrownBy(() -> kakao.readerShares("nothing", KakaoChat.MEMO))
                .isInstanceOf(IllegalArgumentException.class);
        assertError(
                http.as("").postForm("/picker/sandbox/send", map("short_key", "nothing", "chat", "MemoChat")),
                400,
                4002,
                "");
    }

    private static void share(String lcba) throws IOException {
        kakao.readerShares(shortKey(lcba.isEmpty() ? open() : open("lcba", lcba)), KakaoChat.OPEN_MULTI);
    }

    private static void newsroomAnswers(ResponseDefinitionBuilder answer) {
        newsroom.resetAll();
        newsroom.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static LoggedRequest received() {
        List<LoggedRequest> requests =
                newsroom.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()));
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    private static String hook() {
        return "http://127.0.0.1:" + newsroom.port() + "/hook";
    }

    @Test
    void rule33_aShareWithCallbackArgumentsCallsTheWebhook() throws IOException {
        newsroomAnswers(aResponse().withStatus(204));
        kakao.app().webhook(hook(), "POST");

        share("{\"article\":\"기사-7\",\"CHAT_TYPE\":\"mine\"}");

        LoggedRequest request = received();
        assertThat(request.getHeader("Authorization"))
                .isEqualTo("KakaoAK " + kakao.app().adminKey());
        assertThat(request.getHeader("User-Agent")).isEqualTo("KakaoOpenAPI/1.0");
        assertThat(request.getHeader("X-Kakao-Resource-ID")).isNotEmpty();
        JsonNode body = new ObjectMapper().readTree(request.getBody());
        assertThat(body.path("article").asText()).isEqualTo("기사-7");
        assertThat(body.path("CHAT_TYPE").asText()).isEqualTo("OpenMultiChat");
        assertThat(body.path("HASH_CHAT_ID").asText()).isNotEmpty();
        assertThat(body.has("TEMPLATE_ID")).isFalse();
        assertThat(kakao.webhookCalls())
                .containsExactly(new KakaoWebhookCall(request.getHeader("X-Kakao-Resource-ID"), hook(), 204));
    }

    @Test
    void rule33_byGetTheKeysAreInTheQueryAndTheTemplateIsNamed() throws IOException {
        newsroomAnswers(aResponse().withStatus(200));
        kakao.app().webhook(hook() + "?desk=1", "GET");
        kakao.app().shareTemplate(77, "{\"object_type\":\"feed\",\"content\":{\"title\":\"${title}\",\"link\":{}}}");

        kakao.readerShares(
                shortKey(open(
                        "validation_action",
                        "custom",
                        "validation_params",
                        "{\"link_ver\":\"4.0\",\"template_id\":77}",
                        "lcba",
                        "{\"article\":\"기사 7\",\"n\":3}")),
                KakaoChat.MEMO);

        LoggedRequest request = received();
        assertThat(request.getMethod().getName()).isEqualTo("GET");
        assertThat(request.queryParameter("desk").firstValue()).isEqualTo("1");
        assertThat(request.queryParameter("article").firstValue()).isEqualTo("기사 7");
        assertThat(request.queryParameter("n").firstValue()).isEqualTo("3");
        assertThat(request.queryParameter("CHAT_TYPE").firstValue()).isEqualTo("MemoChat");
        assertThat(request.queryParameter("TEMPLATE_ID").firstValue()).isEqualTo("77");
    }

    @Test
    void rule33_aPostMayBeAForm() throws IOException {
        newsroomAnswers(aResponse().withStatus(200));
        kakao.app().webhook(hook(), "POST");
        kakao.rules().webhookForm(true);

        share("{\"article\":\"기사\"}");

        assertThat(received().getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(received().getBodyAsString())
                .startsWith("article=" + Http.encode("기사") + "&CHAT_TYPE=OpenMultiChat");
    }

    @Test
    void rule33_withoutCallbackArgumentsNobodyIsTold() throws IOException {
        newsroomAnswers(aResponse().withStatus(200));
        kakao.app().webhook(hook(), "POST");

        share("");

        assertThat(kakao.posts()).hasSize(1);
        assertThat(kakao.webhookCalls()).isEmpty();
    }

    @Test
    void rule33_callbackArgumentsThatAreNoObjectAre4002() throws IOException {
        assertError(open("lcba", "article=7"), 400, 4002, "");
    }

    @Test
    void rule33_aPageThatIsOpenedAndLeftTellsNobody() throws IOException {
        newsroomAnswers(aResponse().withStatus(200));
        kakao.app().webhook(hook(), "POST");

        open("lcba", "{\"article\":\"7\"}");

        assertThat(kakao.webhookCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404})
    void rule33_whatIsNot2xxIsOnRecord(int status) throws IOException {
        newsroomAnswers(aResponse().withStatus(status));
        kakao.app().webhook(hook(), "POST");

        share("{\"article\":\"7\"}");

        assertThat(kakao.webhookCalls()).singleElement().satisfies(call -> {
            assertThat(call.status()).isEqualTo(status);
            assertThat(call.succeeded()).isFalse();
        });
    }

    @Test
    void rule33_noRedirectIsFollowed() throws IOException {
        newsroomAnswers(aResponse().withStatus(307).withHeader("Location", hook() + "/2"));
        kakao.app().webhook(hook(), "POST");

        share("{\"article\":\"7\"}");

        assertThat(received().getUrl()).isEqualTo("/hook");
        assertThat(kakao.webhookCalls()).extracting(KakaoWebhookCall::status).containsExactly(307);
    }

    @Test
    void rule33_anAnswerAfterThreeSecondsIsNone() throws IOException {
        assertThat(kakao.rules().webhookPatience).isEqualTo(Duration.ofSeconds(3));
        newsroomAnswers(aResponse().withStatus(200).withFixedDelay(10_000));
        kakao.app().webhook(hook(), "POST");
        kakao.rules().webhookPatience(Duration.ofMillis(200));

        share("{\"article\":\"7\"}");

        assertThat(kakao.webhookCalls()).extracting(KakaoWebhookCall::status).containsExactly(0);
    }

    @Test
    void rule33_aSecondAttemptHasTheSameId() throws IOException {
        newsroomAnswers(aResponse().withStatus(500));
        kakao.app().webhook(hook(), "POST");
        kakao.rules().webhookAttempts(2);

        share("{\"article\":\"7\"}");

        assertThat(kakao.webhookCalls()).hasSize(2);
        assertThat(kakao.webhookCalls())
                .extracting(KakaoWebhookCall::resourceId)
                .containsOnly(kakao.webhookCalls().get(0).resourceId());
    }

    @Test
    void rule33_theButtonsOfThePickerDoTheSame() throws IOException {
        newsroomAnswers(aResponse().withStatus(200));
        kakao.app().webhook(hook(), "POST");
        String shortKey = shortKey(open("lcba", "{\"article\":\"7\"}"));

        assertThat(http.as("")
                        .postForm("/picker/sandbox/send", map("short_key", shortKey, "chat", "DirectChat"))
                        .status())
                .isEqualTo(200);

        assertThat(kakao.posts()).hasSize(1);
        assertThat(kakao.webhookCalls()).hasSize(1);
    }
}
