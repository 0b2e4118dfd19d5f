package io.sharewire;

import io.sharewire.text.CleanText;
import io.sharewire.url.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an article, by address.
 *
 * @param url absolute http(s) address
 * @param alt what can be seen, for those who cannot; null if not given
 * @param caption the line under the picture; null if not given
 * @param credit who made it; null if not given
 * @param width in pixels; null if not known
 * @param height in pixels; null if not known
 * @param type media type, e.g. {@code image/jpeg}; null if not known
 */
public record Image(
        String url,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String type) {

    /** Cleans the texts and checks the address and the size. */
    public Image {
        url = url.strip();
        alt = line(alt);
        caption = line(caption);
        credit = line(credit);
        type = line(type);
        Validation validation = new Validation("Image")
                .check(width == null || width > 0, "width must be positive, not " + width)
                .check(height == null || height > 0, "height must be positive, not " + height);
        CanonicalUrl.problem(url).ifPresent(problem -> validation.check(false, "url " + problem));
        validation.orThrow();
    }

    /** A picture of which only the address is known. */
    public static Image of(String url) {
        return new Image(url, null, null, null, null, null, null);
    }

    /** The same picture with an alternative text. */
    public Image withAlt(@Nullable String newAlt) {
        return new Image(url, newAlt, caption, credit, width, height, type);
    }

    /** The same picture with a caption and its credit. */
    public Image withCaption(@Nullable String newCaption, @Nullable String newCredit) {
        return new Image(url, alt, newCaption, newCredit, width, height, type);
    }

    /** The same picture with its size in pixels. */
    public Image withSize(@Nullable Integer newWidth, @Nullable Integer newHeight) {
        return new Image(url, alt, caption, credit, newWidth, newHeight, type);
    }

    /** The same picture with its media type. */
    public Image withType(@Nullable String newType) {
        return new Image(url, alt, caption, credit, width, height, newType);
    }

    private static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = CleanText.line(text);
        return clean.isEmpty() ? null : clean;
    }
}
