package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One piece of media on its way: declared, sent in segments, finalised, processed, expired. */
final class TwitterUpload {

    private static final Duration LIFE_BEFORE = Duration.ofSeconds(1_295_999);
    private static final Duration LIFE = Duration.ofHours(24);
    private static final int PENDING_PERCENT = 30;

    private final String id;
    private final String type;
    private final String category;
    private final long totalBytes;
    private final Set<String> owners;
    private final Map<Integer, byte[]> segments = new TreeMap<>();
    private Instant expires;
    private Duration processing = Duration.ZERO;
    private @Nullable String failure;
    private @Nullable Instant finalised;

    TwitterUpload(String id, String type, String category, long totalBytes, Set<String> owners, Instant now) {
        this.id = id;
        this.type = type;
        this.category = category;
        this.totalBytes = totalBytes;
        this.owners = Set.copyOf(owners);
        this.expires = now.plus(LIFE_BEFORE);
    }

    String key() {
        String kind = category.endsWith("gif") ? "16_" : category.endsWith("video") ? "7_" : "3_";
        return kind + id;
    }

    /** Whether it stands alone in a post. */
    boolean isMoving() {
        return category.endsWith("gif") || category.endsWith("video");
    }

    boolean isFor(TwitterAccount account, Instant now) {
        return owners.contains(account.id()) && now.isBefore(expires);
    }

    boolean isAttachable(Instant now) {
        return category.startsWith("tweet_")
                && finalised != null
                && state(finalised, now).equals("succeeded");
    }

    boolean isFinalised() {
        return finalised != null;
    }

    Instant expires() {
        return expires;
    }

    /** Keeps a segment, in place of an earlier one with this index. */
    void append(int index, byte[] bytes) {
        segments.put(index, bytes.clone());
    }

    /** Refuses to go on with fewer or more bytes than declared, or with others than the declared type begins with. */
    void finish(Instant now, Duration processingTime, @Nullable String processingFailure) {
        long sum = segments.values().stream().mapToLong(bytes -> bytes.length).sum();
        if (sum != totalBytes) {
            throw TwitterProblems.invalid(
                    "id", id, "The segments have " + sum + " bytes instead of the declared " + totalBytes);
        }
        byte[] start = segments.values().stream().findFirst().orElse(new byte[0]);
        if (!MediaBytes.fits(type, start)) {
            throw TwitterProblems.invalid("media", "", "media: is not of the type " + type);
        }
        finalised = now;
        expires = now.plus(LIFE);
        processing = isMoving() ? processingTime : Duration.ZERO;
        failure = isMoving() ? processingFailure : null;
    }

    /** What initialise, finalise and status tell about it. */
    ObjectNode toJson(Instant now) {
        ObjectNode data = Json.object().put("id", id).put("media_key", key());
        data.put("expires_after_secs", Duration.between(now, expires).toSeconds());
        if (finalised == null) {
            return data;
        }
        data.put("size", totalBytes);
        if (isMoving()) {
            data.set("processing_info", processingInfo(finalised, now));
        } else {
            data.putObject("image").put("image_type", type);
        }
        return data;
    }

    private ObjectNode processingInfo(Instant since, Instant now) {
        String state = state(since, now);
        ObjectNode info = Json.object().put("state", state);
        switch (state) {
            case "succeeded" -> info.put("progress_percent", 100);
            case "failed" -> info.putObject("error").put("message", failure);
            case "in_progress" -> info.put("check_after_secs", 1).put("progress_percent", percent(since, now));
            default -> info.put("check_after_secs", 1);
        }
        return info;
    }

    private String state(Instant since, Instant now) {
        long percent = percent(since, now);
        if (percent < PENDING_PERCENT) {
            return "pending";
        }
        if (percent < 100) {
            return "in_progress";
        }
        return failure == null ? "succeeded" : "failed";
    }

    private long percent(Instant since, Instant now) {
        long passed = Duration.between(since, now).toMillis();
        return passed >= processing.toMillis() ? 100 : passed * 100 / processing.toMillis();
    }
}
