package io.sharewire.link;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a QR code as a PNG file (W3C PNG, greyscale of one bit), without AWT. */
final class QrPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private QrPng() {}

    static byte[] write(BitMatrix modules, int scale) {
        int side = modules.getWidth() * scale;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                // Bit depth 1, greyscale, and the only kinds of compression, filter and interlacing there are or need
                // be.
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", deflate(pixels(modules, scale, side)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Rows of one filter byte (none) and the pixels, eight to a byte, 1 being white. */
    private static byte[] pixels(BitMatrix modules, int scale, int side) {
        int rowBytes = 1 + (side + 7) / 8;
        byte[] pixels = new byte[rowBytes * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (!modules.get(x / scale, y / scale)) {
                    pixels[y * rowBytes + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return pixels;
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
