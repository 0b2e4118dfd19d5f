package io.sharewire.testkit;

import java.time.Duration;

/**
 * What is known of Facebook only with doubt, or differs from Page to Page, and can be set for a test.
 *
 * <p>Safe for use by many threads.
 */
public final class FacebookRules {

    private volatile Duration readLag = Duration.ZERO;
    private volatile int daysAhead;
    private volatile int queue;
    private volatile int photoBytes;
    private volatile boolean temporaryRequired;
    private volatile boolean emptyIsInvalid;
    private volatile boolean deleteForbidden;
    private volatile boolean commentsRefused;

    FacebookRules() {
        reset();
    }

    void reset() {
        readLag = Duration.ofSeconds(30);
        daysAhead = 29;
        queue = 29;
        photoBytes = 4 * 1024 * 1024;
        temporaryRequired = true;
        emptyIsInvalid = false;
        deleteForbidden = false;
        commentsRefused = false;
    }

    /** How long reads do not show a post stored under {@link Fault#STORED_UNSEEN_THEN_RESET}; at first 30 seconds. */
    public void readLag(Duration lag) {
        readLag = lag;
    }

    /** How many days ahead a post may be scheduled; at first 29. */
    public void daysAhead(int days) {
        daysAhead = days;
    }

    /** How many scheduled posts may wait at the same time; at first 29. */
    public void scheduledAtMost(int posts) {
        queue = posts;
    }

    /** The largest photo in bytes; at first 4 MiB, as refusals say; the documentation says 10 MB. */
    public void photoBytes(int bytes) {
        photoBytes = bytes;
    }

    /** Whether a scheduled post takes only photos uploaded with {@code temporary=true}; at first it does. */
    public void temporaryPhotosRequired(boolean yes) {
        temporaryRequired = yes;
    }

    /** Whether an empty post is refused as 100 "Missing message or attachment" and not as 197; at first it is not. */
    public void emptyPostIsInvalidParameter(boolean yes) {
        emptyIsInvalid = yes;
    }

    /** Whether deleting posts is refused, as for apps that were not chosen for it; at first it is not. */
    public void deleteForbidden(boolean yes) {
        deleteForbidden = yes;
    }

    /** Whether comments are refused until the person passes a security check; at first they are not. */
    public void commentsNeedSecurityCheck(boolean yes) {
        commentsRefused = yes;
    }

    Duration readLag() {
        return readLag;
    }

    Duration furthest() {
        return Duration.ofDays(daysAhead);
    }

    int queue() {
        return queue;
    }

    int photoBytes() {
        return photoBytes;
    }

    boolean temporaryRequired() {
        return temporaryRequired;
    }

    boolean emptyIsInvalid() {
        return emptyIsInvalid;
    }

    boolean deleteForbidden() {
        return deleteForbidden;
    }

    boolean commentsRefused() {
        return commentsRefused;
    }
}
