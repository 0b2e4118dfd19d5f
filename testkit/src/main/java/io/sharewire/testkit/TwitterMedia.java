package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Media for posts: still images in one step, anything in segments, and the alternative texts. */
final class TwitterMedia {

    static final int LONGEST_ALT_TEXT = 1000;

    private static final Set<String> STILL_CATEGORIES = Set.of("tweet_image", "dm_image");
    private static final Set<String> CATEGORIES =
            Set.of("tweet_image", "tweet_video", "tweet_gif", "dm_image", "dm_video", "dm_gif", "subtitles");
    private static final long LARGEST = 17_179_869_184L;
    private static final int LAST_SEGMENT = 999;

    private final Clock clock;
    private final Snowflakes ids;
    private final TwitterRules rules;
    private final Map<String, TwitterUpload> uploads = new HashMap<>();
    private final Map<String, String> altTexts = new HashMap<>();

    TwitterMedia(Clock clock, Snowflakes ids, TwitterRules rules) {
        this.clock = clock;
        this.ids = ids;
        this.rules = rules;
    }

    void clear() {
        uploads.clear();
        altTexts.clear();
    }

    Map<String, String> altTexts() {
        return Map.copyOf(altTexts);
    }

    /** {@code POST /2/media/upload}, as multipart with raw bytes or as JSON with Base64. */
    Answer upload(Call call, TwitterAccount owner) {
        MediaInput input = MediaInput.of(call, Set.of("media", "media_category", "additional_owners"));
        String category = input.text("media_category").orElse("");
        if (!STILL_CATEGORIES.contains(category)) {
            throw TwitterProblems.invalid(
                    "media_category", category, "$.media_category: is not one of " + STILL_CATEGORIES);
        }
        byte[] bytes = input.bytes();
        checkSize(category, bytes.length);
        String type = MediaBytes.imageType(bytes)
                .orElseThrow(() -> TwitterProblems.invalid("media", "", "media: is not an image"));
        TwitterUpload upload = begin(type, category, bytes.length, owners(input, owner));
        upload.append(0, bytes);
        upload.finish(clock.instant(), rules.processingTime, null);
        return answer(upload);
    }

    /** {@code POST /2/media/upload/initialize}. */
    Answer initialize(Call call, TwitterAccount owner) {
        MediaInput input = MediaInput.ofJson(
                call, Set.of("media_type", "total_bytes", "media_category", "additional_owners", "shared"));
        String type = input.text("media_type").orElse("");
        if (!MediaBytes.isKnown(type)) {
            throw TwitterProblems.invalid("media_type", type, "$.media_type: is not a type of media");
        }
        String category = input.text("media_category").orElse("");
        if (!CATEGORIES.contains(category) || !MediaBytes.isOf(category, type)) {
            throw TwitterProblems.invalid("media_category", category, "$.media_category: does not fit " + type);
        }
        long total = input.number("total_bytes", LARGEST);
        checkSize(category, total);
        return answer(begin(type, category, total, owners(input, owner)));
    }

    /** {@code POST /2/media/upload/{id}/append}. */
    Answer append(Call call, TwitterAccount owner, String id) {
        MediaInput input = MediaInput.of(call, Set.of("media", "segment_index"));
        TwitterUpload upload = open(id, owner);
        int index = Math.toIntExact(input.number("segment_index", LAST_SEGMENT));
        if (upload.isFinalised()) {
            throw TwitterProblems.invalid("id", id, "The media is finalized already");
        }
        upload.append(index, input.bytes());
        ObjectNode answer = Json.object();
        answer.putObject("data").put("expires_at", upload.expires().getEpochSecond());
        return Answer.json(200, answer);
    }

    /** {@code POST /2/media/upload/{id}/finalize}, which has no body and may be repeated. */
    Answer finish(Call call, TwitterAccount owner, String id) {
        if (!call.body().isEmpty()) {
            throw TwitterProblems.invalid("body", call.body(), "$: no body is expected");
        }
        TwitterUpload upload = open(id, owner);
        if (!upload.isFinalised()) {
            upload.finish(clock.instant(), rules.processingTime, rules.processingFailure);
        }
        return answer(upload);
    }

    /** {@code GET /2/media/upload?command=STATUS}. */
    Answer status(Parameters query, TwitterAccount owner) {
        String command = query.first("command").orElse("");
        if (!command.equals("STATUS")) {
            throw TwitterProblems.invalid("command", command, "The `command` query parameter must be [STATUS]");
        }
        return answer(open(query.first("media_id").orElse(""), owner));
    }

    /** {@code POST /2/media/metadata}. */
    Answer describe(Call call, TwitterAccount owner) {
        ObjectNode body = Json.readObject(call.body())
                .orElseThrow(() -> TwitterProblems.invalid("body", "", "$: is not a JSON object"));
        String id = body.path("id").asText("");
        String text = body.at("/metadata/alt_text/text").asText("");
        open(id, owner);
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

    /** The keys of a create request's media, all of them ready and allowed side by side, or a refusal. */
    List<String> attachedBy(ObjectNode tweet, TwitterAccount author) {
        JsonNode given = tweet.path("media").path("media_ids");
        List<TwitterUpload> attached = new ArrayList<>();
        given.forEach(id -> find(id.asText(), author)
                .filter(upload -> upload.isAttachable(clock.instant()))
                .ifPresent(attached::add));
        boolean isMixed = attached.size() > 1 && attached.stream().anyMatch(TwitterUpload::isMoving);
        if (attached.size() != given.size() || isMixed) {
            throw TwitterProblems.invalid("media.media_ids", given.toString(), "Your media IDs are invalid.");
        }
        return attached.stream().map(TwitterUpload::key).toList();
    }

    /** Whether the platform's edge refuses the body of this request unread. */
    boolean isTooMuchForTheEdge(Call call) {
        long sum = call.body().length();
        for (byte[] file : call.files().values()) {
            sum += file.length;
        }
        String declared = call.header("Content-Length").orElse("");
        return Math.max(sum, declared.matches("\\d{1,18}") ? Long.parseLong(declared) : 0) > rules.edgeLimit;
    }

    private TwitterUpload begin(String type, String category, long total, Set<String> owners) {
        String id = ids.next();
        TwitterUpload upload = new TwitterUpload(id, type, category, total, owners, clock.instant());
        uploads.put(id, upload);
        return upload;
    }

    private TwitterUpload open(String id, TwitterAccount owner) {
        return find(id, owner)
                .orElseThrow(() -> TwitterProblems.invalid("id", id, "$.id: is not the id of your media"));
    }

    private Optional<TwitterUpload> find(String id, TwitterAccount owner) {
        return Optional.ofNullable(uploads.get(id)).filter(upload -> upload.isFor(owner, clock.instant()));
    }

    private Answer answer(TwitterUpload upload) {
        ObjectNode answer = Json.object();
        answer.set("data", upload.toJson(clock.instant()));
        return Answer.json(200, answer);
    }

    private static Set<String> owners(MediaInput input, TwitterAccount owner) {
        Set<String> owners = new HashSet<>(input.texts("additional_owners"));
        owners.add(owner.id());
        return owners;
    }

    private static void checkSize(String category, long bytes) {
        int largest = MediaBytes.largest(category);
        if (bytes > largest) {
            throw TwitterProblems.invalid("media", "", "media: is larger than " + largest + " bytes");
        }
    }
}
