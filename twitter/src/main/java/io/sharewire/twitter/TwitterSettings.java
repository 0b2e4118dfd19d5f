package io.sharewire.twitter;

import io.sharewire.Cost;
import io.sharewire.Secret;
import io.sharewire.Validation;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account on X and how to reach it.
 *
 * <p>Either kind of credentials X knows will do, as long as it is the user's: an OAuth 2.0 token with {@code tweet.read},
 * {@code tweet.write} and {@code users.read}, or OAuth 1.0a keys of an app with read and write permission. Prints no
 * credential. Immutable and thread-safe.
 */
public final class TwitterSettings {

    private final String name;
    private final TwitterAuthorization authorization;
    private final @Nullable String userId;
    private final @Nullable String username;
    private final String baseUrl;
    private final Duration timeout;
    private final TwitterPrices prices;
    private final TwitterOptions defaults;
    private final boolean needsDescriptions;
    private final int textLimit;
    private final @Nullable Cost monthlyBudget;
    private final @Nullable TwitterSpending spending;

    private TwitterSettings(Builder builder) {
        this.name = builder.name;
        this.authorization = builder.authorization;
        this.userId = builder.userId;
        this.username = builder.username;
        this.baseUrl = builder.baseUrl;
        this.timeout = builder.timeout;
        this.prices = builder.prices;
        this.defaults = builder.defaults;
        this.needsDescriptions = builder.needsDescriptions;
        this.textLimit = builder.textLimit;
        this.monthlyBudget = builder.monthlyBudget;
        this.spending = builder.spending;
    }

    /**
     * Starts the settings of an account that is connected by OAuth 2.0.
     *
     * @param accessToken a user's token; it lives two hours
     */
    public static Builder oauth2(Secret accessToken) {
        return oauth2(() -> accessToken);
    }

    /**
     * As {@link #oauth2(Secret)}, with a token that is asked for at each call.
     *
     * <p>A {@link io.sharewire.auth.RefreshingToken} over {@link TwitterLogin} is also renewed, once a call, when X refuses
     * what it gave.
     */
    public static Builder oauth2(Supplier<Secret> accessToken) {
        return new Builder(new OAuth2Bearer(accessToken));
    }

    /**
     * Starts the settings of an account that is connected by OAuth 1.0a; such tokens do not expire.
     *
     * @param consumerKey the app's key
     * @param consumerSecret the app's secret
     * @param token the user's token for this app
     * @param tokenSecret the secret of that token
     */
    public static Builder oauth1(Secret consumerKey, Secret consumerSecret, Secret token, Secret tokenSecret) {
        return new Builder(
                new OAuth1Signer(consumerKey, consumerSecret, token, tokenSecret, OAuth1Signer::randomNonce));
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return new Builder(authorization)
                .name(name)
                .userId(userId)
                .username(username)
                .baseUrl(baseUrl)
                .timeout(timeout)
                .prices(prices)
                .defaults(defaults)
                .needsDescriptions(needsDescriptions)
                .textLimit(textLimit)
                .monthlyBudget(monthlyBudget)
                .spending(spending);
    }

    /** The target's name; default {@code twitter}. */
    public String name() {
        return name;
    }

    /** The account's numeric id; null to have it asked for once, when posts are first read back. */
    public @Nullable String userId() {
        return userId;
    }

    /** The account's name without {@code @}, for permalinks; null to have them lead by way of the post's id alone. */
    public @Nullable String username() {
        return username;
    }

    /** Default {@code https://api.x.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** How long to wait for an answer; default 60 s. Below 30 s, posts that X still makes look lost. */
    public Duration timeout() {
        return timeout;
    }

    /** What a post costs; default {@link TwitterPrices#published()}. */
    public TwitterPrices prices() {
        return prices;
    }

    /** The choices for shares that bring none of their own; default {@link TwitterOptions#defaults()}. */
    public TwitterOptions defaults() {
        return defaults;
    }

    /** Whether a post is kept back if X does not take the description of its picture; default no. */
    public boolean needsDescriptions() {
        return needsDescriptions;
    }

    /**
     * How much a post may have, in weighted characters; default 280. X takes up to 25,000 of premium accounts, and does not
     * say whether it weighs those beyond 280: here they are weighed.
     */
    public int textLimit() {
        return textLimit;
    }

