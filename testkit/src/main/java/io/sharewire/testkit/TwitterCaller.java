package io.sharewire.testkit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom a call acts, and what it may do.
 *
 * @param account the user; null for the app alone
 * @param scopes what the token may be used for
 * @param signed whether the call came by OAuth 1.0a
 */
record TwitterCaller(@Nullable TwitterAccount account, Set<String> scopes, boolean signed) {

    static final Set<String> SCOPES =
            Set.of("tweet.read", "tweet.write", "users.read", "media.write", "offline.access");

    static final Set<String> READING = Set.of("tweet.read", "users.read");

    static final TwitterCaller APP = new TwitterCaller(null, READING, false);

    /** Refuses a call that this token is not good for. */
    void require(TwitterEndpoint endpoint) {
        if (account == null && !endpoint.servesApps()) {
            throw TwitterProblems.unsupportedAuthentication("OAuth 2.0 Application-Only");
        }
        if (!scopes.containsAll(endpoint.scopes())) {
            throw signed ? TwitterProblems.oauth1Permissions() : TwitterProblems.forbidden("Forbidden");
        }
    }

    /** Whose limits a call counts against. */
    String payer() {
        return account == null ? "app" : account.id();
    }

    /** The user, on endpoints that do not serve apps. */
    TwitterAccount user() {
        if (account == null) {
            throw TwitterProblems.unsupportedAuthentication("OAuth 2.0 Application-Only");
        }
        return account;
    }
}
