package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts shown below a card; KakaoTalk shows up to three of them.
 *
 * @param likeCount likes
 * @param commentCount comments
 * @param sharedCount shares
 * @param viewCount views
 * @param subscriberCount subscribers
 */
public record KakaoSocial(
        @JsonProperty("like_count") @Nullable Integer likeCount,
        @JsonProperty("comment_count") @Nullable Integer commentCount,
        @JsonProperty("shared_count") @Nullable Integer sharedCount,
        @JsonProperty("view_count") @Nullable Integer viewCount,
        @JsonProperty("subscriber_count") @Nullable Integer subscriberCount) {

    /** Checks the counts. */
    public KakaoSocial {
        Validation validation = new Validation("KakaoSocial");
        validation.check(
                Stream.of(likeCount, commentCount, sharedCount, viewCount, subscriberCount)
                        .anyMatch(Objects::nonNull),
                "at least one count is required");
        for (Integer count :
                new @Nullable Integer[] {likeCount, commentCount, sharedCount, viewCount, subscriberCount}) {
            validation.check(count == null || count >= 0, "a count must not be below 0, not " + count);
        }
        validation.orThrow();
    }

    /** How often it was read, shared and commented on: what a newsroom knows of an article. */
    public static KakaoSocial ofArticle(@Nullable Integer views, @Nullable Integer shares, @Nullable Integer comments) {
        return new KakaoSocial(null, comments, shares, views, null);
    }
}
