package io.sharewire.twitter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /2/tweets}. X refuses members it does not know, and {@code null} for those it does.
 *
 * <pre>{"text":"…","reply_settings":"following"}</pre>
 */
record NewPost(
        String text,
        @JsonProperty("reply_settings") @Nullable String replySettings,
        TwitterPoll.@Nullable Wire poll) {

    /** The first or only post, with the choices that belong to it. */
    static String first(String text, TwitterOptions options) {
        TwitterPoll poll = options.poll();
        return Json.write(new NewPost(text, options.replySettings().wire(), poll == null ? null : poll.wire()));
    }

    /** A later post of a thread, where the choices of the first hold. */
    static String answer(String text) {
        return Json.write(new NewPost(text, null, null));
    }

    /** A drafted body with the ids that only the sending knows: of its pictures, and of the post it answers. */
    static String with(String body, List<String> mediaIds, @Nullable String answering) {
        StringBuilder whole = new StringBuilder(body).deleteCharAt(body.length() - 1);
        if (!mediaIds.isEmpty()) {
            whole.append(",\"media\":").append(Json.write(Map.of("media_ids", mediaIds)));
        }
        if (answering != null) {
            whole.append(",\"reply\":").append(Json.write(Map.of("in_reply_to_tweet_id", answering)));
        }
        return whole.append('}').toString();
    }

    /** The text of a drafted body. */
    static String textOf(String body) {
        return Json.require(body, NewPost.class).text();
    }
}
