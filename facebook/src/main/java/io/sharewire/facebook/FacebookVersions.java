package io.sharewire.facebook;

import io.sharewire.Problem;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

/**
 * Until when the versions of the Graph API are there, by Meta's changelog; an ended one is not refused but silently
 * answered by the next older one that lives.
 */
final class FacebookVersions {

    private static final Period NOTICE = Period.ofDays(90);

    /** Up to here everything has ended. */
    private static final int LAST_ENDED = 20;

    private static final Map<Integer, LocalDate> UNTIL = Map.of(
            20, LocalDate.of(2026, 9, 24),
            21, LocalDate.of(2027, 1, 21),
            22, LocalDate.of(2027, 5, 20),
            23, LocalDate.of(2027, 10, 8),
            24, LocalDate.of(2028, 2, 18),
            25, LocalDate.of(2028, 7, 29));

    private FacebookVersions() {}

    /** A warning if {@code version} (like {@code v26.0}) has ended or ends within 90 days; newer ones have no end yet. */
    static Optional<Problem> problem(String version, LocalDate today) {
        int number = Integer.parseInt(version.substring(1, version.indexOf('.')));
        LocalDate until = UNTIL.get(Math.max(number, LAST_ENDED));
        if (until == null || today.isBefore(until.minus(NOTICE))) {
            return Optional.empty();
        }
        boolean ended = !today.isBefore(until);
        return Optional.of(Problem.warning(
                ended ? "VERSION_ENDED" : "VERSION_ENDING",
                "Graph API " + version
                        + (ended ? " has ended; another version answers instead." : " ends on " + until + "."),
                "Set a newer version and test with it."));
    }
}
