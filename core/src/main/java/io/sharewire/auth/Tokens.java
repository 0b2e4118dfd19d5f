package io.sharewire.auth;

import io.sharewire.Secret;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account's log-in gave. Prints no credential.
 *
 * @param access the access token
 * @param refresh what renews it; null if nothing does
 * @param expiresAt when the access token dies; null if it does not by itself
 * @param scopes what it may do
 */
public record Tokens(
        Secret access, @Nullable Secret refresh, @Nullable Instant expiresAt, Set<String> scopes) {

    /** Takes a copy. */
    public Tokens {
        scopes = Set.copyOf(scopes);
    }

    /** A token that does not expire by itself. */
    public static Tokens of(Secret access) {
        return new Tokens(access, null, null, Set.of());
    }
}
