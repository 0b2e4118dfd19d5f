package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookSimulatorTest {

    // The vectors of the platform sheet, section 4.5.
    private static final String PROOF = "69d7bd51ef89e1cef764dcef42450eb6c773227639763c8c9cc6125c0ac47efd";
    private static final String TIMED_PROOF = "544e3a4ac3a725f97c91d39f34d7eb647de2d92a9b39d1fddaa9127f3c44bce9";
    private static final Instant PROOF_TIME = Instant.ofEpochSecond(1_764_000_000);

    private static final SettableClock clock = new SettableClock(PROOF_TIME);
    private static Sandbox sandbox;
    private static FacebookSimulator facebook;
    private static Http http;
    private static String feed;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, clock);
        sandbox.delay(Duration.ofSeconds(30));
        facebook = sandbox.facebook();
        http = new Http(facebook.baseUrl(), "Bearer " + facebook.token());
        feed = "/v26.0/" + facebook.pageId() + "/feed";
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
        clock.set(PROOF_TIME);
    }

    private static Http.Reply post(String... namesAndValues) throws IOException {
        return http.postForm(feed, map(namesAndValues));
    }

    private static Map<String, String> map(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static void assertError(Http.Reply reply, int status, int code, String message) {
        assertThat(reply.status()).isEqualTo(status);
        JsonNode error = reply.json().path("error");
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("message").asText()).contains(message);
        assertThat(error.path("fbtrace_id").asText()).isNotEmpty().isEqualTo(reply.header("x-fb-trace-id"));
    }

    @ParameterizedTest
    @CsvSource({"/v26.0, v26.0", "/v21.0, v21.0", "/v27.0, v27.0", "/v20.0, v21.0", "'', v21.0"})
    void rule1_theAnswerSaysWhichVersionServedIt(String asked, String served) throws IOException {
        Http.Reply reply = http.get(asked + "/" + facebook.pageId() + "/published_posts");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("facebook-api-version")).isEqualTo(served);
    }

    @Test
    void rule1_aVersionThatNeverWasIsRefused() throws IOException {
        assertError(http.get("/v99.0/me"), 400, 2500, "Unknown path components: /v99.0");
    }

    @Test
    void rule2_aCallWithoutATokenIsRefusedAs104() throws IOException {
        assertError(
                http.as("").postForm(feed, map("message", "a")),
                400,
                104,
                "An access token is required to request this resource.");
        assertThat(facebook.posts()).isEmpty();
    }

    @Test
    void rule2_theTokenMayComeInQueryFormOrJson() throws IOException {
        Http nobody = http.as("");
        String token = facebook.token();

        assertThat(nobody.post(feed + "?access_token=" + token, "application/x-www-form-urlencoded", "message=a")
                        .status())
                .isEqualTo(200);
        assertThat(nobody.postForm(feed, map("message", "b", "access_token", token))
                        .status())
                .isEqualTo(200);
        assertThat(nobody.postJson(feed, "{\"message\":\"c\",\"access_token\":\"" + token + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("a", "b", "c");
    }

    @Test
    void rule3_anUnknownTokenIsRefusedAs190WithAChallenge() throws IOException {
        Http.Reply reply = http.as("Bearer nonsense").postForm(feed, map("message", "a"));

        assertError(reply, 400, 190, "Invalid OAuth access token");
        assertThat(reply.header("WWW-Authenticate"))
                .startsWith("OAuth \"Facebook Platform\" \"invalid_token\" \"Invalid OAuth");
    }

    @Test
    void rule3_anExpiredTokenIsRefusedAs190And463() throws IOException {
        facebook.expireToken();

        Http.Reply reply = post("message", "a");

        assertError(reply, 400, 190, "Error validating access token: Session has expired on ");
        assertThat(reply.json().at("/error/error_subcode").asInt()).isEqualTo(463);
        assertThat(facebook.createRequests()).isEqualTo(1);
    }

    @Test
    void rule4_theProofOfTheSheetIsAccepted() throws IOException {
        assertThat(post("message", "a", "appsecret_proof", PROOF).status()).isEqualTo(200);
    }

    @Test
    void rule4_aWrongProofIsRefused() throws IOException {
        Http.Reply reply = post("message", "a", "appsecret_proof", PROOF.replace('6', '7'));

        assertError(reply, 400, 100, "Invalid appsecret_proof provided in the API argument");
        assertThat(reply.json().at("/error/type").asText()).isEqualTo("GraphMethodException");
    }

    @Test
    void rule4_aMissingProofIsRefusedWhereItIsRequired() throws IOException {
        facebook.requireProof(true);

        assertError(post("message", "a"), 400, 100, "API calls from the server require an appsecret_proof argument");
    }

    @Test
    void rule4_aTimedProofIsGoodForFiveMinutes() throws IOException {
        String[] call = {"message", "a", "appsecret_proof", TIMED_PROOF, "appsecret_time", "1764000000"};
        assertThat(post(call).status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertError(post(call), 400, 100, "Invalid appsecret_proof");
    }

    @Test
    void rule5_aUserTokenCannotPostToTheFeed() throws IOException {
        Http person = http.as("Bearer " + facebook.userToken());

        assertError(
                person.postForm(feed, map("message", "a")),
                403,
                200,
                "requires both pages_read_engagement and pages_manage_posts");
        assertError(
                person.postForm(feed, map("message", "a", "published", "false")),
                403,
                200,
                "(#200) Unpublished posts must be posted to a page as the page itself.");
    }

    @Test
    void rule7_anEmptyPostIsRefusedAs197() throws IOException {
        assertError(post("message", "  "), 400, 197, "The post is empty. Please enter a message to share.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080/a", "ftp://news.example/a", "news.example/a", "http://127.0.0.1/a", "a b"
            })
    void rule8_aLinkThatNobodyCanReachIsRefusedAs1500(String link) throws IOException {
        Http.Reply reply = post("message", "a", "link", link);

        assertError(reply, 400, 1500, "The url you supplied is invalid");
        assertThat(reply.json().at("/error/error_subcode").asInt()).isEqualTo(1611248);
    }

    @Test
    void rule8_aLinkToFacebookItselfIsRefused() throws IOException {
        assertError(post("link", "https://www.facebook.com/x"), 400, 1609008, "not allowed");
    }

    @Test
    void rule9_aPostIsReadInTheSameCallThatWritesIt() throws IOException {
        JsonNode json = post(
                        "message", "속보 & <b>",
                        "link", "https://news.example/a?x=1&y=2",
                        "fields", "id,permalink_url,created_time")
                .json();

        String id = json.path("id").asText();
        assertThat(id).startsWith(facebook.pageId() + "_");
        assertThat(json.path("permalink_url").asText()).startsWith("https://www.facebook.com/");
        assertThat(json.path("created_time").asText()).isEqualTo("2025-11-24T16:00:00+0000");
        assertThat(json.properties()).hasSize(3);
        assertThat(facebook.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo(id);
            assertThat(post.text()).isEqualTo("속보 & <b>");
            assertThat(post.link()).isEqualTo("https://news.example/a?x=1&y=2");
            assertThat(post.at()).isEqualTo(PROOF_TIME);
        });
    }

    @Test
    void rule9_anUnknownFieldFailsTheReadAlthoughThePostIsStored() throws IOException {
        assertError(post("message", "a", "fields", "id,nonsense"), 400, 100, "nonexisting field (nonsense)");

        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule9_aMultipartBodyIsUnderstood() throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n한국\r\n--b--\r\n";

        assertThat(http.post(feed, "multipart/form-data; boundary=b", body).status())
                .isEqualTo(200);
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("한국");
    }

    @ParameterizedTest
    @CsvSource({"599, 400", "600, 200", "2505600, 200", "2505601, 400"})
    void rule10_aScheduledTimeIsTenMinutesTo29DaysAhead(int secondsAhead, int status) throws IOException {
        String time = String.valueOf(PROOF_TIME.getEpochSecond() + secondsAhead);

        Http.Reply reply = post("message", "a", "published", "false", "scheduled_publish_time", time);

        assertThat(reply.status()).isEqualTo(status);
        if (status == 400) {
            assertError(reply, 400, 100, "(#100) The specified scheduled publish time is invalid.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25T01:30:00+0900", "2025-11-25T01:30:00+09:00"})
    void rule10_isoTimesAreUnderstood(String time) throws IOException {
        assertThat(post("message", "a", "published", "0", "scheduled_publish_time", time)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule11_aScheduledPostIsSeenOnlyWhenItsTimeHasCome() throws IOException {
        post("message", "later", "published", "false", "scheduled_publish_time", "1764003600");
        String edges = "/v26.0/" + facebook.pageId();

        assertThat(facebook.posts()).isEmpty();
        assertThat(http.get(edges + "/published_posts").json().path("data")).isEmpty();
        assertThat(http.get(edges + "/scheduled_posts").json().path("data")).hasSize(1);
        assertThat(http.get(edges + "/feed?fields=is_published")
                        .json()
                        .at("/data/0/is_published")
                        .asBoolean(true))
                .isFalse();

        clock.advance(Duration.ofHours(1));

        assertThat(facebook.posts()).hasSize(1);
        assertThat(http.get(edges + "/published_posts").json().path("data")).hasSize(1);
        assertThat(http.get(edges + "/scheduled_posts").json().path("data")).isEmpty();
    }

    @Test
    void rule15_consecutiveIdenticalMessageIsRefusedAs506() throws IOException {
        post("message", "same", "link", "https://news.example/a");

        Http.Reply reply = post("message", "same", "link", "https://news.example/a");

        assertError(reply, 400, 506, "Duplicate status message");
        JsonNode error = reply.json().path("error");
        assertThat(error.path("type").asText()).isEqualTo("OAuthException");
        assertThat(error.path("error_subcode").asInt()).isEqualTo(1455006);
        assertThat(error.path("is_transient").asBoolean(true)).isFalse();
        assertThat(error.path("error_user_title").asText()).isEqualTo("Duplicate Status Update");
        assertThat(error.path("error_user_msg").asText())
                .isEqualTo("This status update is identical to the last one you posted. Try posting something"
                        + " different, or delete your previous update.");
        assertThat(facebook.posts()).hasSize(1);
        assertThat(facebook.createRequests()).isEqualTo(2);
    }

    @Test
    void rule15_anIdenticalMessageIsAcceptedWhenAnotherCameBetween() throws IOException {
        post("message", "same");
        post("message", "other");

        assertThat(post("message", "same").status()).isEqualTo(200);
        assertThat(facebook.posts()).hasSize(3);
    }

    @Test
    void rule15_theSameTextWithAnotherLinkIsAnotherPost() throws IOException {
        post("message", "same", "link", "https://news.example/a");

        assertThat(post("message", "same", "link", "https://news.example/b").status())
                .isEqualTo(200);
    }

    @Test
    void rule16_faultsComeOneForEachCreateAndInOrder() throws IOException {
        facebook.inject(Fault.NOT_STORED_500, Fault.STORED_THEN_500);

        assertError(post("message", "a"), 500, 1, "unknown error");
        assertThat(facebook.posts()).isEmpty();

        Http.Reply second = post("message", "a");
        assertError(second, 500, 2, "Please retry your request later.");
        assertThat(second.json().at("/error/is_transient").asBoolean()).isTrue();
        assertThat(facebook.posts()).hasSize(1);

        assertThat(post("message", "b").status()).isEqualTo(200);
        assertThat(facebook.createRequests()).isEqualTo(3);
    }

    @Test
    void rule16_thePostIsStoredAndTheConnectionCut() throws IOException {
        facebook.inject(Fault.STORED_THEN_RESET);

        assertThatThrownBy(() -> post("message", "a")).isInstanceOf(IOException.class);

        assertThat(facebook.posts()).hasSize(1);
        assertThat(post("message", "b").status()).isEqualTo(200);
    }

    @Test
    void rule16_thePostIsStoredAndTheAnswerHeldBack() {
        facebook.inject(Fault.STORED_THEN_DELAYED);
        Http hasty = http.patientFor(Duration.ofMillis(500));

        assertThatThrownBy(() -> hasty.postForm(feed, map("message", "a"))).isInstanceOf(HttpTimeoutException.class);

        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule16_thePostIsStoredAndTheBodyBroken() throws IOException {
        facebook.inject(Fault.STORED_THEN_MALFORMED_BODY);

        Http.Reply reply = post("message", "a");

        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(reply::json).isInstanceOf(AssertionError.class);
        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule16_readsAreNeverBroken() throws IOException {
        facebook.inject(Fault.NOT_STORED_500);

        assertThat(http.get("/v26.0/" + facebook.pageId() + "/published_posts").status())
                .isEqualTo(200);
        assertThat(post("message", "a").status()).isEqualTo(500);
    }

    @Test
    void rule17_aPostCanBeEditedAndDeletedOnce() throws IOException {
        String id = post("message", "a").json().path("id").asText();

        assertThat(http.postForm("/v26.0/" + id, map("message", "corrected")).body())
                .isEqualTo("{\"success\":true}");
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("corrected");

        assertThat(http.delete("/v26.0/" + id).body()).isEqualTo("{\"success\":true}");
        assertThat(facebook.posts()).isEmpty();

        Http.Reply again = http.delete("/v26.0/" + id);
        assertError(again, 400, 100, "Object with ID '" + id + "' does not exist");
        assertThat(again.json().at("/error/error_subcode").asInt()).isEqualTo(33);
    }

    @Test
    void rule18_aReadGivesTheDefaultFieldsUnlessAsked() throws IOException {
        String id = post("message", "a", "link", "https://news.example/a")
                .json()
                .path("id")
                .asText();

        assertThat(http.get("/v26.0/" + id).json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "message", "created_time");
        assertThat(http.get("/v26.0/" + id + "?fields=is_published").json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "is_published");
    }

    @Test
    void rule18_moreThanAHundredAtOnceIsRefused() throws IOException {
        String edge = "/v26.0/" + facebook.pageId() + "/published_posts?limit=";

        assertThat(http.get(edge + 100).status()).isEqualTo(200);
        assertError(http.get(edge + 101), 400, 100, "limit");
    }

    @Test
    void rule18_pagesAreWalkedByCursorAndTheLastHasNoNext() throws IOException {
        for (String text : List.of("1", "2", "3", "4", "5")) {
            post("message", text);
        }
        String edge = "/v26.0/" + facebook.pageId() + "/published_posts?fields=message&limit=2";
        List<String> seen = new ArrayList<>();
        JsonNode page = http.get(edge).json();
        page.path("data").forEach(post -> seen.add(post.path("message").asText()));
        while (page.at("/paging/next").isTextual()) {
            page = http.get(edge + "&after=" + page.at("/paging/cursors/after").asText())
                    .json();
            page.path("data").forEach(post -> seen.add(post.path("message").asText()));
        }

        assertThat(seen).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void rule18_theNextAddressCanBeFollowed() throws IOException {
        post("message", "1");
        post("message", "2");

        String next = http.get("/v26.0/" + facebook.pageId() + "/published_posts?limit=1")
                .json()
                .at("/paging/next")
                .asText();

        JsonNode page = new Http("", "").get(next).json();
        assertThat(page.at("/data/0/message").asText()).isEqualTo("1");
        assertThat(page.at("/paging/next").isMissingNode()).isTrue();
    }

    @Test
    void rule20_aLinkComesBackShimmedAndPlain() throws IOException {
        post("message", "a", "link", "https://news.example/a?x=1");

        JsonNode card = http.get("/v26.0/" + facebook.pageId()
                        + "/published_posts?fields=attachments%7Bmedia_type,type,url,unshimmed_url%7D")
                .json()
                .at("/data/0/attachments/data/0");

        assertThat(card.path("media_type").asText()).isEqualTo("link");
        assertThat(card.path("type").asText()).isEqualTo("share");
        assertThat(card.path("url").asText())
                .isEqualTo("https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa%3Fx%3D1");
        assertThat(card.path("unshimmed_url").asText()).isEqualTo("https://news.example/a?x=1");
        assertThat(card.has("title")).isFalse();
    }

    @Test
    void rule23_aThrottledPageIsToldWhenToComeBackInMinutes() throws IOException {
        facebook.inject(Fault.RATE_LIMITED);

        Http.Reply reply = post("message", "a");

        assertError(reply, 400, 80001, "There have been too many calls to this Page account.");
        JsonNode usage = new ObjectMapper().readTree(reply.header("X-Business-Use-Case-Usage"));
        assertThat(usage.path(facebook.pageId())
                        .path(0)
                        .path("estimated_time_to_regain_access")
                        .asInt())
                .isPositive();
        assertThat(reply.header("Retry-After")).isEmpty();
        assertThat(facebook.posts()).isEmpty();
        assertThat(post("message", "a").status()).isEqualTo(200);
    }

    @Test
    void rule30_aBooleanMayBeSpeltInFourWays() throws IOException {
        post("message", "1", "published", "true");
        post("message", "2", "published", "1");
        post("message", "3", "published", "false");
        http.postJson(feed, "{\"message\":\"4\",\"published\":false,\"unknown\":1}");

        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("1", "2");
    }

    @Test
    void aTextOverTheLimitIsRefused() throws IOException {
        assertThat(post("message", "a".repeat(63_206)).status()).isEqualTo(200);

        assertError(post("message", "a".repeat(63_207)), 400, 100, "Name parameter too long");
    }

    @Test
    void aTextIsStoredTrimmedAndWithPlainLineFeeds() throws IOException {
        post("message", " a\r\nb ");

        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("a\nb");
    }

    private static Http.Reply upload(byte[] image, String... namesAndValues) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : map(namesAndValues).entrySet()) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"source\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(image);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return http.send(http.request("/v26.0/" + facebook.pageId() + "/photos")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        return bytes;
    }

    @Test
    void rule12_anUnpublishedPhotoIsNoPostAndNoCreateRequest() throws IOException {
        JsonNode json = upload(jpeg(100), "published", "false").json();

        assertThat(json.fieldNames()).toIterable().containsExactly("id");
        assertThat(facebook.posts()).isEmpty();
        assertThat(facebook.createRequests()).isZero();
    }

    @Test
    void rule12_aPublishedPhotoIsAPostWithItsCaption() throws IOException {
        JsonNode json = upload(jpeg(100), "caption", "사진").json();

        assertThat(json.fieldNames()).toIterable().containsExactly("id", "post_id");
        assertThat(facebook.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo(json.path("post_id").asText());
            assertThat(post.text()).isEqualTo("사진");
            assertThat(post.details()).containsEntry("photos", "1");
        });
    }

    @Test
    void rule12_aTemporaryPhotoCannotBePublished() throws IOException {
        assertError(upload(jpeg(100), "temporary", "true"), 400, 100, "Temporary");
    }

    @Test
    void rule13_photosAreAttachedInEachEncoding() throws IOException {
        String one = upload(jpeg(100), "published", "false").json().path("id").asText();
        String two = upload(jpeg(100), "published", "false").json().path("id").asText();
        String list = "[{\"media_fbid\":\"" + one + "\"},{\"media_fbid\":\"" + two + "\"}]";

        post("message", "a", "attached_media", list);
        post(
                "message", "a",
                "attached_media[0]", "{\"media_fbid\":\"" + one + "\"}",
                "attached_media[1]", "{\"media_fbid\":\"" + two + "\"}");
        http.postJson(feed, "{\"message\":\"a\",\"attached_media\":" + list + "}");

        assertThat(facebook.posts())
                .hasSize(3)
                .allSatisfy(post -> assertThat(post.details()).containsEntry("photos", "2"));
        JsonNode card = http.get("/v26.0/" + facebook.pageId() + "/published_posts?fields=attachments")
                .json()
                .at("/data/0/attachments/data/0");
        assertThat(card.path("type").asText()).isEqualTo("album");
        assertThat(card.at("/subattachments/data")).hasSize(2);
    }

    @Test
    void rule13_aPhotoMustBeKnownFreshAndForASchedulePostTemporary() throws IOException {
        assertError(post("attached_media", "[{\"media_fbid\":\"1\"}]"), 400, 100, "attached_media");
        String id = upload(jpeg(100), "published", "false").json().path("id").asText();
        String list = "[{\"media_fbid\":\"" + id + "\"}]";
        assertError(
                post("attached_media", list, "published", "false", "scheduled_publish_time", "1764003600"),
                400,
                100,
                "attached_media");

        clock.advance(Duration.ofHours(24));

        assertError(post("attached_media", list), 400, 100, "attached_media");
    }

    @Test
    void rule14_aPhotoMustBeAnImageOfFourMegabytesAtMost() throws IOException {
        assertThat(upload(jpeg(4 * 1024 * 1024), "published", "false").status()).isEqualTo(200);

        Http.Reply tooBig = upload(jpeg(4 * 1024 * 1024 + 1), "published", "false");
        assertError(tooBig, 400, 100, "Invalid parameter");
        assertThat(tooBig.json().at("/error/error_subcode").asInt()).isEqualTo(1366046);
        assertError(upload(new byte[100], "published", "false"), 400, 324, "Missing or invalid image file");
    }

    @Test
    void rule15_photosAreNeverTakenForDuplicates() throws IOException {
        upload(jpeg(100), "caption", "same");
        upload(jpeg(100), "caption", "same");

        assertThat(facebook.posts()).hasSize(2);
    }

    @Test
    void rule16_aPublishedPhotoIsBrokenLikeAnyPost() throws IOException {
        facebook.inject(Fault.STORED_THEN_500);

        assertError(upload(jpeg(100), "caption", "a"), 500, 2, "Please retry");
        assertThat(facebook.posts()).hasSize(1);
    }
}
