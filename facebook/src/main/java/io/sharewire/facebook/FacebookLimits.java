package io.sharewire.facebook;

import io.sharewire.Validation;
import java.time.Duration;

/**
 * Limits that Facebook does not state firmly, and how far to stay away from them.
 *
 * @param photoBytes the largest photo; its pages promise 10 MB, refusals were seen that name 4 MB, the default
 * @param minLead the least time between drafting and a scheduled post; default 11 minutes, since Facebook takes no less
 *     than 10 and the call takes a while
 * @param maxLead the furthest a post may be scheduled; default 29 days: pages say 30 and 75, refusals were seen at 30
 * @param usagePercent from which share of a call limit on the Page is held back, by the usage headers; default 90
 */
public record FacebookLimits(int photoBytes, Duration minLead, Duration maxLead, int usagePercent) {

    /** Checks the numbers. */
    public FacebookLimits {
        new Validation("FacebookLimits")
                .check(photoBytes > 0, "photoBytes must be above 0, not " + photoBytes)
                .check(!minLead.isNegative(), "minLead must not be negative, not " + minLead)
                .check(maxLead.compareTo(minLead) > 0, "maxLead must be above minLead, not " + maxLead)
                .check(usagePercent > 0, "usagePercent must be above 0, not " + usagePercent)
                .orThrow();
    }

    /** The defaults. */
    public static FacebookLimits defaults() {
        return new FacebookLimits(4 << 20, Duration.ofMinutes(11), Duration.ofDays(29), 90);
    }

    /** The same limits with another for the size of a photo. */
    public FacebookLimits withPhotoBytes(int bytes) {
        return new FacebookLimits(bytes, minLead, maxLead, usagePercent);
    }

    /** The same limits with another window for scheduled posts. */
    public FacebookLimits withLeads(Duration min, Duration max) {
        return new FacebookLimits(photoBytes, min, max, usagePercent);
    }

    /** The same limits, holding the Page back from another usage on. */
    public FacebookLimits withUsagePercent(int percent) {
        return new FacebookLimits(photoBytes, minLead, maxLead, percent);
    }
}
