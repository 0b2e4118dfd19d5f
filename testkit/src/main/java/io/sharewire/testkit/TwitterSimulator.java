package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
 * {@code GET /2/users/{id}/tweets}, and for still images {@code POST /2/media/upload} and
 * {@code POST /2/media/metadata}; by OAuth 2.0 bearer and by OAuth 1.0a signature. Lengths are counted by the
 * platform's own twitter-text library.
 */
public final class TwitterSimulator implements PlatformSimulator {

    private static final String USER = "2244994945";
    private static final String USERNAME = "sandboxnews";
    private static final String TWEETS = "2/tweets";
    private static final String TIMELINE = "2/users/" + USER + "/tweets";

    private static final Map<String, String> ENDPOINTS = Map.of(
            "2/users/me", "me", TIMELINE, "timeline", "2/media/upload", "upload", "2/media/metadata", "metadata");

    private static final BigDecimal PRICE = new BigDecimal("0.015");
    private static final BigDecimal PRICE_WITH_URL = new BigDecimal("0.200");
    private static final BigDecimal STARTING_CREDITS = new BigDecimal("100.000");
    private static final Duration DUPLICATE_WINDOW = Duration.ofHours(24);
    private static final int CREATES_PER_WINDOW = 100;
    private static final int READS_PER_WINDOW = 900;

    private final String baseUrl;
    private final Clock clock;
    private final TwitterAccess access;
    private final Snowflakes ids;
    private final TwitterMedia media;
    private final RateWindow creates;
    private final RateWindow reads;
    private final FaultScript script = new FaultScript("twitter", Fault.COMMON);
    private final List<Tweet> tweets = new ArrayList<>();
    private final Map<String, Instant> recentTexts = new HashMap<>();
    private BigDecimal credits = STARTING_CREDITS;
    private Duration readLag = Duration.ZERO;
    private boolean premium;

    TwitterSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.clock = clock;
        this.access = new TwitterAccess(clock);
        this.ids = new Snowflakes(clock);
        this.media = new TwitterMedia(clock, ids);
        this.creates = new RateWindow(CREATES_PER_WINDOW, clock);
        this.reads = new RateWindow(READS_PER_WINDOW, clock);
    }

    /** The address that stands for {@code https://api.x.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The account's numeric id. */
    public String userId() {
        return USER;
    }

    /** The account's name without the {@code @}. */
    public String username() {
        return USERNAME;
    }

    /** The OAuth 2.0 bearer token of the account. */
    public String token() {
        return TwitterAccess.BEARER;
    }

    /** The bearer token of the app alone, which may not act for the account. */
    public String appOnlyToken() {
        return TwitterAccess.APP_BEARER;
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
        return TwitterAccess.OAUTH_TOKEN;
    }

    /** The OAuth 1.0a token secret of the account. */
    public String oauthTokenSecret() {
        return TwitterAccess.OAUTH_TOKEN_SECRET;
    }

    /** The prepaid credit that is left, in US dollars. */
    public synchronized BigDecimal credits() {
        return credits;
    }

    /** Sets the prepaid credit; at zero and below, creates are answered with 402. */
    public synchronized void credits(BigDecimal left) {
        credits = left;
    }

    /** Says whether the account may send up to 25,000 characters; at first it may not. */
    public synchronized void premium(boolean yes) {
        premium = yes;
    }

    /** Lets reads show a post only this long after it was stored; at first at once. */
    public synchronized void readLag(Duration lag) {
        readLag = lag;
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
        return tweets.stream().map(tweet -> tweet.asSeen(USERNAME)).toList();
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    @Override
    public synchronized void expireToken() {
        access.expire();
    }

    @Override
    public synchronized void reset() {
        script.reset();
        access.reset();
        creates.reset();
        reads.reset();
        tweets.clear();
        recentTexts.clear();
        media.clear();
        credits = STARTING_CREDITS;
        readLag = Duration.ZERO;
        premium = false;
    }

    synchronized Answer answer(Call call) {
        boolean isCreate = call.method().equals("POST") && path(call).equals(TWEETS);
        Answer answer;
        try {
            answer = isCreate ? create(call, script.next()) : route(call);
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        byte[] transaction = new byte[8];
        ThreadLocalRandom.current().nextBytes(transaction);
        return answer.withDefaults((isCreate ? creates : reads).headers())
                .with("x-transaction-id", HexFormat.of().formatHex(transaction));
    }

    private static String path(Call call) {
        return String.join("/", call.path());
    }

    private Answer route(Call call) {
        String path = path(call);
        boolean isTweet = call.path().size() == 3 && path.startsWith(TWEETS + "/");
        String known = isTweet ? "tweet" : ENDPOINTS.getOrDefault(path, "");
        return switch (call.method() + " " + known) {
            case "POST upload" -> {
                access.check(call);
                yield media.upload(call);
            }
            case "POST metadata" -> {
                access.check(call);
                yield media.describe(call);
            }
            case "GET me" -> me(call);
            case "GET timeline" -> timeline(call);
            case "GET tweet" -> look(call, call.path().get(2));
            case "DELETE tweet" -> delete(call, call.path().get(2));
            default -> Answer.of(404, "application/json; charset=utf-8", "");
        };
    }

    private Answer create(Call call, @Nullable Fault fault) {
        access.check(call);
        if (fault == Fault.RATE_LIMITED) {
            return TwitterProblems.tooManyRequests().withDefaults(creates.exhausted());
        }
        if (!creates.take()) {
            return TwitterProblems.tooManyRequests();
        }
        if (fault == Fault.NOT_STORED_500) {
            return TwitterProblems.serviceUnavailable();
        }
        if (credits.signum() <= 0) {
            throw TwitterProblems.creditsDepleted(USER);
        }
        ObjectNode body = Json.readObject(call.hasType("application/json") ? call.body() : "")
                .orElseThrow(() -> TwitterProblems.invalid("body", "", "$: is not a JSON object"));
        TweetSchema.check(body);
        String text = body.path("text").asText("");
        List<String> attached = media.attachedBy(body);
        checkText(text, !attached.isEmpty());
        checkQuote(body);
        Tweet tweet = store(text, attached, parent(body));
        ObjectNode answer = Json.object();
        answer.set("data", tweet.created(true));
        return Answer.json(201, answer).brokenBy(fault, TwitterProblems.internalError());
    }

    private void checkText(String text, boolean hasMedia) {
        if (text.isBlank() && !hasMedia) {
            throw TwitterProblems.invalid("text", text, "$.text: must hold more than white space");
        }
        if (TwitterText.hasInvalidCharacter(text)) {
            throw TwitterProblems.invalid("text", text, "$.text: holds a character that is not allowed");
        }
        if (TwitterText.weightedLength(text) > (premium ? TwitterText.PREMIUM_LIMIT : TwitterText.LIMIT)) {
            throw TwitterProblems.tooLong(text);
        }
        if (TwitterText.cashtags(text) > 1) {
            throw TwitterProblems.forbidden("Posts are limited to a maximum of one cashtag");
        }
        Instant before = recentTexts.get(TwitterText.normalised(text));
        if (!text.isBlank() && before != null && clock.instant().isBefore(before.plus(DUPLICATE_WINDOW))) {
            throw TwitterProblems.forbidden("You are not allowed to create a Tweet with duplicate content.");
        }
    }

    private static void checkQuote(ObjectNode body) {
        if (body.has("quote_tweet_id")) {
            throw TwitterProblems.forbidden(
                    "Quoting this post is not allowed because you have not been mentioned or are not part of the"
                            + " conversation thread of the post you are quoting.");
        }
    }

    private @Nullable Tweet parent(ObjectNode body) {
        JsonNode id = body.path("reply").path("in_reply_to_tweet_id");
        if (id.isMissingNode()) {
            return null;
        }
        return tweets.stream()
                .filter(tweet -> tweet.id().equals(id.asText()))
                .findFirst()
                .orElseThrow(() -> TwitterProblems.forbidden(
                        "You attempted to reply to a Tweet that is deleted or not visible to you."));
    }

    private Tweet store(String text, List<String> attached, @Nullable Tweet parent) {
        String id = ids.next();
        Tweet tweet = new Tweet(
                id,
                text,
                TwitterText.of(text, attached),
                parent == null ? null : parent.id(),
                parent == null ? id : parent.conversation(),
                USER,
                clock.instant());
        tweets.add(tweet);
        recentTexts.put(TwitterText.normalised(text), tweet.created());
        credits = credits.subtract(TwitterText.hasLink(text) ? PRICE_WITH_URL : PRICE);
        return tweet;
    }

    private Answer me(Call call) {
        access.check(call);
        ObjectNode answer = Json.object();
        answer.putObject("data").put("id", USER).put("name", "Sandbox News").put("username", USERNAME);
        return Answer.json(200, answer);
    }

    private Answer timeline(Call call) {
        access.check(call);
        return Answer.json(200, TwitterTimeline.read(visible(), call.query()));
    }

    private Answer look(Call call, String id) {
        access.check(call);
        ObjectNode answer = Json.object();
        visible().stream()
                .filter(tweet -> tweet.id().equals(id))
                .findFirst()
                .ifPresentOrElse(
                        tweet -> answer.set("data", tweet.toJson(TweetFields.of(call.query()))),
                        () -> answer.putArray("errors").add(TwitterProblems.notFound("id", id)));
        return Answer.json(200, answer);
    }

    private Answer delete(Call call, String id) {
        access.check(call);
        if (!tweets.removeIf(tweet -> tweet.id().equals(id))) {
            throw TwitterProblems.noSuchResource(id);
        }
        ObjectNode answer = Json.object();
        answer.putObject("data").put("deleted", true);
        return Answer.json(200, answer);
    }

    private List<Tweet> visible() {
        Instant latest = clock.instant().minus(readLag);
        return tweets.stream().filter(tweet -> !tweet.created().isAfter(latest)).toList();
    }
}
