package io.sharewire.kakao;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.Drafter;
import io.sharewire.PluginSettings;
import io.sharewire.Secret;
import io.sharewire.Setting;
import io.sharewire.ShareButton;
import io.sharewire.ShareTarget;
import io.sharewire.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the Kakao channel from {@code sharewire.kakao.*}. */
public final class KakaoPlugin implements ChannelPlugin {

    private static final List<Setting> SENDING = List.of(
            Setting.requiredSecret("access-token", "a user's access token with talk_message"),
            Setting.optional("base-url", "default https://kapi.kakao.com"),
            Setting.optional("timeout-seconds", "how long to wait for an answer, default 30"),
            Setting.optional("message", "what articles become: feed, text or scrap; default feed"),
            Setting.optional("receivers", "friends' uuids, separated by commas; default the account's own chat"),
            Setting.optional("button-title", "the button's words, default by the article's language"),
            Setting.optional("title-limit", "what headlines are fitted to, in code points, default 50"),
            Setting.optional("description-limit", "what summaries are fitted to, in code points, default 100"),
            Setting.optional("text-limit", "what an editor's text may have, in code points, default 200"),
            Setting.optional(
                    "link-domains", "the registered Product Link domains, separated by commas; default unchecked"));

    private static final List<Setting> LOGIN = List.of(
            Setting.optional("rest-api-key", "the app's REST API key, for the log-in"),
            Setting.optionalSecret("client-secret", "the secret of the REST API key"),
            Setting.optional("redirect-uri", "where the log-in comes back to, as registered"),
            Setting.optional("login-url", "default https://kauth.kakao.com"));

    private static final List<Setting> READERS = List.of(
            Setting.optional("javascript-key", "the app's JavaScript key, for the reader's button; needs origin"),
            Setting.optional("origin", "a JavaScript SDK domain of the app, such as https://news.example.kr"),
            Setting.optional("share-page", "the site's own Kakao page, https://news.example.kr/share/kakao?url={url}"),
            Setting.optional("sharer-url", "default https://sharer.kakao.com"),
            Setting.optional("sdk-version", "the version of Kakao's script, such as 2.8.3; needs sdk-integrity"),
            Setting.optional("sdk-integrity", "the hash of that version from Kakao's download page, sha384-…"),
            Setting.optional("sdk-url", "default https://t1.kakaocdn.net/kakao_js_sdk"),
            Setting.optionalSecret("admin-key", "the app's primary admin key, for the share webhook"));

    @Override
    public Channel channel() {
        return KakaoTarget.CHANNEL;
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public List<Setting> settings() {
        return Stream.of(SENDING, LOGIN, READERS).flatMap(List::stream).toList();
    }

    /** Drafts as the account would; its token does not matter. */
    @Override
    public Drafter drafter(PluginSettings settings) {
        KakaoSettings all = builder(settings, Secret.of("none")).build();
        return new KakaoText(all.name(), all.buttonTitle(), all.defaults(), all.limits(), all.domains());
    }

    @Override
    public ShareTarget target(PluginSettings settings) {
        return KakaoTarget.of(account(settings));
    }

    /** What the account can be asked beside sending. */
    public KakaoApi api(PluginSettings settings) {
        return KakaoApi.of(account(settings));
    }

    /** The log-in; empty without {@code rest-api-key}. */
    public Optional<KakaoLogin> login(PluginSettings settings) {
        return settings.get("rest-api-key").map(key -> {
            KakaoLogin.Builder login = KakaoLogin.builder(key);
            settings.secret("client-secret").ifPresent(login::clientSecret);
            settings.get("login-url").ifPresent(login::baseUrl);
            settings.seconds("timeout-seconds").ifPresent(login::timeout);
            return login.build();
        });
    }

    /** Takes the share webhook; empty without {@code admin-key}. */
    public Optional<KakaoWebhook> webhook(PluginSettings settings) {
        return settings.secret("admin-key").map(KakaoWebhook::of);
    }

    @Override
    public ShareButton button(PluginSettings settings) {
        requireTogether(settings, "javascript-key", "origin");
        KakaoButton button =
                settings.get("share-page").map(new KakaoButton()::withSharePage).orElseGet(KakaoButton::new);
        return settings.get("javascript-key")
                .map(key -> button.withSharer(key, settings.get("origin").orElseThrow())
                        .withSharerUrl(
                                settings.get("sharer-url").orElse(KakaoSharer.BASE_URL),
                                settings.get("sdk-version").orElse(KakaoAgent.SDK)))
                .orElse(button);
    }

    /** Kakao's own script beside the button; empty without {@code javascript-key} or {@code sdk-integrity}. */
    public Optional<KakaoScript> script(PluginSettings settings) {
        requireTogether(settings, "sdk-version", "sdk-integrity");
        Optional<String> key = settings.get("javascript-key");
        Optional<String> integrity = settings.get("sdk-integrity");
        if (key.isEmpty() || integrity.isEmpty()) {
            return Optional.empty();
        }
        KakaoScript script =
                KakaoScript.of(key.get(), settings.get("sdk-version").orElseThrow(), integrity.get());
        KakaoScript placed = settings.get("sdk-url").map(script::withSdkUrl).orElse(script);
        return Optional.of(settings.get("share-page").map(placed::withSharePage).orElse(placed));
    }

    private KakaoSettings account(PluginSettings settings) {
        requireComplete(settings);
        return builder(settings, settings.secret("access-token").orElseThrow()).build();
    }

    private KakaoSettings.Builder builder(PluginSettings settings, Secret token) {
        KakaoSettings.Builder builder = KakaoSettings.builder(token)
                .defaults(KakaoOptions.defaults()
                        .withMessage(message(settings))
                        .withReceivers(list(settings, "receivers")))
                .limits(limits(settings))
                .linkDomains(list(settings, "link-domains"));
        settings.get("base-url").ifPresent(builder::baseUrl);
        settings.seconds("timeout-seconds").ifPresent(builder::timeout);
        settings.get("button-title").ifPresent(builder::buttonTitle);
        settings.get("redirect-uri")
                .ifPresent(uri -> login(settings)
                        .ifPresent(login -> builder.consentUrl(
                                scopes -> login.begin(uri, scopes).url())));
        return builder;
    }

    private static KakaoMessage message(PluginSettings settings) {
        String kind = settings.get("message").orElse("feed");
        return switch (kind) {
            case "feed" -> KakaoMessage.feed();
            case "text" -> KakaoMessage.text();
            case "scrap" -> KakaoMessage.scrap();
            default ->
                throw new IllegalArgumentException(
                        settings.key("message") + " must be feed, text or scrap, not '" + kind + "'");
        };
    }

    private static KakaoLimits limits(PluginSettings settings) {
        KakaoLimits defaults = KakaoLimits.defaults();
        return new KakaoLimits(
                settings.number("title-limit").orElse(defaults.title()),
                settings.number("description-limit").orElse(defaults.description()),
                settings.number("text-limit").orElse(defaults.text()));
    }

    private static List<String> list(PluginSettings settings, String name) {
        return settings.get(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private void requireTogether(PluginSettings settings, String one, String other) {
        new Validation(channel().id())
                .check(
                        settings.get(one).isPresent() == settings.get(other).isPresent(),
                        settings.key(one) + " and " + settings.key(other) + " go together")
                .orThrow();
    }
}
