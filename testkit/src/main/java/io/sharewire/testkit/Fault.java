package io.sharewire.testkit;

/**
 * A way in which a create request goes wrong at a platform.
 *
 * <p>The names say first what happened to the post and then what the client gets to see. Not every platform can show
 * every fault: {@link PlatformSimulator#faults()} lists those it can.
 */
public enum Fault {
    /** The post is stored, then the connection is cut before any answer. */
    STORED_THEN_RESET,

    /** The post is stored, then the platform answers with a server error. */
    STORED_THEN_500,

    /** The post is stored, then the answer is held back past the client's time-out; see {@link Sandbox#delay}. */
    STORED_THEN_DELAYED,

    /** Nothing is stored and the platform answers with a server error. */
    NOT_STORED_500,

    /** Nothing is stored since the account sent too much; the answer says so the way this platform does. */
    RATE_LIMITED,

    /** The post is stored, then the answer arrives with a good status and a body that cannot be read. */
    STORED_THEN_MALFORMED_BODY
}
