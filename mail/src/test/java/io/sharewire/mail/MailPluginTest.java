package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.ChannelPlugin;
import io.sharewire.Draft;
import io.sharewire.PluginSettings;
import io.sharewire.Setting;
import io.sharewire.Share;
import io.sharewire.ShareResult.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .withMessage("sharewire.mail.security must be none, starttls or tls, not 'ssl'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("picture", "yes")))
                .withMessage("sharewire.mail.picture must be remote, inline or none, not 'yes'");
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
    void theMessagesOwnSettingsHoldForPreviewAndTarget() {
        PluginSettings settings = settings(Map.of(
                "host",
                "mail.news.example",
                "from",
                "newsdesk@news.example",
                "to",
                "홍길동@news.example",
                "picture",
                "none",
                "smtp-utf8",
                "true"));

        Draft preview = plugin.drafter(settings).draft(Share.of(Samples.korean()));

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.media()).isEmpty();
        assertThat(preview.fingerprint())
                .isEqualTo(plugin.target(settings)
                        .draft(Share.of(Samples.korean()))
                        .fingerprint());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.drafter(settings(Map.of("to", "홍길동@news.example"))))
                .withMessageContaining("홍길동@news.example");
    }

    @Test
    void aListAnUnsubscribeAddressAndASignatureAreConfiguredByName(@TempDir Path folder) throws Exception {
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "a@x.test\nb@x.test\n");
        Path key = folder.resolve("dkim.pem");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n");
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start()) {
            PluginSettings settings = settings(Map.ofEntries(
                    Map.entry("host", "127.0.0.1"),
                    Map.entry("port", Integer.toString(server.port())),
                    Map.entry("security", "none"),
                    Map.entry("from", "newsdesk@news.example"),
                    Map.entry("list", list.toString()),
                    Map.entry("envelope-from", "bounces+{id}@news.example"),
                    Map.entry("unsubscribe-url", "https://news.example/u/{token}"),
                    Map.entry("unsubscribe-key", "0123456789abcdef"),
                    Map.entry("unsubscribe-mailto", "unsub@news.example"),
                    Map.entry("auto-submitted", "false"),
                    Map.entry("dkim-domain", "news.example"),
                    Map.entry("dkim-selector", "s2026"),
                    Map.entry("dkim-key-file", key.toString())));
            assertThat(plugin.missing(settings)).isEmpty();
            var target = plugin.target(settings);

            Shared shared = (Shared) target.publish(target.draft(Samples.share()));

            assertThat(plugin.drafter(settings).draft(Samples.share()).fingerprint())
                    .isEqualTo(target.draft(Samples.share()).fingerprint());
            assertThat(server.recipients()).hasSize(2);
            assertThat(server.messages().get(0))
                    .contains("\r\nTo: a@x.test\r\n", "<https://news.example/u/", "<mailto:unsub@news.example?subject=")
                    .doesNotContain("Auto-Submitted");
            assertThat(new DkimVerifier(server.messages().get(0)).signatureMatches(keys.getPublic()))
                    .isTrue();
            String id = shared.receipt().id();
            assertThat(server.commands())
                    .contains("MAIL FROM:<bounces+" + id.substring(1, id.indexOf('@')) + "@news.example>");
        }
    }

    @Test
    void oneMailForAllIsPreviewedAsItIsSent() {
        PluginSettings settings = settings(Map.of(
                "host",
                "mail.news.example",
                "from",
                "newsdesk@news.example",
                "to",
                "a@x.test, b@x.test",
                "one-for-all",
                "true"));

        Draft preview = plugin.drafter(settings).draft(Samples.share());

        assertThat(preview.payload().get(1).body()).startsWith("# one mail for all\r\n");
        assertThat(preview.fingerprint())
                .isEqualTo(plugin.target(settings).draft(Samples.share()).fingerprint());
    }

    @Test
    void whatDoesNotGoTogetherIsSaidByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("username", "desk")))
                .withMessage("sharewire.mail.username needs sharewire.mail.password or sharewire.mail.access-token");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("access-token", "ya29.token")))
                .withMessage("sharewire.mail.access-token needs sharewire.mail.username");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("unsubscribe-url", "https://news.example/{token}")))
                .withMessage("sharewire.mail.unsubscribe-url needs sharewire.mail.unsubscribe-key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("dkim-domain", "news.example")))
                .withMessage("sharewire.mail.dkim-domain needs sharewire.mail.dkim-key-file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("one-for-all", "yes")))
                .withMessage("sharewire.mail.one-for-all must be true or false, not 'yes'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.target(complete("list", "readers.txt")))
                .withMessageContaining("to and list exclude each other");
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
