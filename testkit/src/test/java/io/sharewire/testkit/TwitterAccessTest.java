package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 1 to 4 of X: who may call. */
class TwitterAccessTest extends TwitterFixture {

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer nonsense", "OAuth oauth_token=\"nonsense\""})
    void rule01_aCallWithoutAGoodTokenIsRefused(String authorization) throws IOException {
        Http.Reply reply = http.as(authorization).postJson("/2/tweets", "{\"text\":\"a\"}");

        assertProblem(reply, 401, "Unauthorized");
        assertThat(reply.json().path("title").asText()).isEqualTo("Unauthorized");
        assertThat(reply.json().path("type").asText()).isEqualTo("about:blank");
    }

    @Test
    void rule01_anExpiredTokenIsRefused() throws IOException {
        twitter.expireToken();

        assertProblem(tweet("a"), 401, "Unauthorized");
        assertThat(twitter.createRequests()).isEqualTo(1);
    }

    @Test
    void rule02_anAppOnlyTokenMayNotActForTheUser() throws IOException {
        Http app = http.as("Bearer " + twitter.appOnlyToken());

        Http.Reply reply = app.postJson("/2/tweets", "{\"text\":\"a\"}");

        assertProblem(reply, 403, "Application-Only is forbidden for this endpoint.  Supported authentication");
        assertThat(reply.json().path("type").asText()).endsWith("/unsupported-authentication");
        assertThat(app.get("/2/users/me").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2/tweets", "/2/media/upload", "/2/media/metadata", "/2/media/upload/initialize"})
    void rule02_anAppOnlyTokenMayNeitherPostNorUpload(String path) throws IOException {
        Http.Reply reply = http.as("Bearer " + twitter.appOnlyToken()).postJson(path, "{}");

        assertProblem(reply, 403, "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  ");
        assertThat(reply.json().path("title").asText()).isEqualTo("Unsupported Authentication");
    }

    @Test
    void rule02_anAppOnlyTokenMayRead() throws IOException {
        String id = id(tweet("a"));
        Http app = http.as("Bearer " + twitter.appOnlyToken());

        assertThat(app.get(timeline).json().findValuesAsText("id")).containsExactly(id);
        assertThat(app.get("/2/tweets/" + id).json().at("/data/text").asText()).isEqualTo("a");
        assertThat(app.delete("/2/tweets/" + id).status()).isEqualTo(403);
    }

    @Test
    void rule03_aTokenWithoutTweetWriteReadsOnly() throws IOException {
        Http reader = http.as("Bearer " + twitter.app().token("tweet.read", "users.read"));

        assertProblem(reader.postJson("/2/tweets", "{\"text\":\"a\"}"), 403, "Forbidden");
        assertThat(reader.get(timeline).status()).isEqualTo(200);
        assertThat(reader.get("/2/users/me").status()).isEqualTo(200);
        assertThat(reader.delete("/2/tweets/" + id(tweet("a"))).status()).isEqualTo(403);
    }

    @Test
    void rule03_aTokenWithoutMediaWriteUploadsNothing() throws IOException {
        Http writer = http.as("Bearer " + twitter.app().token("tweet.read", "tweet.write", "users.read"));

        Http.Reply reply = writer.postJson("/2/media/upload/initialize", "{}");

        assertProblem(reply, 403, "Forbidden");
        assertThat(reply.json().path("type").asText()).isEqualTo("about:blank");
        assertThat(writer.postJson("/2/tweets", "{\"text\":\"a\"}").status()).isEqualTo(201);
    }

    @Test
    void rule03_aReadOnlyOAuth1TokenPostsNothing() throws IOException {
        twitter.app().readOnly(true);

        Http.Reply reply =
                http.as(signature("POST", "/2/tweets", "", "n1", NOW)).postJson("/2/tweets", "{\"text\":\"a\"}");

        assertProblem(
                reply,
                403,
                "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.");
        assertThat(reply.json().path("type").asText()).endsWith("/oauth1-permissions");
        assertThat(http.as(signature("GET", "/2/users/me", "", "n2", NOW))
                        .get("/2/users/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule04_aSignedRequestIsAcceptedOnce() throws IOException {
        Http signed = http.as(signature("POST", "/2/tweets", "", "n1", NOW));

        assertThat(signed.postJson("/2/tweets", "{\"text\":\"a\"}").status()).isEqualTo(201);
        assertThat(signed.postJson("/2/tweets", "{\"text\":\"b\"}").status()).isEqualTo(401);
        assertThat(twitter.posts()).hasSize(1);
    }

    @Test
    void rule04_theQueryIsAPartOfTheSignature() throws IOException {
        Http signed = http.as(signature("GET", timeline, "max_results=5", "n1", NOW));

        assertThat(signed.get(timeline + "?max_results=6").status()).isEqualTo(401);
        assertThat(signed.get(timeline + "?max_results=5").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-300, 201", "300, 201", "301, 401"})
    void rule04_theTimestampMayBeFiveMinutesOff(int seconds, int status) throws IOException {
        Http signed = http.as(signature("POST", "/2/tweets", "", "n1", NOW.plusSeconds(seconds)));

        assertThat(signed.postJson("/2/tweets", "{\"text\":\"a\"}").status()).isEqualTo(status);
    }

    @Test
    void rule04_aFormIsAPartOfTheSignatureAndJsonIsNot() throws IOException {
        Http signed = http.as(signature("POST", "/2/tweets", "text=a", "n1", NOW));

        assertThat(signed.postForm("/2/tweets", Map.of("text", "b")).status()).isEqualTo(401);
        assertThat(signed.postForm("/2/tweets", Map.of("text", "a")).status())
                .as("well signed, but not JSON")
                .isEqualTo(400);
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
}
