package io.sharewire.kakao;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.ShareBar;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KakaoScriptTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String HASH = "sha384-" + "aB3/+aB3".repeat(8);

    @Test
    void needsOneLineOfHeadWithNothingInline() {
        assertThat(KakaoScript.of(KEY, "2.8.3", HASH).head(ShareBar.BASE_PATH))
                .isEqualTo("<script src=\"/sharewire/kakao-share.js\" data-key=\"" + KEY + "\""
                        + " data-sdk=\"https://t1.kakaocdn.net/kakao_js_sdk/2.8.3/kakao.min.js\""
                        + " data-integrity=\"" + HASH + "\" defer></script>\n");
    }

    @Test
    void readsTheSitesOwnSharePageAndTakesAnotherCopyOfTheSdk() {
        assertThat(KakaoScript.of(KEY, "2.8.3", HASH)
                        .withSdkUrl("https://cdn.news.example.kr/kakao")
                        .withSharePage("https://news.example.kr/share/kakao?l=ko&url={url}")
                        .head("/app/sharewire/"))
                .startsWith("<script src=\"/app/sharewire/kakao-share.js\"")
                .contains(" data-sdk=\"https://cdn.news.example.kr/kakao/2.8.3/kakao.min.js\"")
                .contains(" data-page=\"https://news.example.kr/share/kakao?l=ko&amp;url={url}\"");
    }

    @Test
    void takesNothingThatWouldKillTheButtonSilently() {
        assertThatThrownBy(() -> KakaoScript.of("\"><script>", "latest", "sha384-abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KakaoScript: javascriptKey must be letters and digits; version must look like 2.8.3, not "
                        + "'latest'; integrity must be sha384- and the Base64 of the file's SHA-384, as Kakao's "
                        + "download page gives it, not 'sha384-abc'");
        assertThatThrownBy(() -> KakaoScript.of(KEY, "2.8.3", HASH).withSdkUrl("http://cdn.example"))
                .hasMessageContaining("sdkUrl must be an https address");
    }

    @Test
    void isSmallAsciiThatLoadsNothingBeforeAClickAndStoresNothing() throws IOException {
        String script = script();

        assertThat(script).isASCII().hasSizeLessThan(1_800);
        assertThat(script)
                .doesNotContain("http", "fetch(", "XMLHttpRequest", "sendBeacon", "import", "cookie", "Storage")
                .doesNotContain("innerHTML", "eval", "Function", "javascript:", "kakaolink:", "intent:");
        assertThat(script.indexOf("await load()")).isGreaterThan(script.indexOf("addEventListener('click'"));
        assertThat(script.split("load\\(\\)", -1))
                .as("one call of load, in the click")
                .hasSize(2);
    }

    private static String script() throws IOException {
        try (InputStream in = KakaoScriptTest.class.getClassLoader().getResourceAsStream(KakaoScript.SCRIPT)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
