package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Facebook keeps of the pages that were ever shared: read once, then remembered until told to read again. */
final class FacebookLinks {

    private static final long FIRST_OBJECT = 1_022_100_000_000_001L;
    private static final GraphFields DEFAULT_FIELDS = GraphFields.parse("id,og_object");

    private final FacebookWeb web;
    private final FacebookCrawler crawler;
    private final Map<String, FacebookPreview> seen = new HashMap<>();

    FacebookLinks(FacebookWeb web) {
        this.web = web;
        this.crawler = new FacebookCrawler(web);
    }

    void clear() {
        seen.clear();
    }

    /** What the card of this link shows; the first use of a link reads its page. */
    FacebookPreview preview(String link, Instant now) {
        checkLink(link);
        FacebookPreview known = seen.get(link);
        return known == null ? scrape(link, now) : known;
    }

    /** Reads the page, whether or not it was read before. */
    FacebookPreview scrape(String link, Instant now) {
        String host = checkLink(link);
        Map<String, List<String>> tags = crawler.read(link);
        FacebookPreview old = seen.get(link);
        FacebookPreview preview = new FacebookPreview(
                link,
                first(tags, "og:url").orElse(link),
                first(tags, "og:type").orElse("website"),
                first(tags, "og:title").or(() -> first(tags, "title")).orElse(host),
                first(tags, "og:description").orElse(""),
                first(tags, "og:site_name").orElse(""),
                tags.getOrDefault("og:image", List.of()),
                old == null ? String.valueOf(FIRST_OBJECT + seen.size()) : old.id(),
                now);
        seen.put(link, preview);
        return preview;
    }

    /** The answer to reading a link's own node: never reads the page. */
    ObjectNode node(String link, GraphInput input) {
        ObjectNode json = Json.object().put("id", link);
        FacebookPreview preview = seen.get(link);
        if (preview != null) {
            json.set("og_object", preview.toJson());
        }
        json.putObject("engagement")
                .put("reaction_count", 0)
                .put("comment_count", 0)
                .put("share_count", 0)
                .put("comment_plugin_count", 0);
        json.putObject("ownership_permissions").put("can_customize_link_posts", false);
        return input.text("fields")
                .map(GraphFields::parse)
                .orElse(DEFAULT_FIELDS)
                .of(json);
    }

    private static Optional<String> first(Map<String, List<String>> tags, String name) {
        return tags.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** The host of a link that can be shared. */
    private String checkLink(String link) {
        URI uri;
        try {
            uri = new URI(link);
        } catch (URISyntaxException e) {
            throw GraphErrors.invalidUrl().refuse();
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https"))
                || !host.contains(".")
                || host.startsWith("127.")
                || !web.knows(host)) {
            throw GraphErrors.invalidUrl().refuse();
        }
        if (host.equals("facebook.com") || host.endsWith(".facebook.com")) {
            throw GraphErrors.error(400, 1609008, "(#1609008) Links to facebook.com are not allowed")
                    .refuse();
        }
        return host;
    }
}
