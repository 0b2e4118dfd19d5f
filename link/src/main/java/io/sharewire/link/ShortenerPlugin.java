package io.sharewire.link;

import io.sharewire.PluginSettings;
import io.sharewire.Secret;
import io.sharewire.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds a shortener from {@code sharewire.link.shortener*}. */
final class ShortenerPlugin {

    private static final String SERVICE = "shortener";
    private static final String TOKEN = "shortener-token";
    private static final String BASE_URL = "shortener-base-url";
    private static final String DOMAIN = "shortener-domain";
    private static final String GROUP = "shortener-group";
    private static final String WORKSPACE = "shortener-workspace";
    private static final String USER = "shortener-user";
    private static final String SIGNATURE = "shortener-signature";
    private static final String TIMEOUT = "shortener-timeout";

    static final List<Setting> SETTINGS = List.of(
            Setting.optional(SERVICE, names(ShortenerService.values(), ShortenerService::id) + "; default none"),
            Setting.optionalSecret(
                    TOKEN, "the shortener's token or API key; for yourls the signature token, or the user's password"),
            Setting.optional(BASE_URL, "the shortener's API; needed for yourls, shlink and kutt"),
            Setting.optional(DOMAIN, "the domain of the short links; default the service's or server's own"),
            Setting.optional(GROUP, "for bitly: the group_guid; needed there"),
            Setting.optional(WORKSPACE, "for rebrandly: the workspace; default the account's own"),
            Setting.optional(USER, "for yourls: the user, if the token is a password"),
            Setting.optional(
                    SIGNATURE,
                    "for yourls: " + names(YourlsSignature.values(), ShortenerPlugin::id) + "; default token"),
            Setting.optional(TIMEOUT, "seconds to wait for the shortener's answer; default 5"));

    private ShortenerPlugin() {}

    static Optional<Shortener> read(PluginSettings settings) {
        return settings.get(SERVICE).map(name -> {
            ShortenerService service =
                    choose(settings.key(SERVICE), name, ShortenerService.values(), ShortenerService::id);
            Secret token = settings.secret(TOKEN)
                    .orElseThrow(() ->
                            new IllegalArgumentException(settings.key(TOKEN) + " is required for " + service.id()));
            ShortenerSettings.Builder builder = ShortenerSettings.builder(service, token);
            settings.get(BASE_URL).ifPresent(builder::baseUrl);
            settings.get(DOMAIN).ifPresent(builder::domain);
            settings.get(GROUP).ifPresent(builder::group);
            settings.get(WORKSPACE).ifPresent(builder::workspace);
            settings.get(USER).ifPresent(builder::user);
            settings.get(SIGNATURE)
                    .map(kind -> choose(settings.key(SIGNATURE), kind, YourlsSignature.values(), ShortenerPlugin::id))
                    .ifPresent(builder::signature);
            settings.seconds(TIMEOUT).ifPresent(builder::timeout);
            return Shortener.of(builder.build());
        });
    }

    private static String id(YourlsSignature signature) {
        return signature.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T choose(String key, String value, T[] choices, Function<T, String> name) {
        return Arrays.stream(choices)
                .filter(choice -> name.apply(choice).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " must be one of " + names(choices, name) + ", not '" + value + "'"));
    }

    private static <T> String names(T[] choices, Function<T, String> name) {
        return Arrays.stream(choices).map(name).collect(Collectors.joining(", "));
    }
}
