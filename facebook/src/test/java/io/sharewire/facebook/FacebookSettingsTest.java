package io.sharewire.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.ChannelPlugin;
import io.sharewire.PluginSettings;
import io.sharewire.Secret;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FacebookSettingsTest {

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> FacebookSettings.builder("newsroom", Secret.of("hush"))
                        .baseUrl("http://graph.facebook.com")
                        .version("26")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "FacebookSettings: pageId must be the Page's numeric id, not 'newsroom'; baseUrl must be an "
                                + "https address (http only on this machine), not 'http://graph.facebook.com'; version must look "
                                + "like v26.0, not '26'");
    }

    @Test
    void printsNoCredential() {
        FacebookSettings settings = FacebookSettings.builder("42", Secret.of("hush1"))
                .appSecret(Secret.of("hush2"))
                .build();

        assertThat(settings.toString()).doesNotContain("hush").contains("42", "v26.0");
        assertThat(settings.toBuilder().build().appSecret()).isEqualTo(Secret.of("hush2"));
    }

    @Test
    void isFoundAsAPluginAndNamesWhatIsMissing() {
        ChannelPlugin plugin =
                ServiceLoader.load(ChannelPlugin.class).findFirst().orElseThrow();
        PluginSettings none = PluginSettings.of(plugin.channel(), Map.of());

        assertThat(plugin).isInstanceOf(FacebookPlugin.class);
        assertThatThrownBy(() -> plugin.target(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("facebook: sharewire.facebook.page-id is required (the Page's numeric id); "
                        + "sharewire.facebook.access-token is required (a Page access token)");
        assertThat(plugin.target(PluginSettings.of(
                                plugin.channel(),
                                Map.of("sharewire.facebook.page-id", "42", "sharewire.facebook.access-token", "t")))
                        .name())
                .isEqualTo("facebook");
    }
}
