package io.sharewire.twitter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /2/tweets}. X refuses members it does not know, and {@code null} for those it does.
 *
 * <pre>{"text":"…","reply_settings":"following"}</pre>
 */
record NewPost(
        String text,
        @JsonProperty("reply_settings") @Nullable String replySettings) {

    /** A drafted body as an answer to the post before it, whose id only the sending knows. */
    static String answering(String body, String postId) {
        return body.substring(0, body.length() - 1) + ",\"reply\":{\"in_reply_to_tweet_id\":\"" + postId + "\"}}";
    }

    /** The text of a drafted body. */
    static String textOf(String body) {
        return Json.require(body, NewPost.class).text();
    }
}
