package io.sharewire.facebook;

import io.sharewire.Secret;
import io.sharewire.Validation;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One Facebook Page and how to reach it.
 *
 * <p>The token must be a <em>Page</em> access token with {@code pages_manage_posts}, {@code pages_read_engagement} and
 * {@code pages_show_list}, held by a person who may create content on the Page. Prints no credential. Immutable and
 * thread-safe.
 */
public final class FacebookSettings {

    private final String name;
    private final String pageId;
    private final Supplier<Secret> accessToken;
    private final @Nullable Secret appSecret;
    private final String baseUrl;
    private final String version;
    private final Duration timeout;

    private FacebookSettings(Builder builder) {
        this.name = builder.name;
        this.pageId = builder.pageId;
        this.accessToken = builder.accessToken;
        this.appSecret = builder.appSecret;
        this.baseUrl = builder.baseUrl;
        this.version = builder.version;
        this.timeout = builder.timeout;
    }

    /**
     * Starts the settings of a Page.
     *
     * @param pageId the Page's numeric id
     * @param accessToken a Page access token
     */
    public static Builder builder(String pageId, Secret accessToken) {
        return new Builder(pageId, () -> accessToken);
    }

    /** As {@link #builder(String, Secret)}, with a token that is asked for at each call. */
    public static Builder builder(String pageId, Supplier<Secret> accessToken) {
        return new Builder(pageId, accessToken);
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return new Builder(pageId, accessToken)
                .name(name)
                .appSecret(appSecret)
                .baseUrl(baseUrl)
                .version(version)
                .timeout(timeout);
    }

    /** The target's name; default {@code facebook}. */
    public String name() {
        return name;
    }

    /** The Page's numeric id. */
    public String pageId() {
        return pageId;
    }

    /** The app's secret, for {@code appsecret_proof}; null if the app does not require proofs. */
    public @Nullable Secret appSecret() {
        return appSecret;
    }

    /** Default {@code https://graph.facebook.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The Graph API version; default {@code v26.0}. */
    public String version() {
        return version;
    }

    /** How long to wait for an answer; default 90 s, since a link post waits for Facebook to fetch the page. */
    public Duration timeout() {
        return timeout;
    }

    Secret accessToken() {
        return accessToken.get();
    }

    @Override
    public String toString() {
        return "FacebookSettings[" + name + ", page " + pageId + ", " + baseUrl + "/" + version + "]";
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final String pageId;
        private final Supplier<Secret> accessToken;
        private String name = "facebook";
        private @Nullable Secret appSecret;
        private String baseUrl = "https://graph.facebook.com";
        private String version = "v26.0";
        private Duration timeout = Duration.ofSeconds(90);

        private Builder(String pageId, Supplier<Secret> accessToken) {
            this.pageId = pageId;
            this.accessToken = accessToken;
        }

        /** See {@link FacebookSettings#name}. */
        public Builder name(String targetName) {
            name = targetName;
            return this;
        }

        /** See {@link FacebookSettings#appSecret}. */
        public Builder appSecret(@Nullable Secret secret) {
            appSecret = secret;
            return this;
        }

        /** See {@link FacebookSettings#baseUrl}. */
        public Builder baseUrl(String url) {
            baseUrl = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            return this;
        }

        /** See {@link FacebookSettings#version}. */
        public Builder version(String graphVersion) {
            version = graphVersion;
            return this;
        }

        /** See {@link FacebookSettings#timeout}. */
        public Builder timeout(Duration answer) {
            timeout = answer;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong with them
         */
        public FacebookSettings build() {
            new Validation("FacebookSettings")
                    .required("name", name)
                    .required("pageId", pageId)
                    .check(
                            pageId.isBlank() || pageId.matches("[0-9]{1,32}"),
                            "pageId must be the Page's numeric id, not '" + pageId + "'")
                    .baseUrl("baseUrl", baseUrl)
                    .check(
                            version.matches("v[0-9]{1,3}\\.[0-9]"),
                            "version must look like v26.0, not '" + version + "'")
                    .check(timeout.toMillis() > 0, "timeout must be above 0")
                    .orThrow();
            return new FacebookSettings(this);
        }
    }
}
