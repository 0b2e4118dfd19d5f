package io.sharewire.twitter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.sharewire.twitter.XServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.Tokens;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TwitterLoginTest {

    private static final String CALLBACK = "https://newsroom.example/callback";

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String GIVEN = """
            {"token_type":"bearer","expires_in":7200,"access_token":"access-1","scope":\
            "tweet.write users.read tweet.read media.write offline.access","refresh_token":"refresh-1"}""";

    private final XServer x = new XServer();

    @AfterEach
    void stop() {
        x.close();
    }

    private TwitterLogin.Builder login() {
        return TwitterLogin.builder("client-1").baseUrl(x.baseUrl()).clock(XServer.CLOCK);
    }

    private void answers(ResponseDefinitionBuilder answer) {
        x.wireMock().stubFor(post(urlEqualTo("/2/oauth2/token")).willReturn(answer));
    }

    private LoggedRequest asked() {
        assertThat(x.creates()).hasSize(1);
        return x.creates().get(0);
    }

    private static TwitterLogin.Consent consent(TwitterLogin login) {
        return login.begin(CALLBACK, "state-1", VERIFIER);
    }

    @Test
    void sendsTheUserToXWithTheChallengeOfTheRfc() {
        assertThat(Pkce.challenge(VERIFIER)).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assertThat(consent(login().build()).url())
                .isEqualTo("https://x.com/i/oauth2/authorize?response_type=code&client_id=client-1"
                        + "&redirect_uri=https%3A%2F%2Fnewsroom.example%2Fcallback"
                        + "&scope=tweet.read%20tweet.write%20users.read%20media.write%20offline.access"
                        + "&state=state-1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + "&code_challenge_method=S256");
    }

    @Test
    void asksWithAnotherStateAndVerifierEachTime() {
        TwitterLogin.Consent one = login().build().begin(CALLBACK);
        TwitterLogin.Consent other = login().build().begin(CALLBACK);

        assertThat(one.state()).hasSize(43).isNotEqualTo(other.state());
        assertThat(one.verifier()).isNotEqualTo(other.verifier());
        assertThat(one.toString()).doesNotContain(one.verifier().reveal());
        assertThat(HttpUrl.get(one.url()).queryParameter("state")).isEqualTo(one.state());
    }

    @Test
    void exchangesTheCodeAsAClientWithASecret() {
        answers(json(200, GIVEN));
        TwitterLogin login = login().clientSecret(Secret.of("secret-1")).build();

        Tokens tokens = login.finish(consent(login), CALLBACK + "?state=state-1&code=code-1");

        assertThat(tokens.access().reveal()).isEqualTo("access-1");
        assertThat(tokens.refresh()).isEqualTo(Secret.of("refresh-1"));
        assertThat(tokens.expiresAt()).isEqualTo(XServer.NOW.plus(Duration.ofHours(2)));
        assertThat(tokens.scopes()).isEqualTo(TwitterLogin.SCOPES);
        // base64("client-1:secret-1")
        assertThat(asked().getHeader("Authorization")).isEqualTo("Basic Y2xpZW50LTE6c2VjcmV0LTE=");
        assertThat(asked().getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(asked().getBodyAsString())
                .isEqualTo("grant_type=authorization_code&code=code-1"
                        + "&redirect_uri=https%3A%2F%2Fnewsroom.example%2Fcallback&code_verifier=" + VERIFIER);
    }

    @Test
    void exchangesTheCodeAsAClientWithoutOne() {
        answers(json(200, GIVEN));
        TwitterLogin login = login().build();

        login.finish(consent(login), "?code=code-1&state=state-1");

        assertThat(asked().containsHeader("Authorization")).isFalse();
        assertThat(asked().getBodyAsString()).endsWith("&code_verifier=" + VERIFIER + "&client_id=client-1");
    }

    @ParameterizedTest
    @CsvSource({
        "?state=state-2&code=code-1, STATE_MISMATCH",
        "?code=code-1, STATE_MISMATCH",
        "?state=state-1, NO_CODE",
        "?error=access_denied&state=state-1, ACCESS_DENIED",
        "?error=server_error&state=state-1, CONSENT_FAILED"
    })
    void asksXForNothingIfTheBrowserBroughtNoConsent(String cameBack, String code) {
        TwitterLogin login = login().build();

        assertThatThrownBy(() -> login.finish(consent(login), CALLBACK + cameBack))
                .isInstanceOfSatisfying(
                        ReconnectException.class,
                        e -> assertThat(((Rejected) e.toResult()).code()).isEqualTo(code));
        assertThat(x.creates()).isEmpty();
    }

    @Test
    void saysWhichScopesAreMissing() {
        answers(json(
                200,
                "{\"access_token\":\"access-1\",\"expires_in\":7200,\"scope\":\"tweet.read tweet.write users.read\"}"));
        TwitterLogin login = login().build();

        assertThatThrownBy(() -> login.finish(consent(login), "?code=code-1&state=state-1"))
                .isInstanceOf(ReconnectException.class)
                .hasMessage("The account was connected without media.write, offline.access: allow it in the app's "
                        + "settings in X's developer console, and consent again.");
    }

    @Test
    void renewsAndHandsTheNewRefreshTokenOn() {
        answers(json(200, GIVEN));
        Tokens old = new Tokens(Secret.of("access-0"), Secret.of("refresh-0"), XServer.NOW, Set.of("tweet.read"));

        Tokens fresh = login().clientSecret(Secret.of("secret-1")).build().refresh(old);

        assertThat(fresh.access()).isEqualTo(Secret.of("access-1"));
        assertThat(fresh.refresh()).isEqualTo(Secret.of("refresh-1"));
        assertThat(asked().getBodyAsString()).isEqualTo("grant_type=refresh_token&refresh_token=refresh-0");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        json(
                                400,
                                "{\"error\":\"invalid_request\",\"error_description\":\"Value passed for the token was"
                                        + " invalid.\"}"),
                        Reason.UNAUTHORIZED,
                        "400/invalid_request"),
                Arguments.of(
                        json(
                                401,
                                "{\"error\":\"unauthorized_client\",\"error_description\":\"Missing valid authorization"
                                        + " header\"}"),
                        Reason.UNAUTHORIZED,
                        "401/unauthorized_client"),
                Arguments.of(aResponse().withStatus(503), Reason.UNAVAILABLE, "503"),
                Arguments.of(json(429, "{\"title\":\"Too Many Requests\"}"), Reason.UNAVAILABLE, "429"),
                Arguments.of(json(200, "{}"), Reason.UNAVAILABLE, "200"),
                Arguments.of(
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        Reason.UNAVAILABLE,
                        "LOGIN_UNREACHABLE"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("failures")
    void tellsTokensThatAreDeadFromALogInThatIsDown(ResponseDefinitionBuilder answer, Reason reason, String code) {
        answers(answer);
        Tokens old = new Tokens(Secret.of("access-0"), Secret.of("refresh-0"), XServer.NOW, Set.of());

        assertThatThrownBy(() -> login().build().refresh(old)).isInstanceOfSatisfying(ReconnectException.class, e -> {
            assertThat(((Rejected) e.toResult()).reason()).isEqualTo(reason);
            assertThat(((Rejected) e.toResult()).code()).isEqualTo(code);
        });
    }

    @Test
    void showsNoSecretThatXRepeats() {
        answers(json(400, "{\"error\":\"invalid_request\",\"error_description\":\"refresh-0 is spent\"}"));
        Tokens old = new Tokens(Secret.of("access-0"), Secret.of("refresh-0"), XServer.NOW, Set.of());

        assertThatThrownBy(() -> login().build().refresh(old))
                .hasMessage("X's log-in did not give tokens (400 invalid_request: *** is spent).");
    }

    @Test
    void saysThatThereIsNothingToRenewWith() {
        assertThatThrownBy(() -> login().build().refresh(Tokens.of(Secret.of("access-0"))))
                .isInstanceOf(ReconnectException.class)
                .hasMessageContaining("offline.access");
        assertThat(x.creates()).isEmpty();
    }

    @Test
    void revokesAToken() {
        x.wireMock().stubFor(post(urlEqualTo("/2/oauth2/revoke")).willReturn(json(200, "{\"revoked\":true}")));

        login().build().revoke(Secret.of("access-1"));

        assertThat(asked().getUrl()).isEqualTo("/2/oauth2/revoke");
        assertThat(asked().getBodyAsString()).isEqualTo("token=access-1&client_id=client-1");
        x.wireMock()
                .stubFor(post(urlEqualTo("/2/oauth2/revoke"))
                        .willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> login().build().revoke(Secret.of("access-1"))).hasMessageContaining("503");
    }

    @Test
    void goesNoFurtherByOAuth1IfXDidNotConfirmTheCallback() {
        x.wireMock()
                .stubFor(post(urlEqualTo("/oauth/request_token"))
                        .willReturn(aResponse()
                                .withBody("oauth_token=t-1&oauth_token_secret=s-1&oauth_callback_confirmed=false")));
        TwitterOAuth1Login legs =
                TwitterOAuth1Login.of(Secret.of("key-1"), Secret.of("secret-1")).at(x.baseUrl(), XServer.CLOCK);

        assertThatThrownBy(() -> legs.begin(CALLBACK))
                .isInstanceOf(ReconnectException.class)
                .hasMessageContaining("did not confirm the callback");
        assertThat(asked().getHeader("Authorization"))
                .startsWith("OAuth oauth_callback=\"https%3A%2F%2Fnewsroom.example%2Fcallback\", ")
                .doesNotContain("oauth_token=");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> TwitterLogin.builder(" ")
                        .baseUrl("http://api.x.com")
                        .consentUrl("x.com")
                        .timeout(Duration.ZERO)
                        .build())
                .hasMessageStartingWith("TwitterLogin: clientId is required; baseUrl must be")
                .hasMessageContaining("consentUrl must be")
                .hasMessageContaining("timeout must be above 0");
    }
}
