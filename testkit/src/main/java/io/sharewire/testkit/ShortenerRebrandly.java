package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rebrandly's API: {@code POST /v1/links} always makes a new link, {@code GET /v1/links} lists them by domain and
 * slashtag. A slashtag in use is answered with 403.
 */
final class ShortenerRebrandly implements ShortenerProtocol {

    private static final String SERVICE = "rebrandly";
    private static final String DOMAIN = "rebrand.ly";
    private static final List<String> LINKS = List.of("v1", "links");

    private final ShortLinks links;

    ShortenerRebrandly(ShortLinks links) {
        this.links = links;
    }

    @Override
    public boolean creates(Call call) {
        return call.method().equals("POST") && call.path().equals(LINKS);
    }

    @Override
    public void authorise(Call call, String key) {
        if (!call.header("apikey").equals(Optional.of(key))) {
            throw new Refusal(Answer.json(
                    401, Json.object().put("message", "Unauthorized").put("code", "Unauthorized")));
        }
    }

    @Override
    public Answer create(Call call) {
        ObjectNode body = ShortenerProtocol.json(call, () -> invalid(400, "Required", "destination"));
        String destination = body.path("destination").asText("");
        String slashtag = body.path("slashtag").asText("");
        String title = body.path("title").asText("");
        if (destination.isEmpty()) {
            throw invalid(400, "Required", "destination");
        }
        if (!ShortenerProtocol.isAddress(destination) || destination.length() > 2048) {
            throw invalid(400, "InvalidFormat", "destination");
        }
        if (!slashtag.isEmpty() && !slashtag.matches("[A-Za-z0-9_-]{1,40}")) {
            throw invalid(400, "InvalidFormat", "slashtag");
        }
        if (body.has("title") && (title.length() < 3 || title.length() > 255)) {
            throw invalid(400, "InvalidLength", "title");
        }
        if (!body.path("domain").path("fullName").asText(DOMAIN).equals(DOMAIN)) {
            throw invalid(403, "NotFound", "domain");
        }
        if (!slashtag.isEmpty() && links.byAlias(SERVICE, slashtag).isPresent()) {
            throw invalid(403, "AlreadyExists", "slashtag");
        }
        return Answer.json(200, toJson(links.add(SERVICE, slashtag, destination, "", Set.of())));
    }

    @Override
    public Optional<Answer> read(Call call, String key) {
        if (!call.method().equals("GET") || !call.path().equals(LINKS)) {
            return Optional.empty();
        }
        authorise(call, key);
        ArrayNode list = Json.object().putArray("links");
        Optional<String> slashtag = call.query().first("slashtag");
        if (call.query().first("domain.fullName").orElse(DOMAIN).equals(DOMAIN)) {
            links.all().stream()
                    .filter(link ->
                            link.service().equals(SERVICE) && link.scope().isEmpty())
                    .filter(link -> slashtag.isEmpty() || link.alias().equals(slashtag.get()))
                    .forEach(link -> list.add(toJson(link)));
        }
        return Optional.of(Answer.json(200, list));
    }

    private ObjectNode toJson(ShortLinks.Link link) {
        ObjectNode json = Json.object()
                .put("id", link.alias())
                .put("slashtag", link.alias())
                .put("destination", link.longUrl())
                .put("createdAt", link.created().toString())
                .put("status", "active")
                // The address comes without its scheme.
                .put("shortUrl", links.shortUrl(link).replaceFirst("^https?://", ""))
                .put("https", links.shortUrl(link).startsWith("https:"));
        json.putObject("domain").put("fullName", DOMAIN);
        return json;
    }

    @Override
    public Answer tooMany() {
        return Answer.json(
                429, Json.object().put("message", "Too many requests").put("code", "TooManyRequests"));
    }

    private static Refusal invalid(int status, String code, String property) {
        ObjectNode json = Json.object()
                .put("message", "Invalid format")
                .put("code", "InvalidFormat")
                .put("source", "link");
        json.putArray("errors")
                .addObject()
                .put("code", code)
                .put("property", property)
                .put("message", code.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
        return new Refusal(Answer.json(status, json));
    }
}
