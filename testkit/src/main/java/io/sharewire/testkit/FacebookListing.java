package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One page of an edge's posts, newest first, with the cursors to its neighbours. */
final class FacebookListing {

    private static final int DEFAULT_LIMIT = 25;
    private static final int LIMIT = 100;

    private FacebookListing() {}

    static ObjectNode page(List<FacebookPost> newestFirst, GraphInput input, Call call, String token, Instant now) {
        GraphFields fields = input.text("fields").map(GraphFields::parse).orElse(FacebookPost.DEFAULT_FIELDS);
        FacebookPost.checkFields(fields);
        int limit = limit(input);
        int from = input.text("after")
                .map(cursor -> indexOf(newestFirst, cursor) + 1)
                .orElse(0);
        List<FacebookPost> page = newestFirst.subList(from, Math.min(newestFirst.size(), from + limit));
        ObjectNode json = Json.object();
        ArrayNode data = json.putArray("data");
        page.forEach(post -> data.add(fields.of(post.toJson(now))));
        if (!page.isEmpty()) {
            String after = cursor(page.get(page.size() - 1));
            ObjectNode paging = json.putObject("paging");
            paging.putObject("cursors").put("before", cursor(page.get(0))).put("after", after);
            if (from + limit < newestFirst.size()) {
                paging.put("next", next(call, input, token, limit, after));
            }
        }
        return json;
    }

    private static int limit(GraphInput input) {
        int limit = input.text("limit")
                .map(value -> value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0)
                .orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > LIMIT) {
            throw GraphErrors.invalidParameter("The limit parameter must be between 1 and " + LIMIT)
                    .refuse();
        }
        return limit;
    }

    private static String next(Call call, GraphInput input, String token, int limit, String after) {
        String fields =
                input.text("fields").map(value -> "&fields=" + encode(value)).orElse("");
        return call.url() + "?access_token=" + encode(token) + fields + "&limit=" + limit + "&after=" + encode(after);
    }

    private static int indexOf(List<FacebookPost> posts, String cursor) {
        Optional<Integer> index = Optional.empty();
        for (int i = 0; i < posts.size(); i++) {
            if (cursor(posts.get(i)).equals(cursor)) {
                index = Optional.of(i);
            }
        }
        return index.orElseThrow(() ->
                GraphErrors.invalidParameter("Invalid cursors values passed.").refuse());
    }

    private static String cursor(FacebookPost post) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(post.id().getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
