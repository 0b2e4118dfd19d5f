package io.sharewire.facebook;

import io.sharewire.Secret;
import io.sharewire.Validation;
import java.time.Duration;

/** The app that Pages are connected with. Prints no credential. Immutable and thread-safe. */
public final class FacebookLoginSettings {

    private final String appId;
    private final Secret appSecret;
    private final String redirectUri;
    private final String baseUrl;
    private final String dialogUrl;
    private final String version;
    private final Duration timeout;

    private FacebookLoginSettings(Builder builder) {
        this.appId = builder.appId;
        this.appSecret = builder.appSecret;
        this.redirectUri = builder.redirectUri;
        this.baseUrl = builder.baseUrl;
        this.dialogUrl = builder.dialogUrl;
        this.version = builder.version;
        this.timeout = builder.timeout;
    }

    /**
     * Starts the settings of an app.
     *
     * @param appId the app's numeric id
     * @param appSecret the app's secret
     * @param redirectUri where the dialog comes back to, exactly as the app's settings at Facebook have it
     */
    public static Builder builder(String appId, Secret appSecret, String redirectUri) {
        return new Builder(appId, appSecret, redirectUri);
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return new Builder(appId, appSecret, redirectUri)
                .baseUrl(baseUrl)
                .dialogUrl(dialogUrl)
                .version(version)
                .timeout(timeout);
    }

    /** The app's numeric id. */
    public String appId() {
        return appId;
    }

    /** Where the dialog comes back to. */
    public String redirectUri() {
        return redirectUri;
    }

    /** Default {@code https://graph.facebook.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Where the dialog is; default {@code https://www.facebook.com}. */
    public String dialogUrl() {
        return dialogUrl;
    }

    /** The Graph API version; default {@code v26.0}. */
    public String version() {
        return version;
    }

    /** How long to wait for an answer; default 30 s. */
    public Duration timeout() {
        return timeout;
    }

    Secret appSecret() {
        return appSecret;
    }

    @Override
    public String toString() {
        return "FacebookLoginSettings[app " + appId + ", " + baseUrl + "/" + version + "]";
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final String appId;
        private final Secret appSecret;
        private final String redirectUri;
        private String baseUrl = FacebookSettings.GRAPH;
        private String dialogUrl = "https://www.facebook.com";
        private String version = FacebookSettings.VERSION;
        private Duration timeout = Duration.ofSeconds(30);

        private Builder(String appId, Secret appSecret, String redirectUri) {
            this.appId = appId;
            this.appSecret = appSecret;
            this.redirectUri = redirectUri;
        }

        /** See {@link FacebookLoginSettings#baseUrl}. */
        public Builder baseUrl(String url) {
            baseUrl = FacebookSettings.withoutSlash(url);
            return this;
        }

        /** See {@link FacebookLoginSettings#dialogUrl}. */
        public Builder dialogUrl(String url) {
            dialogUrl = FacebookSettings.withoutSlash(url);
            return this;
        }

        /** See {@link FacebookLoginSettings#version}. */
        public Builder version(String graphVersion) {
            version = graphVersion;
            return this;
        }

        /** See {@link FacebookLoginSettings#timeout}. */
        public Builder timeout(Duration answer) {
            timeout = answer;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong with them
         */
        public FacebookLoginSettings build() {
            new Validation("FacebookLoginSettings")
                    .check(FacebookSettings.isId(appId), "appId must be the app's numeric id, not '" + appId + "'")
                    .required("redirectUri", redirectUri)
                    .baseUrl("baseUrl", baseUrl)
                    .baseUrl("dialogUrl", dialogUrl)
                    .check(FacebookSettings.isVersion(version), "version must look like v26.0, not '" + version + "'")
                    .check(timeout.toMillis() > 0, "timeout must be above 0")
                    .orThrow();
            return new FacebookLoginSettings(this);
        }
    }
}
