package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The three legs by which a user gives an app an OAuth 1.0a token. */
class TwitterOAuth1FlowTest extends TwitterFixture {

    private static int nonces;

    private static Http signed(String method, String path, String token, String secret, String more) {
        String oauth = "oauth_consumer_key=" + twitter.consumerKey() + "&oauth_nonce=leg" + nonces++
                + "&oauth_signature_method=HMAC-SHA1&oauth_timestamp="
                + clock.instant().getEpochSecond()
                + (token.isEmpty() ? "" : "&oauth_token=" + token) + "&oauth_version=1.0" + more;
        String signature = OAuth1Signature.of(
                method, twitter.baseUrl() + path, Parameters.decode(oauth), twitter.consumerSecret(), secret);
        return http.as("OAuth " + oauth.replace("=", "=\"").replace("&", "\", ") + "\", oauth_signature=\""
                + OAuth1Signature.encode(signature) + "\"");
    }

    private static Parameters requestToken(String callback) throws IOException {
        String more = "&oauth_callback=" + OAuth1Signature.encode(callback);
        Http.Reply reply = signed("POST", "/oauth/request_token", "", "", more)
                .post("/oauth/request_token", "application/x-www-form-urlencoded", "");
        assertThat(reply.status()).isEqualTo(200);
        return Parameters.decode(reply.body());
    }

    private static Http.Reply accessToken(Parameters request, String verifier) throws IOException {
        return signed(
                        "POST",
                        "/oauth/access_token",
                        request.first("oauth_token").orElseThrow(),
                        request.first("oauth_token_secret").orElseThrow(),
                        "&oauth_verifier=" + verifier)
                .post("/oauth/access_token", "application/x-www-form-urlencoded", "");
    }

    private static String verifier(Parameters request) throws IOException {
        Http.Reply consent = http.as("")
                .get("/oauth/authorize?oauth_token="
                        + request.first("oauth_token").orElseThrow());
        assertThat(consent.status()).isEqualTo(302);
        assertThat(consent.header("Location")).startsWith(twitter.app().redirectUri());
        return Parameters.decode(URI.create(consent.header("Location")).getRawQuery())
                .first("oauth_verifier")
                .orElseThrow();
    }

    @Test
    void threeLegsEndInATokenThatPosts() throws IOException {
        Parameters request = requestToken(twitter.app().redirectUri());
        assertThat(request.first("oauth_callback_confirmed")).contains("true");
        String verifier = verifier(request);

        Parameters granted = Parameters.decode(accessToken(request, verifier).body());

        assertThat(granted.first("user_id")).contains(twitter.userId());
        assertThat(granted.first("screen_name")).contains(twitter.username());
        Http user = signed(
                "POST",
                "/2/tweets",
                granted.first("oauth_token").orElseThrow(),
                granted.first("oauth_token_secret").orElseThrow(),
                "");
        assertThat(user.postJson("/2/tweets", "{\"text\":\"a\"}").status()).isEqualTo(201);
        assertThat(accessToken(request, verifier).status()).as("used up").isEqualTo(401);
    }

    @Test
    void aTokenOfAReadOnlyAppStaysReadOnly() throws IOException {
        twitter.app().readOnly(true);
        Parameters request = requestToken(twitter.app().redirectUri());
        Parameters granted =
                Parameters.decode(accessToken(request, verifier(request)).body());
        twitter.app().readOnly(false);

        Http user = signed(
                "POST",
                "/2/tweets",
                granted.first("oauth_token").orElseThrow(),
                granted.first("oauth_token_secret").orElseThrow(),
                "");

        assertProblem(user.postJson("/2/tweets", "{\"text\":\"a\"}"), 403, "oauth1 app permissions");
    }

    @Test
    void withoutTheVerifierThereIsNoToken() throws IOException {
        Parameters request = requestToken(twitter.app().redirectUri());
        verifier(request);

        assertThat(accessToken(request, "guessed").status()).isEqualTo(401);
    }

    @Test
    void onlyTheRegisteredCallbackIsTaken() throws IOException {
        String more = "&oauth_callback=" + OAuth1Signature.encode("https://elsewhere.example/");

        Http.Reply reply = signed("POST", "/oauth/request_token", "", "", more)
                .post("/oauth/request_token", "application/x-www-form-urlencoded", "");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(requestToken("oob").first("oauth_token")).isPresent();
    }
}
