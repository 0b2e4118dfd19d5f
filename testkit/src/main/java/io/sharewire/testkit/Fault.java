package io.sharewire.testkit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A way in which a create request goes wrong at a platform.
 *
 * <p>The names say first what happened to the post and then what the client gets to see. Not every platform can show
 * every fault: {@link PlatformSimulator#faults()} lists those it can.
 */
public enum Fault {
    /** Nothing goes wrong: for the requests in between. */
    NONE,

    /** The post is stored, then the connection is cut before any answer. */
    STORED_THEN_RESET,

    /** The post is stored, then the platform answers with a server error. */
    STORED_THEN_500,

    /** The post is stored, then the platform's edge answers with an HTML page and status 502. */
    STORED_THEN_HTML_502,

    /** The post is stored, then the answer is held back past the client's time-out; see {@link Sandbox#delay}. */
    STORED_THEN_DELAYED,

    /** The post is stored, then the answer arrives bit by bit, slower than the client waits; see {@link Sandbox#delay}. */
    STORED_THEN_DRIPPED,

    /** The post is stored, then the answer arrives with a good status and a body that cannot be read. */
    STORED_THEN_MALFORMED_BODY,

    /** The post is stored, then the answer arrives with a good status and no body. */
    STORED_THEN_EMPTY_BODY,

    /** The post is stored, then the answer has a good status and does not say which post it is. */
    STORED_THEN_NO_ID,

    /** The post is stored, then the platform answers with its own code for an internal error, below status 500. */
    STORED_THEN_INTERNAL_ERROR,

    /** The post is stored, then the platform answers, below status 500, that something inside it timed out. */
    STORED_THEN_TIMED_OUT,

    /** The post is stored and its answer lost, and reads show it only after the platform's lag. */
    STORED_UNSEEN_THEN_RESET,

    /** Nothing is stored and the platform answers with a server error. */
    NOT_STORED_500,

    /** Nothing is stored and the platform tells of a server error in an answer with a good status. */
    NOT_STORED_200,

    /** Nothing is stored and the connection is cut before any answer. */
    NOT_STORED_RESET,

    /** Nothing is stored and no answer comes within the client's time-out; see {@link Sandbox#delay}. */
    NOT_STORED_DELAYED,

    /** Nothing is stored and the platform's edge answers with an HTML page and status 502. */
    NOT_STORED_HTML_502,

    /** Nothing is stored and the platform's edge answers with an HTML page and status 503. */
    NOT_STORED_HTML_503,

    /** Nothing is stored and the platform answers with its own code for an internal error, below status 500. */
    NOT_STORED_INTERNAL_ERROR,

    /** Nothing is stored and the platform answers, below status 500, that something inside it timed out. */
    NOT_STORED_TIMED_OUT,

    /** Nothing is stored since the platform, for this one call, is being maintained. */
    NOT_STORED_MAINTENANCE,

    /** Nothing is stored since the account sent too much; the answer says so the way this platform does. */
    RATE_LIMITED,

    /** Nothing is stored since the account has reached its limit for the day. */
    DAILY_LIMITED,

    /** Nothing is stored since the plan or the spending limit is used up. */
    USAGE_CAPPED,

    /** Nothing is stored since the platform, for once, does not recognise a good token; the next request passes. */
    NOT_RECOGNISED,

    /** Nothing is stored since the account posts too fast for the platform's taste; lasts for hours. */
    TOO_FAST;

    /** Those that every HTTP platform can show. */
    static final Set<Fault> COMMON = Collections.unmodifiableSet(EnumSet.of(
            NONE,
            STORED_THEN_RESET,
            STORED_THEN_500,
            STORED_THEN_HTML_502,
            STORED_THEN_DELAYED,
            STORED_THEN_DRIPPED,
            STORED_THEN_MALFORMED_BODY,
            NOT_STORED_500,
            RATE_LIMITED));

    /** Whether the post exists in spite of it. */
    public boolean stores() {
        return this == NONE || name().startsWith("STORED");
    }
}
