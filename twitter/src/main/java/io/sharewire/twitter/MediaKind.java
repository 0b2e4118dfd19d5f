package io.sharewire.twitter;

import io.sharewire.Media;
import java.util.Optional;

/** What X tells apart among files, by their first bytes; a GIF of one frame is a picture like any other. */
enum MediaKind {
    /** JPEG, PNG, WebP, still GIF: up to four a post, uploaded in one call. */
    PICTURE("tweet_image", 5_000_000),
    /** A GIF that moves: one a post, uploaded in segments and then processed. */
    ANIMATION("tweet_gif", 15_000_000),
    /** MP4 or QuickTime: one a post, as an animation. */
    FILM("tweet_video", 512_000_000);

    private final String category;
    private final int maxBytes;

    MediaKind(String category, int maxBytes) {
        this.category = category;
        this.maxBytes = maxBytes;
    }

    /** The kind of a file; empty if X takes no such file. */
    static Optional<MediaKind> of(Media file) {
        return switch (file.type()) {
            case "image/jpeg", "image/png", "image/webp" -> Optional.of(PICTURE);
            case "image/gif" -> Optional.of(GifFrames.of(file.bytes()).count() > 1 ? ANIMATION : PICTURE);
            case "video/mp4", "video/quicktime" -> Optional.of(FILM);
            default -> Optional.empty();
        };
    }

    /** X's word. */
    String category() {
        return category;
    }

    /** How large a file X takes. */
    int maxBytes() {
        return maxBytes;
    }
}
