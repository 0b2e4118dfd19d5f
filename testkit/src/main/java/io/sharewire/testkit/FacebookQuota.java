package io.sharewire.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Calls within a rolling window; once it is full, a block that every further call prolongs. */
final class FacebookQuota {

    private final Duration window;
    private final Deque<Instant> calls = new ArrayDeque<>();
    private Instant blockedUntil = Instant.MIN;

    FacebookQuota(Duration window) {
        this.window = window;
    }

    /** Takes a call; false if it is refused. */
    boolean take(int limit, Duration block, Instant now) {
        boolean wasBlocked = blockedUntil.isAfter(now);
        if (!wasBlocked && !blockedUntil.equals(Instant.MIN)) {
            blockedUntil = Instant.MIN;
            calls.clear();
        }
        while (!calls.isEmpty() && !calls.getFirst().plus(window).isAfter(now)) {
            calls.removeFirst();
        }
        if (wasBlocked || calls.size() >= limit) {
            blockedUntil = now.plus(block);
        }
        calls.addLast(now);
        return !blockedUntil.isAfter(now);
    }

    /** Blocks at once, as if too many calls had come. */
    void block(Duration block, Instant now) {
        blockedUntil = now.plus(block);
    }

    int used() {
        return calls.size();
    }

    /** In full minutes, rounded up; 0 if there is no block. */
    long minutesLeft(Instant now) {
        return blockedUntil.isAfter(now) ? (Duration.between(now, blockedUntil).toSeconds() + 59) / 60 : 0;
    }
}
