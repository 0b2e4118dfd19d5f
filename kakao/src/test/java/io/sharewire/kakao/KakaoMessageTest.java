package io.sharewire.kakao;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Image;
import io.sharewire.Length;
import io.sharewire.Media;
import io.sharewire.PayloadPart;
import io.sharewire.Problem;
import io.sharewire.Share;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article becomes by an editor's choice, and how it goes out. */
class KakaoMessageTest {

    private static final Article ARTICLE = Articles.korean().build();

    private final KakaoServer kakao = new KakaoServer();
    private final KakaoTarget target = KakaoTarget.of(kakao.settings().build());

    @AfterEach
    void stop() {
        kakao.close();
    }

    @Test
    void makesATextOfHeadlineAndLead() {
        Draft draft = draft(KakaoMessage.text());

        assertThat(draft.payload())
                .containsExactly(new PayloadPart(
                        "application/json",
                        "{\"object_type\":\"text\",\"text\":\"[속보] 한강 다리에 첫눈 ☃️\\n올겨울 첫눈이 내렸다. 출근길 시민들은"
                                + " 걸음을 멈췄다.\",\"link\":" + LINK + ",\"buttons\":[{\"title\":\"기사 보기\",\"link\":"
                                + LINK + "}]}"));
        assertThat(draft.media()).isEmpty();
        assertThat(draft.problems()).isEmpty();
    }

    private static final String LINK =
            "{\"web_url\":\"https://news.example.kr/a/1\",\"mobile_web_url\":\"https://news.example.kr/a/1\"}";

