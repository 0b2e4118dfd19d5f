package io.sharewire.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The {@code error} member of an answer; only the code can be relied on. */
record FacebookError(
        @Nullable String message,
        @Nullable String type,
        int code,
        @JsonProperty("error_subcode") int subcode,
        @JsonProperty("error_user_msg") @Nullable String userMessage,
        @JsonProperty("fbtrace_id") @Nullable String traceId) {

    /** {@code 190/463}, or {@code 190} without a subcode. */
    String label() {
        return subcode == 0 ? String.valueOf(code) : code + "/" + subcode;
    }

    /** It is gone, was never there, or may not be seen. */
    boolean isMissingObject() {
        return code == 100 && subcode == 33;
    }

    /** The message with the trace id, which is what Meta's support asks for. */
    String describe() {
        return (message == null ? "no message" : message) + (traceId == null ? "" : " [fbtrace_id " + traceId + "]");
    }
}
