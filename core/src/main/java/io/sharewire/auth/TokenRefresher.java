package io.sharewire.auth;

/** One platform's way to renew tokens: one call to its token endpoint. */
@FunctionalInterface
public interface TokenRefresher {

    /**
     * New tokens for old ones. Where the platform gives no new refresh token, the old one is carried over.
     *
     * @throws ReconnectException if there are none to be had
     */
    Tokens refresh(Tokens old);
}
