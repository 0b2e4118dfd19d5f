package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.ChannelPlugin;
import io.sharewire.PluginSettings;
import io.sharewire.Setting;
import io.sharewire.Share;
import io.sharewire.ShareButton.Behaviour;
import io.sharewire.testkit.Sandbox;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkPluginTest {

    private static final Article ARTICLE = Article.builder("https://news.example/가?b=1&utm_source=x", "A title")
            .build();

    private final LinkPlugin plugin = new LinkPlugin();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ChannelPlugin.class)).singleElement().isInstanceOf(LinkPlugin.class);
    }

    @Test
    void needsNoSettingAndComesLast() {
        PluginSettings none = PluginSettings.of(plugin.channel(), Map.of());

        assertThat(plugin.rank()).isEqualTo(50);
        assertThat(plugin.missing(none)).isEmpty();
        assertThat(plugin.settings()).extracting(Setting::name).contains("campaign", "shortener-token");
        assertThat(plugin.settings())
                .filteredOn(Setting::secret)
                .extracting(Setting::name)
                .containsExactly("shortener-token");
        assertThat(LinkPlugin.shortener(none)).isEmpty();
        assertThat(plugin.target(none).name()).isEqualTo("link");
    }

    @Test
    void takesTheCampaignFromItsSettings() {
        PluginSettings settings = PluginSettings.of(plugin.channel(), Map.of("sharewire.link.campaign", "Copied"));

        assertThat(plugin.target(settings).draft(Share.of(ARTICLE)).link())
                .endsWith("?b=1&utm_source=link&utm_medium=referral&utm_campaign=copied")
                .isEqualTo(plugin.drafter(settings).draft(Share.of(ARTICLE)).link());
    }

    @Test
    void saysEverythingThatIsWrongWithSettingsAtOnce() {
        assertThatThrownBy(() -> LinkSettings.builder().name(" ").campaign("").build())
                .hasMessage("LinkSettings: name is required; campaign is required");
    }

    @Test
    void buildsTheShortenerThatIsConfigured() {
        try (Sandbox sandbox = Sandbox.start()) {
            PluginSettings settings = PluginSettings.of(plugin.channel(), sandbox.settings());

            ShortLink link = LinkPlugin.shortener(settings).orElseThrow().shorten("https://news.example/a", "");

            assertThat(link.shortUrl()).startsWith(sandbox.shortener().baseUrl());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            shortener=goo.gl | sharewire.link.shortener must be one of bitly, tinyurl, yourls, shlink, kutt, rebrandly, not 'goo.gl'
            shortener=kutt | sharewire.link.shortener-token is required for kutt
            shortener=kutt shortener-token=t | ShortenerSettings: baseUrl is required for kutt: the address of your server
            shortener=bitly shortener-token=t | ShortenerSettings: group is required for bitly: the group_guid that the links belong to
            shortener=yourls shortener-token=t shortener-base-url=https://s.test shortener-signature=crc | sharewire.link.shortener-signature must be one of token, md5, sha256, sha384, sha512, not 'crc'
            shortener=tinyurl shortener-token=t shortener-timeout=0 | sharewire.link.shortener-timeout must be above 0 seconds, not 0
            """)
    void saysWhatTheShortenerLacks(String lines, String message) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines.split(" ")) {
            String[] pair = line.split("=", 2);
            values.put("sharewire.link." + pair[0], pair[1]);
        }

        assertThatThrownBy(() -> LinkPlugin.shortener(PluginSettings.of(plugin.channel(), values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void settingsCanBeChangedInACopy() {
        LinkSettings settings =
                LinkSettings.defaults().toBuilder().campaign("spring").build();

        assertThat(settings).hasToString("LinkSettings[link, spring]");
    }

    @Test
    void theButtonCopiesTheCanonicalAddressByteForByte() {
        LinkButton button = new LinkButton();

        assertThat(button.channel()).isEqualTo(LinkTarget.CHANNEL);
        assertThat(button.behaviour()).isEqualTo(Behaviour.COPY);
        assertThat(button.href(ARTICLE)).isEqualTo("https://news.example/%EA%B0%80?b=1");
        assertThat(button.icon()).matches("[MmHhVvAaZz0-9. -]+");
    }

    @ParameterizedTest
    @CsvSource({"ko,링크 공유 버튼", "ko-KR,링크 공유 버튼", "en,Link share button", "de,Link share button"})
    void theButtonHasANameInTheReadersLanguage(String language, String label) {
        assertThat(new LinkButton().label(Locale.forLanguageTag(language))).isEqualTo(label);
    }
}
