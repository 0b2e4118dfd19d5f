package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A Shlink 5 server: {@code POST /rest/v3/short-urls}; its errors are problem details. */
final class ShortenerShlink implements ShortenerProtocol {

    private static final String SERVICE = "shlink";
    private static final String ERRORS = "https://shlink.io/api/error/";
    private static final List<String> CREATE = List.of("rest", "v3", "short-urls");

    private final ShortLinks links;

    ShortenerShlink(ShortLinks links) {
        this.links = links;
    }

    @Override
    public boolean creates(Call call) {
        return call.method().equals("POST") && call.path().equals(CREATE);
    }

    @Override
    public void authorise(Call call, String key) {
        String given = call.header("X-Api-Key")
                .orElseThrow(
                        () -> problem(
                                401,
                                "missing-authentication",
                                "Invalid authorization",
                                "Expected one of the following authentication headers, [\"X-Api-Key\"], but none were provided"));
        if (!given.equals(key)) {
            throw problem(401, "invalid-api-key", "Invalid API key", "Provided API key does not exist or is invalid.");
        }
    }

    @Override
    public Answer create(Call call) {
        ObjectNode body = ShortenerProtocol.json(
                call,
                () -> problem(
                        400, "malformed-request-body", "Malformed request body", "Provided body is not a JSON object"));
        String longUrl = longUrl(body);
        Set<String> tags = tags(body);
        String slug = body.path("customSlug").asText("");
        Optional<ShortLinks.Link> existing =
                body.path("findIfExists").asBoolean() ? find(longUrl, slug, tags) : Optional.empty();
        return Answer.json(200, toJson(existing.orElseGet(() -> store(longUrl, slug, tags))));
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

    /** No tags given match any; tags given match exactly these. */
    private Optional<ShortLinks.Link> find(String longUrl, String slug, Set<String> tags) {
        return links.find(
                SERVICE,
                link -> link.longUrl().equals(longUrl)
                        && (slug.isEmpty() || slug.equals(link.alias()))
                        && (tags.isEmpty() || tags.equals(link.tags())));
    }

    private ShortLinks.Link store(String longUrl, String slug, Set<String> tags) {
        if (!slug.isEmpty() && links.byAlias(SERVICE, slug).isPresent()) {
            ObjectNode taken = error(
                    400, "non-unique-slug", "Invalid custom slug", "Provided slug \"" + slug + "\" is already in use.");
            taken.put("customSlug", slug);
            throw new Refusal(Answer.of(400, "application/problem+json", Json.write(taken)));
        }
        return links.add(SERVICE, slug, longUrl, "", tags);
    }

    private ObjectNode toJson(ShortLinks.Link link) {
        String shortUrl = links.shortUrl(link);
        ObjectNode json = Json.object();
        json.put("shortUrl", shortUrl).put("shortCode", link.alias()).put("longUrl", link.longUrl());
        json.put("dateCreated", link.created().toString().replace("Z", "+00:00"));
        link.tags().forEach(json.putArray("tags")::add);
        json.putObject("meta").putNull("validSince").putNull("validUntil").putNull("maxVisits");
        json.put("domain", URI.create(shortUrl).getAuthority());
        json.putNull("title").put("crawlable", false).put("forwardQuery", true).put("hasRedirectRules", false);
        json.putObject("visitsSummary").put("total", 0).put("nonBots", 0).put("bots", 0);
        return json;
    }

    @Override
    public Answer tooMany() {
        return Answer.gateway(429, "429 Too Many Requests");
    }

    /** The answer to an alias that leads nowhere. */
    static Refusal notFound() {
        return problem(404, "short-url-not-found", "Short URL not found", "No URL found with short code");
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
