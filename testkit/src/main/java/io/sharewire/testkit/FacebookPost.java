package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Page post as stored.
 *
 * @param id the Page's id and the post's own number, joined by an underscore
 * @param message the text, or empty
 * @param link the attached link
 * @param published whether it is out; a scheduled post is not until its time has come
 * @param scheduledAt when it goes out by itself
 * @param created when it was stored
 * @param updated when it was last edited
 */
record FacebookPost(
        String id,
        String message,
        @Nullable String link,
        boolean published,
        @Nullable Instant scheduledAt,
        Instant created,
        Instant updated) {

    static final GraphFields DEFAULT_FIELDS = GraphFields.parse("id,message,created_time");

    private static final Set<String> KNOWN_FIELDS = Set.of(
            "id",
            "message",
            "created_time",
            "updated_time",
            "permalink_url",
            "is_published",
            "scheduled_publish_time",
            "status_type",
            "application",
            "from",
            "attachments");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC);

    boolean isOutAt(Instant now) {
        return published || (scheduledAt != null && !scheduledAt.isAfter(now));
    }

    boolean saysTheSameAs(FacebookPost other) {
        return message.equals(other.message) && Objects.equals(link, other.link);
    }

    FacebookPost edited(String newMessage, Instant now) {
        return new FacebookPost(id, newMessage, link, published, scheduledAt, created, now);
    }

    static void checkFields(GraphFields fields) {
        for (String field : fields.wanted().keySet()) {
            if (!KNOWN_FIELDS.contains(field)) {
                throw GraphErrors.error(400, 100, "(#100) Tried accessing nonexisting field (" + field + ")")
                        .refuse();
            }
        }
    }

    ObjectNode toJson(Instant now) {
        ObjectNode json = Json.object();
        json.put("id", id).put("created_time", TIME.format(created)).put("updated_time", TIME.format(updated));
        if (!message.isEmpty()) {
            json.put("message", message);
        }
        json.put("permalink_url", permalink()).put("is_published", isOutAt(now));
        json.put("status_type", link == null ? "mobile_status_update" : "shared_story");
        json.putObject("application").put("id", "1409220000000001").put("name", "Newsroom");
        json.putObject("from").put("name", "Sandbox News").put("id", id.substring(0, id.indexOf('_')));
        if (scheduledAt != null) {
            json.put("scheduled_publish_time", scheduledAt.getEpochSecond());
        }
        if (link != null) {
            ObjectNode card = json.putObject("attachments").putArray("data").addObject();
            String shim = "https://l.facebook.com/l.php?u=" + URLEncoder.encode(link, StandardCharsets.UTF_8);
            card.put("media_type", "link")
                    .put("type", "share")
                    .put("title", URI.create(link).getHost());
            card.put("url", shim).put("unshimmed_url", link);
            card.putObject("target").put("url", shim);
        }
        return json;
    }

    SimulatedPost asSeen() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("permalink", permalink());
        return new SimulatedPost(id, message, link, null, scheduledAt == null ? created : scheduledAt, details);
    }

    private String permalink() {
        int underscore = id.indexOf('_');
        return "https://www.facebook.com/" + id.substring(0, underscore) + "/posts/" + id.substring(underscore + 1);
    }
}