    @Test
    void countsATextAndNeverCutsAnEditors() {
        Draft full = target.draft(share(KakaoMessage.text()).withText(KakaoTarget.CHANNEL, "😀".repeat(200)));
        Draft over = target.draft(share(KakaoMessage.text()).withText(KakaoTarget.CHANNEL, "😀".repeat(201)));

        assertThat(full.length()).isEqualTo(new Length(200, 200, "code points"));
        assertThat(template(full).path("text").asText()).isEqualTo("😀".repeat(200));
        assertThat(over.problems()).containsExactly(Problem.textTooLong(new Length(201, 200, "code points")));
        assertThat(target.publish(over))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("TEXT_TOO_LONG"));
        assertThat(kakao.requests()).isEmpty();
    }

    @Test
    void fitsATextOfItsOwnIntoTwoHundredCodePoints() {
        Draft draft = target.draft(
                Share.of(Articles.korean("첫눈").summary("가나다 ".repeat(100)).build())
                        .with(KakaoOptions.defaults().withMessage(KakaoMessage.text())));

        assertThat(draft.refusal()).isEmpty();
        assertThat(draft.length().used()).isBetween(100, 200);
        assertThat(template(draft).path("text").asText()).startsWith("첫눈\n가나다").endsWith("…");
    }

    @Test
    void makesAListOfTheArticleAndTwoMore() {
        Article more = Article.builder("https://news.example.kr/a/2", "둘째 소식")
                .summary("둘째 줄")
                .image(Image.of("https://img.example.kr/2.jpg"))
                .build();
        Article bare = Article.builder("https://news.example.kr/a/3?utm_source=x", "셋째")
                .build();

        Draft draft = draft(KakaoMessage.stories("오늘의 뉴스", "https://news.example.kr", more, bare));

        JsonNode list = template(draft);
        assertThat(list.path("object_type").asText()).isEqualTo("list");
        assertThat(list.path("contents")).hasSize(3);
        assertThat(list.at("/contents/1/title").asText()).isEqualTo("둘째 소식");
        assertThat(list.at("/contents/1/link/mobile_web_url").asText()).isEqualTo("https://news.example.kr/a/2");
        assertThat(list.at("/contents/2/link/web_url").asText()).isEqualTo("https://news.example.kr/a/3");
        assertThat(list.at("/contents/2").has("image_url")).isFalse();
        assertThat(draft.media())
                .extracting(Image::url)
                .containsExactly("https://img.example.kr/snow.jpg", "https://img.example.kr/2.jpg");
        assertThat(draft.text())
                .isEqualTo("오늘의 뉴스\n[속보] 한강 다리에 첫눈 ☃️\n올겨울 첫눈이 내렸다. 출근길 시민들은 걸음을 멈췄다.\n둘째 소식\n둘째 줄\n셋째" + "\n[기사 보기]");
    }

    @Test
    void makesAPlaceAndAnOffer() {
        JsonNode place = template(draft(KakaoMessage.place("서울 중구 세종대로 110", "시청")));
        JsonNode offer = template(draft(KakaoMessage.offer(KakaoPrice.of(15_000))));

        assertThat(place.path("object_type").asText()).isEqualTo("location");
        assertThat(place.path("address").asText()).isEqualTo("서울 중구 세종대로 110");
        assertThat(place.at("/content/title").asText()).isEqualTo("[속보] 한강 다리에 첫눈 ☃️");
        assertThat(offer.path("object_type").asText()).isEqualTo("commerce");
        assertThat(offer.at("/commerce/regular_price").intValue()).isEqualTo(15_000);
    }

    @Test
    void sendsATemplateAsItWasBuilt() {
        KakaoLink link = KakaoLink.of("https://news.example.kr/live");
        KakaoTemplate own = KakaoTextMessage.of("개표 방송", link).withButton("보기", link);

        Draft draft =
                target.draft(Share.of(ARTICLE).with(KakaoOptions.defaults().withMessage(own)));

        assertThat(draft.payload().get(0).body()).isEqualTo(own.json());
        assertThat(draft.text()).isEqualTo("개표 방송\n[보기]");
        assertThat(draft.length()).isNull();
    }

    @Test
    void sendsAScrapAsAForm() {
        kakao.answers(okJson("{\"result_code\":0}"));
        Draft plain = target.draft(share(KakaoMessage.scrap()).withCampaign("first-snow"));
        Draft templated = draft(KakaoMessage.scrap(77, Map.of("b", "한 글&", "a", "1")));

        assertThat(target.publish(plain)).isInstanceOf(Shared.class);
        assertThat(target.publish(templated)).isInstanceOf(Shared.class);

        assertThat(kakao.requests())
                .extracting(request -> request.getUrl() + " " + KakaoServer.form(request))
                .containsExactly(
                        "/v2/api/talk/memo/scrap/send {request_url=https://news.example.kr/a/1?utm_source=kakao"
                                + "&utm_medium=social&utm_campaign=first-snow}",
                        "/v2/api/talk/memo/scrap/send {request_url=https://news.example.kr/a/1, template_id=77, "
                                + "template_args={\"a\":\"1\",\"b\":\"한 글&\"}}");
        assertThat(kakao.requests().get(0).getBodyAsString())
                .isEqualTo(plain.payload().get(0).body());
    }

    @Test
    void sendsACustomTemplateAsAForm() {
        kakao.answers(okJson("{\"result_code\":0}"));

        Draft draft = draft(KakaoMessage.custom(123, Map.of("TITLE", "첫눈")));
        assertThat(target.publish(draft)).isInstanceOf(Shared.class);

        assertThat(kakao.requests()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/v2/api/talk/memo/send");
            assertThat(KakaoServer.form(request))
                    .isEqualTo(Map.of("template_id", "123", "template_args", "{\"TITLE\":\"첫눈\"}"));
        });
        assertThat(draft.text()).isEqualTo("Template 123\nTITLE: 첫눈");
    }

    @Test
    void saysWhatTheMessageHasNoPlaceFor() {
        Draft text = target.draft(share(KakaoMessage.scrap()).withText("지금 광화문에 첫눈이 옵니다."));
        Draft files = target.draft(share(KakaoMessage.feed())
                .withMedia(Media.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0})));

        assertThat(text.problems()).extracting(Problem::code).containsExactly("TEXT_NOT_SENT");
        assertThat(files.problems()).extracting(Problem::code).containsExactly("FILES_NOT_SENT");
        assertThat(text.refusal()).isEmpty();
        assertThat(files.refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.news.example.kr/a/1",
                "https://m.news.example.kr/a/1",
                "http://news.example.kr/a/1",
                "https://news.example.kr:8443/a/1",
                "https://news.example.kr.evil.example/a/1"
            })
    void refusesALinkOutsideTheRegisteredDomainsBeforeAnyByte(String url) {
        KakaoTarget strict = strict();

        Draft draft = strict.draft(Share.of(Article.builder(url, "첫눈").build()));

        assertThat(strict.publish(draft)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("LINK_DOMAIN_NOT_REGISTERED");
            assertThat(rejected.message()).contains(url).contains("https://news.example.kr");
            assertThat(rejected.remedy()).contains("Product Link");
        });
        assertThat(kakao.requests()).isEmpty();
    }

    @Test
    void checksEveryLinkOfAMessage() {
        KakaoTarget strict = strict();
        Share share = Share.of(ARTICLE);

        assertThat(strict.draft(share).refusal()).isEmpty();
        for (KakaoOptions options : List.of(
                KakaoOptions.defaults().withMobileLink("https://m.news.example.kr/a/1"),
                KakaoOptions.defaults()
                        .withMessage(KakaoMessage.stories(
                                "뉴스",
                                "https://other.example.kr",
                                Articles.korean().build())),
                KakaoOptions.defaults()
                        .withMessage(KakaoTextMessage.of("첫눈", KakaoLink.of("https://news.example.kr"))
                                .withButton("보기", KakaoLink.of("https://other.example.kr"))))) {
            assertThat(strict.draft(share.with(options)).problems())
                    .extracting(Problem::code)
                    .containsExactly("LINK_DOMAIN_NOT_REGISTERED");
        }
    }

    private KakaoTarget strict() {
        return KakaoTarget.of(
                kakao.settings().linkDomains(List.of("https://news.example.kr")).build());
    }

    @Test
    void usesTheSettingsChoicesWhereAShareBringsNone() {
        KakaoTarget texts = KakaoTarget.of(kakao.settings()
                .defaults(
                        KakaoOptions.defaults().withMessage(KakaoMessage.text()).withReceivers(List.of("u1")))
                .build());

        assertThat(template(texts.draft(Share.of(ARTICLE))).path("object_type").asText())
                .isEqualTo("text");
        assertThat(texts.draft(Share.of(ARTICLE)).payload()).hasSize(2);
        assertThat(texts.draft(Share.of(ARTICLE).with(KakaoOptions.defaults())).payload())
                .hasSize(1);
    }

    @Test
    void leadsToTheConsentThatIsMissing() {
        kakao.answers(KakaoServer.error(
                403,
                "{\"msg\":\"insufficient scopes.\",\"code\":-402,\"api_type\":\"TALK_MEMO_DEFAULT_SEND\","
                        + "\"required_scopes\":[\"talk_message\",\"friends\"],\"allowed_scopes\":[\"profile\"]}"));
        KakaoLogin login = KakaoLogin.builder("rest-api-key-1").build();
        KakaoTarget helpful = KakaoTarget.of(kakao.settings()
                .consentUrl(scopes -> login.begin("https://newsroom.example/back", scopes, "state-1")
                        .url())
                .build());

        assertThat(helpful.publish(helpful.draft(Share.of(ARTICLE))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.remedy())
                                .isEqualTo("Log in again and consent to talk_message, friends: "
                                        + "https://kauth.kakao.com/oauth/authorize?response_type=code&client_id=rest-api-key-1"
                                        + "&redirect_uri=https%3A%2F%2Fnewsroom.example%2Fback&state=state-1"
                                        + "&scope=talk_message%2Cfriends"));
    }

    private Draft draft(KakaoMessage message) {
        return target.draft(share(message));
    }

    private static Share share(KakaoMessage message) {
        return Share.of(ARTICLE).with(KakaoOptions.defaults().withMessage(message));
    }

    private static JsonNode template(Draft draft) {
        return Json.require(draft.payload().get(0).body(), JsonNode.class);
    }
}
