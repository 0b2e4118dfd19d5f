package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules that a create request has to pass before its post is stored, and what it costs. */
final class TwitterPosting {

    static final BigDecimal STARTING_CREDITS = new BigDecimal("100.000");

    private static final BigDecimal PRICE = new BigDecimal("0.015");
    private static final BigDecimal PRICE_WITH_URL = new BigDecimal("0.200");
    private static final int MOST_VERSIONS = 6;

    private final Clock clock;
    private final TwitterRules rules;
    private final TweetStore store;
    private final TwitterMedia media;
    private final Snowflakes ids;
    private BigDecimal credits = STARTING_CREDITS;

    TwitterPosting(Clock clock, TwitterRules rules, TweetStore store, TwitterMedia media, Snowflakes ids) {
        this.clock = clock;
        this.rules = rules;
        this.store = store;
        this.media = media;
        this.ids = ids;
    }

    BigDecimal credits() {
        return credits;
    }

    void credits(BigDecimal left) {
        credits = left;
    }

    Tweet create(Call call, TwitterAccount author) {
        if (credits.signum() <= 0) {
            throw TwitterProblems.creditsDepleted(author.id());
        }
        ObjectNode body = Json.readObject(call.hasType("application/json") ? call.body() : "")
                .orElseThrow(() -> TwitterProblems.invalid("body", "", "$: is not a JSON object"));
        TweetSchema.check(body);
        String text = body.path("text").asText("");
        List<String> mediaKeys = media.attachedBy(body, author);
        checkText(text, !mediaKeys.isEmpty());
        Tweet parent =
                reference(body, "/reply/in_reply_to_tweet_id").map(this::parent).orElse(null);
        Tweet quoted = reference(body, "/quote_tweet_id").map(this::quoted).orElse(null);
        Tweet previous = reference(body, "/edit_options/previous_post_id")
                .map(id -> previous(id, author))
                .orElse(null);
        if (parent != null) {
            checkReply(parent, author);
        }
        if (store.isDuplicate(author.id(), text)) {
            throw TwitterProblems.forbidden("You are not allowed to create a Tweet with duplicate content.");
        }
        Tweet tweet = tweet(text, mediaKeys, parent, quoted, previous, author);
        store.add(tweet);
        credits = credits.subtract(TwitterText.hasLink(text) ? PRICE_WITH_URL : PRICE);
        return tweet;
    }

    private void checkText(String text, boolean hasMedia) {
        if (text.isBlank() && !hasMedia) {
            throw TwitterProblems.invalid("text", text, "$.text: must hold more than white space");
        }
        if (TwitterText.hasInvalidCharacter(text)) {
            throw TwitterProblems.invalid("text", text, "$.text: holds a character that is not allowed");
        }
        if (TwitterText.weightedLength(text) > (rules.premium ? TwitterText.PREMIUM_LIMIT : TwitterText.LIMIT)) {
            throw TwitterProblems.tooLong(text);
        }
        if (rules.selfServe && TwitterText.cashtags(text) > 1) {
            throw TwitterProblems.forbidden("Posts are limited to a maximum of one cashtag");
        }
    }

    private static Optional<String> reference(ObjectNode body, String pointer) {
        return Optional.of(body.at(pointer).asText("")).filter(id -> !id.isEmpty());
    }

    private Tweet parent(String id) {
        return store.find(id)
                .orElseThrow(() -> TwitterProblems.forbidden(
                        "You attempted to reply to a Tweet that is deleted or not visible to you."));
    }

    /** Replying to somebody else takes a summons: a mention, or a quote of one of the account's own posts. */
    private void checkReply(Tweet parent, TwitterAccount author) {
        boolean isOwn = parent.author().equals(author.id());
        boolean isAllowed = isOwn
                ? rules.selfReplies
                : TwitterText.mentions(parent.sent(), author.username()) || quotes(parent, author);
        if (rules.selfServe && !isAllowed) {
            throw TwitterProblems.forbidden(
                    "Reply to this conversation is not allowed because you have not been mentioned or otherwise"
                            + " engaged by the author of the post you are replying to.");
        }
    }

    private boolean quotes(Tweet parent, TwitterAccount author) {
        return Optional.ofNullable(parent.quoted())
                .flatMap(store::find)
                .filter(quoted -> quoted.author().equals(author.id()))
                .isPresent();
    }

    private Tweet quoted(String id) {
        if (rules.selfServe) {
            throw TwitterProblems.forbidden(
                    "Quoting this post is not allowed because you have not been mentioned or are not part of the"
                            + " conversation thread of the post you are quoting.");
        }
        return store.find(id)
                .orElseThrow(() -> TwitterProblems.forbidden("The Tweet to be quoted is deleted or not visible."));
    }

    private Tweet previous(String id, TwitterAccount author) {
        Optional<Tweet> previous = store.find(id)
                .filter(tweet -> rules.premium && tweet.author().equals(author.id()))
                .filter(tweet -> store.versions(tweet).size() < MOST_VERSIONS)
                .filter(tweet -> store.find(tweet.first())
                        .filter(first ->
                                clock.instant().isBefore(first.created().plus(rules.editWindow)))
                        .isPresent());
        return previous.orElseThrow(() -> TwitterProblems.forbidden("You are not permitted to perform this action."));
    }

    private Tweet tweet(
            String text,
            List<String> mediaKeys,
            @Nullable Tweet parent,
            @Nullable Tweet quoted,
            @Nullable Tweet previous,
            TwitterAccount author) {
        String id = ids.next();
        Tweet before = parent == null ? previous : parent;
        return new Tweet(
                id,
                text,
                TwitterText.of(text, mediaKeys),
                parent == null ? (previous == null ? null : previous.parent()) : parent.id(),
                quoted == null ? null : quoted.id(),
                before == null ? id : before.conversation(),
                previous == null ? id : previous.first(),
                author.id(),
                clock.instant());
    }
}
