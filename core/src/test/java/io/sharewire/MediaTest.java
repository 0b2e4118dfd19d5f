package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTest {

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE000104A464946, image/jpeg",
        "89504E470D0A1A0A0000, image/png",
        "474946383961, image/gif",
        "52494646240000005745425056503820, image/webp",
        "424D, image/bmp",
        "49492A00, image/tiff",
        "00000018667479706D703432, video/mp4",
        "00000014667479707174, video/quicktime",
        "3C68746D6C3E, application/octet-stream",
        "'', application/octet-stream",
    })
    void tellsTheTypeByTheFirstBytes(String hex, String type) {
        assertThat(Media.of(HexFormat.of().parseHex(hex)).type()).isEqualTo(type);
    }

    @Test
    void keepsItsBytesFromBeingChanged() {
        byte[] bytes = {1, 2, 3};
        Media media = Media.of(bytes, "a\r\nb");
        bytes[0] = 9;
        media.bytes()[1] = 9;

        assertThat(media.bytes()).containsExactly(1, 2, 3);
        assertThat(media.alt()).isEqualTo("a b");
        // printf '\1\2\3' | sha256sum
        assertThat(media.sha256()).isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    }

    @Test
    void makesAPictureFitAndKeepsItsDescription() throws IOException {
        Media noise = Media.of(noisyPng(600, 400), "noise");

        Media fitted = Picture.within(noise, 60_000).orElseThrow();

        assertThat(noise.dimensions()).contains(new Media.Size(600, 400));
        assertThat(fitted.size()).isLessThanOrEqualTo(60_000);
        assertThat(fitted.type()).isEqualTo("image/jpeg");
        assertThat(fitted.alt()).isEqualTo("noise");
        assertThat(Picture.within(noise, noise.size())).containsSame(noise);
        assertThat(Picture.within(Media.of(new byte[100]), 50)).isEmpty();
    }

    private static byte[] noisyPng(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
