package io.sharewire.testkit;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** The calls that are served, each with who may make it and how often. */
@SuppressWarnings("ImmutableEnumChecker") // The sets are made by Set.of and cannot change.
enum TwitterEndpoint {
    CREATE("POST 2/tweets", Needs.WRITING, 100, 10_000),
    DELETE("DELETE 2/tweets/*", Needs.WRITING, 50, 0),
    LOOK("GET 2/tweets/*", TwitterCaller.READING, 900, 450),
    TIMELINE("GET 2/users/*/tweets", TwitterCaller.READING, 900, 10_000),
    ME("GET 2/users/me", TwitterCaller.READING, 75, 0),
    UPLOAD("POST 2/media/upload", Needs.MEDIA, 500, 50_000),
    METADATA("POST 2/media/metadata", Needs.MEDIA, 500, 50_000),
    UPLOAD_STATUS("GET 2/media/upload", Needs.MEDIA, 1_000, 100_000),
    INITIALIZE("POST 2/media/upload/initialize", Needs.MEDIA, 1_875, 180_000),
    APPEND("POST 2/media/upload/*/append", Needs.MEDIA, 1_875, 180_000),
    FINALIZE("POST 2/media/upload/*/finalize", Needs.MEDIA, 1_875, 180_000),
    CONSENT("GET i/oauth2/authorize", Set.of(), 900, 0),
    CONSENT_OF_API("GET 2/oauth2/authorize", Set.of(), 900, 0),
    TOKEN("POST 2/oauth2/token", Set.of(), 900, 0),
    REVOKE("POST 2/oauth2/revoke", Set.of(), 900, 0),
    REQUEST_TOKEN("POST oauth/request_token", Set.of(), 900, 0),
    OAUTH1_AUTHORIZE("GET oauth/authorize", Set.of(), 900, 0),
    OAUTH1_AUTHENTICATE("GET oauth/authenticate", Set.of(), 900, 0),
    ACCESS_TOKEN("POST oauth/access_token", Set.of(), 900, 0),
    UNKNOWN("", Set.of(), 900, 0);

    private final String pattern;
    private final Set<String> scopes;
    private final int userLimit;
    private final int appLimit;

    TwitterEndpoint(String pattern, Set<String> scopes, int userLimit, int appLimit) {
        this.pattern = pattern.replace("*", "[^/]+");
        this.scopes = scopes;
        this.userLimit = userLimit;
        this.appLimit = appLimit;
    }

    static TwitterEndpoint of(Call call) {
        String wanted = call.method() + " " + String.join("/", call.path());
        return Stream.of(values())
                .filter(endpoint -> wanted.matches(endpoint.pattern))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The OAuth 2.0 scopes that a token needs; none where the call brings no token. */
    Set<String> scopes() {
        return scopes;
    }

    /** Whether the app's own token is enough. */
    boolean servesApps() {
        return this == LOOK || this == TIMELINE;
    }

    /** Calls of one user in 15 minutes. */
    int userLimit() {
        return userLimit;
    }

    /** Calls of the app in {@link #appWindow()}; 0 for no limit. */
    int appLimit() {
        return appLimit;
    }

    Duration appWindow() {
        return servesApps() ? RateWindow.QUARTER : RateWindow.DAY;
    }

    /** An enum's own constants cannot be used by its values. */
    private static final class Needs {
        private static final Set<String> WRITING = Set.of("tweet.read", "tweet.write", "users.read");
        private static final Set<String> MEDIA = Set.of("media.write");
    }
}
