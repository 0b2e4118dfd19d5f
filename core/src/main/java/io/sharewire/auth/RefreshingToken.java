package io.sharewire.auth;

import io.sharewire.Reason;
import io.sharewire.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An account's access token, renewed when it is about to die.
 *
 * <p>At most one renewal at a time in this process; across processes the store decides who wins, and the loser takes what
 * the winner stored. A new pair is stored before it is handed out. Thread-safe.
 */
public final class RefreshingToken implements Supplier<Secret> {

    /** Renewed this long before it dies, so that it lives as long as a call. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final String account;
    private final TokenStore store;
    private final TokenRefresher refresher;
    private final Clock clock;

    /** The token of {@code account}, kept in {@code store} and renewed by {@code refresher}. */
    public RefreshingToken(String account, TokenStore store, TokenRefresher refresher, Clock clock) {
        this.account = account;
        this.store = store;
        this.refresher = refresher;
        this.clock = clock;
    }

    /**
     * The token that is valid now.
     *
     * @throws ReconnectException if there is none and none to be had
     */
    @Override
    public Secret get() {
        Tokens tokens = load();
        return isFresh(tokens) ? tokens.access() : renew(tokens).access();
    }

    /**
     * Renews after the platform has refused {@code refused}, which may have been replaced meanwhile.
     *
     * @throws ReconnectException if there is none to be had
     */
    public Secret renewAfter(Secret refused) {
        Tokens tokens = load();
        return tokens.access().equals(refused) ? renew(tokens).access() : tokens.access();
    }

    /**
     * What the account's log-in allows; empty if it is not known.
     *
     * @throws ReconnectException if the account is not connected
     */
    public Set<String> scopes() {
        return load().scopes();
    }

    private synchronized Tokens renew(Tokens seen) {
        Tokens now = load();
        if (!now.equals(seen)) {
            // Somebody else was faster, here or on another node.
            return now;
        }
        if (now.refresh() == null) {
            throw new ReconnectException(
                    Reason.UNAUTHORIZED,
                    "TOKEN_EXPIRED",
                    "The token of " + account + " has expired and cannot be renewed.");
        }
        Tokens next;
        try {
            next = refresher.refresh(now);
        } catch (ReconnectException e) {
            // A node that renewed in this very moment has made our refresh token worthless, and stored a newer one.
            Tokens stored = load();
            if (!stored.equals(now)) {
                return stored;
            }
            throw e;
        }
        return store.replace(account, now, next) ? next : load();
    }

    private Tokens load() {
        return store.load(account)
                .orElseThrow(() -> new ReconnectException(
                        Reason.UNAUTHORIZED, "NOT_CONNECTED", "The account " + account + " is not connected."));
    }

    private boolean isFresh(Tokens tokens) {
        Instant expiresAt = tokens.expiresAt();
        return expiresAt == null || clock.instant().plus(MARGIN).isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "RefreshingToken[" + account + "]";
    }
}
