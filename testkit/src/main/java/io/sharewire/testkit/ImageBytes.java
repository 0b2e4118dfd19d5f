package io.sharewire.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tells images by their first bytes, whatever they claim to be. */
final class ImageBytes {

    private record Kind(String type, String start) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("image/jpeg", "\u00FF\u00D8\u00FF"),
            new Kind("image/png", "\u0089PNG\r\n\u001A\n"),
            new Kind("image/gif", "GIF8"),
            new Kind("image/bmp", "BM"),
            new Kind("image/tiff", "II*\0"),
            new Kind("image/tiff", "MM\0*"),
            new Kind("image/webp", "RIFF"));

    private ImageBytes() {}

    static Optional<String> typeOf(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        return KINDS.stream()
                .filter(kind -> text.startsWith(kind.start()))
                .map(Kind::type)
                .findFirst();
    }
}
