package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.ChannelPlugin;
import io.sharewire.PluginSettings;
import io.sharewire.Setting;
import io.sharewire.Share;
import io.sharewire.ShareButton;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KakaoPluginTest {

    private static final Article ARTICLE = Articles.korean().build();

    private final ChannelPlugin plugin = new KakaoPlugin();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ChannelPlugin.class))
                .singleElement()
                .isInstanceOf(KakaoPlugin.class)
                .extracting(ChannelPlugin::rank)
                .isEqualTo(30);
    }

    @Test
    void namesItsSettings() {
        assertThat(plugin.settings())
                .extracting(Setting::name)
                .containsExactly(
                        "access-token",
                        "base-url",
                        "timeout-seconds",
                        "button-title",
                        "javascript-key",
                        "origin",
                        "share-page");
        assertThat(plugin.settings().stream().filter(Setting::secret))
                .extracting(Setting::name)
                .containsExactly("access-token");
    }

    @Test
    void saysThatTheTokenIsMissing() {
        assertThatThrownBy(() -> plugin.target(settings(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kakao: sharewire.kakao.access-token is required "
                        + "(a user's access token with talk_message)");
    }

    @Test
    void draftsTheSameWithAndWithoutAnAccount() {
        PluginSettings settings = settings(Map.of("access-token", "kakao-access-token-1", "button-title", " 전문 읽기 "));
        Share share = Share.of(ARTICLE);

        assertThat(plugin.drafter(settings).draft(share).fingerprint())
                .isEqualTo(plugin.target(settings).draft(share).fingerprint());
        assertThat(plugin.drafter(settings).draft(share).text()).endsWith("[전문 읽기]");
    }

    @Test
    void handsTheSettingsOn() {
        assertThatThrownBy(() -> plugin.target(
                        settings(Map.of("access-token", "t0k3n-1", "base-url", "http://kapi.example.com"))))
                .hasMessageContaining("'http://kapi.example.com'")
                .hasMessageNotContaining("t0k3n-1");
        assertThatThrownBy(() -> plugin.target(settings(Map.of("access-token", "t0k3n-1", "timeout-seconds", "0"))))
                .hasMessage("sharewire.kakao.timeout-seconds must be above 0 seconds, not 0");
    }

    @Test
    void buildsTheButtonThatTheSettingsAllow() {
        ShareButton plain = plugin.button(settings(Map.of()));
        ShareButton page =
                plugin.button(settings(Map.of("share-page", "https://news.example.kr/share/kakao?url={url}")));
        ShareButton sharer = plugin.button(
                settings(Map.of("javascript-key", "0123456789abcdef", "origin", "https://news.example.kr")));

        assertThat(plain.href(ARTICLE)).isEqualTo("https://news.example.kr/a/1");
        assertThat(page.href(ARTICLE)).startsWith("https://news.example.kr/share/kakao?url=https%3A");
        assertThat(sharer.href(ARTICLE)).startsWith("https://sharer.kakao.com/talk/friends/picker/easylink?app_key=0");
    }

    @Test
    void takesKeyAndOriginTogetherOrNotAtAll() {
        assertThatThrownBy(() -> plugin.button(settings(Map.of("javascript-key", "0123456789abcdef"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kakao: sharewire.kakao.javascript-key and sharewire.kakao.origin go together");
    }

    private static PluginSettings settings(Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        values.forEach((name, value) -> all.put("sharewire.kakao." + name, value));
        return PluginSettings.of(KakaoTarget.CHANNEL, all);
    }
}
