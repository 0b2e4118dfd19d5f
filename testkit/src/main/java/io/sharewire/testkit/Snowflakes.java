package io.sharewire.testkit;

import java.time.Clock;

/** Ids that carry their time and only ever grow. */
final class Snowflakes {

    private static final long EPOCH = 1_288_834_974_657L;

    private final Clock clock;
    private long last;

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    String next() {
        last = Math.max(last + 1, (clock.millis() - EPOCH) << 22);
        return Long.toString(last);
    }
}
