package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 19 to 24 of X: reading, deleting, editing. */
class TwitterReadTest extends TwitterFixture {

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
    void rule20_onlyIdTextAndHistoryComeUnasked() throws IOException {
        String id = id(tweet("a"));

        JsonNode post = http.get("/2/tweets/" + id).json().path("data");

        assertThat(post.toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"text\":\"a\",\"edit_history_tweet_ids\":[\"" + id + "\"]}");
    }

    @Test
    void rule20_inTheCurrentDialectParentsAreAnExpansion() throws IOException {
        String first = id(tweet("1"));
        reply("2", first);

        JsonNode field =
                http.get(timeline + "?post.fields=referenced_posts").json().at("/data/0");
        JsonNode expansion = http.get(timeline + "?post.fields=created_at&expansions=referenced_posts")
                .json()
                .at("/data/0");

        assertThat(field.has("referenced_posts")).isFalse();
        assertThat(expansion.at("/referenced_posts/0/id").asText()).isEqualTo(first);
    }

    @Test
    void rule22_theNoteHasTheNameOfTheDialectAndItsOwnLinks() throws IOException {
        twitter.premium(true);
        tweet("가".repeat(300) + " https://news.example.com/a");

        JsonNode post =
                http.get(timeline + "?post.fields=note_post,entities").json().at("/data/0");

        assertThat(post.has("entities")).isFalse();
        assertThat(post.at("/note_post/entities/urls/0/expanded_url").asText()).isEqualTo("https://news.example.com/a");
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
    void rule23_aForeignPostIsNotDeleted() throws IOException {
        String id = id(tweet("a"));

        assertThat(other().delete("/2/tweets/" + id).status()).isEqualTo(403);
        assertThat(twitter.posts()).hasSize(1);
    }

    @Test
    void rule23_anUnknownPostCannotBeDeleted() throws IOException {
        Http.Reply reply = http.delete("/2/tweets/123");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("type").asText()).endsWith("/resource-not-found");
    }

    private static Http.Reply edit(String text, String previous) throws IOException {
        return http.postJson(
                "/2/tweets",
                "{\"text\":\"" + text + "\",\"edit_options\":{\"previous_post_id\":\"" + previous + "\"}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void rule24_deletingAnyVersionRemovesTheChain(int which) throws IOException {
        twitter.premium(true);
        List<String> ids = new ArrayList<>(List.of(id(tweet("one"))));
        ids.add(id(edit("two", ids.get(0))));
        Http.Reply third = edit("three", ids.get(1));
        ids.add(id(third));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(third.json().at("/data/edit_history_post_ids"))
                .extracting(JsonNode::asText)
                .isEqualTo(ids);
        assertThat(twitter.posts()).extracting(SimulatedPost::text).containsExactly("three");
        assertThat(http.get("/2/tweets/" + ids.get(0)).json().at("/data/text").asText())
                .isEqualTo("one");

        http.delete("/2/tweets/" + ids.get(which));

        assertThat(twitter.posts()).isEmpty();
        for (String id : ids) {
            assertThat(http.get("/2/tweets/" + id).json().has("data")).isFalse();
        }
    }

    @Test
    void rule24_onlyPremiumAccountsEditTheirOwnPostsForHalfAnHourAndFiveTimes() throws IOException {
        String id = id(tweet("one"));
        assertThat(edit("two", id).status()).isEqualTo(403);
        twitter.premium(true);
        for (int i = 1; i <= 5; i++) {
            assertThat(edit("edit " + i, id).status()).isEqualTo(201);
        }
        assertThat(edit("edit 6", id).status()).isEqualTo(403);

        String late = id(tweet("late"));
        clock.advance(Duration.ofMinutes(30));
        assertThat(edit("too late", late).status()).isEqualTo(403);
        String foreign = id(other().postJson("/2/tweets", "{\"text\":\"foreign\"}"));
        assertThat(edit("mine", foreign).status()).isEqualTo(403);
    }

    @Test
    void everyAccountHasItsOwnTimeline() throws IOException {
        tweet("a");
        String id = id(other().postJson("/2/tweets", "{\"text\":\"b\"}"));
        String userId = id(other().get("/2/users/me"));

        assertThat(http.get("/2/users/" + userId + "/tweets").json().findValuesAsText("id"))
                .containsExactly(id);
        assertThat(twitter.posts()).extracting(SimulatedPost::text).containsExactly("a");
        assertThat(http.get("/2/users/1/tweets").json().at("/errors/0/type").asText())
                .endsWith("/resource-not-found");
    }

    @Test
    void theAccountTellsWhoItIs() throws IOException {
        JsonNode me = http.get("/2/users/me").json().path("data");

        assertThat(me.path("id").asText()).isEqualTo(twitter.userId());
        assertThat(me.path("username").asText()).isEqualTo(twitter.username());
    }
}
