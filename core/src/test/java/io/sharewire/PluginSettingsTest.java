package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginSettingsTest {

    private final PluginSettings settings = PluginSettings.of(
            ScriptedTarget.CHANNEL,
            Map.of(
                    "sharewire.fake.page-id", " 42 ",
                    "sharewire.fake.access-token", "hush",
                    "sharewire.fake.empty", "  ",
                    "sharewire.fake.timeout", "soon",
                    "sharewire.other.page-id", "7"));

    @Test
    void seesItsOwnChannelOnlyAndTrims() {
        assertThat(settings.get("page-id")).contains("42");
        assertThat(settings.get("empty")).isEmpty();
        assertThat(settings.number("page-id")).contains(42);
    }

    @Test
    void printsNamesButNoValues() {
        assertThat(settings.toString()).contains("access-token").doesNotContain("hush", "42");
    }

    @Test
    void namesTheKeyOfAValueThatIsNoNumber() {
        assertThatThrownBy(() -> settings.number("timeout"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sharewire.fake.timeout must be a whole number, not 'soon'");
    }

    @Test
    void readsYesAndNoAndNothingElse() {
        PluginSettings flags = PluginSettings.of(
                ScriptedTarget.CHANNEL, Map.of("sharewire.fake.on", "True", "sharewire.fake.odd", "yes"));

        assertThat(flags.flag("on", false)).isTrue();
        assertThat(flags.flag("absent", true)).isTrue();
        assertThat(flags.flag("absent", false)).isFalse();
        assertThatThrownBy(() -> flags.flag("odd", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sharewire.fake.odd must be true or false, not 'yes'");
    }
}
