package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twitter.clientlib.ApiException;
import com.twitter.clientlib.TwitterCredentialsOAuth2;
import com.twitter.clientlib.api.TwitterApi;
import com.twitter.clientlib.model.Get2UsersIdTweetsResponse;
import com.twitter.clientlib.model.Tweet;
import com.twitter.clientlib.model.TweetCreateRequest;
import com.twitter.clientlib.model.TweetCreateRequestMedia;
import com.twitter.clientlib.model.TweetCreateRequestReply;
import com.twitter.clientlib.model.TweetReferencedTweets;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * X's own Java client, {@code com.twitter:twitter-api-java-sdk}, against the sandbox: it reads what the simulator writes
 * by the models that X generated from its own specification.
 */
class XSdkAgainstTheSandboxTest extends TwitterFixture {

    private TwitterApi x;

    @BeforeEach
    void connect() {
        x = client(twitter.token(), twitter.app().refreshToken());
    }

    private static TwitterApi client(String token, String refreshToken) {
        TwitterApi client = new TwitterApi(new TwitterCredentialsOAuth2(
                twitter.app().clientId(), twitter.app().clientSecret(), token, refreshToken));
        client.getApiClient().setBasePath(twitter.baseUrl());
        return client;
    }

    private String create(TweetCreateRequest request) throws ApiException {
        return x.tweets().createTweet(request).execute().getData().getId();
    }

    private String create(String text) throws ApiException {
        return create(new TweetCreateRequest().text(text));
    }

    @Test
    void creates() throws ApiException {
        String id = create("속보 https://news.example.com/a");

        assertThat(twitter.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo(id);
            assertThat(post.link()).isEqualTo("https://news.example.com/a");
        });
    }

    @Test
    void isRefusedADuplicate() throws ApiException {
        create("a");

        assertThatThrownBy(() -> create("a")).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.getCode()).isEqualTo(403);
            assertThat(refusal.getResponseBody()).contains("duplicate content");
        });
        assertThat(twitter.posts()).hasSize(1);
    }

    @Test
    void readsAThreadFromTheTimeline() throws ApiException {
        String first = create("1 https://news.example.com/a");
        String second =
                create(new TweetCreateRequest().text("2").reply(new TweetCreateRequestReply().inReplyToTweetId(first)));

        Get2UsersIdTweetsResponse read = x.tweets()
                .usersIdTweets(twitter.userId())
                .maxResults(5)
                .tweetFields(Set.of("created_at", "entities", "referenced_tweets", "conversation_id", "author_id"))
                .execute();

        assertThat(read.getMeta().getResultCount()).isEqualTo(2);
        assertThat(read.getData()).extracting(Tweet::getId).containsExactly(second, first);
        Tweet reply = read.getData().get(0);
        assertThat(reply.getConversationId()).isEqualTo(first);
        assertThat(reply.getReferencedTweets()).singleElement().satisfies(reference -> {
            assertThat(reference.getType()).isEqualTo(TweetReferencedTweets.TypeEnum.REPLIED_TO);
            assertThat(reference.getId()).isEqualTo(first);
        });
        Tweet top = read.getData().get(1);
        assertThat(top.getAuthorId()).isEqualTo(twitter.userId());
        assertThat(top.getCreatedAt().toInstant()).isEqualTo(clock.instant());
        assertThat(top.getEntities().getUrls().get(0).getExpandedUrl()).hasToString("https://news.example.com/a");
    }

    @Test
    void readsAnEmptyTimeline() throws ApiException {
        Get2UsersIdTweetsResponse read =
                x.tweets().usersIdTweets(twitter.userId()).execute();

        assertThat(read.getData()).isNullOrEmpty();
        assertThat(read.getMeta().getResultCount()).isZero();
    }

    @Test
    void deletes() throws ApiException {
        String id = create("a");

        assertThat(x.tweets().deleteTweetById(id).execute().getData().getDeleted())
                .isTrue();

        assertThat(twitter.posts()).isEmpty();
        assertThat(x.tweets().findTweetById(id).execute().getErrors()).hasSize(1);
    }

    @Test
    void knowsWhoItIs() throws ApiException {
        assertThat(x.users().findMyUser().execute().getData().getUsername()).isEqualTo(twitter.username());
    }

    @Test
    void postsAnImageThatWasUploadedOtherwise() throws ApiException, IOException {
        String media = id(upload(jpeg(100)));

        create(new TweetCreateRequest().text("a").media(new TweetCreateRequestMedia().mediaIds(List.of(media))));

        assertThat(twitter.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.details()).containsEntry("media", "1"));
    }

    @Test
    void isToldThatItsTokenExpired() {
        twitter.expireToken();

        assertThatThrownBy(() -> create("a"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(401));
    }
}
