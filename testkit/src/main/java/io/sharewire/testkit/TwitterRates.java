package io.sharewire.testkit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The windows of all endpoints: of each user, of the app, and of a day. */
final class TwitterRates {

    private static final String WINDOW = "x-rate-limit";
    private static final String USER_DAY = "x-user-limit-24hour";
    private static final String APP_DAY = "x-app-limit-24hour";
    private static final int SMALL_PLAN = 25;

    private final TwitterRules rules;
    private final Clock clock;
    private final Map<String, RateWindow> windows = new HashMap<>();

    TwitterRates(TwitterRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    void reset() {
        windows.clear();
    }

    /** Takes one call out of every window that it counts against, or refuses it. */
    void take(TwitterEndpoint endpoint, String payer) {
        List<RateWindow> counted = new ArrayList<>(all(endpoint, payer).values());
        if (counted.stream().anyMatch(RateWindow::isUsedUp)) {
            throw new Refusal(TwitterProblems.tooManyRequests());
        }
        counted.forEach(RateWindow::take);
    }

    void giveBack(TwitterEndpoint endpoint, String payer) {
        all(endpoint, payer).values().forEach(RateWindow::giveBack);
    }

    /** The headers of an answer to this caller. */
    Map<String, String> headers(TwitterEndpoint endpoint, String payer) {
        Map<String, String> headers = new LinkedHashMap<>();
        all(endpoint, payer).forEach((prefix, window) -> {
            if (endpoint == TwitterEndpoint.CREATE || prefix.equals(WINDOW)) {
                headers.putAll(window.headers(prefix));
            }
        });
        return headers;
    }

    Answer windowClosed(String payer) {
        return TwitterProblems.tooManyRequests()
                .withDefaults(window(TwitterEndpoint.CREATE, payer).exhausted(WINDOW));
    }

    Answer dayClosed(String payer) {
        int limit = rules.userDailyLimit == 0 ? SMALL_PLAN : rules.userDailyLimit;
        return TwitterProblems.tooManyRequests()
                .withDefaults(
                        opened("closed day/" + payer, limit, RateWindow.DAY).exhausted(USER_DAY));
    }

    private Map<String, RateWindow> all(TwitterEndpoint endpoint, String payer) {
        Map<String, RateWindow> all = new LinkedHashMap<>();
        all.put(WINDOW, window(endpoint, payer));
        boolean isCreate = endpoint == TwitterEndpoint.CREATE;
        if (isCreate && rules.userDailyLimit > 0) {
            all.put(USER_DAY, opened(USER_DAY + payer, rules.userDailyLimit, RateWindow.DAY));
        }
        int appDay = isCreate ? rules.appDailyLimit : endpoint.appLimit();
        if (appDay > 0 && endpoint.appWindow().equals(RateWindow.DAY)) {
            all.put(APP_DAY, opened(APP_DAY + endpoint, appDay, RateWindow.DAY));
        }
        return all;
    }

    private RateWindow window(TwitterEndpoint endpoint, String payer) {
        boolean isApp = payer.equals("app") && endpoint.servesApps();
        return opened(endpoint + "/" + payer, isApp ? endpoint.appLimit() : endpoint.userLimit(), RateWindow.QUARTER);
    }

    private RateWindow opened(String name, int limit, Duration length) {
        return windows.computeIfAbsent(name + "/" + limit, key -> new RateWindow(limit, length, clock));
    }
}
