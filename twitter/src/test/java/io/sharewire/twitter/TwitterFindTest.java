package io.sharewire.twitter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.sharewire.twitter.XServer.json;
import static io.sharewire.twitter.XServer.share;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwitterFindTest {

    private static final String TIMELINE = "/2/users/2244994945/tweets";
    private static final String EMPTY = "{\"meta\":{\"result_count\":0}}";
    private static final Instant SINCE = Instant.parse("2026-11-24T05:00:30.999Z");

    private final XServer x = new XServer();
    private final TwitterTarget target = x.target();
    private final Draft draft = target.draft(share());

    @AfterEach
    void stop() {
        x.close();
    }

    @Test
    void findsThePostWithItsLinkShortenedByX() {
        x.answersRead(TIMELINE, json(200, page(post("7", "시장 선거 결과\\n\\nhttps://t.co/56a0vZUx7i", XServer.URL))));
        assertThat(target.find(draft, SINCE))
                .isEqualTo(new Lookup.Found(List.of(new Receipt(
                        "twitter", "7", "https://x.com/i/web/status/7", Instant.parse("2026-11-24T05:00:01Z")))));
    }

    @Test
    void asksForWhatItNeedsAndNoMore() {
        x.answersRead(TIMELINE, json(200, EMPTY));
        assertThat(target.find(draft, SINCE)).isEqualTo(new Lookup.NotFound());
        LoggedRequest request = x.reads().get(0);
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + XServer.TOKEN);
        assertThat(request.queryParameter("max_results").firstValue()).isEqualTo("100");
        assertThat(request.queryParameter("start_time").firstValue()).isEqualTo("2026-11-24T04:59:30Z");
        assertThat(request.queryParameter("exclude").firstValue()).isEqualTo("retweets");
        assertThat(request.queryParameter("tweet.fields").firstValue())
                .isEqualTo("created_at,entities,note_tweet,referenced_tweets");
        assertThat(x.reads()).hasSize(1);
    }

    @Test
    void seesThroughEscapesWhiteSpaceAndAttachedMedia() {
        Draft other = target.draft(share().withText("A & B <속보>  \"끝\"\n둘째 줄 https://b.example.com/?x=1&y=2"));
        x.answersRead(TIMELINE, json(200, page("""
                                {"id":"8","created_at":"2026-11-24T05:00:31.000Z",\
                                "text":"A &amp; B &lt;속보&gt; \\"끝\\" 둘째 줄 https://t.co/aaaaaaaaaa\\n\\nhttps://t.co/bbbbbbbbbb https://t.co/cccccccccc",\
                                "entities":{"urls":[\
                                {"start":1,"end":24,"url":"https://t.co/aaaaaaaaaa","expanded_url":"https://b.example.com/?y=2&x=1"},\
                                {"start":1,"end":24,"url":"https://t.co/bbbbbbbbbb","expanded_url":"https://news.example.com/a/1","display_url":"news.example.com/a/1"},\
                                {"start":1,"end":24,"url":"https://t.co/cccccccccc","expanded_url":"https://x.com/n/status/8/photo/1","media_key":"3_1"}]}}""")));
        assertThat(target.find(other, SINCE)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void knowsALinkThatXShowsInAnotherSpelling() {
        Draft hangul = target.draft(share().withLink(TwitterTarget.CHANNEL, "https://뉴스.example.com/기사?utm_source=x"));
        x.answersRead(
                TIMELINE, json(200, page(post("9", "시장 선거 결과 https://t.co/56a0vZUx7i", "http://뉴스.example.com/기사"))));
        assertThat(target.find(hangul, SINCE)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void readsTheNoteOfALongPostInBothDialects() {
        for (String note : new String[] {"note_tweet", "note_post"}) {
            x.answersRead(
                    TIMELINE,
                    json(
                            200,
                            page("{\"id\":\"5\",\"text\":\"시장 선거… https://t.co/x\",\"" + note
                                    + "\":{\"text\":\"시장 선거 결과\\n\\nhttps://t.co/56a0vZUx7i\",\"entities\":{\"urls\":[{"
                                    + "\"url\":\"https://t.co/56a0vZUx7i\",\"expanded_url\":\"" + XServer.URL
                                    + "\"}]}}}")));
            assertThat(target.find(draft, SINCE)).as(note).isInstanceOf(Lookup.Found.class);
        }
    }

    @Test
    void takesNeitherAnotherTextNorAnotherLinkNorAnOlderPostForIt() {
        x.answersRead(
                TIMELINE,
                json(
                        200,
                        page(
                                post("1", "다른 제목\\n\\nhttps://t.co/56a0vZUx7i", XServer.URL),
                                post("2", "시장 선거 결과\\n\\nhttps://t.co/56a0vZUx7i", "https://news.example.com/a/2"),
                                post("3", "시장 선거 결과", XServer.URL),
                                post("4", "시장 선거 결과\\n\\nhttps://t.co/56a0vZUx7i", XServer.URL)
                                        .replace("05:00:01", "04:59:29"),
                                "{\"id\":\"5\"}",
                                "{\"text\":\"시장 선거 결과\\n\\nhttps://news.example.com/a/1\"}")));
        assertThat(target.find(draft, SINCE)).isEqualTo(new Lookup.NotFound());
    }

    @Test
    void readsOnToTheEndAndTellsOfEveryCopy() {
        String ours = post("20", "시장 선거 결과\\n\\nhttps://t.co/56a0vZUx7i", XServer.URL);
        x.wireMock()
                .stubFor(get(urlPathEqualTo(TIMELINE))
                        .willReturn(json(
                                200,
                                "{\"data\":[" + ours + "],\"meta\":{\"result_count\":1,\"next_token\":\"b26v89c\"}}")));
        x.wireMock()
                .stubFor(get(urlPathEqualTo(TIMELINE))
                        .withQueryParam("pagination_token", equalTo("b26v89c"))
                        .willReturn(json(200, page(ours.replace("\"20\"", "\"10\"")))));
        assertThat(target.find(draft, SINCE))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.receipts())
                                .extracting(Receipt::id)
                                .containsExactly("20", "10"));
        assertThat(x.reads()).hasSize(2);
    }

    @Test
    void givesUpOnATimelineWithoutEnd() {
        x.answersRead(
                TIMELINE,
                json(200, "{\"data\":[{\"id\":\"1\"}],\"meta\":{\"result_count\":1,\"next_token\":\"again\"}}"));
        assertThat(target.find(draft, SINCE)).isInstanceOf(Lookup.CannotTell.class);
        assertThat(x.reads()).hasSize(32);
    }

    @Test
    void asksOnceWhoseAccountItIs() {
        TwitterTarget unnamed = TwitterTarget.of(x.settings().userId(null).build(), XServer.CLOCK);
        x.answersRead(
                "/2/users/me",
                json(200, "{\"data\":{\"id\":\"2244994945\",\"name\":\"News\",\"username\":\"newsroom\"}}"));
        x.answersRead(TIMELINE, json(200, EMPTY));
        assertThat(unnamed.find(draft, SINCE)).isEqualTo(new Lookup.NotFound());
        assertThat(unnamed.find(draft, SINCE)).isEqualTo(new Lookup.NotFound());
        assertThat(x.reads())
                .extracting(request -> request.getUrl().replaceFirst("\\?.*", ""))
                .containsExactlyInAnyOrder("/2/users/me", TIMELINE, TIMELINE);
    }

    @Test
    void cannotTellIfItCannotLearnWhoseAccountItIs() {
        TwitterTarget unnamed = TwitterTarget.of(x.settings().userId(null).build(), XServer.CLOCK);
        x.answersRead(
                "/2/users/me",
                json(401, "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"detail\":\"Unauthorized\"}"));
        assertThat(unnamed.find(draft, SINCE))
                .isEqualTo(new Lookup.CannotTell("Whose account twitter is could not be asked: "
                        + "twitter answered 401: Unauthorized. Look at the account."));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(json(429, "{\"title\":\"Too Many Requests\",\"type\":\"about:blank\"}"), "429"),
                Arguments.of(json(503, ""), "503"),
                Arguments.of(json(200, "<html>"), "not JSON"),
                Arguments.of(json(200, ""), "200"),
                Arguments.of(json(200, "{\"errors\":[{\"detail\":\"Could not find user\"}]}"), "Could not find user"),
                Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "no answer"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void cannotTellIfThePostsCannotBeRead(ResponseDefinitionBuilder response, String why) {
        x.answersRead(TIMELINE, response);
        assertThat(target.find(draft, SINCE))
                .isInstanceOfSatisfying(
                        Lookup.CannotTell.class,
                        cannotTell -> assertThat(cannotTell.why())
                                .contains("The posts of twitter could not be read", why)
                                .doesNotContain(XServer.TOKEN));
    }

    private static String page(String... posts) {
        return "{\"data\":[" + String.join(",", posts) + "],\"meta\":{\"result_count\":" + posts.length
                + ",\"newest_id\":\"9\",\"oldest_id\":\"1\"}}";
    }

    private static String post(String id, String text, String link) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"created_at\":\"2026-11-24T05:00:01.000Z\","
                + "\"edit_history_tweet_ids\":[\"" + id + "\"],\"entities\":{\"urls\":[{\"start\":10,\"end\":33,"
                + "\"url\":\"https://t.co/56a0vZUx7i\",\"expanded_url\":\"" + link
                + "\",\"display_url\":\"news.example.com/a/1\",\"status\":200}]}}";
    }
}
