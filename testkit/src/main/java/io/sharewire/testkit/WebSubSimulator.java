package io.sharewire.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A WebSub hub as far as publishers see it: {@code POST} of a form with {@code hub.mode=publish} and one {@code hub.url} or
 * {@code hub.topic} for each changed feed is answered with 204.
 *
 * <p>Its posts are the feeds it was told of.
 */
public final class WebSubSimulator implements PlatformSimulator {

    private final String hub;
    private final Clock clock;
    private final FaultScript script = new FaultScript("websub", Fault.COMMON);
    private final List<SimulatedPost> feeds = new ArrayList<>();
    private boolean closed;

    WebSubSimulator(String hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** The hub's address. */
    public String hub() {
        return hub;
    }

    @Override
    public String name() {
        return "websub";
    }

    @Override
    public void inject(Fault... faults) {
        script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return script.possible();
    }

    @Override
    public synchronized List<SimulatedPost> posts() {
        return List.copyOf(feeds);
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    /** Hubs know no tokens; this one takes nothing from this publisher any more. */
    @Override
    public synchronized void expireToken() {
        closed = true;
    }

    @Override
    public synchronized void reset() {
        script.reset();
        feeds.clear();
        closed = false;
    }

    synchronized Answer answer(Call call) {
        Fault fault = script.next();
        try {
            return publish(call, fault);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer publish(Call call, @Nullable Fault fault) {
        if (!call.method().equals("POST")) {
            throw refusal(405, "Only POST");
        }
        if (!call.hasType("application/x-www-form-urlencoded")) {
            throw refusal(415, "The body must be a form");
        }
        if (!call.form().first("hub.mode").orElse("").equals("publish")) {
            throw refusal(400, "Invalid value for hub.mode");
        }
        Set<String> told = new LinkedHashSet<>();
        call.form().pairs().stream()
                .filter(pair -> pair.getKey().equals("hub.url") || pair.getKey().equals("hub.topic"))
                .map(Map.Entry::getValue)
                .forEach(told::add);
        if (told.isEmpty() || !told.stream().allMatch(ShortenerProtocol::isAddress)) {
            throw refusal(400, "Invalid hub.url");
        }
        if (closed) {
            throw refusal(403, "Not from this publisher");
        }
        if (fault == Fault.RATE_LIMITED) {
            throw refusal(429, "Too many requests");
        }
        if (fault == Fault.NOT_STORED_500) {
            return Answer.gateway(500, "500 Internal Server Error");
        }
        for (String feed : told) {
            feeds.add(new SimulatedPost(String.valueOf(feeds.size() + 1), feed, feed, null, clock.instant(), Map.of()));
        }
        return Answer.of(204, "text/plain", "").brokenBy(fault, Answer.gateway(500, "500 Internal Server Error"));
    }

    private static Refusal refusal(int status, String words) {
        return new Refusal(Answer.of(status, "text/plain; charset=UTF-8", words));
    }
}
