package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search engine that takes part in IndexNow: {@code GET} and {@code POST /indexnow}. A key it has not seen is accepted
 * with 202 and known from then on.
 *
 * <p>Its posts are the pages it was told of.
 */
public final class IndexNowSimulator implements PlatformSimulator {

    private static final int MOST_URLS = 10_000;

    private final String baseUrl;
    private final Clock clock;
    private final FaultScript script = new FaultScript("indexnow", Fault.COMMON);
    private final Set<String> known = new HashSet<>();
    private final List<SimulatedPost> pages = new ArrayList<>();
    private boolean keysFail;

    IndexNowSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** The address that {@code /indexnow} is appended to. */
    public String baseUrl() {
        return baseUrl;
    }

    @Override
    public String name() {
        return "indexnow";
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
        return List.copyOf(pages);
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    /** The key files of all sites cannot be found from now on. */
    @Override
    public synchronized void expireToken() {
        keysFail = true;
    }

    @Override
    public synchronized void reset() {
        script.reset();
        known.clear();
        pages.clear();
        keysFail = false;
    }

    synchronized Answer answer(Call call) {
        Fault fault = script.next();
        try {
            if (!call.path().equals(List.of("indexnow"))) {
                throw refusal(404, "NotFound");
            }
            return switch (call.method()) {
                case "GET" ->
                    accept(
                            call.query().first("key").orElse(""),
                            call.query().first("keyLocation").orElse(""),
                            host(call.query().first("url").orElse("")),
                            List.of(call.query().first("url").orElse("")),
                            fault);
                case "POST" -> post(call, fault);
                default -> throw refusal(405, "MethodNotAllowed");
            };
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer post(Call call, @Nullable Fault fault) {
        ObjectNode body = Json.readObject(call.hasType("application/json") ? call.body() : "")
                .orElseThrow(() -> refusal(400, "InvalidRequest"));
        List<String> urls = new ArrayList<>();
        for (JsonNode url : body.path("urlList")) {
            urls.add(url.asText());
        }
        return accept(
                body.path("key").asText(""),
                body.path("keyLocation").asText(""),
                body.path("host").asText(""),
                urls,
                fault);
    }

    private Answer accept(String key, String keyLocation, String host, List<String> urls, @Nullable Fault fault) {
        if (host.isEmpty() || key.isEmpty() || urls.isEmpty() || urls.size() > MOST_URLS) {
            throw refusal(400, "InvalidRequest");
        }
        if (!key.matches("[A-Za-z0-9-]{8,128}")) {
            throw refusal(422, "InvalidKey");
        }
        String folder = keyLocation.isEmpty() ? "" : keyLocation.substring(0, keyLocation.lastIndexOf('/') + 1);
        if (!keyLocation.isEmpty() && !host(keyLocation).equals(host)) {
            throw refusal(422, "InvalidKeyLocation");
        }
        for (String url : urls) {
            if (!host(url).equals(host) || !url.startsWith(folder)) {
                throw refusal(422, "UrlNotOfThisHost");
            }
        }
        if (fault == Fault.RATE_LIMITED) {
            throw refusal(429, "TooManyRequests");
        }
        if (fault == Fault.NOT_STORED_500) {
            return Answer.gateway(500, "500 Internal Server Error");
        }
        if (keysFail) {
            throw refusal(403, "UserForbiddedToAccessSite");
        }
        for (String url : urls) {
            pages.add(new SimulatedPost(
                    String.valueOf(pages.size() + 1), url, url, null, clock.instant(), Map.of("key", key)));
        }
        boolean first = known.add(host + " " + key);
        return Answer.of(first ? 202 : 200, "text/plain; charset=UTF-8", "")
                .brokenBy(fault, Answer.gateway(500, "500 Internal Server Error"));
    }

    private static String host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static Refusal refusal(int status, String code) {
        return new Refusal(Answer.json(status, Json.object().put("code", code).put("message", "")));
    }
}
