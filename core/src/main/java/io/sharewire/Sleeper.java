package io.sharewire;

import java.time.Duration;

/** Waits; injected so that tests need not. */
@FunctionalInterface
public interface Sleeper {

    /** Waits for real. */
    Sleeper SYSTEM = duration -> Thread.sleep(duration.toMillis());

    /** Waits for {@code duration}, or until the thread is interrupted. */
    void sleep(Duration duration) throws InterruptedException;
}
