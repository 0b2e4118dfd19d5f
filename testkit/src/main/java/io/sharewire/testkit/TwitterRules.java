package io.sharewire.testkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the X simulator does where the platform's behaviour depends on the account or is not documented.
 *
 * <p>Each setter returns this object; {@link TwitterSimulator#reset()} brings all values back. Safe for use by many
 * threads.
 */
public final class TwitterRules {

    volatile boolean premium;
    volatile boolean selfServe;
    volatile boolean selfReplies;
    volatile Duration duplicateWindow = Duration.ZERO;
    volatile boolean deletedTextsCount;
    volatile boolean refusalsCount;
    volatile int userDailyLimit;
    volatile int appDailyLimit;
    volatile Duration readLag = Duration.ZERO;
    volatile int unseenReads;
    volatile Duration editWindow = Duration.ZERO;
    volatile int edgeLimit;
    volatile Duration processingTime = Duration.ZERO;
    volatile @Nullable String processingFailure;
    volatile boolean currentProblemHost;
    volatile boolean problemStatus;

    TwitterRules() {
        reset();
    }

    void reset() {
        premium(false).selfServe(true).selfReplies(true);
        duplicateWindow(Duration.ofHours(24)).deletedTextsCount(true);
        refusalsCount(true).userDailyLimit(0).appDailyLimit(TwitterEndpoint.CREATE.appLimit());
        readLag(Duration.ZERO).unseenReads(1);
        editWindow(Duration.ofMinutes(30));
        edgeLimit(4 * 1024 * 1024 + 64 * 1024);
        processingTime(Duration.ofSeconds(3)).processingFailure(null);
        currentProblemHost(false).problemStatus(true);
    }

    /** Whether the account may send up to 25,000 characters and edit its posts; at first it may not. */
    public TwitterRules premium(boolean yes) {
        premium = yes;
        return this;
    }

    /** Whether the plan is a self-serve one, with its bans on quotes, unsummoned replies, second cashtags; at first yes. */
    public TwitterRules selfServe(boolean yes) {
        selfServe = yes;
        return this;
    }

    /** Whether a self-serve account may reply to its own posts; at first it may. */
    public TwitterRules selfReplies(boolean yes) {
        selfReplies = yes;
        return this;
    }

    /** For how long the same text of the same account is refused; 24 hours unless told otherwise. */
    public TwitterRules duplicateWindow(Duration window) {
        duplicateWindow = window;
        return this;
    }

    /** Whether the text of a deleted post is still a duplicate; at first it is. */
    public TwitterRules deletedTextsCount(boolean yes) {
        deletedTextsCount = yes;
        return this;
    }

    /** Whether refused creates use up the rate limit as well; at first they do. */
    public TwitterRules refusalsCount(boolean yes) {
        refusalsCount = yes;
        return this;
    }

    /** How many creates an account has in 24 hours; 0, as at first, for no limit and no headers about it. */
    public TwitterRules userDailyLimit(int creates) {
        userDailyLimit = creates;
        return this;
    }

    /** How many creates the app has in 24 hours, over all accounts; 10,000 unless told otherwise. */
    public TwitterRules appDailyLimit(int creates) {
        appDailyLimit = creates;
        return this;
    }

    /** How long after it was stored a post is shown by reads; at first at once. */
    public TwitterRules readLag(Duration lag) {
        readLag = lag;
        return this;
    }

    /** How many reads do not show a post of {@link Fault#STORED_UNSEEN_THEN_RESET}, besides the lag; at first 1. */
    public TwitterRules unseenReads(int reads) {
        unseenReads = reads;
        return this;
    }

    /** For how long a post can be edited; 30 minutes unless told otherwise. */
    public TwitterRules editWindow(Duration window) {
        editWindow = window;
        return this;
    }

    /** The largest body of a media segment's request, in bytes; above it the edge answers 413. At first 4 MiB and 64 KiB. */
    public TwitterRules edgeLimit(int bytes) {
        edgeLimit = bytes;
        return this;
    }

    /** How long animations and videos are processed; 3 seconds unless told otherwise. */
    public TwitterRules processingTime(Duration time) {
        processingTime = time;
        return this;
    }

    /** Lets the processing of media fail with this message; null, as at first, lets it succeed. */
    public TwitterRules processingFailure(@Nullable String message) {
        processingFailure = message;
        return this;
    }

    /** Whether problem types name the host {@code api.x.com}; at first they name {@code api.twitter.com}. */
    public TwitterRules currentProblemHost(boolean yes) {
        currentProblemHost = yes;
        return this;
    }

    /** Whether problem bodies repeat the HTTP status; at first most do. */
    public TwitterRules problemStatus(boolean yes) {
        problemStatus = yes;
        return this;
    }
}
