package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 5 and 6 of X: the code flow with PKCE, and refreshing. */
class TwitterOAuth2Test extends TwitterFixture {

    // RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String ALL = "tweet.read tweet.write users.read media.write offline.access";

    private static Map<String, String> consent(String client, String scope) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client);
        query.put("redirect_uri", twitter.app().redirectUri());
        query.put("scope", scope);
        query.put("state", "s 1");
        query.put("code_challenge", CHALLENGE);
        query.put("code_challenge_method", "S256");
        return query;
    }

    private static String code(String client, String scope) throws IOException {
        Http.Reply reply = http.as("").get("/i/oauth2/authorize?" + Http.form(consent(client, scope)));
        assertThat(reply.status()).isEqualTo(302);
        URI back = URI.create(reply.header("Location"));
        assertThat(back.toString()).startsWith(twitter.app().redirectUri() + "?");
        Parameters given = Parameters.decode(back.getRawQuery());
        assertThat(given.first("state")).contains("s 1");
        return given.first("code").orElseThrow();
    }

    private static Http confidential() {
        String pair = twitter.app().clientId() + ":" + twitter.app().clientSecret();
        return http.as("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> exchange(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", twitter.app().redirectUri());
        form.put("code_verifier", VERIFIER);
        return form;
    }

    private static Http.Reply token(Http client, Map<String, String> form) throws IOException {
        return client.postForm("/2/oauth2/token", form);
    }

    private static void assertOAuthError(Http.Reply reply, int status, String error) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("error").asText()).isEqualTo(error);
        assertThat(reply.json().path("error_description").asText()).isNotEmpty();
    }

    @Test
    void rule05_aCodeIsGoodForOneTokenPair() throws IOException {
        Map<String, String> form = exchange(code(twitter.app().clientId(), ALL));

        Http.Reply reply = token(confidential(), form);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("token_type").asText()).isEqualTo("bearer");
        assertThat(reply.json().path("expires_in").asInt()).isEqualTo(7200);
        assertThat(reply.json().path("scope").asText().split(" ")).containsExactlyInAnyOrder(ALL.split(" "));
        Http user = http.as("Bearer " + reply.json().path("access_token").asText());
        assertThat(user.postJson("/2/tweets", "{\"text\":\"a\"}").status()).isEqualTo(201);
        assertOAuthError(token(confidential(), form), 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({"29, 200", "30, 400"})
    void rule05_aCodeLivesThirtySeconds(int seconds, int status) throws IOException {
        Map<String, String> form = exchange(code(twitter.app().clientId(), ALL));
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(token(confidential(), form).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"redirect_uri, https://newsroom.example/callback/", "code_verifier, another", "code, another"})
    void rule05_callbackVerifierAndCodeMustBeThoseOfTheConsent(String name, String value) throws IOException {
        Map<String, String> form = exchange(code(twitter.app().clientId(), ALL));
        form.put(name, value);

        assertOAuthError(token(confidential(), form), 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, nobody",
        "redirect_uri, https://elsewhere.example/callback",
        "response_type, token",
        "code_challenge, ''",
        "code_challenge_method, S512",
        "scope, tweet.everything"
    })
    void rule05_consentIsAskedForAsRegistered(String name, String value) throws IOException {
        Map<String, String> query = consent(twitter.app().clientId(), ALL);
        query.put(name, value);

        assertThat(http.get("/2/oauth2/authorize?" + Http.form(query)).status()).isEqualTo(400);
    }

    @Test
    void rule05_basicIsForConfidentialClientsOnly() throws IOException {
        Map<String, String> confidential = exchange(code(twitter.app().clientId(), ALL));
        confidential.put("client_id", twitter.app().clientId());
        assertOAuthError(token(http.as(""), confidential), 401, "unauthorized_client");
        assertOAuthError(token(http.as("Basic bm9ib2R5Og=="), confidential), 401, "unauthorized_client");

        Map<String, String> open = exchange(code(twitter.app().publicClientId(), ALL));
        open.put("client_id", twitter.app().publicClientId());
        assertOAuthError(token(confidential(), open), 401, "unauthorized_client");
        assertThat(token(http.as(""), open).status()).isEqualTo(200);
    }

    @Test
    void rule05_aRefusalOfTheUserComesBackWithTheState() throws IOException {
        twitter.app().denyConsent(true);

        Http.Reply reply = http.get(
                "/i/oauth2/authorize?" + Http.form(consent(twitter.app().clientId(), ALL)));

        assertThat(reply.header("Location")).isEqualTo(twitter.app().redirectUri() + "?error=access_denied&state=s+1");
    }

    @ParameterizedTest
    @CsvSource({"7199, 200", "7200, 401"})
    void rule06_anAccessTokenLivesTwoHours(int seconds, int status) throws IOException {
        JsonNode pair = token(confidential(), exchange(code(twitter.app().clientId(), ALL)))
                .json();
        clock.advance(Duration.ofSeconds(seconds));

        Http user = http.as("Bearer " + pair.path("access_token").asText());
        assertThat(user.get("/2/users/me").status()).isEqualTo(status);
    }

    @Test
    void rule06_aRefreshTokenWorksOnce() throws IOException {
        String first = twitter.app().refreshToken();
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", first);
        twitter.expireToken();

        JsonNode pair = token(confidential(), form).json();
        Http.Reply again = token(confidential(), form);

        assertThat(pair.path("refresh_token").asText())
                .isNotEqualTo(first)
                .isEqualTo(twitter.app().refreshToken());
        Http user = http.as("Bearer " + pair.path("access_token").asText());
        assertThat(user.get("/2/users/me").status()).isEqualTo(200);
        assertOAuthError(again, 400, "invalid_request");
        assertThat(again.json().path("error_description").asText())
                .isEqualTo("Value passed for the token was invalid.");
    }

    @Test
    void rule06_withoutOfflineAccessThereIsNoRefreshToken() throws IOException {
        String code = code(twitter.app().clientId(), "tweet.read users.read");

        JsonNode pair = token(confidential(), exchange(code)).json();

        assertThat(pair.has("refresh_token")).isFalse();
        assertThat(pair.path("scope").asText()).isEqualTo("tweet.read users.read");
    }

    @Test
    void rule06_aRevokedTokenIsDead() throws IOException {
        String token = twitter.app().token("tweet.read", "users.read");

        Http.Reply reply = confidential().postForm("/2/oauth2/revoke", Map.of("token", token));

        assertThat(reply.body()).isEqualTo("{\"revoked\":true}");
        assertThat(http.as("Bearer " + token).get("/2/users/me").status()).isEqualTo(401);
    }
}
