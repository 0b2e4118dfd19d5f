package io.sharewire.auth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens for as long as the process lives: for tests and for accounts whose tokens come from the configuration. */
public final class InMemoryTokenStore implements TokenStore {

    private final Map<String, Tokens> tokens = new ConcurrentHashMap<>();

    /** An empty store. */
    public InMemoryTokenStore() {}

    @Override
    public Optional<Tokens> load(String account) {
        return Optional.ofNullable(tokens.get(account));
    }

    @Override
    public void save(String account, Tokens fresh) {
        tokens.put(account, fresh);
    }

    @Override
    public boolean replace(String account, Tokens expected, Tokens next) {
        return tokens.replace(account, expected, next);
    }
}
