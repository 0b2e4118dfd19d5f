package io.sharewire.link;

import java.util.Optional;

/**
 * Remembers which short link leads where, so that a service is asked once per link. Implement it on your database to
 * share it between machines and keep it over a restart. Implementations are thread-safe; they may forget.
 */
public interface ShortLinkStore {

    /**
     * What a short link is remembered by.
     *
     * @param service the service's id, e.g. {@code bitly}
     * @param domain the short links' domain, e.g. {@code bit.ly}; empty for the server's own
     * @param url where it leads: in ASCII, with its campaign tags; at most 4,096 characters
     */
    record Key(String service, String domain, String url) {}

    /** The short link, if it is remembered. */
    Optional<String> get(Key key);

    /** Remembers a short link. */
    void put(Key key, String shortUrl);

    /** One in memory that holds the {@code capacity} links used last. */
    static ShortLinkStore inMemory(int capacity) {
        return new InMemoryShortLinks(capacity);
    }
}
