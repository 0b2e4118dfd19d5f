package io.sharewire.twitter;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Receipt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post, as created or as read; X leaves out whatever was not asked for. Ids are strings, never numbers.
 *
 * @param note the whole of a text above 280: {@code note_tweet} or {@code note_post}, after the dialect of the request
 */
record TwitterPost(
        @Nullable String id,
        @Nullable String text,
        @JsonProperty("created_at") @Nullable String createdTime,
        @Nullable Entities entities,

        @JsonProperty("referenced_tweets") @JsonAlias("referenced_posts") @Nullable List<Reference> references,

        @JsonProperty("note_tweet") @JsonAlias("note_post") @Nullable Note note) {

    record Note(@Nullable String text, @Nullable Entities entities) {}

    record Entities(@Nullable List<Url> urls) {}

    /** A link: {@code url} is the t.co address in the text. One with a media key is an attachment, not a link. */
    record Url(
            @Nullable String url,
            @JsonProperty("expanded_url") @Nullable String expandedUrl,
            @JsonProperty("media_key") @Nullable String mediaKey) {}

    record Reference(@Nullable String type, @Nullable String id) {}

    /** Whether it is an answer to this very post. */
    boolean answers(String postId) {
        return references != null
                && references.stream().anyMatch(r -> "replied_to".equals(r.type) && postId.equals(r.id));
    }

    /**
     * The proof that it is out.
     *
     * @param otherwise when, if the post does not say
     */
    Receipt receipt(TwitterSettings account, Instant otherwise) {
        Instant at = createdAt();
        String owner = account.username() == null ? "i/web" : account.username();
        return new Receipt(
                account.name(),
                String.valueOf(id),
                "https://x.com/" + owner + "/status/" + id,
                at == null ? otherwise : at);
    }

    boolean hasId() {
        return id != null && !id.isBlank();
    }

    @Nullable String wholeText() {
        return note == null || note.text == null ? text : note.text;
    }

    List<Url> urls() {
        Entities own = note == null || note.text == null ? entities : note.entities;
        return own == null || own.urls == null ? List.of() : own.urls;
    }

    @Nullable Instant createdAt() {
        try {
            return createdTime == null ? null : Instant.parse(createdTime);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
