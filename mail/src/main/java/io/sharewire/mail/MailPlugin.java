package io.sharewire.mail;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.Drafter;
import io.sharewire.PluginSettings;
import io.sharewire.Secret;
import io.sharewire.Setting;
import io.sharewire.ShareButton;
import io.sharewire.ShareTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The mail channel for programs that are configured: the settings below {@code sharewire.mail.}. Thread-safe. */
public final class MailPlugin implements ChannelPlugin {

    private static final Setting TO =
            Setting.optional("to", "who gets them: addresses, separated by commas; not needed with list");

    private static final List<Setting> SETTINGS = List.of(
            Setting.required("host", "the mail server's name or IP address"),
            Setting.required("from", "who the mails are from, e.g. Newsdesk <newsdesk@news.example>"),
            TO,
            Setting.optional("list", "a file with one recipient on each line, instead of to"),
            Setting.optional("one-for-all", "true sends one mail that shows all of to; default false, one each"),
            Setting.optional("port", "default 587, 465 with security tls, 25 with security none"),
            Setting.optional("security", "starttls (default), tls, or none for a server on this machine"),
            Setting.optional("allow-plain", "true allows security none for a server elsewhere; default false"),
            Setting.optional("username", "the account at the server; default none"),
            Setting.optionalSecret("password", "its password"),
            Setting.optionalSecret("access-token", "its OAuth 2 access token (XOAUTH2), instead of a password"),
            Setting.optional("reply-to", "where answers go; default to the sender"),
            Setting.optional("envelope-from", "where bounces go, {id} is the mail's own id; default to the sender"),
            Setting.optional("delivery-reports", "true asks for reports of mails that fail or are late; default false"),
            Setting.optional("auto-submitted", "false leaves out that a program sends the mails; default true"),
            Setting.optional(
                    "unsubscribe-url", "an https address with {token}, and {recipient} if needed; default none"),
            Setting.optionalSecret("unsubscribe-key", "makes the tokens: 16 characters or more"),
            Setting.optional("unsubscribe-mailto", "an address to unsubscribe at by mail too; default none"),
            Setting.optional("dkim-domain", "signs the mails for this domain; default not, the server does it"),
            Setting.optional("dkim-selector", "under which the DNS has the public key"),
            Setting.optional("dkim-key-file", "the private key: a PEM file, PKCS #8, RSA"),
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
        boolean smtpUtf8 = settings.flag("smtp-utf8", false);
        new MailValidation("MailSettings")
                .mailbox("from", from.orElse(null))
                .mailbox("replyTo", replyTo.orElse(null))
                .recipients(to, smtpUtf8)
                .orThrow();
        Letterhead letterhead = new Letterhead(
                from.map(Mailbox::of).orElse(null),
                replyTo.map(Mailbox::of).orElse(null),
                choice(settings, "picture", MailPicture.class).orElse(MailPicture.REMOTE),
                smtpUtf8);
        return MailText.preview(letterhead, recipients(settings, Mailbox.recipients(to, smtpUtf8)));
    }

    /** Either recipients or a list will do. */
    @Override
    public List<Setting> missing(PluginSettings settings) {
        List<Setting> missing = new ArrayList<>(ChannelPlugin.super.missing(settings));
        if (settings.get("to").isEmpty() && settings.get("list").isEmpty()) {
            missing.add(TO);
        }
        return missing;
    }

    @Override
    public ShareTarget target(PluginSettings settings) {
        requireComplete(settings);
        MailSettings.Builder builder = MailSettings.builder(
                        server(settings), settings.get("from").orElseThrow())
                .to(recipients(settings))
                .list(settings.get("list").map(Path::of).map(MailList::lines).orElse(null))
                .oneForAll(settings.flag("one-for-all", false))
                .replyTo(settings.get("reply-to").orElse(null))
                .envelopeFrom(settings.get("envelope-from").orElse(null))
                .deliveryReports(settings.flag("delivery-reports", false))
                .autoSubmitted(settings.flag("auto-submitted", true))
                .unsubscribe(unsubscribe(settings).orElse(null))
                .dkim(dkim(settings).orElse(null))
                .smtpUtf8(settings.flag("smtp-utf8", false));
        choice(settings, "picture", MailPicture.class).ifPresent(builder::picture);
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

    private static Supplier<Recipients> recipients(PluginSettings settings, List<String> to) {
        Optional<MailList> list = settings.get("list").map(Path::of).map(MailList::lines);
        boolean oneForAll = settings.flag("one-for-all", false);
        return () -> list.map(Recipients::of).orElseGet(() -> Recipients.of(to, oneForAll));
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

    private static MailServer server(PluginSettings settings) {
        MailServer.Builder builder =
                MailServer.builder(settings.get("host").orElseThrow()).allowPlain(settings.flag("allow-plain", false));
        login(settings, builder);
        choice(settings, "security", MailSecurity.class).ifPresent(builder::security);
        settings.number("port").ifPresent(builder::port);
        settings.seconds("timeout-seconds").ifPresent(builder::readTimeout);
        return builder.build();
    }

    private static void login(PluginSettings settings, MailServer.Builder builder) {
        Optional<Secret> password = settings.secret("password");
        Optional<Secret> token = settings.secret("access-token");
        if (password.isPresent() && token.isPresent()) {
            throw new IllegalArgumentException(
                    settings.key("password") + " and " + settings.key("access-token") + " exclude each other");
        } else if (password.isPresent()) {
            builder.credentials(needed(settings, "username", "password"), password.get());
        } else if (token.isPresent()) {
            builder.oauth(needed(settings, "username", "access-token"), token::get);
        } else if (settings.get("username").isPresent()) {
            throw new IllegalArgumentException(settings.key("username") + " needs " + settings.key("password") + " or "
                    + settings.key("access-token"));
        }
    }

    private static Optional<MailUnsubscribe> unsubscribe(PluginSettings settings) {
        return settings.get("unsubscribe-url").map(url -> {
            MailUnsubscribe way =
                    MailUnsubscribe.at(url, Secret.of(needed(settings, "unsubscribe-key", "unsubscribe-url")));
            return settings.get("unsubscribe-mailto").map(way::orByMail).orElse(way);
        });
    }

    private static Optional<MailDkim> dkim(PluginSettings settings) {
        return settings.get("dkim-domain").map(domain -> {
            Path file = Path.of(needed(settings, "dkim-key-file", "dkim-domain"));
            try {
                return MailDkim.ofPem(domain, needed(settings, "dkim-selector", "dkim-domain"), Files.readString(file));
            } catch (IOException e) {
                throw new IllegalArgumentException(settings.key("dkim-key-file") + " " + file + " cannot be read", e);
            }
        });
    }

    private static String needed(PluginSettings settings, String name, String by) {
        return settings.get(name)
                .orElseThrow(() -> new IllegalArgumentException(settings.key(by) + " needs " + settings.key(name)));
    }
}
