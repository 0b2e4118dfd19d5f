package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bitly's API: {@code POST /v4/shorten}. 201 for a new link, 200 for one that the group has on this domain already; the
 * address comes back in Bitly's own spelling.
 */
final class ShortenerBitly implements ShortenerProtocol {

    static final String GROUP = "Bn1acQTR8rk";
    private static final String SERVICE = "bitly";
    private static final String DOMAIN = "bit.ly";
    private static final int LONGEST = 2048;

    private final ShortLinks links;

    ShortenerBitly(ShortLinks links) {
        this.links = links;
    }

    @Override
    public boolean creates(Call call) {
        return call.method().equals("POST") && call.path().equals(List.of("v4", "shorten"));
    }

    @Override
    public void authorise(Call call, String key) {
        if (!call.authorization("Bearer").equals(Optional.of(key))) {
            throw new Refusal(error(403, "FORBIDDEN", "You are currently forbidden to access this resource.", null)
                    .with("X-Ratelimit-Reason", "TOKEN"));
        }
    }

    @Override
    public Answer create(Call call) {
        ObjectNode body =
                ShortenerProtocol.json(call, () -> new Refusal(error(400, "INVALID_CONTENT_TYPE_OR_BODY", "", null)));
        String longUrl = body.path("long_url").asText("");
        String domain = body.path("domain").asText(DOMAIN);
        String group = body.path("group_guid").asText(GROUP);
        if (!ShortenerProtocol.isAddress(longUrl) || longUrl.length() > LONGEST) {
            throw new Refusal(error(400, "INVALID_ARG_LONG_URL", "The value provided is invalid.", "long_url"));
        }
        if (links.all().stream()
                .anyMatch(link ->
                        link.service().equals(SERVICE) && links.shortUrl(link).equals(longUrl))) {
            throw new Refusal(error(400, "ALREADY_A_BITLY_LINK", "The value provided is invalid.", "long_url"));
        }
        if (!domain.equals(DOMAIN)) {
            throw new Refusal(error(400, "INVALID_ARG_DOMAIN", "The value provided is invalid.", "domain"));
        }
        if (!group.equals(GROUP)) {
            throw new Refusal(error(403, "FORBIDDEN", "You are currently forbidden to access this resource.", null));
        }
        Optional<ShortLinks.Link> existing = links.find(
                SERVICE, link -> link.longUrl().equals(longUrl) && link.scope().equals(group + domain));
        ShortLinks.Link link = existing.orElseGet(() -> links.add(SERVICE, "", longUrl, group + domain, Set.of()));
        return Answer.json(existing.isPresent() ? 200 : 201, toJson(link));
    }

    private ObjectNode toJson(ShortLinks.Link link) {
        ObjectNode json = Json.object();
        json.putObject("references").put("group", "https://api-ssl.bitly.com/v4/groups/" + GROUP);
        json.put("archived", false).putArray("tags");
        json.put("created_at", link.created().toString().replace("Z", "+0000")).put("title", "");
        json.putArray("deeplinks");
        json.put("created_by", "newsdesk").put("client_id", "").putArray("custom_bitlinks");
        return json.put("long_url", link.longUrl().replace("%7E", "~"))
                .put("link", links.shortUrl(link))
                .put("id", DOMAIN + "/" + link.alias());
    }

    @Override
    public Answer tooMany() {
        return error(429, "RATE_LIMIT_EXCEEDED", "", null);
    }

    @Override
    public Answer broken() {
        return error(503, "TEMPORARILY_UNAVAILABLE", "", null);
    }

    private static Answer error(int status, String message, String description, @Nullable String field) {
        ObjectNode json = Json.object()
                .put("message", message)
                .put("description", description)
                .put("resource", "bitlinks");
        if (field != null) {
            json.putArray("errors")
                    .addObject()
                    .put("field", field)
                    .put("error_code", "invalid")
                    .put("message", "");
        }
        return Answer.json(status, json);
    }
}
