package io.sharewire.testkit;

import java.util.List;
import java.util.Set;

/**
 * A platform as seen from the other side of the wire: it keeps posts, enforces its rules and breaks when asked to.
 *
 * <p>Simulators are safe for use by many threads.
 */
public interface PlatformSimulator {

    /** The platform's name: {@code facebook}, {@code twitter}, {@code kakao}, {@code mail}. */
    String name();

    /**
     * Breaks the following create requests, one fault for each, in order; then all is normal again.
     *
     * <p>Reads are never broken by these.
     *
     * @throws IllegalArgumentException if this platform cannot show one of them
     */
    void inject(Fault... faults);

    /** The faults that this platform can show. */
    Set<Fault> faults();

    /** What readers would now see, oldest first; deleted posts are gone. */
    List<SimulatedPost> posts();

    /** How many create requests have arrived since the last reset, refused and broken ones too. */
    int createRequests();

    /** Refuses the account's token from now on, the way the platform refuses an expired one. */
    void expireToken();

    /** Forgets posts, faults and counts, and makes the token valid again. */
    void reset();
}
