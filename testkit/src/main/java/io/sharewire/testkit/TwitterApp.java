package io.sharewire.testkit;

import java.time.Instant;
import java.util.Set;

/**
 * The app through which users let others act for them: its clients, and the tokens that users gave it.
 *
 * <p>Consent is given at once by opening {@code GET /i/oauth2/authorize} (OAuth 2.0 with PKCE) or {@code GET
 * /oauth/authorize} (OAuth 1.0a), which redirects to the callback; tokens come from {@code POST /2/oauth2/token} or
 * {@code POST /oauth/access_token}. Safe for use by many threads.
 */
public final class TwitterApp {

    static final String CLIENT_ID = "sandbox-confidential-client";
    static final String CLIENT_SECRET = "sandbox-client-secret";
    static final String PUBLIC_CLIENT_ID = "sandbox-public-client";
    static final String FIRST_REFRESH_TOKEN = "sandbox-refresh-token";

    private static final String CALLBACK = "https://newsroom.example/callback";

    private final TwitterTokens tokens;
    private volatile String redirectUri = CALLBACK;
    private volatile String refreshToken = FIRST_REFRESH_TOKEN;
    private volatile boolean denying;
    private volatile boolean readOnly;

    TwitterApp(TwitterTokens tokens) {
        this.tokens = tokens;
    }

    void reset() {
        redirectUri = CALLBACK;
        refreshToken = FIRST_REFRESH_TOKEN;
        denying = false;
        readOnly = false;
    }

    /** The id of the confidential client, which identifies itself by HTTP Basic. */
    public String clientId() {
        return CLIENT_ID;
    }

    /** The secret of the confidential client. */
    public String clientSecret() {
        return CLIENT_SECRET;
    }

    /** The id of the public client, which has no secret. */
    public String publicClientId() {
        return PUBLIC_CLIENT_ID;
    }

    /** The one callback that is registered. */
    public String redirectUri() {
        return redirectUri;
    }

    /** Registers another callback instead. */
    public void redirectUri(String registered) {
        redirectUri = registered;
    }

    /** The refresh token of the account that is good now, for the confidential client; each works once. */
    public String refreshToken() {
        return refreshToken;
    }

    /** Lets the user refuse consent from now on; at first the user agrees. */
    public void denyConsent(boolean yes) {
        denying = yes;
    }

    /** Whether the account's OAuth 1.0a token, and those given out from now on, may only read; at first no. */
    public void readOnly(boolean yes) {
        readOnly = yes;
        tokens.readOnly(yes);
    }

    /** A new OAuth 2.0 token of the account that lasts and has only these scopes. */
    public String token(String... scopes) {
        return tokens.issue(TwitterAccount.NEWS, Set.of(scopes), Instant.MAX);
    }

    void newestRefreshToken(String token) {
        refreshToken = token;
    }

    boolean isDenying() {
        return denying;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** Sends the user's browser back. */
    static Answer redirect(String callback, String query) {
        String glue = callback.contains("?") ? "&" : "?";
        return Answer.of(302, "text/html; charset=utf-8", "").with("Location", callback + glue + query);
    }
}
