package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The card of a message: title, description and picture, at least one of them, and where a tap leads.
 *
 * <p>KakaoTalk lays the picture out in 2:1 (800 by 400) and crops it by itself; the size is told so that a picture of
 * another shape is known as such. Kakao fetches it: at most 5 MB, at a public address; one that it cannot fetch is left
 * out without an error.
 *
 * @param title about two lines are shown
 * @param description about four lines are shown together with the title
 * @param imageUrl the picture's address
 * @param imageWidth in pixels
 * @param imageHeight in pixels
 * @param link where a tap on the card leads
 */
public record KakaoContent(
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("image_url") @Nullable String imageUrl,
        @JsonProperty("image_width") @Nullable Integer imageWidth,
        @JsonProperty("image_height") @Nullable Integer imageHeight,
        @JsonProperty("link") KakaoLink link) {

    /** Checks the parts. */
    public KakaoContent {
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
                .required("link", link)
                .orThrow();
    }

    /** A card with nothing but a title. */
    public static KakaoContent of(String title, KakaoLink link) {
        return new KakaoContent(title, null, null, null, null, link);
    }

    /** The same card with a description. */
    public KakaoContent withDescription(@Nullable String text) {
        return new KakaoContent(title, text, imageUrl, imageWidth, imageHeight, link);
    }

    /** The same card with a picture of unknown size. */
    public KakaoContent withImage(@Nullable String url) {
        return new KakaoContent(title, description, url, null, null, link);
    }

    /** The same card with a picture of so many pixels. */
    public KakaoContent withImage(String url, int width, int height) {
        return new KakaoContent(title, description, url, width, height, link);
    }

    /** The lines a reader sees. */
    Stream<String> asSeen() {
        return Stream.of(title, description).filter(Objects::nonNull);
    }
}
