package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture that Kakao keeps for messages, for some weeks: not an address to store in an article.
 *
 * @param url where it is; needs no registered domain
 * @param contentType its media type; null if not told
 * @param length in bytes; null if not told
 * @param width in pixels; null if not told
 * @param height in pixels; null if not told
 */
public record KakaoImage(
        @JsonProperty("url") String url,
        @JsonProperty("content_type") @Nullable String contentType,
        @JsonProperty("length") @Nullable Integer length,
        @JsonProperty("width") @Nullable Integer width,
        @JsonProperty("height") @Nullable Integer height) {

    /** {@code {"infos":{"original":{"url":"…","content_type":"image/jpeg","length":123,"width":800,"height":400}}}}. */
    record Answer(@JsonProperty("infos") @Nullable Infos infos) {

        Optional<KakaoImage> image() {
            return infos == null
                    ? Optional.empty()
                    : Optional.ofNullable(infos.original).filter(KakaoImage::hasUrl);
        }
    }

    record Infos(@JsonProperty("original") @Nullable KakaoImage original) {}

    @SuppressWarnings("NullAway") // Kakao may leave it out.
    private static boolean hasUrl(KakaoImage image) {
        return image.url != null;
    }
}
