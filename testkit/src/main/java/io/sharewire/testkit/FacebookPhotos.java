package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The photos that were uploaded to the Page; those that no post took up are gone after a day. */
final class FacebookPhotos {

    /** In bytes: real refusals name four megabytes, less than the documentation does. */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final Duration LIFE = Duration.ofHours(24);

    private final Map<String, Photo> photos = new HashMap<>();
    private long nextPhoto = 122_200_000_000_000_001L;

    /**
     * An uploaded photo.
     *
     * @param id its id
     * @param temporary whether it was uploaded for a scheduled post
     * @param address where it was fetched from, if it was not uploaded as bytes
     * @param uploaded when
     */
    record Photo(String id, boolean temporary, @Nullable String address, Instant uploaded) {}

    void clear() {
        photos.clear();
    }

    Photo upload(Call call, GraphInput input, boolean published, Instant now) {
        boolean temporary = input.flag("temporary", false);
        if (temporary && (published || input.text("scheduled_publish_time").isPresent())) {
            throw GraphErrors.invalidParameter("Temporary photos must be unpublished and not scheduled")
                    .refuse();
        }
        Optional<String> address = input.text("url");
        if (address.isEmpty()) {
            checkImage(call.files().values().stream()
                    .findFirst()
                    .orElseThrow(() -> noImage().refuse()));
        } else if (!address.orElseThrow().matches("(?i)https?://.+")) {
            throw noImage().refuse();
        }
        Photo photo = new Photo(Long.toString(nextPhoto++), temporary, address.orElse(null), now);
        photos.put(photo.id(), photo);
        return photo;
    }

    /** The photos that a call to the feed attaches, in order, in any of the three encodings of the list. */
    List<Photo> attachedBy(GraphInput input, boolean scheduled, Instant now) {
        List<JsonNode> elements = new ArrayList<>();
        input.text("attached_media").ifPresent(list -> parse(list).forEach(elements::add));
        for (int i = 0; input.text("attached_media[" + i + "]").isPresent(); i++) {
            elements.add(parse(input.text("attached_media[" + i + "]").orElseThrow()));
        }
        return elements.stream()
                .map(element -> find(element.path("media_fbid").asText(""), scheduled, now))
                .toList();
    }

    private Photo find(String id, boolean scheduled, Instant now) {
        Photo photo = photos.get(id);
        if (photo == null || !now.isBefore(photo.uploaded().plus(LIFE)) || (scheduled && !photo.temporary())) {
            throw GraphErrors.invalidParameter("Param attached_media: photo " + id + " cannot be attached")
                    .refuse();
        }
        return photo;
    }

    private static JsonNode parse(String json) {
        return Json.read(json)
                .orElseThrow(() -> GraphErrors.invalidParameter("Param attached_media must be an array.")
                        .refuse());
    }

    private static void checkImage(byte[] image) {
        if (image.length > LARGEST) {
            throw GraphErrors.error(400, 100, "Invalid parameter")
                    .subcode(1366046)
                    .refuse();
        }
        if (ImageBytes.typeOf(image).isEmpty()) {
            throw noImage().refuse();
        }
    }

    private static GraphErrors noImage() {
        return GraphErrors.error(400, 324, "(#324) Missing or invalid image file");
    }
}
