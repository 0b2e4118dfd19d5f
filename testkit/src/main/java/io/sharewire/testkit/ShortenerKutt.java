package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A Kutt 3 server: {@code POST /api/v2/links}. 201 for a new link, 200 for one reused because the request allows it. An
 * alias in use is answered with status 500.
 */
final class ShortenerKutt implements ShortenerProtocol {

    private static final String SERVICE = "kutt";
    private static final int LONGEST = 2040;

    private final ShortLinks links;

    ShortenerKutt(ShortLinks links) {
        this.links = links;
    }

    @Override
    public boolean creates(Call call) {
        return call.method().equals("POST") && call.path().equals(List.of("api", "v2", "links"));
    }

    @Override
    public void authorise(Call call, String key) {
        if (!call.header("X-API-KEY").equals(Optional.of(key))) {
            throw new Refusal(error(401, "Unauthorized."));
        }
    }

    @Override
    public Answer create(Call call) {
        ObjectNode body = ShortenerProtocol.json(call, () -> new Refusal(error(400, "Target is missing.")));
        String target = body.path("target").asText("");
        String alias = body.path("customurl").asText("");
        if (target.isEmpty()) {
            throw new Refusal(error(400, "Target is missing."));
        }
        if (!ShortenerProtocol.isAddress(target)) {
            throw new Refusal(error(400, "URL is not valid."));
        }
        if (target.length() > LONGEST) {
            throw new Refusal(error(400, "Maximum URL length is " + LONGEST + "."));
        }
        Optional<ShortLinks.Link> existing = body.path("reuse").asBoolean()
                ? links.find(SERVICE, link -> link.longUrl().equals(target))
                : Optional.empty();
        if (existing.isPresent()) {
            return Answer.json(200, toJson(existing.get()));
        }
        if (!alias.isEmpty() && links.byAlias(SERVICE, alias).isPresent()) {
            throw new Refusal(error(500, "Custom URL is already in use."));
        }
        return Answer.json(201, toJson(links.add(SERVICE, alias, target, "", Set.of())));
    }

    private ObjectNode toJson(ShortLinks.Link link) {
        return Json.object()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes(link.alias().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("address", link.alias())
                .put("link", links.shortUrl(link))
                .put("target", link.longUrl())
                .put("created_at", link.created().toString())
                .put("visit_count", 0)
                .put("banned", false)
                .put("password", false);
    }

    @Override
    public Answer tooMany() {
        return error(429, "Too many requests. Please try again later.");
    }

    @Override
    public Answer broken() {
        return error(500, "An error occurred.");
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, Json.object().put("error", message));
    }
}
