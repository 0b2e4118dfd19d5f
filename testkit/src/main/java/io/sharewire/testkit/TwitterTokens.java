package io.sharewire.testkit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The access tokens that are good: those of the sandbox itself, which last, and those given out on request. */
final class TwitterTokens {

    static final String BEARER = "sandbox-user-context-bearer";
    static final String OTHER_BEARER = "sandbox-other-users-bearer";
    static final String APP_BEARER = "sandbox-app-only-bearer";
    static final String OAUTH_TOKEN = "2244994945-sandbox-oauth-token";
    static final String OAUTH_TOKEN_SECRET = "sandbox-oauth-token-secret";

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Bearer(TwitterCaller caller, Instant dies) {}

    /**
     * An OAuth 1.0a token.
     *
     * @param secret its secret
     * @param caller for whom it acts
     */
    record Signing(String secret, TwitterCaller caller) {}

    private final Map<String, Bearer> bearers = new HashMap<>();
    private final Map<String, Signing> signings = new HashMap<>();

    TwitterTokens() {
        reset();
    }

    synchronized void reset() {
        bearers.clear();
        signings.clear();
        put(BEARER, TwitterAccount.NEWS, TwitterCaller.SCOPES, Instant.MAX);
        put(OTHER_BEARER, TwitterAccount.OTHER, TwitterCaller.SCOPES, Instant.MAX);
        bearers.put(APP_BEARER, new Bearer(TwitterCaller.APP, Instant.MAX));
        readOnly(false);
    }

    /** Ends every access token of the account, those given out on request too. */
    synchronized void expire() {
        bearers.values()
                .removeIf(bearer -> TwitterAccount.NEWS.equals(bearer.caller().account()));
        signings.values()
                .removeIf(signing -> TwitterAccount.NEWS.equals(signing.caller().account()));
    }

    synchronized Optional<TwitterCaller> bearer(String token, Instant now) {
        return Optional.ofNullable(bearers.get(token))
                .filter(bearer -> now.isBefore(bearer.dies()))
                .map(Bearer::caller);
    }

    synchronized Optional<Signing> signing(String token) {
        return Optional.ofNullable(signings.get(token));
    }

    /** A new bearer token with these scopes. */
    synchronized String issue(TwitterAccount account, Set<String> scopes, Instant dies) {
        String token = random("sandbox-access-");
        put(token, account, scopes, dies);
        return token;
    }

    /** A new OAuth 1.0a token. */
    synchronized void issueSigning(String token, String secret, boolean readOnly) {
        Set<String> scopes = readOnly ? TwitterCaller.READING : TwitterCaller.SCOPES;
        signings.put(token, new Signing(secret, new TwitterCaller(TwitterAccount.NEWS, scopes, true)));
    }

    /** Says whether the sandbox's own OAuth 1.0a token may only read. */
    synchronized void readOnly(boolean yes) {
        issueSigning(OAUTH_TOKEN, OAUTH_TOKEN_SECRET, yes);
    }

    synchronized void revoke(String token) {
        bearers.remove(token);
    }

    static String random(String prefix) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    private void put(String token, TwitterAccount account, Set<String> scopes, Instant dies) {
        bearers.put(token, new Bearer(new TwitterCaller(account, Set.copyOf(scopes), false), dies));
    }
}
