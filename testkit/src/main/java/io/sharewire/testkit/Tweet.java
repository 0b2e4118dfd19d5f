package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post as stored.
 *
 * @param id its snowflake
 * @param sent the text as it was sent
 * @param text the text as reads return it
 * @param parent the post that it replies to
 * @param quoted the post that it quotes
 * @param conversation the first post of its thread
 * @param first the first version of it, itself if it was never edited
 * @param author the id of the account whose it is
 * @param created when it was stored
 */
record Tweet(
        String id,
        String sent,
        TwitterText text,
        @Nullable String parent,
        @Nullable String quoted,
        String conversation,
        String first,
        String author,
        Instant created) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    boolean isLong() {
        return TwitterText.weightedLength(sent) > TwitterText.LIMIT;
    }

    /** The answer to the create request: guaranteed are the id and the text. */
    ObjectNode created(boolean currentNames, List<String> versions) {
        ObjectNode json = Json.object().put("id", id).put("text", shownText());
        ArrayNode history = json.putArray(currentNames ? "edit_history_post_ids" : "edit_history_tweet_ids");
        versions.forEach(history::add);
        return json;
    }

    ObjectNode toJson(TweetFields fields, List<String> versions) {
        ObjectNode json = created(fields.currentNames(), versions);
        if (fields.has("created_at")) {
            json.put("created_at", TIME.format(created));
        }
        if (fields.has("author_id")) {
            json.put("author_id", author);
        }
        if (fields.has("conversation_id")) {
            json.put("conversation_id", conversation);
        }
        if (fields.has("entities") && !text.links().isEmpty() && !isLong()) {
            json.set("entities", entities());
        }
        String parents = fields.currentNames() ? "referenced_posts" : "referenced_tweets";
        if ((parent != null || quoted != null) && fields.has(parents)) {
            ArrayNode references = json.putArray(parents);
            reference(references, "replied_to", parent);
            reference(references, "quoted", quoted);
        }
        String note = fields.currentNames() ? "note_post" : "note_tweet";
        if (isLong() && fields.has(note)) {
            json.putObject(note).put("text", text.shown()).set("entities", entities());
        }
        return json;
    }

    SimulatedPost asSeen(String username) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("permalink", "https://x.com/" + username + "/status/" + id);
        if (parent != null) {
            details.put("in reply to", parent);
        }
        long media =
                text.links().stream().filter(link -> link.mediaKey() != null).count();
        if (media > 0) {
            details.put("media", String.valueOf(media));
        }
        String link = null;
        for (TwitterText.Link each : text.links()) {
            link = each.mediaKey() == null ? each.expanded() : link;
        }
        return new SimulatedPost(id, text.seen(), link, null, created, details);
    }

    /** A long text is cut where reads without the note field see it. */
    private String shownText() {
        String shown = text.shown();
        int points = shown.codePointCount(0, shown.length());
        return isLong() && points > TwitterText.LIMIT - 1
                ? shown.substring(0, shown.offsetByCodePoints(0, TwitterText.LIMIT - 1)) + "…"
                : shown;
    }

    private static void reference(ArrayNode references, String type, @Nullable String to) {
        if (to != null) {
            references.addObject().put("type", type).put("id", to);
        }
    }

    private ObjectNode entities() {
        ObjectNode entities = Json.object();
        ArrayNode urls = entities.putArray("urls");
        for (TwitterText.Link link : text.links()) {
            ObjectNode url = urls.addObject();
            url.put("start", link.start())
                    .put("end", link.end())
                    .put("url", link.shortened())
                    .put("expanded_url", link.expanded())
                    .put("display_url", link.display());
            if (link.mediaKey() != null) {
                url.put("media_key", link.mediaKey());
            }
        }
        return entities;
    }
}
