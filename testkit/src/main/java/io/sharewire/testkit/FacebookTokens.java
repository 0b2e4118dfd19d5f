package io.sharewire.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that Facebook has issued, what has become of them, and what the person has allowed the app to do.
 *
 * <p>Safe for use by many threads.
 */
public final class FacebookTokens {

    static final String APP = "1409220000000001";
    static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
    static final String OTHER_APP = "1409220000000002";
    static final String OTHER_APP_SECRET = "fedcba9876543210fedcba9876543210";
    static final String PERSON = "10160000000000001";

    static final Set<String> PERMISSIONS =
            Set.of("pages_show_list", "pages_read_engagement", "pages_manage_posts", "pages_manage_engagement");

    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern(
                    "EEEE, dd-MMM-yy HH:mm:ss 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private record Fallen(FacebookTokenTrouble why, Instant at) {}

    private final Clock clock;
    private final Map<String, FacebookToken> issued = new HashMap<>();
    private final Map<String, Fallen> fallen = new HashMap<>();
    private final Set<String> granted = new LinkedHashSet<>();
    private int count;

    FacebookTokens(Clock clock) {
        this.clock = clock;
        reset();
    }

    /** Makes a token useless from now on, for this reason. */
    public synchronized void spoil(String token, FacebookTokenTrouble why) {
        if (!issued.containsKey(token)) {
            throw new IllegalArgumentException("spoil: no such token was issued");
        }
        fallen.put(token, new Fallen(why, clock.instant()));
    }

    /** Lets the app do this again, such as {@code pages_manage_posts}; at first all that the Pages need is granted. */
    public synchronized void grant(String... permissions) {
        granted.addAll(List.of(permissions));
    }

    /** Takes permissions away from the app. */
    public synchronized void withdraw(String... permissions) {
        Arrays.asList(permissions).forEach(granted::remove);
    }

    synchronized boolean allows(String permission) {
        return granted.contains(permission);
    }

    synchronized Set<String> granted() {
        return Set.copyOf(granted);
    }

    synchronized void issue(String value, FacebookToken.Kind kind, String app, String subject) {
        issued.put(value, new FacebookToken(value, kind, app, subject, clock.instant(), null));
    }

    /** A new token of the person, good for so long. */
    synchronized FacebookToken issueToPerson(Duration life) {
        Instant now = clock.instant();
        String value = "EAAGtestLoginToken" + ++count;
        FacebookToken token = new FacebookToken(value, FacebookToken.Kind.USER, APP, PERSON, now, now.plus(life));
        issued.put(value, token);
        return token;
    }

    synchronized Optional<FacebookToken> find(String value) {
        return Optional.ofNullable(issued.get(value));
    }

    /** What is wrong with an issued token; nothing if it is good. */
    synchronized Optional<GraphErrors> trouble(FacebookToken token) {
        Fallen fall = fall(token);
        if (fall == null) {
            return Optional.empty();
        }
        String message = fall.why() == FacebookTokenTrouble.EXPIRED
                ? "Error validating access token: Session has expired on " + EXPIRY.format(fall.at())
                        + ". The current time is " + EXPIRY.format(clock.instant()) + "."
                : fall.why().message();
        return Optional.of(
                GraphErrors.error(400, 190, message).subcode(fall.why().subcode()));
    }

    private @Nullable Fallen fall(FacebookToken token) {
        Instant expires = token.expires();
        return expires != null && !clock.instant().isBefore(expires)
                ? new Fallen(FacebookTokenTrouble.EXPIRED, expires)
                : fallen.get(token.value());
    }

    synchronized void reset() {
        issued.clear();
        fallen.clear();
        granted.clear();
        granted.addAll(PERMISSIONS);
        count = 0;
        issue(APP + "|" + APP_SECRET, FacebookToken.Kind.APP, APP, APP);
        issue(OTHER_APP + "|" + OTHER_APP_SECRET, FacebookToken.Kind.APP, OTHER_APP, OTHER_APP);
    }

    static String secretOf(String app) {
        return app.equals(APP) ? APP_SECRET : OTHER_APP_SECRET;
    }
}
