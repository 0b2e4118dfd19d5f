package io.sharewire.facebook;

import io.sharewire.Secret;
import io.sharewire.Validation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Facebook Page and how to reach it.
 *
 * <p>The token must be a <em>Page</em> access token with {@code pages_manage_posts}, {@code pages_read_engagement} and
 * {@code pages_show_list}, held by a person who may create content on the Page. Prints no credential. Immutable and
 * thread-safe.
 */
public final class FacebookSettings {

    static final String GRAPH = "https://graph.facebook.com";
    static final String VERSION = "v26.0";

    private final String name;
    private final String pageId;
    private final Supplier<Secret> accessToken;
    private final @Nullable String appId;
    private final @Nullable Secret appSecret;
    private final boolean timedProof;
    private final String baseUrl;
    private final String version;
    private final Duration timeout;
    private final boolean rescrape;
    private final Duration rescrapePause;
    private final FacebookLimits limits;

    private FacebookSettings(Builder builder) {
        this.name = builder.name;
        this.pageId = builder.pageId;
        this.accessToken = builder.accessToken;
        this.appId = builder.appId;
        this.appSecret = builder.appSecret;
        this.timedProof = builder.timedProof;
        this.baseUrl = builder.baseUrl;
        this.version = builder.version;
        this.timeout = builder.timeout;
        this.rescrape = builder.rescrape;
        this.rescrapePause = builder.rescrapePause;
        this.limits = builder.limits;
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
                .appId(appId)
                .appSecret(appSecret)
                .timedProof(timedProof)
                .baseUrl(baseUrl)
                .version(version)
                .timeout(timeout)
                .rescrape(rescrape)
                .rescrapePause(rescrapePause)
                .limits(limits);
    }

    /** The target's name; default {@code facebook}. */
    public String name() {
        return name;
    }

    /** The Page's numeric id. */
    public String pageId() {
        return pageId;
    }

    /** The app's id: {@link FacebookHealth} needs it, and a post by another app is then not taken for ours; null if unset. */
    public @Nullable String appId() {
        return appId;
    }

    /** The app's secret, for {@code appsecret_proof}; null if the app does not require proofs. */
    public @Nullable Secret appSecret() {
        return appSecret;
    }

    /** Whether each proof is signed with the time and dies after minutes; default no: it is good as long as the token. */
    public boolean timedProof() {
        return timedProof;
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

    /** Whether Facebook is told to read the article's page anew before a link is posted; default no. */
    public boolean rescrape() {
        return rescrape;
    }

    /** How long to wait after that, so that the picture is ready; default 1.5 s. */
    public Duration rescrapePause() {
        return rescrapePause;
    }

    /** What Facebook does not state firmly. */
    public FacebookLimits limits() {
        return limits;
    }

    AppSecretProof proof(Clock clock) {
        return new AppSecretProof(appSecret, timedProof ? clock : null);
    }

    /** What to take out of texts; the token itself is taken out of every answer by the client that sent it. */
    List<Secret> secrets() {
        return Stream.ofNullable(appSecret).toList();
    }

    Secret accessToken() {
        return accessToken.get();
    }

    static boolean isId(String text) {
        return text.matches("[0-9]{1,32}");
    }

    static boolean isVersion(String text) {
        return text.matches("v[0-9]{1,3}\\.[0-9]");
    }

    static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
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
        private @Nullable String appId;
        private @Nullable Secret appSecret;
        private boolean timedProof;
        private String baseUrl = GRAPH;
        private String version = VERSION;
        private Duration timeout = Duration.ofSeconds(90);
        private boolean rescrape;
        private Duration rescrapePause = Duration.ofMillis(1500);
        private FacebookLimits limits = FacebookLimits.defaults();

        private Builder(String pageId, Supplier<Secret> accessToken) {
            this.pageId = pageId;
            this.accessToken = accessToken;
        }

        /** See {@link FacebookSettings#name}. */
        public Builder name(String targetName) {
            name = targetName;
            return this;
        }

        /** See {@link FacebookSettings#appId}. */
        public Builder appId(@Nullable String id) {
            appId = id;
            return this;
        }

        /** See {@link FacebookSettings#appSecret}. */
        public Builder appSecret(@Nullable Secret secret) {
            appSecret = secret;
            return this;
        }

        /** See {@link FacebookSettings#timedProof}. */
        public Builder timedProof(boolean timed) {
            timedProof = timed;
            return this;
        }

        /** See {@link FacebookSettings#baseUrl}. */
        public Builder baseUrl(String url) {
            baseUrl = withoutSlash(url);
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

        /** See {@link FacebookSettings#rescrape}. */
        public Builder rescrape(boolean first) {
            rescrape = first;
            return this;
        }

        /** See {@link FacebookSettings#rescrapePause}. */
        public Builder rescrapePause(Duration pause) {
            rescrapePause = pause;
            return this;
        }

        /** See {@link FacebookSettings#limits}. */
        public Builder limits(FacebookLimits chosen) {
            limits = chosen;
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
                            pageId.isBlank() || isId(pageId),
                            "pageId must be the Page's numeric id, not '" + pageId + "'")
                    .check(appId == null || isId(appId), "appId must be the app's numeric id, not '" + appId + "'")
                    .check(!timedProof || appSecret != null, "timedProof needs an appSecret")
                    .baseUrl("baseUrl", baseUrl)
                    .check(isVersion(version), "version must look like v26.0, not '" + version + "'")
                    .check(timeout.toMillis() > 0, "timeout must be above 0")
                    .check(!rescrapePause.isNegative(), "rescrapePause must not be negative")
                    .orThrow();
            return new FacebookSettings(this);
        }
    }
}
