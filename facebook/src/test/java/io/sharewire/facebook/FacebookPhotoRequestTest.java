package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.sharewire.Lookup;
import io.sharewire.Media;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacebookPhotoRequestTest extends FacebookOnTheWire {

    private static final String FEED = "/v26.0/" + PAGE + "/feed";
    private static final String PHOTOS = "/v26.0/" + PAGE + "/photos";
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

    private final Share twoPhotos = share.withMedia(Media.of(JPEG, "A bridge in snow"), Media.of(JPEG));

    private static void takePhotos() {
        GRAPH.stubFor(post(urlPathEqualTo(PHOTOS))
                .inScenario("photos")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("second")
                .willReturn(okJson("{\"id\":\"501\"}")));
        GRAPH.stubFor(post(urlPathEqualTo(PHOTOS))
                .inScenario("photos")
                .whenScenarioStateIs("second")
                .willReturn(okJson("{\"id\":\"502\"}")));
    }

    @Test
    void uploadsUnseenByBytesThenPostsOnceWithAllPhotos() {
        takePhotos();
        GRAPH.stubFor(post(urlPathEqualTo(FEED)).willReturn(okJson(MADE)));
        FacebookTarget target = target(settings().appSecret(Secret.of("0123456789abcdef0123456789abcdef")));

        assertThat(target.publish(target.draft(twoPhotos))).isInstanceOf(Shared.class);

        GRAPH.verify(
                1,
                postRequestedFor(urlPathEqualTo(PHOTOS))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withRequestBodyPart(aMultipart("published")
                                .withBody(equalTo("false"))
                                .build())
                        .withRequestBodyPart(aMultipart("alt_text_custom")
                                .withBody(equalTo("A bridge in snow"))
                                .build())
                        .withRequestBodyPart(aMultipart("appsecret_proof")
                                .withBody(equalTo("69d7bd51ef89e1cef764dcef42450eb6c773227639763c8c9cc6125c0ac47efd"))
                                .build())
                        .withRequestBodyPart(aMultipart("source")
                                .withHeader("Content-Type", equalTo("image/jpeg"))
                                .withBody(binaryEqualTo(JPEG))
                                .build()));
        GRAPH.verify(2, postRequestedFor(urlPathEqualTo(PHOTOS)));
        GRAPH.verify(
                1,
                postRequestedFor(urlPathEqualTo(FEED))
                        .withRequestBody(
                                equalTo(
                                        "message=Snow%20closes%20the%20bridge."
                                                + "%0A%0Ahttps%3A%2F%2Fnews.example.kr%2Fa%2F7"
                                                + "&attached_media%5B0%5D=%7B%22media_fbid%22%3A%22501%22%7D"
                                                + "&attached_media%5B1%5D=%7B%22media_fbid%22%3A%22502%22%7D"
                                                + "&fields=id%2Cpermalink_url%2Ccreated_time"
                                                + "&appsecret_proof=69d7bd51ef89e1cef764dcef42450eb6c773227639763c8c9cc6125c0ac47efd")));
    }

    @Test
    void photosForALaterPostAreMarkedSoThatTheyLastUntilThen() {
        takePhotos();
        GRAPH.stubFor(post(urlPathEqualTo(FEED)).willReturn(okJson(MADE)));

        target().publish(target().draft(
                        twoPhotos.with(FacebookOptions.defaults().withScheduledAt(NOON.plusSeconds(3600)))));

        GRAPH.verify(
                2,
                postRequestedFor(urlPathEqualTo(PHOTOS))
                        .withRequestBodyPart(aMultipart("temporary")
                                .withBody(equalTo("true"))
                                .build())
                        .withRequestBody(notMatching("(?s).*scheduled_publish_time.*")));
        GRAPH.verify(
                1,
                postRequestedFor(urlPathEqualTo(FEED))
                        .withRequestBody(equalTo("message=Snow%20closes%20the%20bridge."
                                + "%0A%0Ahttps%3A%2F%2Fnews.example.kr%2Fa%2F7"
                                + "&published=false&scheduled_publish_time=1795525200&unpublished_content_type=SCHEDULED"
                                + "&attached_media%5B0%5D=%7B%22media_fbid%22%3A%22501%22%7D"
                                + "&attached_media%5B1%5D=%7B%22media_fbid%22%3A%22502%22%7D"
                                + "&fields=id%2Cpermalink_url%2Ccreated_time")));
    }

    @Test
    void anUploadWhoseAnswerIsLostKeepsThePostFromBeingMade() {
        GRAPH.stubFor(post(urlPathEqualTo(PHOTOS)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(target().publish(target().draft(twoPhotos))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(rejected.code()).isEqualTo("UPLOAD_FAILED");
        });
        GRAPH.verify(0, postRequestedFor(urlPathEqualTo(FEED)));
    }

    @Test
    void aPhotoThatFacebookCannotReadIsTheEditorsToReplace() {
        GRAPH.stubFor(post(urlPathEqualTo(PHOTOS))
                .willReturn(error(400, "\"message\":\"(#324) Missing or invalid image file\",\"code\":324")));

        assertThat(target().publish(target().draft(twoPhotos))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT);
            assertThat(rejected.code()).isEqualTo("324");
        });
        GRAPH.verify(1, postRequestedFor(urlPathEqualTo(PHOTOS)));
    }

    @Test
    void leavesTheLinkWhereTheEditorPutIt() {
        assertThat(target().draft(twoPhotos.withText("Read https://news.example.kr/a/7."))
                        .text())
                .isEqualTo("Read https://news.example.kr/a/7.");
        assertThat(target().draft(twoPhotos.withText("Not https://news.example.kr/a/77"))
                        .text())
                .isEqualTo("Not https://news.example.kr/a/77\n\nhttps://news.example.kr/a/7");
    }

    @Test
    void aTextMadeFromTheArticleLeavesRoomForTheLink() {
        Share endless = Share.of(share.article().toBuilder()
                        .summary("word ".repeat(20_000))
                        .build())
                .withMedia(Media.of(JPEG));

        assertThat(target().draft(endless).problems()).isEmpty();
        assertThat(target().draft(endless).text()).endsWith("\n\nhttps://news.example.kr/a/7");
    }

    @Test
    void thePhotoLimitIsASetting() {
        assertThat(target(settings().limits(FacebookLimits.defaults().withPhotoBytes(5)))
                        .draft(twoPhotos)
                        .problems())
                .hasSize(2)
                .allSatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo("FILE_TOO_LARGE");
                    assertThat(problem.remedy()).contains("Picture.within(media, 5)");
                });
    }

    @Test
    void findsAPhotoPostByItsTextAndNoPostWithALinkCard() {
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/" + PAGE + "/published_posts")).willReturn(okJson("""
                {"data":[
                  {"id":"1_3","message":"Snow closes the bridge.\\n\\nhttps://news.example.kr/a/7",
                   "created_time":"2026-11-24T12:00:09+0000","permalink_url":"https://www.facebook.com/3",
                   "attachments":{"data":[{"media_type":"link","type":"share"}]}},
                  {"id":"1_2","message":"Snow closes the bridge.\\n\\nhttps://news.example.kr/a/7",
                   "created_time":"2026-11-24T12:00:05+0000","permalink_url":"https://www.facebook.com/2",
                   "attachments":{"data":[{"media_type":"album","type":"album","target":{"id":"501"}}]}}]}""")));

        assertThat(target().find(target().draft(twoPhotos), NOON))
                .isEqualTo(new Lookup.Found(
                        List.of(new Receipt("facebook", "1_2", "https://www.facebook.com/2", NOON.plusSeconds(5)))));
    }

    @Test
    void takesAnotherAppsPostForAnotherPost() {
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/" + PAGE + "/published_posts")).willReturn(okJson("""
                {"data":[{"id":"1_2","message":"Snow closes the bridge.\\n\\nhttps://news.example.kr/a/7",
                   "created_time":"2026-11-24T12:00:05+0000","application":{"id":"77","name":"Other"}}]}""")));

        assertThat(target(settings().appId("42")).find(target().draft(twoPhotos), NOON))
                .isEqualTo(new Lookup.NotFound());
        assertThat(target(settings().appId("77")).find(target().draft(twoPhotos), NOON))
                .isInstanceOf(Lookup.Found.class);
        assertThat(target().find(target().draft(twoPhotos), NOON)).isInstanceOf(Lookup.Found.class);
    }
}
