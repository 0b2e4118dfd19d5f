package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The platform behind the account: who calls, whether there is a call left, and what is answered. */
final class TwitterApi {

    private static final String NOBODY = "nobody";

    final TwitterRules rules = new TwitterRules();
    final TwitterTokens tokens = new TwitterTokens();
    final TwitterApp app = new TwitterApp(tokens);
    final FaultScript script = new FaultScript("twitter", possibleFaults());
    final TwitterMedia media;
    final TweetStore store;
    final TwitterPosting posting;
    private final TwitterProblemStyle style = new TwitterProblemStyle(rules);
    private final TwitterAccess access;
    private final TwitterOAuth2 oauth2;
    private final TwitterOAuth1 oauth1;
    private final TwitterRates rates;

    TwitterApi(Clock clock) {
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

    void reset() {
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

    Answer answer(Call call) {
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
