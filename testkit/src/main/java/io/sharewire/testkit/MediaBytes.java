package io.sharewire.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of media that X takes, each with the bytes that it begins with and the most bytes it may have. */
final class MediaBytes {

    static final int LARGEST_IMAGE = 5 * 1024 * 1024;
    static final int LARGEST_GIF = 15 * 1024 * 1024;
    static final int LARGEST_VIDEO = 512 * 1024 * 1024;

    private static final Set<String> STILL =
            Set.of("image/jpeg", "image/pjpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/tiff");
    private static final Map<String, List<String>> STARTS = Map.of(
            "image/jpeg", List.of("\u00FF\u00D8\u00FF"),
            "image/pjpeg", List.of("\u00FF\u00D8\u00FF"),
            "image/png", List.of("\u0089PNG\r\n\u001A\n"),
            "image/gif", List.of("GIF87a", "GIF89a"),
            "image/bmp", List.of("BM"),
            "image/tiff", List.of("II*\0", "MM\0*"),
            "image/webp", List.of("RIFF"),
            "video/webm", List.of("\u001AE\u00DF\u00A3"),
            "video/mp2t", List.of("G"),
            "text/vtt", List.of("WEBVTT"));

    private MediaBytes() {}

    static boolean isKnown(String type) {
        return STARTS.containsKey(type)
                || Set.of("video/mp4", "video/quicktime", "text/srt").contains(type)
                || type.startsWith("model/");
    }

    /** Whether the type may be declared together with this category. */
    static boolean isOf(String category, String type) {
        return switch (category) {
            case "tweet_image", "dm_image" -> STILL.contains(type);
            case "tweet_gif", "dm_gif" -> type.equals("image/gif");
            case "tweet_video", "dm_video" -> type.startsWith("video/");
            case "subtitles" -> type.startsWith("text/");
            default -> false;
        };
    }

    static int largest(String category) {
        return category.endsWith("gif") ? LARGEST_GIF : category.endsWith("video") ? LARGEST_VIDEO : LARGEST_IMAGE;
    }

    static boolean fits(String type, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        if (type.equals("video/mp4") || type.equals("video/quicktime")) {
            return start.startsWith("ftyp", 4);
        }
        List<String> starts = STARTS.get(type);
        return starts == null || starts.stream().anyMatch(start::startsWith);
    }

    /** The kind of still image that these bytes are. */
    static Optional<String> imageType(byte[] bytes) {
        return STILL.stream()
                .filter(type -> !type.equals("image/pjpeg") && fits(type, bytes))
                .findFirst();
    }
}
