package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param photos the attached photos
 * @param published whether it is out; a scheduled post is not until its time has come
 * @param scheduledAt when it goes out by itself
 * @param created when it was stored
 * @param updated when it was last edited
 */
record FacebookPost(
        String id,
        String message,
        @Nullable String link,
        List<FacebookPhotos.Photo> photos,
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

    /** Posts with photos are never taken for duplicates. */
    boolean saysTheSameAs(FacebookPost other) {
        return photos.isEmpty()
                && other.photos.isEmpty()
                && message.equals(other.message)
                && Objects.equals(link, other.link);
    }

    FacebookPost edited(String newMessage, Instant now) {
        return new FacebookPost(id, newMessage, link, photos, published, scheduledAt, created, now);
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
        json.put("status_type", statusType());
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
        } else if (!photos.isEmpty()) {
            json.putObject("attachments").putArray("data").add(photoCard());
        }
        return json;
    }

    private String statusType() {
        if (!photos.isEmpty()) {
            return "added_photos";
        }
        return link == null ? "mobile_status_update" : "shared_story";
    }

    private ObjectNode photoCard() {
        String kind = photos.size() == 1 ? "photo" : "album";
        ObjectNode card = Json.object().put("media_type", kind).put("type", kind);
        card.putObject("target").put("id", photos.get(0).id());
        if (photos.size() > 1) {
            ArrayNode inner = card.putObject("subattachments").putArray("data");
            photos.forEach(photo -> inner.addObject()
                    .put("media_type", "photo")
                    .put("type", "photo")
                    .putObject("target")
                    .put("id", photo.id()));
        }
        return card;
    }

    SimulatedPost asSeen() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("permalink", permalink());
        if (!photos.isEmpty()) {
            details.put("photos", String.valueOf(photos.size()));
        }
        String image = photos.isEmpty() ? null : photos.get(0).address();
        return new SimulatedPost(id, message, link, image, scheduledAt == null ? created : scheduledAt, details);
    }

    private String permalink() {
        int underscore = id.indexOf('_');
        return "https://www.facebook.com/" + id.substring(0, underscore) + "/posts/" + id.substring(underscore + 1);
    }
}
