package io.sharewire.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The short links used last. */
final class InMemoryShortLinks implements ShortLinkStore {

    private final Map<Key, String> links;

    InMemoryShortLinks(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("ShortLinkStore: capacity must be at least 1, not " + capacity);
        }
        links = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
                return size() > capacity;
            }
        };
    }

    @Override
    public synchronized Optional<String> get(Key key) {
        return Optional.ofNullable(links.get(key));
    }

    @Override
    public synchronized void put(Key key, String shortUrl) {
        links.put(key, shortUrl);
    }
}
