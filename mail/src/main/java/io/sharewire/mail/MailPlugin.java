package io.sharewire.mail;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.Drafter;
import io.sharewire.PluginSettings;
import io.sharewire.Setting;
import io.sharewire.ShareButton;
import io.sharewire.ShareTarget;
import io.sharewire.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mail channel for programs that are configured: the settings below {@code sharewire.mail.}. Thread-safe. */
public final class MailPlugin implements ChannelPlugin {

    private static final List<Setting> SETTINGS = List.of(
            Setting.required("host", "the mail server's name or IP address"),
            Setting.required("from", "who the mails are from, e.g. Newsdesk <newsdesk@news.example>"),
            Setting.required("to", "who gets them: addresses, separated by commas"),
            Setting.optional("port", "default 587, 465 with security tls, 25 with security none"),
            Setting.optional("security", "starttls (default), tls, or none for a server on this machine"),
            Setting.optional("allow-plain", "true allows security none for a server elsewhere; default false"),
            Setting.optional("username", "the account at the server; default none"),
            Setting.optionalSecret("password", "its password"),
            Setting.optional("reply-to", "where answers go; default to the sender"),
            Setting.optional("timeout-seconds", "how long to wait for each answer; default 60"));

    /** For {@link java.util.ServiceLoader}. */
    public MailPlugin() {}

    @Override
    public Channel channel() {
        return MailTarget.CHANNEL;
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public Drafter drafter(PluginSettings settings) {
        Optional<String> from = settings.get("from");
        Optional<String> replyTo = settings.get("reply-to");
        List<String> to = recipients(settings);
        Validation validation = new Validation("MailSettings");
        MailSettings.check(validation, "from", from.orElse(null), Mailbox::problem);
        MailSettings.check(validation, "replyTo", replyTo.orElse(null), Mailbox::problem);
        MailSettings.checkAddresses(validation, to);
        validation.orThrow();
        return MailText.preview(
                from.map(Mailbox::of).orElse(null), replyTo.map(Mailbox::of).orElse(null), MailSettings.addresses(to));
    }

    @Override
    public ShareTarget target(PluginSettings settings) {
        requireComplete(settings);
        MailSettings.Builder builder = MailSettings.builder(
                        settings.get("host").orElseThrow(), settings.get("from").orElseThrow())
                .to(recipients(settings))
                .replyTo(settings.get("reply-to").orElse(null))
                .credentials(
                        settings.get("username").orElse(null),
                        settings.secret("password").orElse(null))
                .allowPlain(settings.get("allow-plain").map(Boolean::valueOf).orElse(false));
        settings.get("security").ifPresent(value -> builder.security(security(settings, value)));
        settings.number("port").ifPresent(builder::port);
        settings.seconds("timeout-seconds").ifPresent(builder::readTimeout);
        return MailTarget.of(builder.build());
    }

    @Override
    public ShareButton button(PluginSettings settings) {
        return MailButton.create();
    }

    private static List<String> recipients(PluginSettings settings) {
        return settings.get("to").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .filter(address -> !address.isBlank())
                .toList();
    }

    private static MailSecurity security(PluginSettings settings, String value) {
        return Arrays.stream(MailSecurity.values())
                .filter(kind -> kind.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        settings.key("security") + " must be starttls, tls or none, not '" + value + "'"));
    }
}
