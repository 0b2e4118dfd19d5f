package io.sharewire.kakao;

import io.sharewire.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Kakao gives an account at most 20 access tokens in ten minutes; more are refused as KOE237. So none is asked for once
 * that many were given here, or once Kakao has said so. Thread-safe.
 */
final class TokenLimit {

    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST = 20;

    /** When tokens were given for a refresh token, oldest first. */
    private final Map<Secret, Deque<Instant>> given = new HashMap<>();

    private final Map<Secret, Instant> held = new HashMap<>();

    /** Until when nothing is asked for; empty if it may be. */
    synchronized Optional<Instant> heldUntil(Secret refresh, Instant now) {
        given.values().forEach(times -> times.removeIf(time -> !now.isBefore(time.plus(WINDOW))));
        given.values().removeIf(Deque::isEmpty);
        held.values().removeIf(until -> !now.isBefore(until));
        Deque<Instant> times = given.get(refresh);
        return times != null && times.size() >= MOST
                ? Optional.of(times.getFirst().plus(WINDOW))
                : Optional.ofNullable(held.get(refresh));
    }

    synchronized void given(Secret refresh, Instant now) {
        given.computeIfAbsent(refresh, key -> new ArrayDeque<>()).addLast(now);
    }

    synchronized void refused(Secret refresh, Instant until) {
        held.put(refresh, until);
    }
}
