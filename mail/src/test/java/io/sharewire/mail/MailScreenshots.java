package io.sharewire.mail;

import io.sharewire.Article;
import io.sharewire.Media;
import io.sharewire.Share;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the mails in {@code mail/docs} with Chromium. Not one of the tests; run it by name:
 *
 * <pre>mvn package -pl core,testkit,mail -Dtest=MailScreenshots -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * <p>Page and picture come out of the message, as a mail program takes them. All eight land in {@code target}.
 */
class MailScreenshots {

    private static final Path ARTICLES = Path.of("..", "examples", "articles");
    private static final Path ALL = Path.of("target", "mail-screenshots");
    private static final Path DOCS = Path.of("docs");
    private static final Set<String> IN_DOCS =
            Set.of("ko-360-light.png", "ko-1200-dark.png", "en-360-dark.png", "en-1200-light.png");

    @Test
    void koreanAndEnglishNarrowAndWideLightAndDark() throws Exception {
        Files.createDirectories(ALL);
        Files.createDirectories(DOCS);
        for (String name : List.of("han-river-bridge.ko", "harbour-library.en")) {
            Path page = page(name, Files.createTempDirectory("mail"));
            String language = name.substring(name.length() - 2);
            for (int width : new int[] {360, 1_200}) {
                for (boolean dark : new boolean[] {false, true}) {
                    String file = language + "-" + width + (dark ? "-dark.png" : "-light.png");
                    shoot(page, width, dark, ALL.resolve(file));
                    if (IN_DOCS.contains(file)) {
                        Files.copy(ALL.resolve(file), DOCS.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /** The HTML and the picture of the message as two files; the content id becomes the name of the second. */
    private static Path page(String name, Path folder) throws Exception {
        Article article = Article.fromJson(Files.readString(ARTICLES.resolve(name + ".json")));
        Share share = Share.of(article)
                .withMedia(Media.of(drawn(name.startsWith("han"))))
                .with(MailOptions.builder().picture(MailPicture.INLINE).build());
        String message = MailText.preview(
                        Samples.letterhead("desk@news.example"), () -> Recipients.of(List.of(), false))
                .draft(share)
                .payload()
                .get(0)
                .body();
        MimeMessage parsed = Samples.parsed(message);
        MimeMultipart related = (MimeMultipart)
                ((MimeMultipart) parsed.getContent()).getBodyPart(1).getContent();
        BodyPart picture = related.getBodyPart(1);
        Files.write(
                folder.resolve(picture.getFileName()), picture.getInputStream().readAllBytes());
        String html = ((String) related.getBodyPart(0).getContent())
                .replaceAll("src=\"cid:[^\"]*\"", "src=\"" + picture.getFileName() + "\"");
        return Files.writeString(folder.resolve("mail.html"), html);
    }

    private static void shoot(Path page, int width, boolean dark, Path shot) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--force-device-scale-factor=1",
                        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                        "--window-size=" + width + "," + (width < 600 ? 800 : 900),
                        "--screenshot=" + shot.toAbsolutePath(),
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0 || !Files.exists(shot)) {
            throw new IllegalStateException("chromium took no picture of " + page + ": exit code " + exit);
        }
    }

    /** In the place of a photograph: a bridge at dusk, or a ship at a pier. */
    private static byte[] drawn(boolean bridge) throws IOException {
        BufferedImage image = new BufferedImage(1_200, 630, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, bridge ? 0xF2B880 : 0xBFD9EA, 0, 0, 1_200, 400);
        fill(pen, bridge ? 0x3C5A7A : 0x2F6F8F, 0, 400, 1_200, 230);
        if (bridge) {
            pen.setColor(new Color(0xFBE3B9));
            pen.fillOval(860, 250, 150, 150);
            fill(pen, 0x2B3440, 0, 330, 1_200, 24);
            for (int x = 120; x < 1_200; x += 240) {
                fill(pen, 0x2B3440, x, 180, 16, 300);
                pen.fillPolygon(new Polygon(new int[] {x + 8, x - 112, x - 104}, new int[] {180, 334, 334}, 3));
                pen.fillPolygon(new Polygon(new int[] {x + 8, x + 128, x + 120}, new int[] {180, 334, 334}, 3));
            }
        } else {
            fill(pen, 0x8A8F94, 0, 380, 260, 250);
            pen.setColor(Color.WHITE);
            pen.fillPolygon(new Polygon(new int[] {300, 1_120, 1_020, 380}, new int[] {380, 380, 500, 500}, 4));
            fill(pen, 0xF4F1EA, 420, 260, 540, 120);
            fill(pen, 0xC8452F, 840, 170, 70, 90);
            for (int x = 450; x < 900; x += 80) {
                fill(pen, 0x6B4A2F, x, 290, 50, 50);
            }
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static void fill(Graphics2D pen, int colour, int x, int y, int width, int height) {
        pen.setColor(new Color(colour));
        pen.fillRect(x, y, width, height);
    }
}
