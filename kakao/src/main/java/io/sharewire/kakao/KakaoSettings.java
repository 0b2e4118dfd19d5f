package io.sharewire.kakao;

import io.sharewire.Secret;
import io.sharewire.Validation;
import io.sharewire.text.CleanText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One KakaoTalk account and how to reach it.
 *
 * <p>The token must be a user's access token with the consent {@code talk_message}, for messages to friends also {@code
 * friends}. With a REST API key it lives about six hours, so a long-running program gives a {@link
 * io.sharewire.auth.RefreshingToken} over {@link KakaoLogin}: it is renewed before it ends, and once a call when Kakao
 * says that it is dead. Prints no credential. Immutable and thread-safe.
 */
public final class KakaoSettings {

    /** Kakao's quotas start anew at midnight (and on the first of the month) in Korea. */
    public static final ZoneId QUOTA_ZONE = ZoneId.of("Asia/Seoul");

    private final String name;
    private final Supplier<Secret> accessToken;
    private final String baseUrl;
    private final Duration timeout;
    private final @Nullable String buttonTitle;
    private final KakaoLimits limits;
    private final KakaoOptions defaults;
    private final KakaoDomains linkDomains;
    private final @Nullable Function<List<String>, String> consentUrl;
    private final @Nullable KakaoAppKey imageKey;

    private KakaoSettings(Builder builder) {
        this.name = builder.name;
        this.accessToken = builder.accessToken;
        this.baseUrl = builder.baseUrl;
        this.timeout = builder.timeout;
        this.buttonTitle = builder.buttonTitle;
        this.limits = builder.limits;
        this.defaults = builder.defaults;
        this.linkDomains = builder.linkDomains;
        this.consentUrl = builder.consentUrl;
        this.imageKey = builder.imageKey;
    }

    /**
     * Starts the settings of an account.
     *
     * @param accessToken a user's access token with {@code talk_message}
     */
    public static Builder builder(Secret accessToken) {
        return new Builder(() -> accessToken);
    }

    /** As {@link #builder(Secret)}, with a token that is asked for once at each call. */
    public static Builder builder(Supplier<Secret> accessToken) {
        return new Builder(accessToken);
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        Builder builder = new Builder(accessToken)
                .name(name)
                .baseUrl(baseUrl)
                .timeout(timeout)
                .buttonTitle(buttonTitle)
                .limits(limits)
                .defaults(defaults)
                .linkDomains(linkDomains.origins());
        builder.consentUrl = consentUrl;
        builder.imageKey = imageKey;
        return builder;
    }

    /** The target's name; default {@code kakao}. */
    public String name() {
        return name;
    }

    /** Default {@code https://kapi.kakao.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** How long to wait for an answer; default 30 s. */
    public Duration timeout() {
        return timeout;
    }

    /** What the button below a message says; null for {@code 기사 보기} or {@code Read the article}. */
    public @Nullable String buttonTitle() {
        return buttonTitle;
    }

    /** How long texts may be. */
    public KakaoLimits limits() {
        return limits;
    }

    /** The choices for shares that bring none of their own; default {@link KakaoOptions#defaults()}. */
    public KakaoOptions defaults() {
        return defaults;
    }

    /**
     * The web domains that are registered for links under [Product Link], such as {@code https://news.example.kr}; a draft
     * with a link elsewhere is refused. Default none: links are not checked.
     */
    public List<String> linkDomains() {
        return linkDomains.origins();
    }

    Supplier<Secret> accessToken() {
        return accessToken;
    }

    KakaoDomains domains() {
        return linkDomains;
    }

    @Nullable Function<List<String>, String> consentUrl() {
        return consentUrl;
    }

    @Nullable KakaoAppKey imageKey() {
        return imageKey;
    }

    @Override
    public String toString() {
        return "KakaoSettings[" + name + ", " + baseUrl + "]";
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final Supplier<Secret> accessToken;
        private String name = "kakao";
        private String baseUrl = "https://kapi.kakao.com";
        private Duration timeout = Duration.ofSeconds(30);
        private @Nullable String buttonTitle;
        private KakaoLimits limits = KakaoLimits.defaults();
        private KakaoOptions defaults = KakaoOptions.defaults();
        private KakaoDomains linkDomains = KakaoDomains.UNKNOWN;
        private @Nullable Function<List<String>, String> consentUrl;
        private @Nullable KakaoAppKey imageKey;

        private Builder(Supplier<Secret> accessToken) {
            this.accessToken = accessToken;
        }

        /** See {@link KakaoSettings#name}. */
        public Builder name(String targetName) {
            name = targetName;
            return this;
        }

        /** See {@link KakaoSettings#baseUrl}. */
        public Builder baseUrl(String url) {
            baseUrl = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            return this;
        }

        /** See {@link KakaoSettings#timeout}. */
        public Builder timeout(Duration answer) {
            timeout = answer;
            return this;
        }

        /** See {@link KakaoSettings#buttonTitle}. */
        public Builder buttonTitle(@Nullable String title) {
            buttonTitle = title == null ? null : CleanText.line(title);
            return this;
        }

        /** See {@link KakaoSettings#limits}. */
        public Builder limits(KakaoLimits codePoints) {
            limits = codePoints;
            return this;
        }

        /** See {@link KakaoSettings#defaults}. */
        public Builder defaults(KakaoOptions choices) {
            defaults = choices;
            return this;
        }

        /** See {@link KakaoSettings#linkDomains}. */
        public Builder linkDomains(List<String> origins) {
            linkDomains = new KakaoDomains(origins);
            return this;
        }

        /**
         * Where the account's owner consents to scopes that are missing; the address becomes the way out of a refusal for
         * want of them (-402). Default none: the scopes are named.
         *
         * <p>For example {@code scopes -> pending.keep(login.begin(redirectUri, scopes)).url()} with a {@link KakaoLogin}.
         *
         * @param address from the missing scopes, such as {@code talk_message}
         */
        public Builder consentUrl(Function<List<String>, String> address) {
            consentUrl = address;
            return this;
        }

        /**
         * Has {@link KakaoApi} handle pictures with an app key, as Kakao's own libraries do, instead of the user's token.
         *
         * @param key the native or JavaScript key; never the REST API or admin key
         * @param origin a domain that is registered for it, such as {@code https://news.example.kr}
         */
        public Builder imageKey(Secret key, String origin) {
            imageKey = new KakaoAppKey(key, origin);
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong with them
         */
        public KakaoSettings build() {
            Validation validation = new Validation("KakaoSettings")
                    .required("name", name)
                    .baseUrl("baseUrl", baseUrl)
                    .check(timeout.toMillis() > 0, "timeout must be above 0")
                    .check(buttonTitle == null || !buttonTitle.isBlank(), "buttonTitle must not be blank")
                    .check(
                            imageKey == null || KakaoDomains.isOrigin(imageKey.origin()),
                            "the origin of imageKey must be scheme, host and port alone");
            linkDomains.check("linkDomains", validation);
            validation.orThrow();
            return new KakaoSettings(this);
        }
    }
}