    /**
     * The most that posts may cost in a calendar month (UTC), in the currency of the prices; null for no end, the default.
     *
     * <p>A draft that would exceed it has a problem; one that exceeds it by the time it is published is refused until the
     * first of the next month. Posts and descriptions count, by {@link #prices()}, and so does a post that may be out;
     * reading and deleting do not.
     *
     * <p>A thread that stopped half-way goes on with the draft it began with: one drafted anew is checked for its whole price.
     */
    public @Nullable Cost monthlyBudget() {
        return monthlyBudget;
    }

    /** Where the target counts what it spends; null for its own memory, the default. */
    public @Nullable TwitterSpending spending() {
        return spending;
    }

    TwitterAuthorization authorization() {
        return authorization;
    }

    @Override
    public String toString() {
        return "TwitterSettings[" + name + ", " + (username == null ? "account" : "@" + username)
                + (userId == null ? "" : " " + userId) + ", " + baseUrl + "]";
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final TwitterAuthorization authorization;
        private String name = "twitter";
        private @Nullable String userId;
        private @Nullable String username;
        private String baseUrl = "https://api.x.com";
        private Duration timeout = Duration.ofSeconds(60);
        private TwitterPrices prices = TwitterPrices.published();
        private TwitterOptions defaults = TwitterOptions.defaults();
        private boolean needsDescriptions;
        private int textLimit = WeightedLength.LIMIT;
        private @Nullable Cost monthlyBudget;
        private @Nullable TwitterSpending spending;

        private Builder(TwitterAuthorization authorization) {
            this.authorization = authorization;
        }

        /** See {@link TwitterSettings#name}. */
        public Builder name(String targetName) {
            name = targetName;
            return this;
        }

        /** See {@link TwitterSettings#userId}. */
        public Builder userId(@Nullable String id) {
            userId = id;
            return this;
        }

        /** See {@link TwitterSettings#username}. */
        public Builder username(@Nullable String screenName) {
            username = screenName;
            return this;
        }

        /** See {@link TwitterSettings#baseUrl}. */
        public Builder baseUrl(String url) {
            baseUrl = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            return this;
        }

        /** See {@link TwitterSettings#timeout}. */
        public Builder timeout(Duration answer) {
            timeout = answer;
            return this;
        }

        /** See {@link TwitterSettings#prices}. */
        public Builder prices(TwitterPrices charged) {
            prices = charged;
            return this;
        }

        /** See {@link TwitterSettings#defaults}. */
        public Builder defaults(TwitterOptions chosen) {
            defaults = chosen;
            return this;
        }

        /** See {@link TwitterSettings#needsDescriptions}. */
        public Builder needsDescriptions(boolean needed) {
            needsDescriptions = needed;
            return this;
        }

        /** See {@link TwitterSettings#textLimit}. */
        public Builder textLimit(int weightedCharacters) {
            textLimit = weightedCharacters;
            return this;
        }

        /** See {@link TwitterSettings#monthlyBudget}. */
        public Builder monthlyBudget(@Nullable Cost most) {
            monthlyBudget = most;
            return this;
        }

        /** See {@link TwitterSettings#spending}. */
        public Builder spending(@Nullable TwitterSpending counted) {
            spending = counted;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong with them
         */
        public TwitterSettings build() {
            new Validation("TwitterSettings")
                    .required("name", name)
                    .check(
                            userId == null || userId.matches("[0-9]{1,19}"),
                            "userId must be the account's numeric id, not '" + userId + "'")
                    .check(
                            username == null || ScreenName.isValid(username),
                            "username must be 1 to 15 letters, digits and '_' without '@', not '" + username + "'")
                    .baseUrl("baseUrl", baseUrl)
                    .check(timeout.toMillis() > 0, "timeout must be above 0")
                    .check(
                            textLimit >= WeightedLength.LIMIT && textLimit <= WeightedLength.PREMIUM_LIMIT,
                            "textLimit must be " + WeightedLength.LIMIT + ", or up to " + WeightedLength.PREMIUM_LIMIT
                                    + " for a premium account, not " + textLimit)
                    .check(prices.isOneCurrency(), "prices must be in one currency")
                    .check(
                            monthlyBudget == null
                                    || (monthlyBudget.amount().signum() > 0
                                            && monthlyBudget
                                                    .currency()
                                                    .equals(prices.post().currency())),
                            "monthlyBudget must be above 0 and in the currency of the prices, not " + monthlyBudget)
                    .orThrow();
            return new TwitterSettings(this);
        }
    }
}
