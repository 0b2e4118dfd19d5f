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
            Setting.optional("picture", "remote (default), inline to carry the picture along, or none"),
            Setting.optional(
                    "smtp-utf8", "true allows recipients with letters beyond ASCII before the @; default false"),
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
        boolean smtpUtf8 = smtpUtf8(settings);
        Validation validation = new Validation("MailSettings");
        MailSettings.check(validation, "from", from.orElse(null), Mailbox::problem);
        MailSettings.check(validation, "replyTo", replyTo.orElse(null), Mailbox::problem);
        MailSettings.checkAddresses(validation, to, smtpUtf8);
        validation.orThrow();
        Letterhead letterhead = new Letterhead(
                from.map(Mailbox::of).orElse(null),
                replyTo.map(Mailbox::of).orElse(null),
                choice(settings, "picture", MailPicture.class).orElse(MailPicture.REMOTE),
                smtpUtf8);
        return MailText.preview(letterhead, MailSettings.addresses(to, smtpUtf8));
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
        choice(settings, "security", MailSecurity.class).ifPresent(builder::security);
        choice(settings, "picture", MailPicture.class).ifPresent(builder::picture);
        builder.smtpUtf8(smtpUtf8(settings));
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

    private static boolean smtpUtf8(PluginSettings settings) {
        return settings.get("smtp-utf8").map(Boolean::valueOf).orElse(false);
    }

    private static <E extends Enum<E>> Optional<E> choice(PluginSettings settings, String name, Class<E> type) {
        return settings.get(name)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> word(constant).equals(value.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                settings.key(name) + " must be " + words(type) + ", not '" + value + "'")));
    }

    /** As a sentence lists them: starttls, tls or none. */
    private static String words(Class<? extends Enum<?>> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(MailPlugin::word).toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
