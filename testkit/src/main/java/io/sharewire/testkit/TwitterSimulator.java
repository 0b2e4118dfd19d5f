package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

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

    private static final String NOBODY = "nobody";

    private final String baseUrl;
    private final TwitterRules rules = new TwitterRules();
    private final TwitterTokens tokens = new TwitterTokens();
    private final TwitterApp app = new TwitterApp(tokens);
    private final TwitterProblemStyle style = new TwitterProblemStyle(rules);
    private final FaultScript script = new FaultScript("twitter", possibleFaults());
    private final TwitterAccess access;
    private final TwitterOAuth2 oauth2;
    private final TwitterOAuth1 oauth1;
    private final TwitterMedia media;
    private final TweetStore store;
    private final TwitterPosting posting;
    private final TwitterRates rates;

    TwitterSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        Snowflakes ids = new Snowflakes(clock);
        access = new TwitterAccess(clock, tokens);
        oauth2 = new TwitterOAuth2(clock, app, tokens);
        oauth1 = new TwitterOAuth1(access, app, tokens);
        media = new TwitterMedia(clock, ids, rules);
        store = new TweetStore(clock, rules);
        posting = new TwitterPosting(clock, rules, store, media, ids);
        rates = new TwitterRates(rules, clock);
    }

    private static Set<Fault> possibleFaults() {
        Set<Fault> possible = EnumSet.copyOf(Fault.COMMON);
        Collections.addAll(
                possible,
                Fault.STORED_THEN_EMPTY_BODY,
                Fault.STORED_THEN_NO_ID,
                Fault.STORED_UNSEEN_THEN_RESET,
                Fault.NOT_STORED_RESET,
                Fault.DAILY_LIMITED,
                Fault.USAGE_CAPPED,
                Fault.NOT_RECOGNISED);
        return possible;
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

    /** The OAuth 1.0a consumer key of the app. */
    public String consumerKey() {
        return TwitterAccess.CONSUMER_KEY;
    }

    /** The OAuth 1.0a consumer secret of the app. */
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

    /** The app's clients, callback and tokens. */
    public TwitterApp app() {
        return app;
    }

    /** What depends on the account or is not documented. */
    public TwitterRules rules() {
        return rules;
    }

    /** The prepaid credit that is left, in US dollars. */
    public synchronized BigDecimal credits() {
        return posting.credits();
    }

    /** Sets the prepaid credit; at zero and below, creates are answered with 402. */
    public synchronized void credits(BigDecimal left) {
        posting.credits(left);
    }

    /** Says whether the account may send up to 25,000 characters; at first it may not. */
    public void premium(boolean yes) {
        rules.premium(yes);
    }

    /** Lets reads show a post only this long after it was stored; at first at once. */
    public void readLag(Duration lag) {
        rules.readLag(lag);
    }

    /** The alternative texts that were given to uploaded images, by media id. */
    public synchronized Map<String, String> altTexts() {
        return media.altTexts();
    }

    @Override
    public String name() {
        return "twitter";
    }

    @Override
    public void inject(Fault... faults) {
        script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return script.possible();
    }

    @Override
    public synchronized List<SimulatedPost> posts() {
        return store.current(TwitterAccount.NEWS).stream()
                .map(tweet -> tweet.asSeen(username()))
                .toList();
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    /** Refuses all access tokens of the account from now on; a refresh token still gives a new one. */
    @Override
    public void expireToken() {
        tokens.expire();
    }

    @Override
    public synchronized void reset() {
        script.reset();
        rules.reset();
        tokens.reset();
        app.reset();
        access.reset();
        oauth2.reset();
        oauth1.reset();
        rates.reset();
        store.clear();
        media.clear();
        posting.credits(TwitterPosting.STARTING_CREDITS);
    }

    synchronized Answer answer(Call call) {
        TwitterEndpoint endpoint = TwitterEndpoint.of(call);
        Fault fault = endpoint == TwitterEndpoint.CREATE ? script.next() : null;
        String payer = NOBODY;
        Answer answer;
        try {
            if (endpoint == TwitterEndpoint.APPEND && media.isTooMuchForTheEdge(call)) {
                throw new Refusal(new Answer(413, Map.of(), "", Answer.Ending.SENT));
            }
            if (endpoint.scopes().isEmpty()) {
                answer = serveWithoutToken(endpoint, call);
            } else {
                TwitterCaller caller = access.caller(call);
                payer = caller.payer();
                caller.require(endpoint);
                answer = fault == null ? null : refusedBy(fault, payer);
                if (answer == null) {
                    rates.take(endpoint, payer);
                    answer = serve(endpoint, call, caller, fault);
                }
            }
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        byte[] transaction = new byte[8];
        ThreadLocalRandom.current().nextBytes(transaction);
        return style.applyTo(answer)
                .withDefaults(rates.headers(endpoint, payer))
                .with("x-transaction-id", HexFormat.of().formatHex(transaction));
    }

    /** What is answered instead of looking at the post at all, if the fault is one of these. */
    private @Nullable Answer refusedBy(Fault fault, String payer) {
        return switch (fault) {
            case RATE_LIMITED -> rates.windowClosed(payer);
            case DAILY_LIMITED -> rates.dayClosed(payer);
            case USAGE_CAPPED -> TwitterProblems.usageCapped(payer);
            case NOT_RECOGNISED ->
                TwitterProblems.unsupportedAuthentication("Unknown").answer();
            default -> null;
        };
    }

    private Answer serveWithoutToken(TwitterEndpoint endpoint, Call call) {
        return switch (endpoint) {
            case CONSENT, CONSENT_OF_API -> oauth2.authorize(call.query());
            case TOKEN -> oauth2.token(call);
            case REVOKE -> oauth2.revoke(call);
            case REQUEST_TOKEN -> oauth1.requestToken(call);
            case OAUTH1_AUTHORIZE, OAUTH1_AUTHENTICATE -> oauth1.authorize(call.query());
            case ACCESS_TOKEN -> oauth1.accessToken(call);
            default -> Answer.of(404, "application/json; charset=utf-8", "");
        };
    }

    private Answer serve(TwitterEndpoint endpoint, Call call, TwitterCaller caller, @Nullable Fault fault) {
        return switch (endpoint) {
            case CREATE -> create(call, caller.user(), fault);
            case DELETE -> delete(call.path().get(2), caller.user());
            case LOOK -> look(call.path().get(2), call.query());
            case TIMELINE -> timeline(call.path().get(2), call.query());
            case ME -> me(caller.user());
            case UPLOAD -> media.upload(call, caller.user());
            case METADATA -> media.describe(call, caller.user());
            case UPLOAD_STATUS -> media.status(call.query(), caller.user());
            case INITIALIZE -> media.initialize(call, caller.user());
            case APPEND -> media.append(call, caller.user(), call.path().get(3));
            case FINALIZE -> media.finish(call, caller.user(), call.path().get(3));
            default -> throw new IllegalStateException(endpoint + " needs no token");
        };
    }

    private Answer create(Call call, TwitterAccount author, @Nullable Fault fault) {
        if (fault == Fault.NOT_STORED_500) {
            return TwitterProblems.serviceUnavailable();
        }
        if (fault == Fault.NOT_STORED_RESET) {
            return TwitterProblems.serviceUnavailable().ending(Answer.Ending.RESET);
        }
        Tweet tweet;
        try {
            tweet = posting.create(call, author);
        } catch (Refusal refusal) {
            if (!rules.refusalsCount) {
                rates.giveBack(TwitterEndpoint.CREATE, author.id());
            }
            throw refusal;
        }
        if (fault == Fault.STORED_THEN_NO_ID) {
            return TwitterProblems.onlyErrors();
        }
        if (fault == Fault.STORED_UNSEEN_THEN_RESET) {
            store.hide(tweet.id(), rules.unseenReads);
        }
        ObjectNode answer = Json.object();
        answer.set("data", tweet.created(true, store.versions(tweet)));
        return Answer.json(201, answer).brokenBy(fault, TwitterProblems.serviceUnavailable());
    }

    private Answer delete(String id, TwitterAccount account) {
        Tweet tweet = store.find(id).orElseThrow(() -> TwitterProblems.noSuchResource(id));
        if (!tweet.author().equals(account.id())) {
            throw TwitterProblems.forbidden("You are not permitted to perform this action.");
        }
        store.delete(tweet);
        ObjectNode answer = Json.object();
        answer.putObject("data").put("deleted", true);
        return Answer.json(200, answer);
    }

    private Answer look(String id, Parameters query) {
        ObjectNode answer = Json.object();
        store.readOne(id)
                .ifPresentOrElse(
                        tweet -> answer.set("data", tweet.toJson(TweetFields.of(query), store.versions(tweet))),
                        () -> answer.putArray("errors").add(TwitterProblems.notFound("tweet", "id", id)));
        return Answer.json(200, answer);
    }

    private Answer timeline(String id, Parameters query) {
        ObjectNode nobody = Json.object();
        nobody.putArray("errors").add(TwitterProblems.notFound("user", "id", id));
        return Answer.json(
                200,
                TwitterAccount.byId(id)
                        .map(account -> TwitterTimeline.read(store, store.readTimeline(account), query))
                        .orElse(nobody));
    }

    private static Answer me(TwitterAccount account) {
        ObjectNode answer = Json.object();
        answer.putObject("data")
                .put("id", account.id())
                .put("name", account.name())
                .put("username", account.username());
        return Answer.json(200, answer);
    }
}
