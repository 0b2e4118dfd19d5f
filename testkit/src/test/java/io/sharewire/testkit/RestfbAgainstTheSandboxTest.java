package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.restfb.AccessToken;
import com.restfb.BinaryAttachment;
import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.Facebook;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.batch.BatchRequest.BatchRequestBuilder;
import com.restfb.batch.BatchResponse;
import com.restfb.exception.FacebookGraphException;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.types.Account;
import com.restfb.types.Comment;
import com.restfb.types.DebugTokenInfo;
import com.restfb.types.GraphResponse;
import com.restfb.types.Post;
import com.restfb.types.StoryAttachment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RestFB, which knows the platform and has never heard of this simulator, finds it a Facebook. */
class RestfbAgainstTheSandboxTest {

    private static final String URL = "https://news.example/a";

    private static Sandbox sandbox;
    private static FacebookSimulator facebook;
    private static String page;

    private final DefaultFacebookClient client = clientWith(facebook.token());

    /** RestFB, its endpoints turned to the sandbox, and kept from turning the addresses of further pages into https. */
    private static final class Client extends DefaultFacebookClient {

        Client(String token, String secret, Version version, String baseUrl) {
            super(token, secret, version);
            setFacebookEndpointUrls(new FacebookEndpoints() {
                @Override
                public String getFacebookEndpoint() {
                    return baseUrl;
                }

                @Override
                public String getGraphEndpoint() {
                    return baseUrl;
                }
            });
        }

        @Override
        public <T> Connection<T> fetchConnectionPage(String url, Class<T> type) {
            return super.fetchConnectionPage(url.replaceFirst("^https:", "http:"), type);
        }
    }

