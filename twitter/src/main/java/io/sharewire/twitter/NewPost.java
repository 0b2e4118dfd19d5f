package io.sharewire.twitter;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /2/tweets}. X refuses members it does not know, and {@code null} for those it does.
 *
 * <pre>{"text":"…","reply_settings":"following"}</pre>
 */
record NewPost(
        String text,
        @JsonProperty("reply_settings") @Nullable String replySettings) {}
