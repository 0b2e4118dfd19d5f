package io.sharewire;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes a picture smaller than a platform's limit, before it is put into a share: work of many milliseconds that drafting
 * does not do. Pure and thread-safe.
 */
public final class Picture {

    private static final float[] QUALITIES = {0.9f, 0.8f, 0.65f};

    private Picture() {}

    /**
     * The picture itself if it has at most {@code maxBytes}; else a JPEG of it that has, shrunk as little as needed, its
     * description kept and transparency turned white.
     *
     * @return empty if Java cannot read it, or it does not get small enough
     */
    public static Optional<Media> within(Media media, int maxBytes) {
        if (media.size() <= maxBytes) {
            return Optional.of(media);
        }
        BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(media.bytes()));
        } catch (IOException e) {
            return Optional.empty();
        }
        if (image == null) {
            return Optional.empty();
        }
        BufferedImage opaque = scaled(image, image.getWidth(), image.getHeight());
        while (opaque.getWidth() > 16 && opaque.getHeight() > 16) {
            for (float quality : QUALITIES) {
                byte[] jpeg = jpeg(opaque, quality);
                if (jpeg.length <= maxBytes) {
                    return Optional.of(Media.of(jpeg, media.alt()));
                }
            }
            opaque = scaled(opaque, opaque.getWidth() * 3 / 4, opaque.getHeight() * 3 / 4);
        }
        return Optional.empty();
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return scaled;
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("a JPEG cannot be written to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
