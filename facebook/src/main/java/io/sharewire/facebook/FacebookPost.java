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
        @JsonProperty("permalink_url") @Nullable String permalinkUrl,
        @Nullable Attachments attachments,
        @Nullable FacebookError error) {

    /** {@code 2019-01-02T18:31:28+0000}: no colon in the offset; one with a colon is read as well. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[XXX][XX]");

    record Attachments(@Nullable List<Attachment> data) {}

    record Attachment(
            @Nullable String url,
            @JsonProperty("unshimmed_url") @Nullable String unshimmedUrl,
            @Nullable Target target) {}

    record Target(@Nullable String url) {}

    /** Facebook answers {@code "0"} when it made nothing. */
    boolean hasId() {
        return id != null && !id.isBlank() && !id.equals("0");
    }

    /** The permalink; without one, the address that works for most posts. */
    String url() {
        return permalinkUrl == null ? "https://www.facebook.com/" + id : permalinkUrl;
    }

    @Nullable Instant createdAt() {
        try {
            return createdTime == null ? null : TIME.parse(createdTime, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
