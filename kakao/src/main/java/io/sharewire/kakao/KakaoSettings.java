package io.sharewire.kakao;

import io.sharewire.Secret;
import io.sharewire.Validation;
import io.sharewire.text.CleanText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One KakaoTalk account and how to reach it.
 *
 * <p>The token must be a user's access token with the consent {@code talk_message}; with a REST API key it lives about
 * six hours, so a long-running program gives a supplier that refreshes it. Prints no credential. Immutable and
 * thread-safe.
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

    private KakaoSettings(Builder builder) {
        this.name = builder.name;
        this.accessToken = builder.accessToken;
        this.baseUrl = builder.baseUrl;
        this.timeout = builder.timeout;
        this.buttonTitle = builder.buttonTitle;
        this.limits = builder.limits;
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
        return new Builder(accessToken)
                .name(name)
                .baseUrl(baseUrl)
                .timeout(timeout)
                .buttonTitle(buttonTitle)
                .limits(limits);
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

    Secret accessToken() {
        return accessToken.get();
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

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong with them
         */
        public KakaoSettings build() {
            new Validation("KakaoSettings")
                    .required("name", name)
                    .baseUrl("baseUrl", baseUrl)
                    .check(timeout.toMillis() > 0, "timeout must be above 0")
                    .check(buttonTitle == null || !buttonTitle.isBlank(), "buttonTitle must not be blank")
                    .orThrow();
            return new KakaoSettings(this);
        }
    }
}
