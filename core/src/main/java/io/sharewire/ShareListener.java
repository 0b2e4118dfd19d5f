package io.sharewire;

import java.time.Duration;

/**
 * Hears what happens to drafts, for logs, metrics and progress lines.
 *
 * <p>Called from the threads that send; must be thread-safe and quick. What it throws is logged and changes nothing.
 */
public interface ShareListener {

    /** Hears nothing. */
    ShareListener NONE = new ShareListener() {};

    /** An attempt is on record and its first byte is about to go out. */
    default void sending(Draft draft) {}

    /** The outcome is unclear; the channel will be looked at after {@code wait}. */
    default void looking(Draft draft, Duration wait) {}

    /** The channel was looked at. */
    default void looked(Draft draft, Lookup lookup) {}

    /** This is what is known now; nothing more happens by itself. */
    default void settled(Draft draft, ShareResult result) {}
}
