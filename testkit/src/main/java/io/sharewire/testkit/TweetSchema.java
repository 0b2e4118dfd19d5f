package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The members that a create request may have; any other member, at any level, is refused. */
@SuppressWarnings("UnnecessaryLambda") // The constants are the named types of the schema.
final class TweetSchema {

    private static final String ID = "^[0-9]{1,19}$";
    private static final Set<String> REPLY_SETTINGS = Set.of("following", "mentionedUsers", "subscribers", "verified");
    private static final List<String> EXCLUSIVE = List.of("media", "poll", "quote_tweet_id", "card_uri");

    private static final Rule TEXT = (path, value) -> require(value.isTextual(), path, value, "is not a string");
    private static final Rule FLAG = (path, value) -> require(value.isBoolean(), path, value, "is not a boolean");
    private static final Rule ANY = (path, value) -> require(!value.isNull(), path, value, "is null");
    private static final Rule ID_TEXT = (path, value) ->
            require(value.isTextual() && value.asText().matches(ID), path, value, "does not match " + ID);
    private static final Rule SETTING = (path, value) -> require(
            value.isTextual() && REPLY_SETTINGS.contains(value.asText()),
            path,
            value,
            "is not one of " + REPLY_SETTINGS);

    private static final Rule TWEET = object(Map.ofEntries(
            Map.entry("text", TEXT),
            Map.entry(
                    "media",
                    object(
                            Map.of(
                                    "media_ids", list(ID_TEXT, 1, 4),
                                    "tagged_user_ids", list(ID_TEXT, 0, 10),
                                    "title", TEXT,
                                    "description", TEXT,
                                    "embeddable", FLAG,
                                    "preview_media_id", ID_TEXT,
                                    "call_to_actions", ANY),
                            "media_ids")),
            Map.entry(
                    "reply",
                    object(
                            Map.of(
                                    "in_reply_to_tweet_id", ID_TEXT,
                                    "exclude_reply_user_ids", list(ID_TEXT, 0, Integer.MAX_VALUE),
                                    "auto_populate_reply_metadata", FLAG),
                            "in_reply_to_tweet_id")),
            Map.entry("quote_tweet_id", ID_TEXT),
            Map.entry(
                    "poll",
                    object(
                            Map.of(
                                    "options", list(text(1, 25), 2, 4),
                                    "duration_minutes", number(5, 10_080),
                                    "reply_settings", SETTING),
                            "options",
                            "duration_minutes")),
            Map.entry("reply_settings", SETTING),
            Map.entry("for_super_followers_only", FLAG),
            Map.entry("nullcast", FLAG),
            Map.entry("share_with_followers", FLAG),
            Map.entry("made_with_ai", FLAG),
            Map.entry("paid_partnership", FLAG),
            Map.entry("community_id", ID_TEXT),
            Map.entry("geo", object(Map.of("place_id", TEXT), "place_id")),
            Map.entry("direct_message_deep_link", TEXT),
            Map.entry("card_uri", TEXT),
            Map.entry("edit_options", object(Map.of("previous_post_id", ID_TEXT), "previous_post_id"))));

    private TweetSchema() {}

    /** Refuses a body that is not a create request. */
    static void check(ObjectNode tweet) {
        TWEET.accept("$", tweet);
        if (tweet.has("share_with_followers") && !tweet.has("community_id")) {
            throw refusal("$.share_with_followers", tweet.path("share_with_followers"), "needs a community_id");
        }
        exclude(tweet, EXCLUSIVE);
        exclude(tweet, List.of("card_uri", "direct_message_deep_link"));
    }

    private static void exclude(ObjectNode tweet, List<String> members) {
        List<String> present = members.stream().filter(tweet::has).toList();
        if (present.size() > 1) {
            throw TwitterProblems.invalid(
                    present.get(1), tweet.get(present.get(1)).toString(), "$: " + present + " exclude each other");
        }
    }

    private interface Rule extends BiConsumer<String, JsonNode> {}

    private static Rule object(Map<String, Rule> members, String... required) {
        Map<String, Rule> known = new LinkedHashMap<>(members);
        return (path, value) -> {
            require(value.isObject(), path, value, "is not an object");
            for (String name : required) {
                require(value.has(name), path + "." + name, value, "is missing but it is required");
            }
            value.properties().forEach(member -> {
                String inner = path + "." + member.getKey();
                Rule rule = known.get(member.getKey());
                if (rule == null) {
                    throw refusal(
                            inner,
                            member.getValue(),
                            "is not defined in the schema and the schema does not allow additional properties");
                }
                rule.accept(inner, member.getValue());
            });
        };
    }

    private static Rule list(Rule element, int least, int most) {
        return (path, value) -> {
            require(value.isArray(), path, value, "is not an array");
            require(
                    value.size() >= least && value.size() <= most,
                    path,
                    value,
                    "must have " + least + " to " + most + " items");
            for (int i = 0; i < value.size(); i++) {
                element.accept(path + "[" + i + "]", value.get(i));
            }
        };
    }

    private static Rule text(int least, int most) {
        return (path, value) -> require(
                value.isTextual() && characters(value.asText()) >= least && characters(value.asText()) <= most,
                path,
                value,
                "must have " + least + " to " + most + " characters");
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Rule number(int least, int most) {
        return (path, value) -> require(
                value.isInt() && value.asInt() >= least && value.asInt() <= most,
                path,
                value,
                "must be between " + least + " and " + most);
    }

    private static void require(boolean holds, String path, JsonNode value, String otherwise) {
        if (!holds) {
            throw refusal(path, value, otherwise);
        }
    }

    private static Refusal refusal(String path, JsonNode value, String message) {
        return TwitterProblems.invalid(
                path.startsWith("$.") ? path.substring(2) : path, value.toString(), path + ": " + message);
    }
}
