package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 7, 8, 13, 14 and 16 of X: what a post may be, whom it may answer, what it costs. */
class TwitterCreateTest extends TwitterFixture {

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
    void rule07_aBodyThatIsNotOfTheSchemaIsRefused(String body, String parameter) throws IOException {
        Http.Reply reply = http.postJson("/2/tweets", body);

        assertProblem(reply, 400, "One or more parameters to your request was invalid.");
        assertThat(reply.json().path("type").asText()).endsWith("/invalid-request");
        assertThat(reply.json().at("/errors/0/parameters").has(parameter)).isTrue();
        assertThat(reply.json().at("/errors/0/message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":\"\"}", "{\"text\":\" \\n \"}"})
    void rule08_aPostWithoutTextIsRefused(String body) throws IOException {
        assertProblem(http.postJson("/2/tweets", body), 400, "One or more parameters");
    }

    @Test
    void rule08_aPollDoesNotStandForTheText() throws IOException {
        String poll = "{\"poll\":{\"options\":[\"a\",\"b\"],\"duration_minutes\":5}}";

        assertProblem(http.postJson("/2/tweets", poll), 400, "One or more parameters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'media':{'media_ids':['1']},'poll':{'options':['a','b'],'duration_minutes':5}",
                "'poll':{'options':['a','b'],'duration_minutes':5},'quote_tweet_id':'1'",
                "'quote_tweet_id':'1','card_uri':'c'",
                "'media':{'media_ids':['1']},'card_uri':'c'",
                "'card_uri':'c','direct_message_deep_link':'d'"
            })
    void rule08_whatExcludesEachOtherIsRefused(String members) throws IOException {
        String body = "{\"text\":\"a\"," + members.replace('\'', '"') + "}";

        Http.Reply reply = http.postJson("/2/tweets", body);

        assertProblem(reply, 400, "One or more parameters");
        assertThat(reply.json().at("/errors/0/message").asText()).endsWith("exclude each other");
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 400", "2, 5, 201", "4, 10080, 201", "5, 5, 400", "2, 4, 400", "2, 10081, 400"})
    void rule07_aPollHasTwoToFourOptionsForFiveMinutesToAWeek(int options, int minutes, int status) throws IOException {
        String list = "\"option\",".repeat(options - 1) + "\"last\"";

        Http.Reply reply = http.postJson(
                "/2/tweets",
                "{\"text\":\"a\",\"poll\":{\"options\":[" + list + "],\"duration_minutes\":" + minutes + "}}");

        assertThat(reply.status()).isEqualTo(status);
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
    void rule13_aDeletedParentCannotBeAnswered() throws IOException {
        String parent = id(tweet("1"));
        http.delete("/2/tweets/" + parent);

        assertProblem(reply("2", parent), 403, "You attempted to reply to a Tweet that is deleted or not visible");
    }

    @Test
    void rule13_aStrangerIsAnsweredOnlyAfterASummons() throws IOException {
        String unsummoned = id(other().postJson("/2/tweets", "{\"text\":\"a\"}"));
        String summons = id(other().postJson("/2/tweets", "{\"text\":\"what says @" + twitter.username() + "님?\"}"));

        assertProblem(
                reply("b", unsummoned),
                403,
                "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by"
                        + " the author of the post you are replying to.");
        assertThat(reply("b", summons).status()).isEqualTo(201);
    }

    @Test
    void rule13_aQuoteOfAnOwnPostIsASummonsToo() throws IOException {
        twitter.rules().selfServe(false);
        String own = id(tweet("1"));
        String quote = id(other().postJson("/2/tweets", "{\"text\":\"look\",\"quote_tweet_id\":\"" + own + "\"}"));
        twitter.rules().selfServe(true);

        assertThat(reply("2", quote).status()).isEqualTo(201);
    }

    @Test
    void rule13_repliesToOwnPostsCanBeSwitchedOff() throws IOException {
        String first = id(tweet("1"));
        twitter.rules().selfReplies(false);

        assertThat(reply("2", first).status()).isEqualTo(403);
        assertThat(twitter.posts()).hasSize(1);
    }

    @Test
    void rule13_quotingIsNotForSelfServe() throws IOException {
        String first = id(tweet("1"));
        String quote = "{\"text\":\"2\",\"quote_tweet_id\":\"" + first + "\"}";

        Http.Reply refused = http.postJson("/2/tweets", quote);
        twitter.rules().selfServe(false);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asText()).startsWith("Quoting this post is not allowed");
        assertThat(http.postJson("/2/tweets", quote).status()).isEqualTo(201);
        JsonNode read = http.get(timeline + "?tweet.fields=referenced_tweets").json();
        assertThat(read.at("/data/0/referenced_tweets").toString())
                .isEqualTo("[{\"type\":\"quoted\",\"id\":\"" + first + "\"}]");
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
    void rule16_whatIsRefusedCostsNothing() throws IOException {
        twitter.credits(new BigDecimal("0.010"));
        tweet(" ");
        assertThat(twitter.credits()).isEqualByComparingTo("0.010");

        assertThat(tweet("the last one").status()).isEqualTo(201);
        assertThat(twitter.credits()).isEqualByComparingTo("-0.005");
        assertThat(tweet("one more").status()).isEqualTo(402);
    }
}
