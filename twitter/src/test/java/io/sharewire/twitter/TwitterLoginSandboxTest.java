package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.auth.InMemoryTokenStore;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.RefreshingToken;
import io.sharewire.auth.Tokens;
import io.sharewire.testkit.Sandbox;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both ways to connect, against the other side that checks challenge, signature, and that each token is used once. */
class TwitterLoginSandboxTest {

    private final Sandbox sandbox = Sandbox.start();
    private final InMemoryTokenStore store = new InMemoryTokenStore();
    private final TwitterLogin login = TwitterLogin.builder(
                    sandbox.twitter().app().clientId())
            .clientSecret(Secret.of(sandbox.twitter().app().clientSecret()))
            .baseUrl(sandbox.twitter().baseUrl())
            .consentUrl(sandbox.twitter().baseUrl())
            .build();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** The user's browser: opens the page, consents, and is sent back. */
    private static String browse(String url) throws IOException {
        OkHttpClient browser = new OkHttpClient.Builder().followRedirects(false).build();
        try (Response response =
                browser.newCall(new Request.Builder().url(url).build()).execute()) {
            return String.valueOf(response.header("Location"));
        }
    }

    private TwitterTarget target() {
        return TwitterTarget.of(TwitterSettings.oauth2(new RefreshingToken("twitter", store, login, Clock.systemUTC()))
                .baseUrl(sandbox.twitter().baseUrl())
                .timeout(Duration.ofSeconds(2))
                .build());
    }

    private Tokens connect() throws IOException {
        TwitterLogin.Consent consent = login.begin(sandbox.twitter().app().redirectUri());
        Tokens tokens = login.finish(consent, browse(consent.url()));
        store.save("twitter", tokens);
        return tokens;
    }

    @Test
    void aConnectedAccountPosts() throws IOException {
        connect();
        assertThat(target().publish(target().draft(XServer.share()))).isInstanceOf(Shared.class);
    }

    @Test
    void aTokenThatXRefusesIsRenewedOnceAndThePostGoesOutOnce() throws IOException {
        Tokens old = connect();
        sandbox.twitter().expireToken();

        assertThat(target().publish(target().draft(XServer.share()))).isInstanceOf(Shared.class);

        assertThat(sandbox.twitter().posts()).hasSize(1);
        // The refused one and the renewed one; the first is proven not to have been carried out.
        assertThat(sandbox.twitter().createRequests()).isEqualTo(2);
        assertThat(store.load("twitter").orElseThrow().refresh()).isNotEqualTo(old.refresh());
    }

    @Test
    void anAccountWhoseConsentIsGoneMustBeConnectedAgain() throws IOException {
        Tokens tokens = connect();
        login.revoke(tokens.access());
        login.revoke(tokens.refresh());

        assertThat(target().publish(target().draft(XServer.share())))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED);
                    assertThat(rejected.remedy()).isEqualTo("Connect the account again.");
                });
        assertThat(sandbox.twitter().posts()).isEmpty();
    }

    @Test
    void anAccountThatWasNeverConnectedIsSaidToBe() {
        assertThat(target().publish(target().draft(XServer.share())))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("NOT_CONNECTED"));
        assertThat(sandbox.twitter().createRequests()).isZero();
    }

    @Test
    void aRefreshTokenWorksOnce() throws IOException {
        Tokens tokens = connect();
        login.refresh(tokens);

        assertThatThrownBy(() -> login.refresh(tokens))
                .isInstanceOf(ReconnectException.class)
                .hasMessageContaining("Value passed for the token was invalid.");
    }

    @Test
    void aUserMayRefuse() {
        sandbox.twitter().app().denyConsent(true);
        assertThatThrownBy(this::connect).isInstanceOf(ReconnectException.class).hasMessage("The consent was refused.");
    }

    @Test
    void theThreeLegsOfOAuth1EndWithKeysThatPost() throws IOException {
        TwitterOAuth1Login legs = oauth1();
        TwitterOAuth1Login.Consent consent = legs.begin(sandbox.twitter().app().redirectUri());

        TwitterOAuth1Login.Keys keys = legs.finish(consent, browse(consent.url()));

        assertThat(keys.userId()).isEqualTo(sandbox.twitter().userId());
        assertThat(keys.username()).isEqualTo(sandbox.twitter().username());
        TwitterTarget target = TwitterTarget.of(TwitterSettings.oauth1(
                        Secret.of(sandbox.twitter().consumerKey()),
                        Secret.of(sandbox.twitter().consumerSecret()),
                        keys.token(),
                        keys.tokenSecret())
                .baseUrl(sandbox.twitter().baseUrl())
                .build());
        assertThat(target.publish(target.draft(XServer.share()))).isInstanceOf(Shared.class);
        // Request tokens work once.
        assertThatThrownBy(() -> legs.finish(consent, "?oauth_verifier=again")).isInstanceOf(ReconnectException.class);
    }

    @Test
    void aCallbackThatIsNotRegisteredIsRefused() {
        assertThatThrownBy(() -> oauth1().begin("https://elsewhere.example/"))
                .isInstanceOf(ReconnectException.class)
                .hasMessageContaining("its callbacks");
    }

    @Test
    void theAnswerToAnotherOrNoConsentIsNotTaken() {
        TwitterOAuth1Login.Consent consent =
                oauth1().begin(sandbox.twitter().app().redirectUri());

        assertThatThrownBy(() -> oauth1().finish(consent, "?oauth_token=other&oauth_verifier=v"))
                .hasMessageContaining("does not belong");
        assertThatThrownBy(() ->
                        oauth1().finish(consent, "?denied=" + consent.token().reveal()))
                .hasMessage("The consent was refused.");
        assertThatThrownBy(() -> oauth1().finish(
                                consent, "?oauth_token=" + consent.token().reveal()))
                .hasMessageContaining("without a verifier");
    }

    private TwitterOAuth1Login oauth1() {
        return TwitterOAuth1Login.of(
                        Secret.of(sandbox.twitter().consumerKey()),
                        Secret.of(sandbox.twitter().consumerSecret()))
                .at(sandbox.twitter().baseUrl(), Clock.systemUTC());
    }
}
