package io.sharewire.kakao;

/**
 * Remembers which share events have come in, since Kakao may send one again. Nodes that take events share one. Thread-safe.
 */
@FunctionalInterface
public interface KakaoEventStore {

    /** Notes an event; true if it is the first time. Of two calls at once with the same id, only one may answer true. */
    boolean isFirst(String resourceId);

    /** The last so many events, for as long as the process lives. */
    static KakaoEventStore inMemory(int events) {
        return new InMemoryEventStore(events);
    }
}
