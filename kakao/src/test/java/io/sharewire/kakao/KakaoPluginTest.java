package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.ChannelPlugin;
import io.sharewire.Draft;
import io.sharewire.PluginSettings;
import io.sharewire.Problem;
import io.sharewire.Setting;
import io.sharewire.Share;
import io.sharewire.ShareButton;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KakaoPluginTest {

    private static final Article ARTICLE = Articles.korean().build();

    private final KakaoPlugin plugin = new KakaoPlugin();

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
                        "message",
                        "receivers",
                        "button-title",
                        "title-limit",
                        "description-limit",
                        "text-limit",
                        "link-domains",
                        "rest-api-key",
                        "client-secret",
                        "redirect-uri",
                        "login-url",
                        "javascript-key",
                        "origin",
                        "share-page",
                        "sharer-url",
                        "sdk-version",
                        "sdk-integrity",
                        "sdk-url",
                        "admin-key");
        assertThat(plugin.settings().stream().filter(Setting::secret))
                .extracting(Setting::name)
                .containsExactly("access-token", "client-secret", "admin-key");
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

    @Test
    void draftsWhatTheSettingsChoose() {
        PluginSettings settings = settings(Map.of(
                "message", "text",
                "receivers", "u1, u2",
                "text-limit", "100",
                "title-limit", "10",
                "description-limit", "20",
                "link-domains", "https://other.example.kr,https://www.example.kr"));

        Draft draft = plugin.drafter(settings).draft(Share.of(ARTICLE));

        assertThat(draft.payload().get(0).body()).startsWith("{\"object_type\":\"text\"");
        assertThat(draft.payload().get(1).body()).isEqualTo("[\"u1\",\"u2\"]");
        assertThat(draft.length().limit()).isEqualTo(100);
        assertThat(draft.problems()).extracting(Problem::code).containsExactly("LINK_DOMAIN_NOT_REGISTERED");
        assertThatThrownBy(() -> plugin.drafter(settings(Map.of("message", "sticker"))))
                .hasMessage("sharewire.kakao.message must be feed, text or scrap, not 'sticker'");
    }

    @Test
    void buildsTheLoginTheWebhookAndTheScriptIfTheirKeysAreThere() {
        PluginSettings full = settings(Map.of(
                "rest-api-key", "rest-api-key-1",
                "login-url", "http://127.0.0.1:8080",
                "admin-key", "admin-key-1",
                "javascript-key", "0123456789abcdef",
                "origin", "https://news.example.kr",
                "sdk-version", "2.8.3",
                "sdk-integrity", "sha384-" + "aB3/+aB3".repeat(8),
                "sharer-url", "http://127.0.0.1:8081"));

        assertThat(plugin.login(full))
                .hasValueSatisfying(login -> assertThat(
                                login.begin("https://newsroom.example/back").url())
                        .startsWith(
                                "http://127.0.0.1:8080/oauth/authorize?response_type=code&client_id=rest-api-key-1"));
        assertThat(plugin.webhook(full)).isPresent();
        assertThat(plugin.script(full))
                .hasValueSatisfying(script -> assertThat(script.head("/s")).contains("/2.8.3/kakao.min.js"));
        assertThat(plugin.button(full).href(ARTICLE)).startsWith("http://127.0.0.1:8081/talk/friends/picker/easylink");
        assertThat(plugin.login(settings(Map.of()))).isEmpty();
        assertThat(plugin.webhook(settings(Map.of()))).isEmpty();
        assertThat(plugin.script(settings(Map.of()))).isEmpty();
        assertThatThrownBy(() -> plugin.script(settings(Map.of("sdk-version", "2.8.3"))))
                .hasMessage("kakao: sharewire.kakao.sdk-version and sharewire.kakao.sdk-integrity go together");
    }

    private static PluginSettings settings(Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        values.forEach((name, value) -> all.put("sharewire.kakao." + name, value));
        return PluginSettings.of(KakaoTarget.CHANNEL, all);
    }
}
