package io.sharewire.twitter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** GIFs made block by block as GIF89a has them. */
final class Gif {

    private Gif() {}

    /** A GIF of this canvas and this many frames, each with a comment before it; whatever is behind it makes it long. */
    static byte[] of(int width, int height, int frames, int padding) {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        number(gif, width);
        number(gif, height);
        // A global colour table of two colours; background; aspect.
        gif.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0});
        for (int i = 0; i < frames; i++) {
            gif.writeBytes(new byte[] {0x21, (byte) 0xFE, 2, 0x2C, 0x2C, 0});
            gif.writeBytes(new byte[] {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0});
        }
        gif.write(0x3B);
        gif.writeBytes(new byte[padding]);
        return gif.toByteArray();
    }

    private static void number(ByteArrayOutputStream gif, int value) {
        gif.write(value & 0xFF);
        gif.write(value >> 8);
    }
}
