package io.sharewire.twitter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What X says about a file at each step of its upload. */
record UploadedMedia(@Nullable Data data) {

    /** Where X says nothing else, look again after this. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    record Data(
            @Nullable String id,
            @JsonProperty("processing_info") @Nullable Processing processing) {}

    record Processing(
            @Nullable String state,
            @JsonProperty("check_after_secs") @Nullable Integer checkAfter,
            @Nullable Failure error) {}

    record Failure(@Nullable String message) {}

    @Nullable String id() {
        return data == null || data.id == null || data.id.isBlank() ? null : data.id;
    }

    /** Whether a post may take it along. A file about which nothing is said needs no processing. */
    boolean isReady() {
        return data != null && (data.processing == null || "succeeded".equals(data.processing.state));
    }

    boolean hasFailed() {
        return data != null && data.processing != null && "failed".equals(data.processing.state);
    }

    /** Why X could not process it. */
    String failure() {
        Failure error = data == null || data.processing == null ? null : data.processing.error;
        return error == null || error.message == null ? "it does not say why" : error.message;
    }

    /** How long X asks to wait before the next look. */
    Duration pause() {
        Integer seconds = data == null || data.processing == null ? null : data.processing.checkAfter;
        return seconds == null || seconds < 1 ? PAUSE : Duration.ofSeconds(seconds);
    }
}
