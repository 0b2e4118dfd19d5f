package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much Facebook takes: calls for each Page, for the app and for the person, and posts in a row.
 *
 * <p>The numbers are so large at first that no test meets them by accident, and the speed of posting is not limited.
 * Calls that come while they are blocked prolong the block. Safe for use by many threads.
 */
public final class FacebookLimits {

    private static final int PLENTY = 1_000_000;
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, FacebookQuota> pages = new HashMap<>();
    private final Map<String, FacebookQuota> posts = new HashMap<>();
    private FacebookQuota app = new FacebookQuota(HOUR);
    private FacebookQuota person = new FacebookQuota(HOUR);
    private int callsPerPage = PLENTY;
    private int callsPerApp = PLENTY;
    private int callsPerPerson = PLENTY;
    private int shownFrom = PLENTY;
    private Duration block = HOUR;
    private int postsAtMost = PLENTY;
    private Duration postsWithin = HOUR;
    private Duration coolDown = Duration.ofHours(4);

    FacebookLimits() {}

    /** Calls with a Page's token within 24 hours. */
    public synchronized void callsPerPage(int calls) {
        callsPerPage = calls;
    }

    /** Calls with tokens of persons or of the app itself within an hour. */
    public synchronized void callsPerApp(int calls) {
        callsPerApp = calls;
    }

    /** Calls with a person's token within an hour. */
    public synchronized void callsPerPerson(int calls) {
        callsPerPerson = calls;
    }

    /** From which call on the answers' headers tell how much is used; at first never before the limit. */
    public synchronized void usageShownFrom(int call) {
        shownFrom = call;
    }

    /** How long a block lasts after the last call that met it; at first an hour. */
    public synchronized void block(Duration time) {
        block = time;
    }

    /** Refuses posts beyond this many within this time, until none was tried for as long as the cool-down. */
    public synchronized void postsAtMost(int number, Duration within, Duration untilLifted) {
        postsAtMost = number;
        postsWithin = within;
        coolDown = untilLifted;
        posts.clear();
    }

    synchronized void reset() {
        pages.clear();
        posts.clear();
        app = new FacebookQuota(HOUR);
        person = new FacebookQuota(HOUR);
        callsPerPage = PLENTY;
        callsPerApp = PLENTY;
        callsPerPerson = PLENTY;
        shownFrom = PLENTY;
        block = HOUR;
        postsAtMost = PLENTY;
        postsWithin = HOUR;
        coolDown = Duration.ofHours(4);
    }

    /** Counts a call; gives the headers that tell about it, or refuses. */
    synchronized Map<String, String> take(FacebookToken token, boolean onPage, Instant now) {
        if (token.isFor(FacebookToken.Kind.PAGE)) {
            return takeOfPage(token.subject(), now);
        }
        boolean appMay = app.take(callsPerApp, block, now);
        Map<String, String> headers = appMay && app.used() < shownFrom
                ? Map.of()
                : Map.of("X-App-Usage", Json.write(usage(app, callsPerApp)));
        if (!appMay) {
            throw refused(GraphErrors.error(400, 4, "(#4) Application request limit reached"), headers);
        }
        if (token.isFor(FacebookToken.Kind.USER) && !person.take(callsPerPerson, block, now)) {
            throw refused(
                    onPage
                            ? GraphErrors.error(400, 32, "(#32) Page request limit reached")
                            : GraphErrors.error(400, 17, "(#17) User request limit reached"),
                    headers);
        }
        return headers;
    }

    private Map<String, String> takeOfPage(String page, Instant now) {
        FacebookQuota quota = pages.computeIfAbsent(page, id -> new FacebookQuota(DAY));
        boolean may = quota.take(callsPerPage, block, now);
        if (may && quota.used() < shownFrom) {
            return Map.of();
        }
        int callCount = (int) Math.min(1000, 100L * quota.used() / Math.max(1, callsPerPage));
        Map<String, String> headers = businessUse(page, callCount, quota.minutesLeft(now));
        if (!may) {
            throw refused(GraphErrors.tooManyCalls(), headers);
        }
        return headers;
    }

    /** The header of a Page, in percent of its calls and in minutes until it may call again. */
    static Map<String, String> businessUse(String page, int percent, long minutes) {
        ObjectNode json = Json.object();
        json.putArray(page)
                .addObject()
                .put("type", "pages")
                .put("call_count", percent)
                .put("total_cputime", 23)
                .put("total_time", 23)
                .put("estimated_time_to_regain_access", minutes);
        return Map.of("X-Business-Use-Case-Usage", Json.write(json));
    }

    private static ObjectNode usage(FacebookQuota quota, int limit) {
        return Json.object()
                .put("call_count", 100L * quota.used() / Math.max(1, limit))
                .put("total_time", 25)
                .put("total_cputime", 25);
    }

    /** Refuses a post that comes too soon after the others; no header has warned of it. */
    synchronized void takePost(String page, Instant now) {
        if (!posts.computeIfAbsent(page, id -> new FacebookQuota(postsWithin)).take(postsAtMost, coolDown, now)) {
            throw GraphErrors.tooFast().refuse();
        }
    }

    /** Starts the block of a Page that posts too fast. */
    synchronized void postsTooFast(String page, Instant now) {
        posts.computeIfAbsent(page, id -> new FacebookQuota(postsWithin)).block(coolDown, now);
    }

    private static Refusal refused(GraphErrors error, Map<String, String> headers) {
        return new Refusal(error.answer().withDefaults(headers));
    }
}
