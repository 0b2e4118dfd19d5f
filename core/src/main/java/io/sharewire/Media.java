package io.sharewire;

import io.sharewire.text.CleanText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is uploaded along with a post: its bytes, what they are, and what can be seen.
 *
 * <p>The type is told by the first bytes, never by a name or a header. Nothing is refused here: an empty file or one of
 * an unknown type becomes a problem in the draft of the channel that cannot take it. Immutable and thread-safe.
 */
public final class Media {

    /** The type of bytes that begin like no known format. */
    public static final String UNKNOWN_TYPE = "application/octet-stream";

    private final byte[] bytes;
    private final String type;
    private final String sha256;
    private final @Nullable String alt;

    private Media(byte[] bytes, String type, String sha256, @Nullable String alt) {
        this.bytes = bytes;
        this.type = type;
        this.sha256 = sha256;
        this.alt = alt;
    }

    /** A file without a description. */
    public static Media of(byte[] bytes) {
        return of(bytes, null);
    }

    /** A file with what can be seen on it, for those who cannot. */
    public static Media of(byte[] bytes, @Nullable String alt) {
        byte[] copy = bytes.clone();
        return new Media(copy, typeOf(copy), hash(copy), clean(alt));
    }

    /** The same file with another description. */
    public Media withAlt(@Nullable String newAlt) {
        return new Media(bytes, type, sha256, clean(newAlt));
    }

    /** The bytes; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes. */
    public int size() {
        return bytes.length;
    }

    /** The media type by the first bytes: JPEG, PNG, GIF, WebP, BMP, TIFF, MP4, QuickTime; else {@link #UNKNOWN_TYPE}. */
    public String type() {
        return type;
    }

    /** SHA-256 of the bytes in hex. */
    public String sha256() {
        return sha256;
    }

    /** What can be seen; one clean line. */
    public @Nullable String alt() {
        return alt;
    }

    /** Whether it is a picture of any known type, moving GIFs included. */
    public boolean isImage() {
        return type.startsWith("image/");
    }

    /** Width and height in pixels; empty if Java cannot read the format (WebP, films). */
    public Optional<Size> dimensions() {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Width and height.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Size(int width, int height) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Media media && media.sha256.equals(sha256) && Objects.equals(media.alt, alt);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "Media[" + type + ", " + bytes.length + " bytes, " + sha256.substring(0, 12) + "]";
    }

    private static @Nullable String clean(@Nullable String text) {
        String line = text == null ? "" : CleanText.line(text);
        return line.isEmpty() ? null : line;
    }

    private static String typeOf(byte[] bytes) {
        if (starts(bytes, 0, "\u00FF\u00D8\u00FF")) {
            return "image/jpeg";
        } else if (starts(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
            return "image/png";
        } else if (starts(bytes, 0, "GIF87a") || starts(bytes, 0, "GIF89a")) {
            return "image/gif";
        } else if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
            return "image/webp";
        } else if (starts(bytes, 0, "BM")) {
            return "image/bmp";
        } else if (starts(bytes, 0, "II*\0") || starts(bytes, 0, "MM\0*")) {
            return "image/tiff";
        } else if (starts(bytes, 4, "ftypqt")) {
            return "video/quicktime";
        } else if (starts(bytes, 4, "ftyp")) {
            return "video/mp4";
        }
        return UNKNOWN_TYPE;
    }

    private static boolean starts(byte[] bytes, int at, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < expected.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
