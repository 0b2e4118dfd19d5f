package io.sharewire.link;

import io.sharewire.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What came of shortening a link: the short one, or the long one and the reason.
 *
 * @param longUrl where it leads, in ASCII
 * @param shortUrl the short link; null if none could be made
 * @param warning why there is none; null if there is one
 */
public record ShortLink(
        String longUrl, @Nullable String shortUrl, @Nullable Problem warning) {

    /** Holds either a short link or a warning. */
    public ShortLink {
        if ((shortUrl == null) == (warning == null)) {
            throw new IllegalArgumentException("ShortLink: needs a short link or a warning, and not both");
        }
    }

    /** One that was made. */
    public static ShortLink made(String longUrl, String shortUrl) {
        return new ShortLink(longUrl, shortUrl, null);
    }

    /** One that was not. */
    public static ShortLink notMade(String longUrl, Problem warning) {
        return new ShortLink(longUrl, null, warning);
    }

    /** The link to share: the short one if there is one, else the long one. */
    public String url() {
        return shortUrl == null ? longUrl : shortUrl;
    }
}
