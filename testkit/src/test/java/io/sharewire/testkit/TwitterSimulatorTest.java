package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwitterSimulatorTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    private static final SettableClock clock = new SettableClock(NOW);
    private static Sandbox sandbox;
    private static TwitterSimulator twitter;
    private static Http http;
    private static String timeline;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, clock);
        sandbox.delay(Duration.ofSeconds(30));
        twitter = sandbox.twitter();
        http = new Http(twitter.baseUrl(), "Bearer " + twitter.token());
        timeline = "/2/users/" + twitter.userId() + "/tweets";
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
        clock.set(NOW);
    }

    private static Http.Reply tweet(String text) throws IOException {
        return http.postJson("/2/tweets", "{\"text\":" + quoted(text) + "}");
    }

    private static Http.Reply reply(String text, String parent) throws IOException {
        return http.postJson(
                "/2/tweets", "{\"text\":" + quoted(text) + ",\"reply\":{\"in_reply_to_tweet_id\":\"" + parent + "\"}}");
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static String id(Http.Reply created) {
        return created.json().at("/data/id").asText();
    }

    private static void assertProblem(Http.Reply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("detail").asText()).contains(detail);
        assertThat(reply.header("x-transaction-id")).isNotEmpty();
        assertThat(twitter.posts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer nonsense", "OAuth oauth_token=\"nonsense\""})
    void rule1_aCallWithoutAGoodTokenIsRefused(String authorization) throws IOException {
        Http.Reply reply = http.as(authorization).postJson("/2/tweets", "{\"text\":\"a\"}");

        assertProblem(reply, 401, "Unauthorized");
        assertThat(reply.json().path("title").asText()).isEqualTo("Unauthorized");
        assertThat(reply.json().path("type").asText()).isEqualTo("about:blank");
    }

    @Test
    void rule1_anExpiredTokenIsRefused() throws IOException {
        twitter.expireToken();

        assertProblem(tweet("a"), 401, "Unauthorized");
        assertThat(twitter.createRequests()).isEqualTo(1);
    }

    @Test
    void rule2_anAppOnlyTokenMayNotActForTheUser() throws IOException {
        Http app = http.as("Bearer " + twitter.appOnlyToken());

        Http.Reply reply = app.postJson("/2/tweets", "{\"text\":\"a\"}");

        assertProblem(reply, 403, "Application-Only is forbidden for this endpoint.  Supported authentication");
        assertThat(reply.json().path("type").asText()).endsWith("/unsupported-authentication");
        assertThat(app.get("/2/users/me").status()).isEqualTo(403);
    }

    @Test
    void rule4_aSignedRequestIsAcceptedOnce() throws IOException {
        Http signed = http.as(signature("POST", "/2/tweets", "", "n1", NOW));

        assertThat(signed.postJson("/2/tweets", "{\"text\":\"a\"}").status()).isEqualTo(201);
        assertThat(signed.postJson("/2/tweets", "{\"text\":\"b\"}").status()).isEqualTo(401);
        assertThat(twitter.posts()).hasSize(1);
    }

    @Test
    void rule4_theQueryIsAPartOfTheSignature() throws IOException {
        Http signed = http.as(signature("GET", timeline, "max_results=5", "n1", NOW));

        assertThat(signed.get(timeline + "?max_results=6").status()).isEqualTo(401);
        assertThat(signed.get(timeline + "?max_results=5").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-300, 201", "300, 201", "301, 401"})
    void rule4_theTimestampMayBeFiveMinutesOff(int seconds, int status) throws IOException {
        Http signed = http.as(signature("POST", "/2/tweets", "", "n1", NOW.plusSeconds(seconds)));

        assertThat(signed.postJson("/2/tweets", "{\"text\":\"a\"}").status()).isEqualTo(status);
    }

    private static String signature(String method, String path, String query, String nonce, Instant time) {
        String oauth = "oauth_consumer_key=" + twitter.consumerKey() + "&oauth_nonce=" + nonce
                + "&oauth_signature_method=HMAC-SHA1&oauth_timestamp=" + time.getEpochSecond() + "&oauth_token="
                + twitter.oauthToken() + "&oauth_version=1.0";
        String signature = OAuth1Signature.of(
                method,
                twitter.baseUrl() + path,
                Parameters.decode(oauth).and(Parameters.decode(query)),
                twitter.consumerSecret(),
                twitter.oauthTokenSecret());
        return "OAuth " + oauth.replace("=", "=\"").replace("&", "\", ") + "\", oauth_signature=\""
                + OAuth1Signature.encode(signature) + "\"";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                             | body",
                "{\"text\":\"a\",\"nonsense\":1}                                | nonsense",
                "{\"text\":\"a\",\"reply\":{\"in_reply_to_tweet_id\":123}}      | reply.in_reply_to_tweet_id",
                "{\"text\":\"a\",\"reply\":{}}                                  | reply.in_reply_to_tweet_id",
                "{\"text\":\"a\",\"reply\":{\"in_reply_to_tweet_id\":\"x\"}}    | reply.in_reply_to_tweet_id",
                "{\"text\":\"a\",\"reply\":null}                                | reply",
                "{\"text\":\"a\",\"reply_settings\":\"everyone\"}               | reply_settings",
                "{\"text\":\"a\",\"nullcast\":\"true\"}                         | nullcast",
                "{\"text\":\"a\",\"media\":{\"media_ids\":[]}}                  | media.media_ids",
                "{\"text\":\"a\",\"card_uri\":\"c\",\"quote_tweet_id\":\"1\"}   | card_uri",
                "{\"text\":1}                                                   | text"
            })
    void rule7_aBodyThatIsNotOfTheSchemaIsRefused(String body, String parameter) throws IOException {
        Http.Reply reply = http.postJson("/2/tweets", body);

        assertProblem(reply, 400, "One or more parameters to your request was invalid.");
        assertThat(reply.json().path("type").asText()).endsWith("/invalid-request");
        assertThat(reply.json().at("/errors/0/parameters").has(parameter)).isTrue();
        assertThat(reply.json().at("/errors/0/message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":\"\"}", "{\"text\":\" \\n \"}"})
    void rule8_aPostWithoutTextIsRefused(String body) throws IOException {
        assertProblem(http.postJson("/2/tweets", body), 400, "One or more parameters");
    }

    @Test
    void rule9_aHundredAndFortyHangulSyllablesFit() throws IOException {
        assertThat(tweet("가".repeat(140)).status()).isEqualTo(201);
    }

    @Test
    void rule9_oneSyllableMoreIsTooLong() throws IOException {
        Http.Reply reply = tweet("가".repeat(141));

        assertProblem(reply, 400, "Your Tweet text is too long.");
        assertThat(reply.json().at("/errors/0/message").asText()).startsWith("Your Tweet text is too long.");
    }

    @Test
    void rule9_aLinkCosts23WhateverItsLength() throws IOException {
        String link = " https://news.example.com/" + "a".repeat(300);

        assertThat(tweet("가".repeat(128) + link).status()).isEqualTo(201);
        twitter.reset();
        assertProblem(tweet("가".repeat(129) + link), 400, "too long");
    }

    @Test
    void rule9_aPremiumAccountMayWriteMore() throws IOException {
        twitter.premium(true);

        assertThat(tweet("a".repeat(25_000)).status()).isEqualTo(201);
        assertThat(tweet("a".repeat(25_001)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uFFFEb", "a\uFEFFb", "a\uFFFFb"})
    void rule9_invalidCharactersAreRefused(String text) throws IOException {
        assertProblem(tweet(text), 400, "One or more parameters");
    }

    @Test
    void rule10_aSecondCashtagIsRefused() throws IOException {
        assertProblem(tweet("$AAPL and $MSFT"), 403, "Posts are limited to a maximum of one cashtag");
        assertThat(tweet("$AAPL at $25").status()).isEqualTo(201);
    }

    @Test
    void rule11_theSameTextAgainIsRefusedEvenAfterDeleting() throws IOException {
        String id = id(tweet("같은 글"));
        http.delete("/2/tweets/" + id);

        Http.Reply again = tweet("같은  글 ");

        assertProblem(again, 403, "You are not allowed to create a Tweet with duplicate content.");
        assertThat(again.body()).doesNotContain(id);
    }

    @Test
    void rule11_theSameTextIsAcceptedWhenTheWindowIsOver() throws IOException {
        tweet("a");
        clock.advance(Duration.ofHours(24));

        assertThat(tweet("a").status()).isEqualTo(201);
    }

    @Test
    void rule12_anUnknownMediaIdIsRefused() throws IOException {
        Http.Reply reply = http.postJson("/2/tweets", "{\"text\":\"a\",\"media\":{\"media_ids\":[\"123\"]}}");

        assertProblem(reply, 400, "One or more parameters");
        assertThat(reply.json().at("/errors/0/message").asText()).isEqualTo("Your media IDs are invalid.");
        assertThat(reply.json().at("/errors/0/parameters").has("media.media_ids"))
                .isTrue();
    }

    @Test
    void rule13_aReplyNeedsItsParent() throws IOException {
        assertProblem(reply("a", "123"), 403, "You attempted to reply to a Tweet that is deleted or not visible");
    }

    @Test
    void rule13_aThreadIsReadBackWithItsParents() throws IOException {
        String first = id(tweet("1"));
        String second = id(reply("2", first));
        String third = id(reply("3", second));

        JsonNode read = http.get("/2/tweets/" + third + "?tweet.fields=referenced_tweets,conversation_id")
                .json();

        assertThat(read.at("/data/referenced_tweets/0/type").asText()).isEqualTo("replied_to");
        assertThat(read.at("/data/referenced_tweets/0/id").asText()).isEqualTo(second);
        assertThat(read.at("/data/conversation_id").asText()).isEqualTo(first);
    }

    @Test
    void rule14_theAnswerHoldsASnowflakeAndTheTextAsKept() throws IOException {
        Http.Reply created = tweet("A & B <c> https://news.example.com/a?x=1 끝");

        assertThat(created.status()).isEqualTo(201);
        JsonNode data = created.json().path("data");
        long millis = (data.path("id").asLong() >> 22) + 1_288_834_974_657L;
        assertThat(Instant.ofEpochMilli(millis)).isEqualTo(NOW);
        assertThat(data.path("id").isTextual()).isTrue();
        assertThat(data.path("text").asText()).matches("A &amp; B &lt;c&gt; https://t\\.co/[A-Za-z0-9]{10} 끝");
        assertThat(twitter.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("A & B <c> news.example.com/a?x=1 끝");
            assertThat(post.link()).isEqualTo("https://news.example.com/a?x=1");
        });
    }

    @Test
    void rule14_everyIdIsLargerThanAllBefore() throws IOException {
        List<Long> ids = new ArrayList<>();
        for (String text : List.of("a", "b", "c")) {
            ids.add(Long.parseLong(id(tweet(text))));
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void rule15_theHundredAndFirstCreateInAWindowMustWait() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertThat(tweet("post " + i).status()).isEqualTo(201);
        }

        Http.Reply reply = tweet("one more");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("0");
        clock.set(Instant.ofEpochSecond(Long.parseLong(reply.header("x-rate-limit-reset"))));
        assertThat(tweet("one more").status()).isEqualTo(201);
    }

    @Test
    void rule16_aLinkCostsThirteenTimesAsMuch() throws IOException {
        twitter.credits(new BigDecimal("1.000"));
        tweet("no link");
        assertThat(twitter.credits()).isEqualByComparingTo("0.985");

        tweet("with news.example.com");
        assertThat(twitter.credits()).isEqualByComparingTo("0.785");
    }

    @Test
    void rule16_withoutCreditsNothingGoesOut() throws IOException {
        twitter.credits(BigDecimal.ZERO);

        Http.Reply reply = tweet("a");

        assertProblem(reply, 402, "does not have any credits to fulfill this request.");
        assertThat(reply.json().path("title").asText()).isEqualTo("CreditsDepleted");
        assertThat(reply.json().path("type").asText()).endsWith("/credits");
        assertThat(reply.json().has("status")).isFalse();
        assertThat(twitter.credits()).isEqualByComparingTo("0");
    }

    @Test
    void rule17_thePostIsStoredAndTheConnectionCut() {
        twitter.inject(Fault.STORED_THEN_RESET);

        assertThatThrownBy(() -> tweet("a")).isInstanceOf(IOException.class);

        assertThat(twitter.posts()).hasSize(1);
        assertThat(twitter.createRequests()).isEqualTo(1);
    }

    @Test
    void rule17_thePostIsStoredAndTheAnswerHeldBack() {
        twitter.inject(Fault.STORED_THEN_DELAYED);
        Http hasty = http.patientFor(Duration.ofMillis(500));

        assertThatThrownBy(() -> hasty.postJson("/2/tweets", "{\"text\":\"a\"}"))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(twitter.posts()).hasSize(1);
    }

    @Test
    void rule17_serverErrorsComeWithAndWithoutThePost() throws IOException {
        twitter.inject(Fault.NOT_STORED_500, Fault.STORED_THEN_500, Fault.STORED_THEN_MALFORMED_BODY);

        assertProblem(tweet("a"), 503, "Service Unavailable");
        assertThat(tweet("a").status()).isEqualTo(500);
        assertThat(twitter.posts()).hasSize(1);
        Http.Reply malformed = tweet("b");
        assertThat(malformed.status()).isEqualTo(201);
        assertThatThrownBy(malformed::json).isInstanceOf(AssertionError.class);
        assertThat(twitter.posts()).hasSize(2);
    }

    @Test
    void rule17_aThrottledCallIsToldWhenToComeBack() throws IOException {
        twitter.inject(Fault.RATE_LIMITED);

        Http.Reply reply = tweet("a");

        assertProblem(reply, 429, "Too Many Requests");
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(Long.parseLong(reply.header("x-rate-limit-reset"))).isGreaterThan(NOW.getEpochSecond());
        assertThat(tweet("a").status()).isEqualTo(201);
    }

    @Test
    void rule18_aPostIsReadOnlyAfterTheLag() throws IOException {
        twitter.readLag(Duration.ofSeconds(5));
        tweet("a");

        assertThat(http.get(timeline).json().at("/meta/result_count").asInt()).isZero();

        clock.advance(Duration.ofSeconds(5));

        assertThat(http.get(timeline).json().at("/meta/result_count").asInt()).isEqualTo(1);
    }

    @Test
    void rule19_theTimelineIsNewestFirstAndSinceIdIsExclusive() throws IOException {
        String first = id(tweet("1"));
        String second = id(tweet("2"));
        String third = id(tweet("3"));

        JsonNode all = http.get(timeline).json();
        assertThat(all.findValuesAsText("id")).containsExactly(third, second, first);
        assertThat(all.at("/meta/newest_id").asText()).isEqualTo(third);
        assertThat(all.at("/meta/oldest_id").asText()).isEqualTo(first);

        assertThat(http.get(timeline + "?since_id=" + second).json().findValuesAsText("id"))
                .containsExactly(third);
    }

    @Test
    void rule19_anEmptyTimelineHasNoData() throws IOException {
        assertThat(http.get(timeline).body()).isEqualTo("{\"meta\":{\"result_count\":0}}");
    }

    @ParameterizedTest
    @CsvSource({"1, 400", "4, 400", "5, 200", "100, 200", "101, 400", "x, 400"})
    void rule19_fiveToAHundredPostsAreReadAtOnce(String maxResults, int status) throws IOException {
        assertThat(http.get(timeline + "?max_results=" + maxResults).status()).isEqualTo(status);
    }

    @Test
    void rule19_aLongTimelineIsReadInPages() throws IOException {
        for (int i = 0; i < 7; i++) {
            tweet("post " + i);
        }

        JsonNode page = http.get(timeline + "?max_results=5").json();
        String token = page.at("/meta/next_token").asText();
        JsonNode rest =
                http.get(timeline + "?max_results=5&pagination_token=" + token).json();

        assertThat(page.path("data")).hasSize(5);
        assertThat(rest.path("data")).hasSize(2);
        assertThat(rest.at("/meta/next_token").isMissingNode()).isTrue();
    }

    @Test
    void rule19_startTimeAndExcludeNarrowTheTimeline() throws IOException {
        String first = id(tweet("1"));
        clock.advance(Duration.ofMinutes(1));
        id(reply("2", first));

        assertThat(http.get(timeline + "?start_time=2026-11-24T05:00:30Z")
                        .json()
                        .path("data"))
                .hasSize(1);
        assertThat(http.get(timeline + "?exclude=replies,retweets").json().findValuesAsText("id"))
                .containsExactly(first);
    }

    @Test
    void rule20_theAnswerSpeaksTheDialectOfTheRequest() throws IOException {
        tweet("a");

        JsonNode older = http.get(timeline + "?tweet.fields=created_at,author_id,nonsense")
                .json()
                .at("/data/0");
        assertThat(older.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "text", "edit_history_tweet_ids", "created_at", "author_id");
        assertThat(older.path("created_at").asText()).isEqualTo("2026-11-24T05:00:00.000Z");

        JsonNode current =
                http.get(timeline + "?post.fields=created_at,author_id").json().at("/data/0");
        assertThat(current.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "text", "edit_history_post_ids", "created_at");
    }

    @Test
    void rule21_linksAreFoundByCodePoint() throws IOException {
        tweet("🙋🏽 속보 https://news.example.com/a 끝");

        JsonNode post = http.get(timeline + "?tweet.fields=entities").json().at("/data/0");

        JsonNode url = post.at("/entities/urls/0");
        int[] points = post.path("text").asText().codePoints().toArray();
        int start = url.path("start").asInt();
        assertThat(new String(points, start, url.path("end").asInt() - start))
                .isEqualTo(url.path("url").asText())
                .startsWith("https://t.co/");
        assertThat(url.path("expanded_url").asText()).isEqualTo("https://news.example.com/a");
        assertThat(url.path("display_url").asText()).isEqualTo("news.example.com/a");
    }

    @Test
    void rule22_aLongTextIsCutAndWholeInTheNote() throws IOException {
        twitter.premium(true);
        String text = "가".repeat(300);
        tweet(text);

        JsonNode post = http.get(timeline + "?tweet.fields=note_tweet").json().at("/data/0");

        assertThat(post.path("text").asText()).hasSizeLessThan(300).endsWith("…");
        assertThat(post.at("/note_tweet/text").asText()).isEqualTo(text);
    }

    @Test
    void rule23_aDeletedPostIsGone() throws IOException {
        String id = id(tweet("a"));

        assertThat(http.delete("/2/tweets/" + id).body()).isEqualTo("{\"data\":{\"deleted\":true}}");
        assertThat(twitter.posts()).isEmpty();
        Http.Reply look = http.get("/2/tweets/" + id);
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.json().at("/errors/0/type").asText()).endsWith("/resource-not-found");
        assertThat(look.json().has("data")).isFalse();
    }

    @Test
    void rule31_everyAnswerTellsWhatIsLeft() throws IOException {
        Http.Reply reply = tweet("a");

        assertThat(reply.header("x-rate-limit-limit")).isEqualTo("100");
        assertThat(reply.header("x-rate-limit-remaining")).isEqualTo("99");
        assertThat(reply.header("x-rate-limit-reset")).isEqualTo(String.valueOf(NOW.getEpochSecond() + 900));
        assertThat(http.get("/2/users/me").header("x-rate-limit-limit")).isNotEmpty();
    }

    @Test
    void theAccountTellsWhoItIs() throws IOException {
        JsonNode me = http.get("/2/users/me").json().path("data");

        assertThat(me.path("id").asText()).isEqualTo(twitter.userId());
        assertThat(me.path("username").asText()).isEqualTo(twitter.username());
    }

    private static Http.Reply upload(String base64) throws IOException {
        return http.postJson("/2/media/upload", "{\"media\":\"" + base64 + "\",\"media_category\":\"tweet_image\"}");
    }

    private static String jpeg(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Http.Reply tweetWithMedia(String text, String mediaId) throws IOException {
        return http.postJson(
                "/2/tweets", "{\"text\":" + quoted(text) + ",\"media\":{\"media_ids\":[\"" + mediaId + "\"]}}");
    }

    @Test
    void rule14_anAttachedImageLeavesALinkBehindTheText() throws IOException {
        String media = id(upload(jpeg(100)));

        assertThat(tweetWithMedia("a", media).json().at("/data/text").asText()).matches("a https://t\\.co/\\w{10}");

        JsonNode url = http.get(timeline + "?tweet.fields=entities").json().at("/data/0/entities/urls/0");
        assertThat(url.path("media_key").asText()).isEqualTo("3_" + media);
        assertThat(twitter.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("a");
            assertThat(post.link()).isNull();
            assertThat(post.details()).containsEntry("media", "1");
        });
    }

    @Test
    void rule26_rawBytesAreUploadedInAPartNamedMedia() throws IOException {
        String body = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"media_category\"",
                "",
                "tweet_image",
                "--b",
                "Content-Disposition: form-data; name=\"media\"; filename=\"a.gif\"",
                "",
                "GIF89a",
                "--b--",
                "");

        Http.Reply reply = http.post("/2/media/upload", "multipart/form-data; boundary=b", body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/data/image/image_type").asText()).isEqualTo("image/gif");
        assertThat(reply.json().at("/data/media_key").asText()).isEqualTo("3_" + id(reply));
    }

    @Test
    void rule27_anImageIsFiveMegabytesAtMost() throws IOException {
        assertThat(upload(jpeg(5 * 1024 * 1024)).status()).isEqualTo(200);
        assertThat(upload(jpeg(5 * 1024 * 1024 + 1)).status()).isEqualTo(400);
        assertThat(upload("AAAA").status()).isEqualTo(400);
    }

    @Test
    void rule29_anUploadIsForgottenAfterItsTime() throws IOException {
        Http.Reply upload = upload(jpeg(100));
        clock.advance(
                Duration.ofSeconds(upload.json().at("/data/expires_after_secs").asLong()));

        Http.Reply reply = tweetWithMedia("a", id(upload));

        assertThat(reply.json().at("/errors/0/message").asText()).isEqualTo("Your media IDs are invalid.");
    }

    @Test
    void rule30_anAlternativeTextIsKept() throws IOException {
        String id = id(upload(jpeg(100)));
        String metadata = "{\"id\":\"%s\",\"metadata\":{\"alt_text\":{\"text\":\"%s\"}}}";

        assertThat(http.postJson("/2/media/metadata", metadata.formatted(id, "시의회 본회의장"))
                        .status())
                .isEqualTo(200);

        assertThat(twitter.altTexts()).containsExactly(Map.entry(id, "시의회 본회의장"));
        assertThat(http.postJson("/2/media/metadata", metadata.formatted(id, "a".repeat(1001)))
                        .status())
                .isEqualTo(400);
        assertThat(http.postJson("/2/media/metadata", metadata.formatted("1", "a"))
                        .status())
                .isEqualTo(400);
    }
}
