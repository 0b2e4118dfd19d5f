package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookTargetTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String TOKEN = "EAAGtestPageToken123";
    private static final String FEED = "/v26.0/112130216863063/feed";

    @RegisterExtension
    static final WireMockExtension GRAPH = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final Share share = Share.of(Article.builder("https://news.example.kr/a/7", "한강 다리 통제")
            .summary("밤사이 눈 & 바람. 100% 통제 📰")
            .build());

    private FacebookTarget target() {
        return target(FacebookSettings.builder("112130216863063", Secret.of(TOKEN)));
    }

    private FacebookTarget target(FacebookSettings.Builder settings) {
        return FacebookTarget.of(
                settings.baseUrl(GRAPH.baseUrl()).timeout(Duration.ofSeconds(2)).build(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private ShareResult publishWhenAnswered(ResponseDefinitionBuilder answer) {
        GRAPH.stubFor(post(anyUrl()).willReturn(answer));
        FacebookTarget target = target();
        ShareResult result = target.publish(target.draft(share));
        GRAPH.verify(1, postRequestedFor(anyUrl()));
        return result;
    }

    private static ResponseDefinitionBuilder error(int status, String error) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":{" + error + ",\"fbtrace_id\":\"AbCdEf\"}}");
    }

    @Test
    void postsTheDraftAsAFormWithTheTokenInAHeader() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"112130216863063_9\"}")));
        FacebookTarget target = target();

        target.publish(target.draft(share));

        // Encoded by hand: 밤사이 눈 & 바람. 100% 통제 📰
        String message = "%EB%B0%A4%EC%82%AC%EC%9D%B4%20%EB%88%88%20%26%20%EB%B0%94%EB%9E%8C.%20100%25%20"
                + "%ED%86%B5%EC%A0%9C%20%F0%9F%93%B0";
        GRAPH.verify(
                1,
                postRequestedFor(urlPathEqualTo(FEED))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withRequestBody(equalTo("message=" + message + "&link=https%3A%2F%2Fnews.example.kr%2Fa%2F7"
                                + "&fields=id%2Cpermalink_url%2Ccreated_time")));
    }

    @Test
    void provesThatItHoldsTheAppSecret() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"112130216863063_9\"}")));
        FacebookTarget target = target(FacebookSettings.builder("112130216863063", Secret.of(TOKEN))
                .appSecret(Secret.of("0123456789abcdef0123456789abcdef")));

        target.publish(target.draft(share));

        // printf '%s' "$TOKEN" | openssl dgst -sha256 -hmac "$SECRET"
        assertThat(GRAPH.findAll(postRequestedFor(anyUrl())).get(0).getBodyAsString())
                .endsWith("&appsecret_proof=69d7bd51ef89e1cef764dcef42450eb6c773227639763c8c9cc6125c0ac47efd");
    }

    @Test
    void tellsIdPermalinkAndTimeOfThePost() {
        assertThat(publishWhenAnswered(okJson("""
                {"id":"112130216863063_9","permalink_url":"https://www.facebook.com/112130216863063/posts/pfbid0",
                 "created_time":"2026-11-24T11:59:58+0000","post_supports_client_mutation_id":true}""")))
                .isEqualTo(new Shared(new Receipt(
                        "facebook",
                        "112130216863063_9",
                        "https://www.facebook.com/112130216863063/posts/pfbid0",
                        NOON.minusSeconds(2))));
    }

    @Test
    void makesDoWithTheIdAlone() {
        assertThat(publishWhenAnswered(okJson("{\"id\":\"112130216863063_9\"}")))
                .isEqualTo(new Shared(new Receipt(
                        "facebook", "112130216863063_9", "https://www.facebook.com/112130216863063_9", NOON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"0\"}", "{\"id\":\"\"}", "{}", "<html>ok</html>", "", "{\"id\":\"1"})
    void aYesWithoutAnIdIsNoKnownOutcome(String body) {
        assertThat(publishWhenAnswered(aResponse().withStatus(200).withBody(body)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whatFacebookRefusesIsRejectedWithItsWords() {
        assertThat(publishWhenAnswered(error(
                        400,
                        "\"message\":\"Session has expired on Monday\",\"type\":\"OAuthException\",\"code\":190,"
                                + "\"error_subcode\":463")))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED);
                    assertThat(rejected.code()).isEqualTo("190/463");
                    assertThat(rejected.message()).contains("Session has expired on Monday", "AbCdEf");
                    assertThat(rejected.remedy()).isEqualTo("Connect the Page again.");
                });
    }

    @ParameterizedTest
    @CsvSource({"500, 1", "400, 2", "503, 2"})
    void whatWasSeenToPostInSpiteOfTheErrorIsUnknown(int status, int code) {
        assertThat(publishWhenAnswered(error(status, "\"message\":\"An unexpected error\",\"code\":" + code)))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().since()).isEqualTo(NOON));
    }

    @Test
    void takesTheWaitFromTheUsageHeaderInMinutes() {
        ResponseDefinitionBuilder answer = error(400, "\"message\":\"too many calls\",\"code\":80001")
                .withHeader(
                        "X-Business-Use-Case-Usage",
                        "{\"112130216863063\":[{\"type\":\"pages\",\"call_count\":100,\"total_cputime\":23,"
                                + "\"total_time\":23,\"estimated_time_to_regain_access\":42}]}");

        assertThat(publishWhenAnswered(answer))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.retryAfter()).isEqualTo(NOON.plusSeconds(42 * 60)));
    }

    @Test
    void asksNotAgainWhileThePageIsHeldBack() {
        GRAPH.stubFor(post(anyUrl())
                .willReturn(error(400, "\"message\":\"We limit\",\"code\":368,\"error_subcode\":1390008")));
        FacebookTarget target = target();

        ShareResult first = target.publish(target.draft(share));

        assertThat(target.publish(target.draft(share))).isEqualTo(first);
        GRAPH.verify(1, postRequestedFor(anyUrl()));
        target.pace().resume();
        target.publish(target.draft(share));
        GRAPH.verify(2, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aStatusAloneIsNoKnownOutcomeAndIsNotRepeated(int status) {
        assertThat(publishWhenAnswered(aResponse().withStatus(status).withHeader("Retry-After", "0")))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECTION_RESET_BY_PEER",
                "EMPTY_RESPONSE",
                "MALFORMED_RESPONSE_CHUNK",
                "RANDOM_DATA_THEN_CLOSE"
            })
    void aBrokenAnswerIsNoKnownOutcomeAndIsNotRepeated(Fault fault) {
        assertThat(publishWhenAnswered(aResponse().withFault(fault))).isInstanceOf(Unknown.class);
    }

    @Test
    void noAnswerInTimeIsNoKnownOutcome() {
        assertThat(publishWhenAnswered(okJson("{\"id\":\"1\"}").withFixedDelay(4000)))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().code()).isEqualTo("TIMED_OUT"));
    }

    @Test
    void neverRepeatsATokenThatFacebookEchoes() {
        ShareResult result =
                publishWhenAnswered(error(400, "\"message\":\"Malformed access token " + TOKEN + "\",\"code\":190"));

        assertThat(result.toString()).contains("Malformed access token ***").doesNotContain(TOKEN);
    }

    @Test
    void findsItsPostBehindTheLinkShimAndWithTheTextTrimmed() {
        FacebookTarget target = target();
        Draft draft = target.draft(share.withCampaign("spring"));
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/112130216863063/published_posts"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson("""
                        {"data":[
                          {"id":"1_3","message":"something else","created_time":"2026-11-24T12:00:09+0000"},
                          {"id":"1_2","message":" 밤사이 눈 &  바람.\\r\\n100% 통제 📰","created_time":"2026-11-24T12:00:05+0000",
                           "permalink_url":"https://www.facebook.com/1/posts/2",
                           "attachments":{"data":[{"url":"https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example.kr%2Fa%2F7&h=AT0"}]}},
                          {"id":"1_1","message":"밤사이 눈 & 바람. 100% 통제 📰","created_time":"2026-11-23T12:00:05+0000",
                           "attachments":{"data":[{"unshimmed_url":"https://news.example.kr/a/7"}]}}],
                         "paging":{"cursors":{"before":"b","after":"a"},"next":"https://graph.facebook.com/x?access_token=y"}}""")));

        assertThat(target.find(draft, NOON))
                .isEqualTo(new Lookup.Found(List.of(
                        new Receipt("facebook", "1_2", "https://www.facebook.com/1/posts/2", NOON.plusSeconds(5)))));
    }

    @Test
    void readsOnUntilTheListEndsAndTakesAnotherArticleForAnotherPost() {
        FacebookTarget target = target();
        GRAPH.stubFor(get(anyUrl()).willReturn(okJson("""
                {"data":[],"paging":{"cursors":{"after":"page2"},"next":"https://graph.facebook.com/next"}}""")));
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/112130216863063/published_posts"))
                .withQueryParam("after", equalTo("page2"))
                .willReturn(okJson("""
                        {"data":[{"id":"1_2","message":"밤사이 눈 & 바람. 100% 통제 📰","created_time":"2026-11-24T12:00:05+0000",
                         "attachments":{"data":[{"unshimmed_url":"https://news.example.kr/a/8"}]}}],"paging":{}}""")));

        assertThat(target.find(target.draft(share), NOON)).isEqualTo(new Lookup.NotFound());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500, 200})
    void cannotTellWhatItCannotRead(int status) {
        GRAPH.stubFor(get(anyUrl()).willReturn(error(status, "\"message\":\"x\",\"code\":2")));
        FacebookTarget target = target();

        assertThat(target.find(target.draft(share), NOON)).isInstanceOf(Lookup.CannotTell.class);
    }
}
