package io.sharewire.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks to publish, checked by the rules of the feed.
 *
 * @param message the text as it will be stored
 * @param link the link to attach
 * @param published whether it goes out at once
 * @param scheduledAt when it goes out instead
 */
record FacebookDraft(
        String message,
        @Nullable String link,
        boolean published,
        @Nullable Instant scheduledAt) {

    /** In UTF-16 units, the stricter reading of the limit. */
    static final int LONGEST_MESSAGE = 63_206;

    private static final Duration SOONEST = Duration.ofMinutes(10);

    private static final Set<String> CONTENT_TYPES = Set.of(
            "SCHEDULED",
            "SCHEDULED_RECURRING",
            "DRAFT",
            "ADS_POST",
            "INLINE_CREATED",
            "PUBLISHED",
            "PUBLISH_PENDING",
            "REVIEWABLE_BRANDED_CONTENT");

    static FacebookDraft of(GraphInput input, FacebookRules rules, Instant now) {
        String message = stored(input.text("message").orElse(""));
        Optional<String> link = input.text("link");
        boolean hasMedia = FacebookPhotos.areAttachedBy(input);
        if (message.isEmpty() && link.isEmpty() && !hasMedia) {
            throw rules.emptyIsInvalid()
                    ? GraphErrors.invalidParameter("Missing message or attachment")
                            .refuse()
                    : GraphErrors.error(400, 197, "The post is empty. Please enter a message to share.")
                            .refuse();
        }
        // A post with photos shows no link card.
        return of(message, hasMedia ? null : link.orElse(null), input, rules, now);
    }

    static FacebookDraft ofCaption(GraphInput input, FacebookRules rules, Instant now) {
        return of(stored(input.text("caption").orElse("")), null, input, rules, now);
    }

    private static FacebookDraft of(
            String message, @Nullable String link, GraphInput input, FacebookRules rules, Instant now) {
        checkLength(message);
        input.text("unpublished_content_type")
                .filter(type -> !CONTENT_TYPES.contains(type))
                .ifPresent(type -> {
                    throw GraphErrors.invalidParameter("Param unpublished_content_type must be one of " + CONTENT_TYPES)
                            .refuse();
                });
        boolean published = input.flag("published", true);
        Optional<Instant> scheduledAt = scheduledAt(input, rules, now);
        if (scheduledAt.isPresent() && published) {
            throw badTime();
        }
        return new FacebookDraft(message, link, published, scheduledAt.orElse(null));
    }

    /** The time at which a call wants a post to go out, if it says so. */
    static Optional<Instant> scheduledAt(GraphInput input, FacebookRules rules, Instant now) {
        Optional<Instant> time = input.text("scheduled_publish_time")
                .map(value -> GraphTime.parse(value).orElseThrow(FacebookDraft::badTime));
        time.filter(at -> at.isBefore(now.plus(SOONEST)) || at.isAfter(now.plus(rules.furthest())))
                .ifPresent(at -> {
                    throw badTime();
                });
        return time;
    }

    /** The platform trims a text and keeps plain line feeds only. */
    static String stored(String message) {
        return message.replace("\r\n", "\n").strip();
    }

    static void checkLength(String message) {
        if (message.length() > LONGEST_MESSAGE) {
            throw GraphErrors.invalidParameter("Name parameter too long").refuse();
        }
    }

    /** Says "too soon", "too far ahead" and "too many wait already", without saying which. */
    static Refusal badTime() {
        return GraphErrors.invalidParameter("The specified scheduled publish time is invalid.")
                .refuse();
    }
}
