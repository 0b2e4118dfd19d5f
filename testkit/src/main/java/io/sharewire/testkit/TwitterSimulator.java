package io.sharewire.testkit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A self-serve X account behind the X API v2.
 *
 * <p>Serves {@code POST /2/tweets}, {@code GET} and {@code DELETE /2/tweets/{id}}, {@code GET /2/users/me} and
 * {@code GET /2/users/{id}/tweets}; {@code POST /2/media/upload} for still images, {@code initialize}, {@code append},
 * {@code finalize} and {@code STATUS} for all media, and {@code POST /2/media/metadata}; the OAuth 2.0 code flow and
 * the three legs of OAuth 1.0a. Lengths are counted by the platform's own twitter-text library. What depends on the
 * account, or is not documented, is in {@link #rules()}.
 */
public final class TwitterSimulator implements PlatformSimulator {

    private final String baseUrl;
    private final TwitterApi api;

    TwitterSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.api = new TwitterApi(clock);
    }

    /** The address that stands for {@code https://api.x.com}, and for {@code https://x.com} where users consent. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The account's numeric id. */
    public String userId() {
        return TwitterAccount.NEWS.id();
    }

    /** The account's name without the {@code @}. */
    public String username() {
        return TwitterAccount.NEWS.username();
    }

    /** The OAuth 2.0 bearer token of the account, with all scopes; it lasts. */
    public String token() {
        return TwitterTokens.BEARER;
    }

    /** The bearer token of another account, which has an own timeline and own limits. */
    public String otherToken() {
        return TwitterTokens.OTHER_BEARER;
    }

    /** The bearer token of the app alone, which may not act for the account. */
    public String appOnlyToken() {
        return TwitterTokens.APP_BEARER;
    }

    /** The OAuth 1.0a consumer key of the api.app. */
    public String consumerKey() {
        return TwitterAccess.CONSUMER_KEY;
    }

    /** The OAuth 1.0a consumer secret of the api.app. */
    public String consumerSecret() {
        return TwitterAccess.CONSUMER_SECRET;
    }

    /** The OAuth 1.0a token of the account. */
    public String oauthToken() {
        return TwitterTokens.OAUTH_TOKEN;
    }

    /** The OAuth 1.0a token secret of the account. */
    public String oauthTokenSecret() {
        return TwitterTokens.OAUTH_TOKEN_SECRET;
    }

    /** The app's clients, callback and api.tokens. */
    public TwitterApp app() {
        return api.app;
    }

    /** What depends on the account or is not documented. */
    public TwitterRules rules() {
        return api.rules;
    }

    /** The prepaid credit that is left, in US dollars. */
    public synchronized BigDecimal credits() {
        return api.posting.credits();
    }

    /** Sets the prepaid credit; at zero and below, creates are answered with 402. */
    public synchronized void credits(BigDecimal left) {
        api.posting.credits(left);
    }

    /** Says whether the account may send up to 25,000 characters; at first it may not. */
    public void premium(boolean yes) {
        api.rules.premium(yes);
    }

    /** Lets reads show a post only this long after it was stored; at first at once. */
    public void readLag(Duration lag) {
        api.rules.readLag(lag);
    }

    /** The alternative texts that were given to uploaded images, by media id. */
    public synchronized Map<String, String> altTexts() {
        return api.media.altTexts();
    }

    @Override
    public String name() {
        return "twitter";
    }

    @Override
    public void inject(Fault... faults) {
        api.script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return api.script.possible();
    }

    @Override
    public synchronized List<SimulatedPost> posts() {
        return api.store.current(TwitterAccount.NEWS).stream()
                .map(tweet -> tweet.asSeen(username()))
                .toList();
    }

    @Override
    public int createRequests() {
        return api.script.arrived();
    }

    /** Refuses all access tokens of the account from now on; a refresh token still gives a new one. */
    @Override
    public void expireToken() {
        api.tokens.expire();
    }

    @Override
    public synchronized void reset() {
        api.reset();
    }

    synchronized Answer answer(Call call) {
        return api.answer(call);
    }
}
