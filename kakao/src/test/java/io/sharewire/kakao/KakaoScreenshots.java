package io.sharewire.kakao;

import io.sharewire.Article;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.json.Json;
import io.sharewire.testkit.KakaoChat;
import io.sharewire.testkit.Sandbox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the sandbox in {@code kakao/docs} with Chromium. Not one of the tests; run it by name:
 *
 * <pre>mvn package -pl core,testkit,kakao -Dtest=KakaoScreenshots -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * <p>Readers share both sample articles by the button, the newsroom sends them. All sixteen land in {@code target}.
 */
class KakaoScreenshots {

    private static final Path ARTICLES = Path.of("..", "examples", "articles");
    private static final Path ALL = Path.of("target", "kakao-screenshots");
    private static final Path DOCS = Path.of("docs");
    private static final Set<String> IN_DOCS = Set.of(
            "picker-ko-360-light.png",
            "picker-en-1200-dark.png",
            "timeline-kakao-360-dark.png",
            "timeline-1200-light.png");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void sharePageAndTimelineNarrowAndWideLightAndDark() throws Exception {
        Files.createDirectories(ALL);
        Files.createDirectories(DOCS);
        Clock evening = Clock.fixed(Instant.parse("2026-11-24T11:30:00Z"), ZoneOffset.UTC);
        try (Sandbox sandbox = Sandbox.start(0, evening)) {
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("picker-en", shared(sandbox, "harbour-library.en"));
            pages.put("picker-ko", shared(sandbox, "han-river-bridge.ko"));
            pages.put("timeline", sandbox.url());
            pages.put("timeline-kakao", sandbox.url() + "?platform=kakao");
            for (Map.Entry<String, String> page : pages.entrySet()) {
                for (int width : new int[] {360, 1_200}) {
                    for (boolean dark : new boolean[] {false, true}) {
                        String file = page.getKey() + "-" + width + (dark ? "-dark.png" : "-light.png");
                        shoot(page.getValue(), width, dark, ALL.resolve(file));
                        if (IN_DOCS.contains(file)) {
                            Files.copy(ALL.resolve(file), DOCS.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                }
            }
        }
    }

    /** Shares the article in all ways and leads to the share page of one more reader. */
    private String shared(Sandbox sandbox, String name) throws Exception {
        Article article = Article.fromJson(Files.readString(ARTICLES.resolve(name + ".json")));
        sandbox.kakao().web().page(article.url(), Files.readString(ARTICLES.resolve(name + ".html")));
        byte[] picture = drawn(name.startsWith("han"));
        sandbox.kakao().web().picture(article.images().get(0).url(), picture);
        sandbox.facebook().web().page(article.url(), Files.readString(ARTICLES.resolve(name + ".html")));
        sandbox.facebook().web().picture(article.images().get(0).url(), picture);
        String button = new KakaoButton()
                .withSharer(sandbox.kakao().app().javascriptKey(), "https://news.example.kr")
                .withSharerUrl(sandbox.kakao().baseUrl(), "2.8.3")
                .href(article);
        String picker = send(302, HttpRequest.newBuilder(URI.create(button)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        sandbox.kakao().readerShares(picker.replaceFirst(".*short_key=", ""), KakaoChat.MULTI);
        KakaoTarget target =
                KakaoTarget.of(KakaoSettings.builder(Secret.of(sandbox.kakao().token()))
                        .baseUrl(sandbox.kakao().baseUrl())
                        .build());
        target.publish(target.draft(Share.of(article))).orElseThrow();
        post(
                sandbox.facebook().baseUrl() + "/v26.0/" + sandbox.facebook().pageId() + "/feed",
                sandbox.facebook().token(),
                "{\"message\":" + quoted(article.summary()) + ",\"link\":" + quoted(article.url()) + "}",
                200);
        post(
                sandbox.twitter().baseUrl() + "/2/tweets",
                sandbox.twitter().token(),
                "{\"text\":" + quoted(article.title() + "\n" + article.url()) + "}",
                201);
        return picker;
    }

    private static String quoted(String text) {
        return Json.write(text);
    }

    private void post(String url, String token, String json, int status) throws Exception {
        send(
                status,
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(int status, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.request().uri() + " answered " + response.body());
        }
        return response;
    }

    private static void shoot(String page, int width, boolean dark, Path shot) throws Exception {
        int exit = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--disable-lcd-text",
                        "--force-device-scale-factor=1",
                        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                        "--window-size=" + width + "," + (width < 600 ? 800 : 640),
                        "--screenshot=" + shot.toAbsolutePath(),
                        page)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0 || !Files.exists(shot)) {
            throw new IllegalStateException("chromium took no picture of " + page + ": exit code " + exit);
        }
        ImageIO.write(in256Colours(ImageIO.read(shot.toFile())), "png", shot.toFile());
    }

    /** Half as many bytes: the 256 most frequent colours stay, the others become the one that is next. */
    private static BufferedImage in256Colours(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        IntStream.of(pixels).forEach(colour -> counts.merge(colour, 1, Integer::sum));
        int[] kept = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(256)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int colour : counts.keySet()) {
            nearest.put(
                    colour,
                    IntStream.range(0, kept.length)
                            .boxed()
                            .min(Comparator.comparingInt(i -> distance(kept[i], colour)))
                            .orElseThrow());
        }
        BufferedImage indexed = new BufferedImage(
                width,
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, kept.length, kept, 0, false, -1, DataBuffer.TYPE_BYTE));
        for (int i = 0; i < pixels.length; i++) {
            indexed.getRaster().setSample(i % width, i / width, 0, nearest.get(pixels[i]));
        }
        return indexed;
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> (one >> shift & 255) - (other >> shift & 255))
                .map(difference -> difference * difference)
                .sum();
    }

    /** In the place of a photograph: a bridge at dusk, or a ship at a pier. */
    private static byte[] drawn(boolean bridge) throws IOException {
        BufferedImage image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, bridge ? 0xF2B880 : 0xBFD9EA, 0, 0, 800, 260);
        fill(pen, bridge ? 0x3C5A7A : 0x2F6F8F, 0, 260, 800, 140);
        if (bridge) {
            pen.setColor(new Color(0xFBE3B9));
            pen.fillOval(560, 150, 100, 100);
            fill(pen, 0x2B3440, 0, 210, 800, 16);
            for (int x = 80; x < 800; x += 160) {
                fill(pen, 0x2B3440, x, 110, 10, 200);
                pen.fillPolygon(new Polygon(new int[] {x + 5, x - 75, x - 70}, new int[] {110, 212, 212}, 3));
                pen.fillPolygon(new Polygon(new int[] {x + 5, x + 85, x + 80}, new int[] {110, 212, 212}, 3));
            }
        } else {
            fill(pen, 0x8A8F94, 0, 250, 170, 150);
            pen.setColor(Color.WHITE);
            pen.fillPolygon(new Polygon(new int[] {200, 750, 680, 250}, new int[] {245, 245, 320, 320}, 4));
            fill(pen, 0xF4F1EA, 280, 165, 360, 80);
            fill(pen, 0xC8452F, 560, 105, 46, 60);
            for (int x = 300; x < 600; x += 54) {
                fill(pen, 0x6B4A2F, x, 185, 34, 34);
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
