package io.sharewire.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Page post as stored.
 *
 * @param page the Page
 * @param number the post's own number, unique among all Pages
 * @param app the id of the app that made it
 * @param draft what is said in it and when it goes out
 * @param card what the link's card shows
 * @param photos the attached photos
 * @param created when it was stored
 * @param updated when it was last edited
 * @param readFrom when reads begin to show it
 */
record FacebookPost(
        FacebookPage page,
        long number,
        String app,
        FacebookDraft draft,
        @Nullable FacebookPreview card,
        List<FacebookPhotos.Photo> photos,
        Instant created,
        Instant updated,
        Instant readFrom) {

    /** The Page's id and the post's number, joined by an underscore. */
    String id() {
        return page.id() + "_" + number;
    }

    boolean isOutAt(Instant now) {
        Instant scheduledAt = draft.scheduledAt();
        return draft.published() || (scheduledAt != null && !scheduledAt.isAfter(now));
    }

    boolean waitsAt(Instant now) {
        return draft.scheduledAt() != null && !isOutAt(now);
    }

    /** Posts with photos are never taken for duplicates. */
    boolean saysTheSameAs(FacebookPost other) {
        return photos.isEmpty()
                && other.photos.isEmpty()
                && draft.message().equals(other.draft.message())
                && Objects.equals(draft.link(), other.draft.link());
    }

    FacebookPost edited(FacebookDraft newDraft, Instant now) {
        return new FacebookPost(page, number, app, newDraft, card, photos, created, now, readFrom);
    }

    FacebookPost readFrom(Instant time) {
        return new FacebookPost(page, number, app, draft, card, photos, created, updated, time);
    }

    SimulatedPost asSeen() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("permalink", permalink());
        if (!photos.isEmpty()) {
            details.put("photos", String.valueOf(photos.size()));
        }
        Instant scheduledAt = draft.scheduledAt();
        return new SimulatedPost(
                id(), draft.message(), draft.link(), image(), scheduledAt == null ? created : scheduledAt, details);
    }

    private @Nullable String image() {
        if (!photos.isEmpty()) {
            return photos.get(0).address();
        }
        return card == null || card.images().isEmpty() ? null : card.images().get(0);
    }

    String permalink() {
        return "https://www.facebook.com/" + page.id() + "/posts/" + number;
    }
}
