package io.sharewire.link;

import io.sharewire.Media;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Width and height of a WebP file, which Java does not read (RFC 9649: VP8, VP8L and VP8X chunks). */
final class WebpSize {

    private WebpSize() {}

    /** The size; empty if it is no WebP file, or a broken one. */
    static Optional<Media.Size> of(byte[] file) {
        if (file.length < 30 || !text(file, 0).equals("RIFF") || !text(file, 8).equals("WEBP")) {
            return Optional.empty();
        }
        return switch (text(file, 12)) {
            // 14 bits each, after frame tag and start code
            case "VP8 " -> Optional.of(new Media.Size(little(file, 26, 2) & 0x3FFF, little(file, 28, 2) & 0x3FFF));
            // 14 bits each less one, after the signature
            case "VP8L" -> {
                int bits = little(file, 21, 4);
                yield Optional.of(new Media.Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1));
            }
            // 24 bits each less one, after the flags
            case "VP8X" -> Optional.of(new Media.Size(little(file, 24, 3) + 1, little(file, 27, 3) + 1));
            default -> Optional.empty();
        };
    }

    private static String text(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static int little(byte[] file, int at, int bytes) {
        int value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | file[at + i] & 0xFF;
        }
        return value;
    }
}
