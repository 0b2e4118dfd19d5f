package io.sharewire.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post, as created or as read; Facebook leaves out whatever was not asked for. Ids are strings, never numbers. */
record FacebookPost(
        @Nullable String id,
        @Nullable String message,
        @JsonProperty("created_time") @Nullable String createdTime,
        @JsonProperty("scheduled_publish_time") @Nullable Object scheduledTime,
        @JsonProperty("permalink_url") @Nullable String permalinkUrl,
        @Nullable Application application,
        @Nullable Attachments attachments,
        @Nullable FacebookError error) {

    /** {@code 2019-01-02T18:31:28+0000}: no colon in the offset; one with a colon is read as well. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[XXX][XX]");

    record Application(@Nullable String id) {}

    record Attachments(@Nullable List<Attachment> data) {}

    record Attachment(
            @JsonProperty("media_type") @Nullable String mediaType,
            @Nullable String type,
            @Nullable String url,
            @JsonProperty("unshimmed_url") @Nullable String unshimmedUrl,
            @Nullable Target target) {

        boolean isLinkCard() {
            return "link".equals(mediaType) || (mediaType == null && "share".equals(type));
        }
    }

    record Target(@Nullable String url) {}

    /** Facebook answers {@code "0"} when it made nothing. */
    boolean hasId() {
        return id != null && !id.isBlank() && !id.equals("0");
    }

    /** The permalink; without one, the address that works for most posts. */
    String url() {
        return permalinkUrl == null ? "https://www.facebook.com/" + id : permalinkUrl;
    }

    List<Attachment> attached() {
        return attachments == null || attachments.data() == null ? List.of() : attachments.data();
    }

    @Nullable Instant createdAt() {
        return createdTime == null ? null : time(createdTime);
    }

    /** Seconds since 1970 as a number; read as well where it is written out. */
    @Nullable Instant scheduledAt() {
        String text = String.valueOf(scheduledTime);
        return text.matches("[0-9]{1,12}") ? Instant.ofEpochSecond(Long.parseLong(text)) : time(text);
    }

    private static @Nullable Instant time(String text) {
        try {
            return TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
