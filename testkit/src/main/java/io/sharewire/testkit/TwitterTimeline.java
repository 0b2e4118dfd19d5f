package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The read of a user's own posts, newest first. */
final class TwitterTimeline {

    private static final int FEWEST = 5;
    private static final int MOST = 100;
    private static final int DEFAULT = 10;

    private TwitterTimeline() {}

    static ObjectNode read(TweetStore store, List<Tweet> visible, Parameters query) {
        int max = maxResults(query);
        TweetFields fields = TweetFields.of(query);
        List<Tweet> found = newestFirst(visible, query);
        int from = query.first("pagination_token")
                .map(token -> offset(token, found.size()))
                .orElse(0);
        List<Tweet> page = found.subList(from, Math.min(found.size(), from + max));
        ObjectNode json = Json.object();
        if (page.isEmpty()) {
            json.putObject("meta").put("result_count", 0);
            return json;
        }
        ArrayNode data = json.putArray("data");
        page.forEach(tweet -> data.add(tweet.toJson(fields, store.versions(tweet))));
        ObjectNode meta = json.putObject("meta");
        meta.put("result_count", page.size())
                .put("newest_id", page.get(0).id())
                .put("oldest_id", page.get(page.size() - 1).id());
        if (from + max < found.size()) {
            meta.put("next_token", "t" + (from + max));
        }
        return json;
    }

    private static List<Tweet> newestFirst(List<Tweet> visible, Parameters query) {
        Optional<Long> since = query.first("since_id").map(value -> id("since_id", value));
        Optional<Long> until = query.first("until_id").map(value -> id("until_id", value));
        Optional<Instant> start = query.first("start_time").map(value -> time("start_time", value));
        Optional<Instant> end = query.first("end_time").map(value -> time("end_time", value));
        boolean noReplies =
                Stream.of(query.first("exclude").orElse("").split(",", -1)).anyMatch("replies"::equals);
        return visible.stream()
                .filter(tweet -> since.isEmpty() || number(tweet) > since.orElseThrow())
                .filter(tweet -> until.isEmpty() || number(tweet) < until.orElseThrow())
                .filter(tweet -> start.isEmpty() || !tweet.created().isBefore(start.orElseThrow()))
                .filter(tweet -> end.isEmpty() || tweet.created().isBefore(end.orElseThrow()))
                .filter(tweet -> !noReplies || tweet.parent() == null)
                .sorted(Comparator.comparing(TwitterTimeline::number).reversed())
                .toList();
    }

    private static int maxResults(Parameters query) {
        String value = query.first("max_results").orElse(String.valueOf(DEFAULT));
        int max = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
        if (max < FEWEST || max > MOST) {
            throw TwitterProblems.invalid(
                    "max_results",
                    value,
                    "The `max_results` query parameter value [" + value + "] is not between 5 and 100");
        }
        return max;
    }

    private static long id(String name, String value) {
        if (!value.matches("[0-9]{1,19}")) {
            throw TwitterProblems.invalid(
                    name, value, "The `" + name + "` query parameter value [" + value + "] is not valid");
        }
        return Long.parseLong(value);
    }

    private static Instant time(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw TwitterProblems.invalid(
                    name,
                    value,
                    "The `" + name + "` query parameter value [" + value + "] is not of the form"
                            + " YYYY-MM-DDTHH:mm:ssZ");
        }
    }

    private static int offset(String token, int size) {
        if (!token.matches("t\\d{1,6}") || Integer.parseInt(token.substring(1)) > size) {
            throw TwitterProblems.invalid(
                    "pagination_token",
                    token,
                    "The `pagination_token` query parameter value [" + token + "] is not valid");
        }
        return Integer.parseInt(token.substring(1));
    }

    private static long number(Tweet tweet) {
        return Long.parseLong(tweet.id());
    }
}
