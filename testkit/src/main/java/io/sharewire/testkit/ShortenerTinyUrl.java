package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * TinyURL's API: {@code POST /create}, {@code GET /alias/DOMAIN/ALIAS}. Each request without an alias makes a new link; an
 * alias is given out once.
 */
final class ShortenerTinyUrl implements ShortenerProtocol {

    private static final String SERVICE = "tinyurl";
    private static final String DOMAIN = "tinyurl.com";
    private static final int ALIAS_TAKEN = 5;

    private final ShortLinks links;

    ShortenerTinyUrl(ShortLinks links) {
        this.links = links;
    }

    @Override
    public boolean creates(Call call) {
        return call.method().equals("POST") && call.path().equals(List.of("create"));
    }

    @Override
    public void authorise(Call call, String key) {
        if (!call.authorization("Bearer")
                .or(() -> call.query().first("api_token"))
                .equals(Optional.of(key))) {
            throw refusal(401, 1, "Unauthenticated.");
        }
    }

    @Override
    public Answer create(Call call) {
        ObjectNode body = ShortenerProtocol.json(call, () -> refusal(422, 2, "The URL field is required."));
        String url = body.path("url").asText("");
        String alias = body.path("alias").asText("");
        if (!ShortenerProtocol.isAddress(url)) {
            throw refusal(422, 2, url.isEmpty() ? "The URL field is required." : "The URL format is invalid.");
        }
        if (!body.path("domain").asText(DOMAIN).equals(DOMAIN)) {
            throw refusal(422, 3, "The selected domain is invalid.");
        }
        if (!alias.isEmpty() && !alias.matches("[A-Za-z0-9_-]{5,30}")) {
            throw refusal(422, 4, "The alias must be 5 to 30 letters, digits, - or _.");
        }
        if (!alias.isEmpty() && links.byAlias(SERVICE, alias).isPresent()) {
            throw refusal(422, ALIAS_TAKEN, "Alias is not available.");
        }
        return toJson(links.add(SERVICE, alias, url, "", Set.of()));
    }

    @Override
    public Optional<Answer> read(Call call, String key) {
        List<String> path = call.path();
        if (!call.method().equals("GET") || path.size() != 3 || !path.get(0).equals("alias")) {
            return Optional.empty();
        }
        authorise(call, key);
        return Optional.of(links.byAlias(SERVICE, path.get(2))
                .filter(link -> path.get(1).equals(DOMAIN))
                // Another account's alias cannot be read.
                .filter(link -> link.scope().isEmpty())
                .map(this::toJson)
                .orElseThrow(() -> refusal(404, 6, "Not found.")));
    }

    private Answer toJson(ShortLinks.Link link) {
        ObjectNode json = Json.object();
        json.putObject("data")
                .put("domain", DOMAIN)
                .put("alias", link.alias())
                .put("deleted", false)
                .put("archived", false)
                .put("tiny_url", links.shortUrl(link))
                .put("created_at", link.created().toString().replace("Z", "+00:00"))
                .putNull("expires_at")
                .put("url", link.longUrl());
        json.put("code", 0).putArray("errors");
        return Answer.json(200, json);
    }

    @Override
    public Answer tooMany() {
        return refusal(429, 7, "Too Many Attempts.").answer();
    }

    private static Refusal refusal(int status, int code, String error) {
        ObjectNode json = Json.object();
        json.putArray("data");
        json.put("code", code).putArray("errors").add(error);
        return new Refusal(Answer.json(status, json));
    }
}
