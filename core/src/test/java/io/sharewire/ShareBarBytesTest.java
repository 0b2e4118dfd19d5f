package io.sharewire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.ShareButton.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a reader's browser has to load for the bar, and that it is nothing else. */
class ShareBarBytesTest {

    private static final Article ARTICLE =
            Article.builder("https://news.example/a", "Harbour opens").build();

    @Test
    void theFilesAreWhereServletContainersServeThem() {
        assertThat(ShareBar.STYLE).isEqualTo("META-INF/resources" + ShareBar.BASE_PATH + "/share-bar.css");
        assertThat(ShareBar.SCRIPT).isEqualTo("META-INF/resources" + ShareBar.BASE_PATH + "/share-bar.js");
        assertThat(file(ShareBar.STYLE)).isASCII().contains(".sw-bar");
        assertThat(file(ShareBar.SCRIPT)).isASCII().contains("data-copied");
    }

    @Test
    void nothingIsInlineAndNothingIsFetchedOrStored() {
        ShareBar bar = usual("Harbour opens");

        assertThat(bar.html(ARTICLE, Locale.ENGLISH) + bar.head(ShareBar.BASE_PATH))
                .doesNotContain("<style", " style=", "data:", "javascript:")
                .doesNotContainPattern("<script(?! src=\"/sharewire/)")
                .doesNotContainPattern("\\son[a-z]+=");
        assertThat(file(ShareBar.STYLE)).doesNotContain("url(", "@import", "@font-face");
        assertThat(file(ShareBar.SCRIPT))
                .doesNotContain("http", "fetch", "XMLHttpRequest", "sendBeacon", "import", "cookie", "Storage")
                .doesNotContain("innerHTML", "eval", "Function", "cssText", "setAttribute('style'");
    }

    /** 2.3 kB for everything and 1 kB for the script, each compressed by itself, with addresses of a usual length. */
    @Test
    void fitsItsBudgetOfBytes() throws Exception {
        int style = gzipped(file(ShareBar.STYLE));
        int script = gzipped(file(ShareBar.SCRIPT));
        int english = gzipped(
                usual("City harbour opens its new ferry line to the islands").html(ARTICLE, Locale.ENGLISH));
        int korean = gzipped(usual("부산항, 섬을 잇는 새 여객선 항로 오늘 첫 운항").html(ARTICLE, Locale.KOREAN));

        String sizes = "style %d, script %d, English bar %d, Korean bar %d".formatted(style, script, english, korean);
        assertThat(script).as(sizes).isLessThanOrEqualTo(1000);
        assertThat(style + script + english).as(sizes).isLessThanOrEqualTo(2300);
        assertThat(style + script + korean).as(sizes).isLessThanOrEqualTo(2300);
    }

    /** Five buttons with addresses as long as the platforms' own; Kakao's carries a key, a JSON document and an origin. */
    private static ShareBar usual(String title) {
        String page = "https://news.example/2026/11/24/harbour-ferry?utm_medium=social&utm_source=";
        String facebook = "https://www.facebook.com/sharer/sharer.php?u=" + encoded(page + "facebook");
        String twitter = "https://x.com/intent/post?text=" + encoded(title) + "&url=" + encoded(page + "x");
        String kakao = "https://sharer.kakao.com/talk/friends/picker/easylink?app_key=0f1e2d3c4b5a69788796a5b4c3d2e1f0"
                + "&validation_action=scrap&validation_params="
                + encoded("{\"link_ver\":\"4.0\",\"request_url\":\"" + page + "kakao\"}") + "&ka="
                + encoded("sdk/2.8.3 os/javascript sdk_type/javascript lang/ko-KR device/server origin/"
                        + encoded("https://news.example"));
        String mail = "mailto:?subject=" + encoded(title) + "&body=" + encoded(title + "\r\n\r\n" + page + "mail");
        return ShareBar.of(
                List.of(
                        NamedButton.opening("facebook", facebook)
                                .drawn("M9 21v-8H6V9h3V7c0-3 2-5 5-5h3v4h-2c-1 0-2 1-2 2v1h4l-1 4h-3v8z"),
                        NamedButton.opening("twitter", twitter).drawn("M3 3h5l5 7 6-7h2l-7 8 8 10h-6l-5-7-6 7H3l8-9z"),
                        NamedButton.opening("kakao", kakao)
                                .drawn("M12 3c6 0 10 4 10 8s-4 8-10 8l-5 3 1-4c-4-1-6-4-6-7 0-4 4-8 10-8z"),
                        NamedButton.of("mail", Behaviour.HAND_OVER, mail)
                                .drawn("M2 5h20v14H2zm2 2v10h16V7l-8 6zm1 0 7 4 7-4z"),
                        NamedButton.of("link", Behaviour.COPY, page + "link")
                                .drawn(
                                        "M10 8H7a4 4 0 000 8h3v2H7A6 6 0 017 6h3zm4 0h3a4 4 0 010 8h-3v2h3a6 6 0 000-12h-3zM8 11h8v2H8z")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.size();
    }

    private static String file(String path) {
        try (InputStream in =
                Objects.requireNonNull(ShareBar.class.getClassLoader().getResourceAsStream(path))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
