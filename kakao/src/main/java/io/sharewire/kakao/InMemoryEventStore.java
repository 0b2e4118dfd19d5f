package io.sharewire.kakao;

import io.sharewire.Validation;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last so many ids; the oldest is forgotten first. */
final class InMemoryEventStore implements KakaoEventStore {

    private final Set<String> ids = new LinkedHashSet<>();
    private final int most;

    InMemoryEventStore(int most) {
        new Validation("KakaoEventStore")
                .check(most > 0, "events must be above 0, not " + most)
                .orThrow();
        this.most = most;
    }

    @Override
    public synchronized boolean isFirst(String resourceId) {
        if (!ids.add(resourceId)) {
            return false;
        }
        if (ids.size() > most) {
            ids.remove(ids.iterator().next());
        }
        return true;
    }
}
