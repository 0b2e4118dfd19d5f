package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A post as the Graph API shows it. */
final class FacebookPostNode {

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

    private FacebookPostNode() {}

    static void checkFields(GraphFields fields) {
        fields.checkKnown(KNOWN_FIELDS);
    }

    static ObjectNode of(FacebookPost post, Instant now) {
        ObjectNode json = Json.object()
                .put("id", post.id())
                .put("created_time", GraphTime.format(post.created()))
                .put("updated_time", GraphTime.format(post.updated()));
        if (!post.draft().message().isEmpty()) {
            json.put("message", post.draft().message());
        }
        json.put("permalink_url", post.permalink()).put("is_published", post.isOutAt(now));
        json.put("status_type", statusType(post));
        json.putObject("application").put("id", post.app()).put("name", "Newsroom");
        json.putObject("from")
                .put("name", post.page().name())
                .put("id", post.page().id());
        Instant scheduledAt = post.draft().scheduledAt();
        if (scheduledAt != null) {
            json.put("scheduled_publish_time", scheduledAt.getEpochSecond());
        }
        FacebookPreview card = post.card();
        if (card != null) {
            json.putObject("attachments").putArray("data").add(linkCard(card));
        } else if (!post.photos().isEmpty()) {
            json.putObject("attachments").putArray("data").add(photoCard(post.photos()));
        }
        return json;
    }

    private static String statusType(FacebookPost post) {
        if (!post.photos().isEmpty()) {
            return "added_photos";
        }
        return post.card() == null ? "mobile_status_update" : "shared_story";
    }

    /** Leads through the link shim, and to the address that the page calls its own. */
    private static ObjectNode linkCard(FacebookPreview preview) {
        String shim =
                "https://l.facebook.com/l.php?u=" + URLEncoder.encode(preview.canonical(), StandardCharsets.UTF_8);
        ObjectNode card = Json.object()
                .put("media_type", "link")
                .put("type", "share")
                .put("title", preview.title())
                .put("url", shim)
                .put("unshimmed_url", preview.url());
        card.putObject("target").put("url", shim);
        return card;
    }

    private static ObjectNode photoCard(List<FacebookPhotos.Photo> photos) {
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
}
