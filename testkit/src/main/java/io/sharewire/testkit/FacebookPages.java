package io.sharewire.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Pages of the person who has connected the app: one from the start, more when a test adds them. */
final class FacebookPages {

    static final String MAIN = "112130216863063";
    static final String MAIN_TOKEN = "EAAGtestPageToken123";
    static final String USER_TOKEN = "EAAGtestUserToken456";
    static final String OTHER_APP_TOKEN = "EAAGtestOtherAppToken789";

    private static final List<String> ALL_TASKS =
            List.of("ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MANAGE", "MODERATE");

    private final FacebookTokens tokens;
    private final Map<String, FacebookPage> pages = new LinkedHashMap<>();

    FacebookPages(FacebookTokens tokens) {
        this.tokens = tokens;
        reset();
    }

    void reset() {
        pages.clear();
        pages.put(MAIN, new FacebookPage(MAIN, "Sandbox News", MAIN_TOKEN, ALL_TASKS));
        tokens.issue(MAIN_TOKEN, FacebookToken.Kind.PAGE, FacebookTokens.APP, MAIN);
        tokens.issue(OTHER_APP_TOKEN, FacebookToken.Kind.PAGE, FacebookTokens.OTHER_APP, MAIN);
        tokens.issue(USER_TOKEN, FacebookToken.Kind.USER, FacebookTokens.APP, FacebookTokens.PERSON);
    }

    FacebookPage add(String name, boolean withToken, String... tasks) {
        String id = String.valueOf(Long.parseLong(MAIN) + pages.size());
        String token = withToken ? "EAAGtestPageToken" + id : null;
        FacebookPage page = new FacebookPage(id, name, token, tasks.length == 0 ? ALL_TASKS : List.of(tasks));
        pages.put(id, page);
        if (token != null) {
            tokens.issue(token, FacebookToken.Kind.PAGE, FacebookTokens.APP, id);
        }
        return page;
    }

    void tasks(String id, String... tasks) {
        FacebookPage page = find(id).orElseThrow(() -> new IllegalArgumentException("tasks: no Page " + id));
        pages.put(id, new FacebookPage(id, page.name(), page.token(), List.of(tasks)));
    }

    Optional<FacebookPage> find(String id) {
        return Optional.ofNullable(pages.get(id));
    }

    List<FacebookPage> all() {
        return new ArrayList<>(pages.values());
    }
}
