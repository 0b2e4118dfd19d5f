package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Still images uploaded for posts: the one-step upload and the alternative texts. */
final class TwitterMedia {

    static final int LARGEST_IMAGE = 5 * 1024 * 1024;
    static final int LONGEST_ALT_TEXT = 1000;

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Set<String> MEMBERS = Set.of("media", "media_category", "additional_owners");
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp");

    private final Clock clock;
    private final Snowflakes ids;
    private final Map<String, Instant> expiries = new HashMap<>();
    private final Map<String, String> altTexts = new HashMap<>();

    TwitterMedia(Clock clock, Snowflakes ids) {
        this.clock = clock;
        this.ids = ids;
    }

    void clear() {
        expiries.clear();
        altTexts.clear();
    }

    Map<String, String> altTexts() {
        return Map.copyOf(altTexts);
    }

    /** {@code POST /2/media/upload}, as multipart with raw bytes or as JSON with Base64. */
    Answer upload(Call call) {
        boolean isJson = call.hasType("application/json");
        byte[] bytes = isJson ? fromJson(call) : fromParts(call);
        if (bytes.length > LARGEST_IMAGE) {
            throw TwitterProblems.invalid("media", "", "media: is larger than " + LARGEST_IMAGE + " bytes");
        }
        String type = ImageBytes.typeOf(bytes)
                .filter(TYPES::contains)
                .orElseThrow(() -> TwitterProblems.invalid("media", "", "media: is not an image"));
        String id = ids.next();
        expiries.put(id, clock.instant().plus(LIFE));
        ObjectNode answer = Json.object();
        ObjectNode data = answer.putObject("data").put("id", id).put("media_key", key(id));
        data.put("size", bytes.length).put("expires_after_secs", LIFE.toSeconds());
        data.putObject("image").put("image_type", type);
        return Answer.json(200, answer);
    }

    /** {@code POST /2/media/metadata}. */
    Answer describe(Call call) {
        ObjectNode body = Json.readObject(call.body())
                .orElseThrow(() -> TwitterProblems.invalid("body", "", "$: is not a JSON object"));
        String id = body.path("id").asText("");
        String text = body.at("/metadata/alt_text/text").asText("");
        if (!isKnown(id)) {
            throw TwitterProblems.invalid("id", id, "$.id: is not the id of your media");
        }
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_ALT_TEXT) {
            throw TwitterProblems.invalid(
                    "metadata.alt_text.text", text, "$.metadata.alt_text.text: must have 1 to 1000 characters");
        }
        altTexts.put(id, text);
        ObjectNode answer = Json.object();
        ObjectNode data = answer.putObject("data").put("id", id);
        data.putObject("associated_metadata").putObject("alt_text").put("text", text);
        return Answer.json(200, answer);
    }

    /** The media of a create request, all of them known, or a refusal. */
    List<String> attachedBy(ObjectNode tweet) {
        JsonNode given = tweet.path("media").path("media_ids");
        List<String> attached = new ArrayList<>();
        given.forEach(id -> attached.add(id.asText()));
        if (!attached.stream().allMatch(this::isKnown)) {
            throw TwitterProblems.invalid("media.media_ids", given.toString(), "Your media IDs are invalid.");
        }
        return List.copyOf(attached);
    }

    static String key(String id) {
        return "3_" + id;
    }

    private boolean isKnown(String id) {
        Instant expiry = expiries.get(id);
        return expiry != null && clock.instant().isBefore(expiry);
    }

    private static byte[] fromParts(Call call) {
        checkMembers(call.parts().pairs().stream().map(Map.Entry::getKey).toList());
        checkCategory(call.parts().first("media_category"));
        return Optional.ofNullable(call.files().get("media"))
                .orElseThrow(() -> TwitterProblems.invalid("media", "", "media: is missing but it is required"));
    }

    private static byte[] fromJson(Call call) {
        ObjectNode body = Json.readObject(call.body())
                .orElseThrow(() -> TwitterProblems.invalid("body", "", "$: is not a JSON object"));
        checkMembers(body.properties().stream().map(Map.Entry::getKey).toList());
        checkCategory(Optional.of(body.path("media_category").asText("")));
        try {
            return Base64.getDecoder().decode(body.path("media").asText(""));
        } catch (IllegalArgumentException e) {
            throw TwitterProblems.invalid("media", "", "$.media: is not Base64");
        }
    }

    private static void checkMembers(List<String> names) {
        for (String name : names) {
            if (!MEMBERS.contains(name)) {
                throw TwitterProblems.invalid(name, "", "$." + name + ": is not defined in the schema");
            }
        }
    }

    /** Videos and animations go the way in several steps, which is not served here. */
    private static void checkCategory(Optional<String> category) {
        if (!category.filter("tweet_image"::equals).isPresent()) {
            throw TwitterProblems.invalid(
                    "media_category", category.orElse(""), "$.media_category: is not one of [tweet_image]");
        }
    }
}
