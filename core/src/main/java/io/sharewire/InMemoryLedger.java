package io.sharewire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A ledger that lives as long as the process: for tests, and for applications that bring their own later. Thread-safe. */
public final class InMemoryLedger implements ShareLedger {

    private record Slot(String key, String target) {}

    private final Map<Slot, List<Attempt>> attempts = new HashMap<>();

    /** An empty ledger. */
    public InMemoryLedger() {}

    @Override
    public synchronized Begin begin(Draft draft, Instant now) {
        List<Attempt> earlier = attempts.computeIfAbsent(new Slot(draft.key(), draft.target()), s -> new ArrayList<>());
        Begin begin =
                LedgerRules.begin(earlier.isEmpty() ? null : earlier.get(earlier.size() - 1), draft, now, newId());
        if (begin instanceof Begin.Fresh fresh) {
            earlier.add(fresh.attempt());
        }
        return begin;
    }

    @Override
    public synchronized void settle(Attempt attempt, ShareResult result) {
        attempts.getOrDefault(new Slot(attempt.key(), attempt.target()), List.of())
                .replaceAll(a -> a.id().equals(attempt.id()) ? a.settled(result) : a);
    }

    @Override
    public synchronized Optional<Attempt> takeOver(Attempt doubtful, Instant now) {
        List<Attempt> all = attempts.getOrDefault(new Slot(doubtful.key(), doubtful.target()), List.of());
        if (all.isEmpty() || !all.get(all.size() - 1).equals(doubtful)) {
            return Optional.empty();
        }
        Attempt next = LedgerRules.successor(doubtful, now, newId());
        all.add(next);
        return Optional.of(next);
    }

    @Override
    public synchronized List<Attempt> attempts(String key) {
        return attempts.entrySet().stream()
                .filter(entry -> entry.getKey().key().equals(key))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Comparator.comparing(Attempt::startedAt))
                .toList();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
