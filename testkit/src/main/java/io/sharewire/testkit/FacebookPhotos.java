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

/** The photos that were uploaded to the Pages; those that no post took up are gone after a day. */
final class FacebookPhotos {

    private static final Duration LIFE = Duration.ofHours(24);

    private final FacebookRules rules;
    private final FacebookWeb web;
    private final Map<String, Photo> photos = new HashMap<>();
    private long nextPhoto = 122_200_000_000_000_001L;

    FacebookPhotos(FacebookRules rules, FacebookWeb web) {
        this.rules = rules;
        this.web = web;
    }

    /**
     * An uploaded photo.
     *
     * @param id its id
     * @param page the id of the Page it was uploaded to
     * @param temporary whether it was uploaded for a scheduled post
     * @param address where it was fetched from, if it was not uploaded as bytes
     * @param uploaded when
     */
    record Photo(
            String id,
            String page,
            boolean temporary,
            @Nullable String address,
            Instant uploaded) {}

    void clear() {
        photos.clear();
    }

    Photo upload(GraphRequest request) {
        GraphInput input = request.input();
        boolean temporary = input.flag("temporary", false);
        if (temporary
                && (input.flag("published", true)
                        || input.text("scheduled_publish_time").isPresent())) {
            throw GraphErrors.invalidParameter("Temporary photos must be unpublished and not scheduled")
                    .refuse();
        }
        Optional<String> address = input.text("url");
        checkImage(address.map(this::fetch)
                .or(() -> request.call().files().values().stream().findFirst())
                .orElseThrow(() -> noImage().refuse()));
        Photo photo = new Photo(
                Long.toString(nextPhoto++), request.path().get(0), temporary, address.orElse(null), request.now());
        photos.put(photo.id(), photo);
        return photo;
    }

    static boolean areAttachedBy(GraphInput input) {
        return input.text("attached_media")
                .or(() -> input.text("attached_media[0]"))
                .isPresent();
    }

    /** The photos that a call to the feed attaches, in order, in any of the three encodings of the list. */
    List<Photo> attachedBy(GraphRequest request, boolean scheduled) {
        GraphInput input = request.input();
        List<JsonNode> elements = new ArrayList<>();
        input.text("attached_media").ifPresent(list -> parse(list).forEach(elements::add));
        for (int i = 0; input.text("attached_media[" + i + "]").isPresent(); i++) {
            elements.add(parse(input.text("attached_media[" + i + "]").orElseThrow()));
        }
        return elements.stream()
                .map(element -> find(element.path("media_fbid").asText(""), scheduled, request))
                .toList();
    }

    private Photo find(String id, boolean scheduled, GraphRequest request) {
        Photo photo = photos.get(id);
        if (photo == null
                || !photo.page().equals(request.path().get(0))
                || !request.now().isBefore(photo.uploaded().plus(LIFE))
                || (scheduled && rules.temporaryRequired() && !photo.temporary())) {
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

    /** The fetcher asks for a range and cannot handle what a server then rightly answers. */
    private byte[] fetch(String address) {
        if (!address.matches("(?i)https?://.+")) {
            throw noImage().refuse();
        }
        FacebookWeb.Document document =
                web.get(address, Map.of("user-agent", FacebookCrawler.USER_AGENT, "range", "bytes=0-"));
        if (document.status() != 200) {
            throw noImage().refuse();
        }
        return document.body();
    }

    private void checkImage(byte[] image) {
        if (image.length > rules.photoBytes()) {
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
