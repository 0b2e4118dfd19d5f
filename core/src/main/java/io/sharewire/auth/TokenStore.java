package io.sharewire.auth;

import java.util.Optional;

/**
 * Where the tokens of accounts are kept; shared by all nodes that send for them.
 *
 * <p>A refresh token of X or Kakao dies when it is used. So a new pair must be in here before it is used, and only one of
 * two nodes that renewed at the same time may win. Thread-safe.
 */
public interface TokenStore {

    /** The tokens of an account, e.g. {@code twitter} or {@code twitter:sports}. */
    Optional<Tokens> load(String account);

    /** Stores the tokens of a new log-in, whatever was there. */
    void save(String account, Tokens tokens);

    /** Stores {@code next} if {@code expected} is what is there now; otherwise changes nothing and answers false. */
    boolean replace(String account, Tokens expected, Tokens next);
}
