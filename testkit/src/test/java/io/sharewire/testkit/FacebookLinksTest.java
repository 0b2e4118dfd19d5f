package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookLinksTest extends FacebookOnTheWire {

    private static final String URL = "https://news.example/a";

    private static String titled(String title) {
        return "<html><head><meta property=\"og:title\" content=\"" + title + "\"></head></html>";
    }

    private static String titleOf(String postId) throws IOException {
        return http.get("/v26.0/" + postId + "?fields=attachments")
                .json()
                .at("/attachments/data/0/title")
                .asText();
    }

    private static Http.Reply scrape(String url) throws IOException {
        return http.post("/v26.0/?id=" + Http.encode(url) + "&scrape=true", "application/x-www-form-urlencoded", "");
    }

    private static JsonNode read(String url) throws IOException {
        return http.get("/v26.0/?id=" + Http.encode(url)).json();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080/a", "ftp://news.example/a", "news.example/a", "http://127.0.0.1/a", "a b"
            })
    void rule08_aLinkThatNobodyCanReachIsRefusedAs1500(String link) throws IOException {
        Http.Reply reply = post("message", "a", "link", link);

        assertError(reply, 400, 1500, "The url you supplied is invalid");
        assertThat(reply.json().at("/error/error_subcode").asInt()).isEqualTo(1611248);
    }

    @Test
    void rule08_aLinkToFacebookItselfIsRefused() throws IOException {
        assertError(post("link", "https://www.facebook.com/x"), 400, 1609008, "not allowed");
    }

    @Test
    void rule08_aHostThatNobodyKnowsIsRefusedAs1500() throws IOException {
        facebook.web().noSuchHost("gone.example");

        Http.Reply reply = post("link", "https://gone.example/a");

        assertError(reply, 400, 1500, "The url you supplied is invalid");
        assertThat(subcode(reply)).isEqualTo(1611248);
        assertThat(facebook.posts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 403, 500, 503})
    void rule08_aPageThatCannotBeReadIsRefusedAs1609005(int status) throws IOException {
        facebook.web().fails(URL, status);

        assertError(post("link", URL), 400, 1609005, "scraped");
        assertThat(facebook.posts()).isEmpty();
    }

    @Test
    void rule21_theFirstUseReadsThePageAndLaterOnesRemember() throws IOException {
        facebook.web().page(URL, titled("before"));
        assertThat(titleOf(postId("link", URL, "message", "1"))).isEqualTo("before");

        facebook.web().page(URL, titled("after"));
        assertThat(titleOf(postId("link", URL, "message", "2"))).isEqualTo("before");
        assertThat(facebook.web().visits()).hasSize(1);

        assertThat(scrape(URL).json().path("title").asText()).isEqualTo("after");
        assertThat(titleOf(postId("link", URL, "message", "3"))).isEqualTo("after");
    }

    @Test
    void rule21_readingALinkNeverReadsThePage() throws IOException {
        facebook.web().page(URL, titled("a"));

        assertThat(read(URL).path("id").asText()).isEqualTo(URL);
        assertThat(read(URL).has("og_object")).isFalse();
        assertThat(facebook.web().visits()).isEmpty();

        String id = scrape(URL).json().path("id").asText();

        assertThat(read(URL).at("/og_object/title").asText()).isEqualTo("a");
        assertThat(read(URL).at("/og_object/id").asText()).isEqualTo(id);
    }

    @Test
    void rule21_aSlashMakesAnotherLink() throws IOException {
        scrape(URL);

        assertThat(read(URL).has("og_object")).isTrue();
        assertThat(read(URL + "/").has("og_object")).isFalse();
        assertThat(read(URL.replace("https", "http")).has("og_object")).isFalse();
    }

    @Test
    void rule21_fieldsOfALinkCanBeChosen() throws IOException {
        scrape(URL);

        JsonNode node = http.get("/v26.0/?id=" + Http.encode(URL) + "&fields=og_object%7Bid,title%7D,engagement")
                .json();

        assertThat(node.path("og_object").fieldNames()).toIterable().containsExactlyInAnyOrder("id", "title");
        assertThat(node.at("/engagement/share_count").isInt()).isTrue();
    }

    @Test
    void rule21_aFailedScrapeIsAnError() throws IOException {
        facebook.web().fails(URL, 500);

        assertError(scrape(URL), 400, 1609005, "scraped");
        assertError(scrape("http://localhost/a"), 400, 1500, "invalid");
    }

    @Test
    void rule22_theCrawlerSaysWhoItIsAndWhatItTakes() throws IOException {
        scrape(URL);

        assertThat(facebook.web().visits())
                .singleElement()
                .satisfies(visit -> assertThat(visit.headers())
                        .containsEntry(
                                "user-agent",
                                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")
                        .containsEntry("accept-encoding", "gzip, deflate")
                        .containsEntry("range", "bytes=0-524288"));
    }

    @Test
    void rule22_onlyTheFirstMegabyteIsRead() throws IOException {
        String tag = titled("deep");
        facebook.web().page(URL, " ".repeat(1024 * 1024 - tag.length()) + tag);
        assertThat(scrape(URL).json().path("title").asText()).isEqualTo("deep");

        facebook.web().page(URL, " ".repeat(1024 * 1024) + tag);
        assertThat(scrape(URL).json().path("title").asText()).isEqualTo("news.example");
    }

    @Test
    void rule22_compressedPagesAreRead() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(titled("zipped").getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream deflate = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflate)) {
            out.write(titled("deflated").getBytes(StandardCharsets.UTF_8));
        }

        facebook.web().page(URL, "gzip", gzip.toByteArray());
        assertThat(scrape(URL).json().path("title").asText()).isEqualTo("zipped");
        facebook.web().page(URL, "deflate", deflate.toByteArray());
        assertThat(scrape(URL).json().path("title").asText()).isEqualTo("deflated");
    }

    @ParameterizedTest
    @CsvSource({"200, 200, true", "199, 600, false", "600, 199, false", "1200, 630, true"})
    void rule22_aSmallPictureIsIgnored(int width, int height, boolean shown) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        facebook.web().picture("https://cdn.example/a.png", png.toByteArray());
        facebook.web().page(URL, "<meta property='og:image' content='https://cdn.example/a.png'>");

        assertThat(scrape(URL).json().has("image")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"8388608, true", "8388609, false"})
    void rule22_aLargePictureIsIgnored(int bytes, boolean shown) throws IOException {
        facebook.web().picture("https://cdn.example/a.jpg", new byte[bytes]);
        facebook.web().page(URL, "<meta property='og:image' content='https://cdn.example/a.jpg'>");

        assertThat(scrape(URL).json().has("image")).isEqualTo(shown);
    }
}
