package io.sharewire.link;

import io.sharewire.Secret;
import io.sharewire.Validation;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The account at a short-link service. Immutable and thread-safe; never prints its token. */
public final class ShortenerSettings {

    private final ShortenerService service;
    private final Secret token;
    private final String baseUrl;
    private final String domain;
    private final @Nullable String group;
    private final @Nullable String workspace;
    private final @Nullable String user;
    private final YourlsSignature signature;
    private final Duration timeout;

    private ShortenerSettings(Builder builder, String baseUrl) {
        this.service = builder.service;
        this.token = builder.token;
        this.baseUrl = baseUrl;
        this.domain = builder.domain;
        this.group = builder.group;
        this.workspace = builder.workspace;
        this.user = builder.user;
        this.signature = builder.signature;
        this.timeout = builder.timeout;
    }

    /**
     * Starts with what every service needs.
     *
     * @param token the access token or API key; at YOURLS the signature token, or the password if there is a user
     */
    public static Builder builder(ShortenerService service, Secret token) {
        return new Builder(service, token);
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        Builder builder =
                builder(service, token).baseUrl(baseUrl).domain(domain).signature(signature);
        builder.group = group;
        builder.workspace = workspace;
        builder.user = user;
        return builder.timeout(timeout);
    }

    /** The service. */
    public ShortenerService service() {
        return service;
    }

    Secret token() {
        return token;
    }

    /** The address its API's paths are appended to; default the service's own, required for servers of your own. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The domain of the short links; default the service's own, at servers of your own what they decide (empty). */
    public String domain() {
        return domain;
    }

    /** Bitly's {@code group_guid}; required there: the same link is found again per group and domain. */
    public @Nullable String group() {
        return group;
    }

    /** Rebrandly's workspace; null for the account's default one. */
    public @Nullable String workspace() {
        return workspace;
    }

    /** The YOURLS user whose password the token is; null if it is a signature token. */
    public @Nullable String user() {
        return user;
    }

    /** How requests to YOURLS are signed; default {@link YourlsSignature#TOKEN}. */
    public YourlsSignature signature() {
        return signature;
    }

    /** How long to wait for an answer; default 5 seconds. A lost answer is asked for once more. */
    public Duration timeout() {
        return timeout;
    }

    @Override
    public String toString() {
        return "ShortenerSettings[" + service.id() + ", " + baseUrl + (domain.isEmpty() ? "" : ", " + domain) + "]";
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final ShortenerService service;
        private final Secret token;
        private @Nullable String baseUrl;
        private String domain;
        private @Nullable String group;
        private @Nullable String workspace;
        private @Nullable String user;
        private YourlsSignature signature = YourlsSignature.TOKEN;
        private Duration timeout = Duration.ofSeconds(5);

        private Builder(ShortenerService service, Secret token) {
            this.service = Objects.requireNonNull(service, "service");
            this.token = Objects.requireNonNull(token, "token");
            this.baseUrl = service.baseUrl();
            this.domain = service.domain();
        }

        /** See {@link ShortenerSettings#baseUrl}. */
        public Builder baseUrl(String url) {
            baseUrl = url.strip();
            return this;
        }

        /** See {@link ShortenerSettings#domain}. */
        public Builder domain(String host) {
            domain = host.strip();
            return this;
        }

        /** See {@link ShortenerSettings#group}. */
        public Builder group(String guid) {
            group = guid.strip();
            return this;
        }

        /** See {@link ShortenerSettings#workspace}. */
        public Builder workspace(String id) {
            workspace = id.strip();
            return this;
        }

        /** See {@link ShortenerSettings#user}. */
        public Builder user(String name) {
            user = name.strip();
            return this;
        }

        /** See {@link ShortenerSettings#signature}. */
        public Builder signature(YourlsSignature kind) {
            signature = kind;
            return this;
        }

        /** See {@link ShortenerSettings#timeout}. */
        public Builder timeout(Duration answer) {
            timeout = answer;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public ShortenerSettings build() {
            String url = baseUrl == null ? "" : baseUrl;
            Validation validation = new Validation("ShortenerSettings");
            if (url.isEmpty()) {
                validation.check(false, "baseUrl is required for " + service.id() + ": the address of your server");
            } else {
                validation.baseUrl("baseUrl", url);
            }
            validation
                    .check(
                            domain.matches("([A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?)?"),
                            "domain must be a host name such as sho.rt, not '" + domain + "'")
                    .check(
                            service != ShortenerService.BITLY || (group != null && !group.isEmpty()),
                            "group is required for bitly: the group_guid that the links belong to");
            onlyFor(validation, ShortenerService.BITLY, "group", group);
            onlyFor(validation, ShortenerService.REBRANDLY, "workspace", workspace);
            onlyFor(validation, ShortenerService.YOURLS, "user", user);
            onlyFor(
                    validation,
                    ShortenerService.YOURLS,
                    "signature",
                    signature == YourlsSignature.TOKEN ? null : signature);
            validation
                    .check(
                            user == null || signature == YourlsSignature.TOKEN,
                            "signature needs no user: leave out one of them")
                    .check(!timeout.isNegative() && !timeout.isZero(), "timeout must be above zero, not " + timeout)
                    .orThrow();
            return new ShortenerSettings(this, url);
        }

        private void onlyFor(Validation validation, ShortenerService only, String name, @Nullable Object value) {
            validation.check(value == null || service == only, name + " is for " + only.id() + " only");
        }
    }
}
