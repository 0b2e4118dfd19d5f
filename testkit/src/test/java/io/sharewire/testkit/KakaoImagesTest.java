package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class KakaoImagesTest extends KakaoOnTheWire {

    private static final String UPLOAD = "/v2/api/talk/message/image/upload";
    private static final String SCRAP = "/v2/api/talk/message/image/scrap";
    private static final String DELETE = "/v2/api/talk/message/image/delete";
    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

    private static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    /** An image with bytes behind its end, which decoders pass over. */
    private static byte[] padded(byte[] image, int size) {
        return java.util.Arrays.copyOf(image, size);
    }

    private static Http.Reply upload(Http client, String part, byte[] file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        addPart(body, part, file);
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(client.request(UPLOAD)
                .header("KA", KakaoShareTest.AGENT)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void addPart(ByteArrayOutputStream body, String part, byte[] file) {
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"a.jpg\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode original(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().at("/infos/original");
    }

    private static HttpResponse<byte[]> fetch(String url) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Test
    void rule29_anUploadedPictureIsDescribedAndServed() throws IOException {
        byte[] jpeg = image("jpg", 800, 400);

        JsonNode original = original(upload(http, "file", jpeg));

        assertThat(original.path("content_type").asText()).isEqualTo("image/jpeg");
        assertThat(original.path("length").asInt()).isEqualTo(jpeg.length);
        assertThat(original.path("width").asInt()).isEqualTo(800);
        assertThat(original.path("height").asInt()).isEqualTo(400);
        HttpResponse<byte[]> served = fetch(original.path("url").asText());
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(served.body()).isEqualTo(jpeg);
    }

    @Test
    void rule29_thePartIsNamedFile() throws IOException {
        assertError(upload(http, "image", image("png", 10, 10)), 400, -2, "[file] cannot be null.");
        assertError(http.postForm(UPLOAD, Map.of("file", "x")), 400, -2, "[file] cannot be null.");
    }

    @Test
    void rule29_fiveMegabytesAreTheMost() throws IOException {
        byte[] png = image("png", 10, 10);

        assertError(upload(http, "file", padded(png, FIVE_MEGABYTES + 1)), 400, -602, "");
        assertThat(upload(http, "file", padded(png, FIVE_MEGABYTES)).status()).isEqualTo(200);
    }

    @Test
    void rule29_whatIsNoPictureIsRefused() throws IOException {
        assertError(upload(http, "file", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)), 400, -911, "");
        assertError(upload(http, "file", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}), 400, -911, "");
    }

    @Test
    void rule29_twoFilesAreTooMany() throws IOException {
        byte[] png = image("png", 10, 10);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        addPart(body, "file", png);
        addPart(body, "file2", png);
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));

        assertError(
                http.send(http.request(UPLOAD)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))),
                400,
                -606,
                "");
    }

    @Test
    void rule29_thePictureIsGoneAfterItsRetention() throws IOException {
        String url =
                original(upload(http, "file", image("png", 10, 10))).path("url").asText();

        clock.advance(Duration.ofDays(20).minusSeconds(1));
        assertThat(fetch(url).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(fetch(url).statusCode()).isEqualTo(404);

        kakao.rules().imageRetention(Duration.ofDays(100));
        assertThat(fetch(url).statusCode()).isEqualTo(200);
    }

    @Test
    void rule29_aPageMayUploadWithTheJavascriptKey() throws IOException {
        Http page = http.as("KakaoAK " + kakao.app().javascriptKey());

        assertThat(upload(page, "file", image("png", 10, 10)).status()).isEqualTo(200);
        kakao.app().javascriptDomains("https://other.example.kr");
        assertError(upload(page, "file", image("png", 10, 10)), 401, -401, "domain mismatched!");
    }

    @Test
    void rule29_aPictureOfTheWebIsTakenOver() throws IOException {
        kakao.web().picture("https://img.example.kr/1", image("gif", 300, 200));

        JsonNode original = original(http.postForm(SCRAP, map("image_url", "https://img.example.kr/1")));

        assertThat(original.path("content_type").asText()).isEqualTo("image/gif");
        assertThat(original.path("width").asInt()).isEqualTo(300);
        assertThat(fetch(original.path("url").asText()).body()).isEqualTo(image("gif", 300, 200));
        assertThat(kakao.web().visits())
                .extracting(KakaoWeb.Visit::userAgent)
                .containsExactly("facebookexternalhit/1.1;kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap");
        assertError(http.postForm(SCRAP, map("image_url", "https://news.example.kr/page")), 400, -911, "");
    }

    @Test
    void rule30_aPictureIsDeletedByDelete() throws IOException {
        String url =
                original(upload(http, "file", image("png", 10, 10))).path("url").asText();

        assertThat(http.postForm(DELETE, map("image_url", url)).status()).isEqualTo(404);
        assertThat(fetch(url).statusCode()).isEqualTo(200);

        assertThat(http.delete(DELETE + "?image_url=" + Http.encode(url)).status())
                .isEqualTo(200);
        assertThat(fetch(url).statusCode()).isEqualTo(404);
        assertError(http.delete(DELETE), 400, -2, "[image_url] cannot be null.");
    }

    @Test
    void rule30_theAddressMayStandInAForm() throws IOException {
        String url =
                original(upload(http, "file", image("png", 10, 10))).path("url").asText();

        http.send(http.request(DELETE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("DELETE", HttpRequest.BodyPublishers.ofString(Http.form(map("image_url", url)))));

        assertThat(fetch(url).statusCode()).isEqualTo(404);
    }
}
