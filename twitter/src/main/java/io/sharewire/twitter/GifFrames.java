package io.sharewire.twitter;

/**
 * The size of a GIF and how many frames it has, read from its blocks without unpacking them (GIF89a, appendix A).
 *
 * @param width of the canvas, in pixels
 * @param height of the canvas, in pixels
 * @param count frames up to where the file ends or stops to make sense
 */
record GifFrames(int width, int height, int count) {

    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int IMAGE_DESCRIPTOR = 10;

    static GifFrames of(byte[] gif) {
        if (gif.length < HEADER) {
            return new GifFrames(0, 0, 0);
        }
        int at = HEADER + colorTable(gif[10]);
        int frames = 0;
        while (at < gif.length) {
            int block = gif[at] & 0xFF;
            if (block == EXTENSION) {
                at = behindSubBlocks(gif, at + 2);
            } else if (block == IMAGE && at + IMAGE_DESCRIPTOR < gif.length) {
                frames++;
                // A colour table and the code size stand between descriptor and data.
                at = behindSubBlocks(gif, at + IMAGE_DESCRIPTOR + colorTable(gif[at + 9]) + 1);
            } else {
                break;
            }
        }
        return new GifFrames(number(gif, 6), number(gif, 8), frames);
    }

    private static int colorTable(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int behindSubBlocks(byte[] gif, int from) {
        int at = from;
        while (at < gif.length && gif[at] != 0) {
            at += 1 + (gif[at] & 0xFF);
        }
        return at + 1;
    }

    private static int number(byte[] gif, int at) {
        return (gif[at] & 0xFF) | (gif[at + 1] & 0xFF) << 8;
    }
}
