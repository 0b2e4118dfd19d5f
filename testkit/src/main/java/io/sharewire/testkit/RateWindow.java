package io.sharewire.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A number of calls allowed in a window of time that opens with the first call. */
final class RateWindow {

    private static final Duration LENGTH = Duration.ofMinutes(15);

    private final Clock clock;
    private final int limit;
    private int used;
    private Instant closes = Instant.MIN;

    RateWindow(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Takes one call out of the window; false if there is none left. */
    boolean take() {
        roll();
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    void reset() {
        used = 0;
        closes = Instant.MIN;
    }

    /** The headers that tell how much is left, and when (in epoch seconds) all of it is back. */
    Map<String, String> headers() {
        roll();
        return headers(limit - used);
    }

    /** The headers of a window that looks used up, whatever is left of it. */
    Map<String, String> exhausted() {
        roll();
        return headers(0);
    }

    private Map<String, String> headers(int remaining) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-rate-limit-limit", String.valueOf(limit));
        headers.put("x-rate-limit-remaining", String.valueOf(remaining));
        headers.put("x-rate-limit-reset", String.valueOf(closes.getEpochSecond()));
        return headers;
    }

    private void roll() {
        Instant now = clock.instant();
        if (!now.isBefore(closes)) {
            closes = now.plus(LENGTH);
            used = 0;
        }
    }
}
