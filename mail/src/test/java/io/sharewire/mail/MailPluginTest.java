package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.ChannelPlugin;
import io.sharewire.Draft;
import io.sharewire.PluginSettings;
import io.sharewire.Setting;
import io.sharewire.ShareResult.Shared;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MailPluginTest {

    private final MailPlugin plugin = new MailPlugin();

    @Test
    void itIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ChannelPlugin.class))
                .hasAtLeastOneElementOfType(MailPlugin.class)
                .allSatisfy(found -> assertThat(found.rank()).isEqualTo(40));
    }

    @Test
    void itsTargetSendsThroughTheConfiguredServer() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start()) {
            var target = plugin.target(settings(Map.of(
                    "host", "127.0.0.1",
                    "port", Integer.toString(server.port()),
                    "security", "none",
                    "from", "Newsdesk <newsdesk@news.example>",
                    "to", "editor@news.example, chief@news.example",
                    "reply-to", "desk@news.example")));

            assertThat(target.publish(target.draft(Samples.share()))).isInstanceOf(Shared.class);
            assertThat(server.recipients()).containsExactly("editor@news.example", "chief@news.example");
            assertThat(server.messages().get(0)).contains("Reply-To: desk@news.example");
        }
    }

    @Test
    void aPreviewIsWhatTheTargetWouldSend() {
        PluginSettings settings = settings(
                Map.of("host", "mail.news.example", "from", "newsdesk@news.example", "to", "editor@news.example"));

        Draft preview = plugin.drafter(settings).draft(Samples.share());

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.fingerprint())
                .isEqualTo(plugin.target(settings).draft(Samples.share()).fingerprint());
    }

    @Test
    void withoutSettingsThereIsAPreviewAllTheSame() {
        Draft preview = plugin.drafter(settings(Map.of())).draft(Samples.share());

        assertThat(preview.problems()).isEmpty();
        assertThat(plugin.missing(settings(Map.of()))).extracting(Setting::name).containsExactly("host", "from", "to");
    }

    @Test
    void whatIsWrongIsSaidByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("security", "ssl")))
                .withMessage("sharewire.mail.security must be starttls, tls or none, not 'ssl'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("port", "smtp")))
                .withMessageContaining("sharewire.mail.port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(settings(Map.of())))
                .withMessageContainingAll("sharewire.mail.host is required", "sharewire.mail.from is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.drafter(settings(Map.of("from", "nobody", "to", "x"))))
                .withMessageContainingAll("from 'nobody'", "to 'x'");
    }

    private PluginSettings complete(String name, String value) {
        return settings(Map.of(
                "host",
                "mail.news.example",
                "from",
                "newsdesk@news.example",
                "to",
                "editor@news.example",
                name,
                value));
    }

    @Test
    void credentialsAreSecrets() {
        assertThat(plugin.settings().stream().filter(Setting::secret))
                .extracting(Setting::name)
                .containsExactly("password", "access-token", "unsubscribe-key");
    }

    private static PluginSettings settings(Map<String, String> own) {
        Map<String, String> all = new HashMap<>();
        own.forEach((name, value) -> all.put("sharewire.mail." + name, value));
        return PluginSettings.of(MailTarget.CHANNEL, all);
    }
}
