package io.sharewire;

/** Turns a share into the draft of one channel. */
@FunctionalInterface
public interface Drafter {

    /**
     * What would be sent for {@code share}.
     *
     * <p>Pure and deterministic: no network, no clock, the same share gives the same draft. Trouble with the content is
     * told in {@link Draft#problems}, never by an exception.
     */
    Draft draft(Share share);
}
