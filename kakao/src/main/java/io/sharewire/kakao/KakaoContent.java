package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The card of a message: title, description and picture, at least one of them, and where a tap leads.
 *
 * <p>KakaoTalk lays the picture out in 2:1 (800 by 400) and crops it by itself; the size is told so that a picture of
 * another shape is known as such.
 */
record KakaoContent(
        @Nullable String title,
        @Nullable String description,
        @JsonProperty("image_url") @Nullable String imageUrl,
        @JsonProperty("image_width") @Nullable Integer imageWidth,
        @JsonProperty("image_height") @Nullable Integer imageHeight,
        KakaoLink link) {

    KakaoContent {
        new Validation("KakaoContent")
                .check(
                        title != null || description != null || imageUrl != null,
                        "title, description or imageUrl is required")
                .check(title == null || !title.isBlank(), "title must be left out rather than blank")
                .check(description == null || !description.isBlank(), "description must be left out rather than blank")
                .check(
                        imageUrl == null || HttpUrl.parse(imageUrl) != null,
                        "imageUrl must be an http or https address, not '" + imageUrl + "'")
                .check((imageWidth == null) == (imageHeight == null), "imageWidth and imageHeight go together")
                .check(imageWidth == null || imageUrl != null, "imageWidth and imageHeight need an imageUrl")
                .check(
                        imageWidth == null || imageHeight == null || (imageWidth > 0 && imageHeight > 0),
                        "imageWidth and imageHeight must be positive")
                .orThrow();
    }
}
