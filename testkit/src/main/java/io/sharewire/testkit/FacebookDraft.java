package io.sharewire.testkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call to the feed asks to publish, checked by the rules of the feed.
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
    private static final Duration LATEST = Duration.ofDays(29);
    private static final DateTimeFormatter ISO_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[XXX][XX]");

    static FacebookDraft of(GraphInput input, Instant now) {
        boolean hasMedia = input.text("attached_media")
                .or(() -> input.text("attached_media[0]"))
                .isPresent();
        String message = stored(input.text("message").orElse(""));
        Optional<String> link = input.text("link");
        if (message.isEmpty() && link.isEmpty() && !hasMedia) {
            throw GraphErrors.error(400, 197, "The post is empty. Please enter a message to share.")
                    .refuse();
        }
        checkLength(message);
        link.ifPresent(FacebookDraft::checkLink);
        boolean published = input.flag("published", true);
        Optional<Instant> scheduledAt = input.text("scheduled_publish_time").map(FacebookDraft::time);
        if (scheduledAt.isPresent() && (published || isOutside(scheduledAt.orElseThrow(), now))) {
            throw badTime();
        }
        return new FacebookDraft(message, link.orElse(null), published, scheduledAt.orElse(null));
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

    private static void checkLink(String link) {
        URI uri;
        try {
            uri = new URI(link);
        } catch (URISyntaxException e) {
            throw GraphErrors.invalidUrl().refuse();
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || !host.contains(".") || host.startsWith("127.")) {
            throw GraphErrors.invalidUrl().refuse();
        }
        if (host.equals("facebook.com") || host.endsWith(".facebook.com")) {
            throw GraphErrors.error(400, 1609008, "(#1609008) Links to facebook.com are not allowed")
                    .refuse();
        }
    }

    private static Instant time(String value) {
        try {
            return value.matches("\\d{1,12}")
                    ? Instant.ofEpochSecond(Long.parseLong(value))
                    : OffsetDateTime.parse(value, ISO_TIME).toInstant();
        } catch (DateTimeException e) {
            throw badTime();
        }
    }

    private static boolean isOutside(Instant time, Instant now) {
        return time.isBefore(now.plus(SOONEST)) || time.isAfter(now.plus(LATEST));
    }

    private static Refusal badTime() {
        return GraphErrors.invalidParameter("The specified scheduled publish time is invalid.")
                .refuse();
    }
}
