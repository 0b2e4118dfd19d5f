package io.sharewire.twitter;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.Validation;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.TokenRefresher;
import io.sharewire.auth.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Connects an account by OAuth 2.0 with PKCE, and renews its tokens.
 *
 * <pre>{@code
 * TwitterLogin login = TwitterLogin.builder(clientId).clientSecret(secret).build();
 * TwitterLogin.Consent consent = login.begin("https://newsroom.example/callback"); // keep it; open consent.url()
 * store.save("twitter", login.finish(consent, addressTheBrowserCameBackTo));       // within 30 seconds
 * TwitterSettings.oauth2(new RefreshingToken("twitter", store, login, Clock.systemUTC()));
 * }</pre>
 *
 * <p>An access token lives two hours. A refresh token works once: a new pair has to be stored before it is used, which
 * {@link io.sharewire.auth.RefreshingToken} does. A client with a secret (a web app, a bot) proves itself by it; one
 * without (an installed app) names itself. Immutable and thread-safe.
 */
public final class TwitterLogin implements TokenRefresher {

    /** What is asked for: posting, reading back, whose account it is, pictures, and tokens that can be renewed. */
    public static final Set<String> SCOPES = Collections.unmodifiableSet(
            new LinkedHashSet<>(List.of("tweet.read", "tweet.write", "users.read", "media.write", "offline.access")));

    private final HttpUrl consentUrl;
    private final TokenEndpoint endpoint;

    private TwitterLogin(Builder builder) {
        this.consentUrl = HttpUrl.get(builder.consentUrl);
        this.endpoint = new TokenEndpoint(
                builder.baseUrl, builder.clientId, builder.clientSecret, builder.timeout, builder.clock);
    }

    /**
     * Starts a log-in for the app with this OAuth 2.0 client id.
     *
     * @param clientId from X's developer console; not the OAuth 1.0a consumer key
     */
    public static Builder builder(String clientId) {
        return new Builder(clientId);
    }

    /**
     * A consent that was asked for; kept until the browser comes back.
     *
     * @param url where the user consents, a page of X
     * @param redirectUri where the browser comes back to
     * @param state what it brings back, so that nobody else's consent is taken for this one
     * @param verifier proves that who exchanges the code is who asked for it
     */
    public record Consent(String url, String redirectUri, String state, Secret verifier) {}

    /**
     * The first step: the page to open.
     *
     * @param redirectUri one of the app's registered callbacks, to the letter
     */
    public Consent begin(String redirectUri) {
        return begin(redirectUri, Pkce.random(), Pkce.random());
    }

    Consent begin(String redirectUri, String state, String verifier) {
        HttpUrl url = consentUrl
                .newBuilder()
                .addPathSegments("i/oauth2/authorize")
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", endpoint.clientId())
                .addQueryParameter("redirect_uri", redirectUri)
                .addQueryParameter("scope", String.join(" ", SCOPES))
                .addQueryParameter("state", state)
                .addQueryParameter("code_challenge", Pkce.challenge(verifier))
                .addQueryParameter("code_challenge_method", "S256")
                .build();
        return new Consent(url.toString(), redirectUri, state, Secret.of(verifier));
    }

    /**
     * The second step: the tokens. X's code lives 30 seconds and works once.
     *
     * @param cameBackTo the whole address the browser came back to, or its part from {@code ?} on
     * @throws ReconnectException if the user refused, the answer is to another consent, X refused the code, or a scope is
     *     missing
     */
    public Tokens finish(Consent consent, String cameBackTo) {
        HttpUrl answer = Callback.query(cameBackTo);
        if (!consent.state().equals(answer.queryParameter("state"))) {
            throw refused("STATE_MISMATCH", "The answer does not belong to the consent that was asked for.");
        }
        String error = answer.queryParameter("error");
        if (error != null) {
            throw refused(
                    error.equals("access_denied") ? "ACCESS_DENIED" : "CONSENT_FAILED", "The consent was refused.");
        }
        String code = answer.queryParameter("code");
        if (code == null || code.isBlank()) {
            throw refused("NO_CODE", "X sent the browser back without a code.");
        }
        Tokens tokens = endpoint.tokens(
                new FormBody.Builder()
                        .add("grant_type", "authorization_code")
                        .add("code", code)
                        .add("redirect_uri", consent.redirectUri())
                        .add("code_verifier", consent.verifier().reveal()),
                null,
                SCOPES);
        requireScopes(tokens);
        return tokens;
    }

    /** New tokens for old ones. X's refresh tokens work once: what comes back must be stored before it is used. */
    @Override
    public Tokens refresh(Tokens old) {
        Secret refresh = old.refresh();
        if (refresh == null) {
            throw refused("NO_REFRESH_TOKEN", "There is no refresh token; the consent lacked offline.access.");
        }
        return endpoint.tokens(
                new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", refresh.reveal()),
                refresh,
                old.scopes());
    }

    /**
     * Ends a token, access or refresh.
     *
     * @throws ReconnectException if X did not say that it is ended
     */
    public void revoke(Secret token) {
        endpoint.revoke(token);
    }

    private static void requireScopes(Tokens tokens) {
        Set<String> missing = new LinkedHashSet<>(SCOPES);
        missing.removeAll(tokens.scopes());
        if (!missing.isEmpty()) {
            throw refused(
                    "SCOPES_MISSING",
                    "The account was connected without " + String.join(", ", missing)
                            + ": allow it in the app's settings in X's developer console, and consent again.");
        }
    }

    private static ReconnectException refused(String code, String message) {
        return new ReconnectException(Reason.UNAUTHORIZED, code, message);
    }

    @Override
    public String toString() {
        return "TwitterLogin[" + endpoint.clientId() + "]";
    }

    /** Collects a log-in; not thread-safe. */
    public static final class Builder {

        private final String clientId;
        private @Nullable Secret clientSecret;
        private String baseUrl = "https://api.x.com";
        private String consentUrl = "https://x.com";
        private Duration timeout = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();

        private Builder(String clientId) {
            this.clientId = clientId;
        }

        /** The client's secret; default none, for a client that cannot keep one. */
        public Builder clientSecret(@Nullable Secret secret) {
            clientSecret = secret;
            return this;
        }

        /** Where tokens come from; default {@code https://api.x.com}. */
        public Builder baseUrl(String url) {
            baseUrl = url;
            return this;
        }

        /** Where users consent; default {@code https://x.com}. */
        public Builder consentUrl(String url) {
            consentUrl = url;
            return this;
        }

        /** How long to wait for an answer; default 30 s. */
        public Builder timeout(Duration answer) {
            timeout = answer;
            return this;
        }

        /** The clock that tokens die by; default the system's. */
        public Builder clock(Clock ticking) {
            clock = ticking;
            return this;
        }

        /**
         * The log-in.
         *
         * @throws IllegalArgumentException with everything that is wrong with it
         */
        public TwitterLogin build() {
            new Validation("TwitterLogin")
                    .required("clientId", clientId)
                    .baseUrl("baseUrl", baseUrl)
                    .baseUrl("consentUrl", consentUrl)
                    .check(timeout.toMillis() > 0, "timeout must be above 0")
                    .orThrow();
            return new TwitterLogin(this);
        }
    }
}