    private static DefaultFacebookClient clientWith(String token) {
        return new Client(token, facebook.appSecret(), Version.VERSION_24_0, facebook.baseUrl());
    }

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        facebook = sandbox.facebook();
        page = facebook.pageId();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
        facebook.requireProof(true);
    }

    private String post(Parameter... parameters) {
        return client.publish(page + "/feed", GraphResponse.class, parameters).getId();
    }

    private GraphResponse upload(Parameter... parameters) {
        return client.publish(
                page + "/photos",
                GraphResponse.class,
                BinaryAttachment.with("a.jpg", FacebookOnTheWire.jpeg(1000), "image/jpeg"),
                parameters);
    }

    private FacebookOAuthException refusal(Parameter... parameters) {
        return catchThrowableOfType(FacebookOAuthException.class, () -> post(parameters));
    }

    private StoryAttachment cardOf(String id) {
        Post post = client.fetchObject(
                id,
                Post.class,
                Parameter.withFields("attachments{media_type,type,title,url,unshimmed_url,target,subattachments}"));
        return post.getAttachments().getData().get(0);
    }

    @Test
    void publishesALinkAndReadsItBack() {
        facebook.web().page(URL, "<meta property='og:title' content='비와 바람'>");
        Instant before = Instant.now().minusSeconds(1);

        String id = post(Parameter.withMessage("속보 & more"), Parameter.with("link", URL));

        assertThat(facebook.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo(id);
            assertThat(post.text()).isEqualTo("속보 & more");
            assertThat(post.link()).isEqualTo(URL);
        });
        Post read = client.fetchObject(
                id, Post.class, Parameter.withFields("id,message,created_time,permalink_url,is_published"));
        assertThat(read.getMessage()).isEqualTo("속보 & more");
        assertThat(read.getPermalinkUrl()).startsWith("https://www.facebook.com/");
        assertThat(read.getIsPublished()).isTrue();
        assertThat(read.getCreatedTime().toInstant()).isBetween(before, Instant.now());
        StoryAttachment card = cardOf(id);
        assertThat(card.getType()).isEqualTo("share");
        assertThat(card.getTitle()).isEqualTo("비와 바람");
        assertThat(card.getUnshimmedUrl()).isEqualTo(URL);
        assertThat(client.getWebRequestor().getDebugHeaderInfo().getUsedVersion())
                .isEqualTo(Version.VERSION_24_0);
    }

    @Test
    void publishesAPhoto() {
        GraphResponse photo = upload(Parameter.with("caption", "사진"));

        assertThat(photo.getPostId()).isEqualTo(facebook.posts().get(0).id());
        assertThat(photo.getId()).isNotEqualTo(photo.getPostId());
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("사진");
    }

    @Test
    void publishesSeveralPhotosInOnePost() {
        List<MediaFbid> media = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            GraphResponse photo = upload(Parameter.with("published", false));
            media.add(new MediaFbid(photo.getId()));
        }
        assertThat(facebook.posts()).isEmpty();

        String listed = post(Parameter.withMessage("listed"), Parameter.with("attached_media", media));
        String indexed = post(Stream.concat(
                        Stream.of(Parameter.withMessage("indexed")),
                        Stream.of(0, 1, 2).map(i -> Parameter.with("attached_media[" + i + "]", media.get(i))))
                .toArray(Parameter[]::new));

        for (String id : List.of(listed, indexed)) {
            StoryAttachment card = cardOf(id);
            assertThat(card.getType()).isEqualTo("album");
            assertThat(card.getSubAttachments().getData()).hasSize(3);
        }
    }

    /** What RestFB writes as {@code {"media_fbid":"1"}}. */
    public static final class MediaFbid {

        @Facebook("media_fbid")
        private final String id;

        MediaFbid(String id) {
            this.id = id;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    @Test
    void walksThePublishedPostsPageByPage() {
        for (int i = 1; i <= 7; i++) {
            post(Parameter.withMessage("m" + i));
        }
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        Connection<Post> posts = client.fetchConnection(
                page + "/published_posts", Post.class, Parameter.withLimit(3), Parameter.withFields("id,message"));
        for (List<Post> onePage : posts) {
            sizes.add(onePage.size());
            onePage.forEach(post -> seen.add(post.getMessage()));
        }

        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(seen).containsExactly("m7", "m6", "m5", "m4", "m3", "m2", "m1");
    }

    @Test
    void schedulesAPost() {
        Instant time =
                Instant.ofEpochSecond(Instant.now().plus(Duration.ofHours(2)).getEpochSecond());

        String id = post(
                Parameter.withMessage("later"),
                Parameter.with("published", false),
                Parameter.with("scheduled_publish_time", time.getEpochSecond()));

        assertThat(facebook.posts()).isEmpty();
        Connection<Post> waiting = client.fetchConnection(
                page + "/scheduled_posts", Post.class, Parameter.withFields("id,scheduled_publish_time"));
        assertThat(waiting.getData()).singleElement().satisfies(post -> {
            assertThat(post.getId()).isEqualTo(id);
            assertThat(post.getScheduledPublishTime().toInstant()).isEqualTo(time);
        });
    }

    @Test
    void editsCommentsAndDeletes() {
        String id = post(Parameter.withMessage("a"));

        assertThat(client.publish(id, GraphResponse.class, Parameter.withMessage("b"))
                        .isSuccess())
                .isTrue();
        client.publish(id + "/comments", GraphResponse.class, Parameter.withMessage("first"));
        assertThat(client.fetchConnection(id + "/comments", Comment.class).getData())
                .extracting(Comment::getMessage)
                .containsExactly("first");
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("b");

        assertThat(client.deleteObject(id)).isTrue();
        assertThat(facebook.posts()).isEmpty();
        FacebookGraphException gone = catchThrowableOfType(FacebookGraphException.class, () -> client.deleteObject(id));
        assertThat(gone.getErrorCode()).isEqualTo(100);
        assertThat(gone.getErrorSubcode()).isEqualTo(33);
    }

    @Test
    void understandsEveryRefusal() {
        assertThat(refusal(Parameter.withMessage("")).getErrorCode()).isEqualTo(197);
        assertThat(refusal(Parameter.withMessage("a"), Parameter.with("attached_media[0]", "{\"media_fbid\":\"1\"}"))
                        .getErrorCode())
                .isEqualTo(100);

        post(Parameter.withMessage("same"));
        FacebookOAuthException duplicate = refusal(Parameter.withMessage("same"));
        assertThat(duplicate.getErrorCode()).isEqualTo(506);
        assertThat(duplicate.getErrorSubcode()).isEqualTo(1455006);
        assertThat(duplicate.getErrorUserTitle()).isEqualTo("Duplicate Status Update");
        assertThat(duplicate.getIsTransient()).isFalse();
        assertThat(duplicate.getHttpStatusCode()).isEqualTo(400);
        assertThat(duplicate.getFbtraceId()).isNotEmpty();

        facebook.inject(Fault.TOO_FAST);
        assertThat(refusal(Parameter.withMessage("c")).getErrorSubcode()).isEqualTo(1390008);

        facebook.expireToken();
        FacebookOAuthException expired = refusal(Parameter.withMessage("d"));
        assertThat(expired.getErrorCode()).isEqualTo(190);
        assertThat(expired.getErrorSubcode()).isEqualTo(463);
    }

    @Test
    void readsHowMuchOfTheLimitIsUsed() {
        facebook.limits().callsPerPage(2);
        facebook.limits().usageShownFrom(1);
        post(Parameter.withMessage("a"));
        assertThat(client.getWebRequestor()
                        .getDebugHeaderInfo()
                        .getBusinessUseCaseUsage()
                        .get(page))
                .singleElement()
                .satisfies(usage -> {
                    assertThat(usage.getType()).isEqualTo("pages");
                    assertThat(usage.getCallCount()).isEqualTo(50);
                });
        post(Parameter.withMessage("b"));

        assertThat(refusal(Parameter.withMessage("c")).getErrorCode()).isEqualTo(80001);
    }

    @Test
    void isToldOfAPostThatExistsInSpiteOfTheError() {
        facebook.inject(Fault.STORED_THEN_500);

        FacebookOAuthException error = refusal(Parameter.withMessage("a"));

        assertThat(error.getErrorCode()).isEqualTo(2);
        assertThat(error.getIsTransient()).isTrue();
        assertThat(facebook.posts()).hasSize(1);
    }

    /** Its HTTP client sends a lost request a second time without asking; what saves a text saves no photo. */
    @Test
    void sendsALostPostTwice() {
        facebook.inject(Fault.STORED_THEN_RESET);
        assertThat(refusal(Parameter.withMessage("a")).getErrorCode()).isEqualTo(506);
        assertThat(facebook.createRequests()).isEqualTo(2);
        assertThat(facebook.posts()).hasSize(1);

        facebook.inject(Fault.STORED_THEN_RESET);
        upload(Parameter.with("caption", "b"));
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("a", "b", "b");
    }

    @Test
    void cannotCallWithAnotherSecretOrWithNone() {
        for (String secret : new String[] {"fedcba9876543210fedcba9876543210", null}) {
            DefaultFacebookClient stranger =
                    new Client(facebook.token(), secret, Version.VERSION_24_0, facebook.baseUrl());

            assertThatThrownBy(() -> stranger.publish(page + "/feed", GraphResponse.class, Parameter.withMessage("a")))
                    .isInstanceOfSatisfying(FacebookGraphException.class, error -> {
                        assertThat(error.getErrorCode()).isEqualTo(100);
                        assertThat(error.getErrorMessage()).contains("appsecret_proof");
                    });
        }
    }

    @Test
    void sendsTheTokenInAHeader() {
        client.setHeaderAuthorization(true);

        assertThat(post(Parameter.withMessage("a"))).startsWith(page + "_");
    }

    @Test
    void isServedByTheOldestVersionThatLives() {
        DefaultFacebookClient old =
                new Client(facebook.token(), facebook.appSecret(), Version.VERSION_20_0, facebook.baseUrl());

        old.publish(page + "/feed", GraphResponse.class, Parameter.withMessage("a"));

        assertThat(old.getWebRequestor().getDebugHeaderInfo().getUsedVersion()).isEqualTo(Version.VERSION_21_0);
    }

    @Test
    void logsInAndFindsThePages() {
        facebook.requireProof(false);
        String callback = "http://127.0.0.1:9/callback";
        String code = facebook.login().authorize(callback);

        AccessToken shortLived = client.obtainUserAccessToken(facebook.appId(), facebook.appSecret(), callback, code);
        AccessToken longLived =
                client.obtainExtendedAccessToken(facebook.appId(), facebook.appSecret(), shortLived.getAccessToken());
        AccessToken app = client.obtainAppAccessToken(facebook.appId(), facebook.appSecret());

        assertThat(longLived.getExpires()).isAfter(shortLived.getExpires());
        assertThat(app.getAccessToken()).isEqualTo(facebook.appToken());
        List<Account> accounts = clientWith(longLived.getAccessToken())
                .fetchConnection("me/accounts", Account.class)
                .getData();
        assertThat(accounts).singleElement().satisfies(account -> {
            assertThat(account.getId()).isEqualTo(page);
            assertThat(account.getAccessToken()).isEqualTo(facebook.token());
            assertThat(account.getTasks()).contains("CREATE_CONTENT");
        });
        DebugTokenInfo info = clientWith(app.getAccessToken()).debugToken(facebook.token());
        assertThat(info.isValid()).isTrue();
        assertThat(info.getType()).isEqualTo("PAGE");
        assertThat(info.getAppId()).isEqualTo(facebook.appId());
        assertThat(info.getScopes()).contains("pages_manage_posts");
    }

    @Test
    void sendsManyCallsInOne() {
        List<BatchResponse> answers = client.executeBatch(
                new BatchRequestBuilder(page + "/feed")
                        .method("POST")
                        .body(Parameter.withMessage("a"))
                        .build(),
                new BatchRequestBuilder(page + "/feed")
                        .method("POST")
                        .body(Parameter.withMessage("a"))
                        .build());

        assertThat(answers).extracting(BatchResponse::getCode).containsExactly(200, 400);
        assertThat(answers.get(1).getBody()).contains("\"code\":506");
        assertThat(facebook.posts()).hasSize(1);
    }
}
