package io.sharewire.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A number of calls allowed in a window of time that opens with the first call. */
final class RateWindow {

    static final Duration QUARTER = Duration.ofMinutes(15);
    static final Duration DAY = Duration.ofHours(24);

    private final int limit;
    private final Duration length;
    private final Clock clock;
    private int used;
    private Instant closes = Instant.MIN;

    RateWindow(int limit, Duration length, Clock clock) {
        this.limit = limit;
        this.length = length;
        this.clock = clock;
    }

    boolean isUsedUp() {
        roll();
        return used >= limit;
    }

    void take() {
        roll();
        used++;
    }

    void giveBack() {
        roll();
        used = Math.max(0, used - 1);
    }

    /** The headers that tell how much is left, and when (in epoch seconds) all of it is back. */
    Map<String, String> headers(String prefix) {
        roll();
        return headers(prefix, Math.max(0, limit - used));
    }

    /** The headers of a window that looks used up, whatever is left of it. */
    Map<String, String> exhausted(String prefix) {
        roll();
        return headers(prefix, 0);
    }

    private Map<String, String> headers(String prefix, int remaining) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(prefix + "-limit", String.valueOf(limit));
        headers.put(prefix + "-remaining", String.valueOf(remaining));
        headers.put(prefix + "-reset", String.valueOf(closes.getEpochSecond()));
        return headers;
    }

    private void roll() {
        Instant now = clock.instant();
        if (!now.isBefore(closes)) {
            closes = now.plus(length);
            used = 0;
        }
    }
}
