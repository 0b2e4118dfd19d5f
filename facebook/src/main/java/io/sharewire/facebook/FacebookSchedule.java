package io.sharewire.facebook;

import io.sharewire.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The window in which Facebook takes scheduled posts. */
final class FacebookSchedule {

    /** Beyond this, refusals were seen. */
    private static final Duration DOUBTFUL = Duration.ofDays(28);

    private FacebookSchedule() {}

    /** What keeps a post from being scheduled at {@code time}. */
    static List<Problem> problems(Instant time, Instant now, FacebookLimits limits) {
        Instant soonest = now.plus(limits.minLead());
        Instant latest = now.plus(limits.maxLead());
        if (time.isBefore(soonest)) {
            return List.of(Problem.error(
                    "SCHEDULED_TOO_SOON",
                    "The post is scheduled for " + time + (time.isBefore(now) ? ", which is past." : ".")
                            + " Facebook takes no time less than 10 minutes ahead.",
                    "Choose " + soonest + " or later, or publish it now."));
        } else if (time.isAfter(latest)) {
            return List.of(Problem.error(
                    "SCHEDULED_TOO_FAR",
                    "The post is scheduled for " + time + ", more than "
                            + limits.maxLead().toDays() + " days ahead.",
                    "Choose " + latest + " or earlier."));
        } else if (time.isAfter(now.plus(DOUBTFUL))) {
            return List.of(Problem.warning(
                    "SCHEDULED_FAR",
                    "The post is scheduled for " + time + "; Facebook was seen to refuse times so far ahead.",
                    "Choose a time within " + DOUBTFUL.toDays() + " days if it is refused."));
        }
        return List.of();
    }
}
