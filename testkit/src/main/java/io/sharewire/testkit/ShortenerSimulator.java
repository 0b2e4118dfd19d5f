package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A Shlink 5 server: {@code POST /rest/v3/short-urls} makes a short link, {@code GET /{code}} follows it.
 *
 * <p>Its posts are its short links: the text is the short address, the link is where it leads.
 */
public final class ShortenerSimulator implements PlatformSimulator {

    private static final String KEY = "6f2d8b1e-5c1f-4a9e-9a53-3d0c1a7b4e21";
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String ERRORS = "https://shlink.io/api/error/";
    private static final List<String> CREATE = List.of("rest", "v3", "short-urls");

    private final String baseUrl;
    private final Clock clock;
    private final FaultScript script = new FaultScript("shortener", Fault.COMMON);
    private final Map<String, ShortLink> links = new LinkedHashMap<>();
    private boolean expired;

    ShortenerSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    private record ShortLink(String code, String longUrl, Set<String> tags, Instant created) {}

    /** The server's address, which short links begin with. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The key for the {@code X-Api-Key} header. */
    public String apiKey() {
        return KEY;
    }

    @Override
    public String name() {
        return "shortener";
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
        return links.values().stream()
                .map(link ->
                        new SimulatedPost(link.code(), shortUrl(link), link.longUrl(), null, link.created(), Map.of()))
                .toList();
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    @Override
    public synchronized void expireToken() {
        expired = true;
    }

    @Override
    public synchronized void reset() {
        script.reset();
        links.clear();
        expired = false;
    }

    synchronized Answer answer(Call call) {
        try {
            if (call.method().equals("POST") && call.path().equals(CREATE)) {
                return create(call, script.next());
            }
            ShortLink link = links.get(String.join("/", call.path()));
            if (!call.method().equals("GET") || link == null) {
                throw problem(404, "short-url-not-found", "Short URL not found", "No URL found with short code");
            }
            return Answer.of(302, "text/html; charset=UTF-8", "").with("Location", link.longUrl());
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer create(Call call, @Nullable Fault fault) {
        checkKey(call);
        if (fault == Fault.RATE_LIMITED) {
            return Answer.gateway(429, "429 Too Many Requests");
        }
        if (fault == Fault.NOT_STORED_500) {
            return Answer.gateway(500, "500 Internal Server Error");
        }
        ObjectNode body = Json.readObject(call.hasType("application/json") ? call.body() : "")
                .orElseThrow(() -> problem(
                        400, "malformed-request-body", "Malformed request body", "Provided body is not a JSON object"));
        String longUrl = longUrl(body);
        Set<String> tags = tags(body);
        Optional<ShortLink> existing =
                body.path("findIfExists").asBoolean() ? find(longUrl, slug(body), tags) : Optional.empty();
        ShortLink link = existing.orElseGet(() -> store(longUrl, slug(body), tags));
        return Answer.json(200, toJson(link)).brokenBy(fault, Answer.gateway(500, "500 Internal Server Error"));
    }

    private void checkKey(Call call) {
        String key = call.header("X-Api-Key")
                .orElseThrow(
                        () -> problem(
                                401,
                                "missing-authentication",
                                "Invalid authorization",
                                "Expected one of the following authentication headers, [\"X-Api-Key\"], but none were provided"));
        if (expired || !key.equals(KEY)) {
            throw problem(401, "invalid-api-key", "Invalid API key", "Provided API key does not exist or is invalid.");
        }
    }

    private static String longUrl(ObjectNode body) {
        String longUrl = body.path("longUrl").asText("");
        if (!longUrl.matches("(?i)[a-z][a-z0-9+.-]*:.+")) {
            ObjectNode invalid = error(400, "invalid-data", "Invalid data", "Provided data is not valid");
            invalid.putArray("invalidElements").add("longUrl");
            throw new Refusal(Answer.of(400, "application/problem+json", Json.write(invalid)));
        }
        return longUrl;
    }

    private static Set<String> tags(ObjectNode body) {
        Set<String> tags = new TreeSet<>();
        body.path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    private static Optional<String> slug(ObjectNode body) {
        return Optional.of(body.path("customSlug").asText("")).filter(slug -> !slug.isEmpty());
    }

    /** No tags given match any; tags given match exactly these. */
    private Optional<ShortLink> find(String longUrl, Optional<String> slug, Set<String> tags) {
        return links.values().stream()
                .filter(link -> link.longUrl().equals(longUrl))
                .filter(link -> slug.isEmpty() || slug.orElseThrow().equals(link.code()))
                .filter(link -> tags.isEmpty() || tags.equals(link.tags()))
                .findFirst();
    }

    private ShortLink store(String longUrl, Optional<String> slug, Set<String> tags) {
        if (slug.isPresent() && links.containsKey(slug.orElseThrow())) {
            ObjectNode taken = error(
                    400,
                    "non-unique-slug",
                    "Invalid custom slug",
                    "Provided slug \"" + slug.orElseThrow() + "\" is already in use.");
            taken.put("customSlug", slug.orElseThrow());
            throw new Refusal(Answer.of(400, "application/problem+json", Json.write(taken)));
        }
        ShortLink link = new ShortLink(
                slug.orElseGet(this::freeCode), longUrl, tags, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        links.put(link.code(), link);
        return link;
    }

    private String freeCode() {
        String code = "";
        while (code.length() < 5 || links.containsKey(code)) {
            code = (code.length() < 5 ? code : "")
                    + ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length()));
        }
        return code;
    }

    private String shortUrl(ShortLink link) {
        return baseUrl + "/" + link.code();
    }

    private ObjectNode toJson(ShortLink link) {
        ObjectNode json = Json.object();
        json.put("shortUrl", shortUrl(link)).put("shortCode", link.code()).put("longUrl", link.longUrl());
        json.put("dateCreated", link.created().toString().replace("Z", "+00:00"));
        link.tags().forEach(json.putArray("tags")::add);
        json.putObject("meta").putNull("validSince").putNull("validUntil").putNull("maxVisits");
        json.put("domain", URI.create(baseUrl).getAuthority());
        json.putNull("title").put("crawlable", false).put("forwardQuery", true).put("hasRedirectRules", false);
        json.putObject("visitsSummary").put("total", 0).put("nonBots", 0).put("bots", 0);
        return json;
    }

    private static Refusal problem(int status, String type, String title, String detail) {
        return new Refusal(
                Answer.of(status, "application/problem+json", Json.write(error(status, type, title, detail))));
    }

    private static ObjectNode error(int status, String type, String title, String detail) {
        return Json.object()
                .put("type", ERRORS + type)
                .put("title", title)
                .put("detail", detail)
                .put("status", status);
    }
}
