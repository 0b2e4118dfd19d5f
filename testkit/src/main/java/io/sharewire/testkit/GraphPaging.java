package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** One page of an edge, with the cursors to its neighbours. */
final class GraphPaging {

    private static final int DEFAULT_LIMIT = 25;
    private static final int LIMIT = 100;
    private static final Set<String> NOT_REPEATED = Set.of("access_token", "after", "before");

    private GraphPaging() {}

    /**
     * Lists what the call asks for.
     *
     * <p>Those that may not be shown count towards the limit and are then left out, as on the platform: a page may have
     * fewer than were asked for, or none, and still have a next one.
     *
     * @param rows in the edge's order, with ranks that only fall
     * @param rank what a cursor remembers of a row
     */
    static <T> ObjectNode page(
            GraphRequest request,
            List<T> rows,
            ToLongFunction<T> rank,
            Predicate<T> shown,
            Function<T, ObjectNode> node) {
        int limit = limit(request.input());
        int from = request.input()
                .text("after")
                .map(cursor -> countFrom(rows, rank, cursor, 0))
                .orElse(0);
        int to = Math.min(rows.size(), from + limit);
        if (request.input().text("before").isPresent()) {
            to = countFrom(rows, rank, request.input().text("before").orElseThrow(), 1);
            from = Math.max(0, to - limit);
        }
        ObjectNode json = Json.object();
        ArrayNode data = json.putArray("data");
        rows.subList(from, to).stream().filter(shown).map(node).forEach(data::add);
        if (from < to) {
            String before = cursor(rank.applyAsLong(rows.get(from)));
            String after = cursor(rank.applyAsLong(rows.get(to - 1)));
            ObjectNode paging = json.putObject("paging");
            paging.putObject("cursors").put("before", before).put("after", after);
            if (from > 0) {
                paging.put("previous", address(request, "before", before));
            }
            if (to < rows.size()) {
                paging.put("next", address(request, "after", after));
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

    /** The address of a neighbour: it carries the token, which is why it must not be logged. */
    private static String address(GraphRequest request, String direction, String cursor) {
        StringBuilder url = new StringBuilder(request.call().url())
                .append("?access_token=")
                .append(encode(request.token().value()));
        request.input().parameters().pairs().stream()
                .filter(pair -> !NOT_REPEATED.contains(pair.getKey()))
                .forEach(pair -> url.append('&')
                        .append(encode(pair.getKey()))
                        .append('=')
                        .append(encode(pair.getValue())));
        return url.append('&')
                .append(direction)
                .append('=')
                .append(encode(cursor))
                .toString();
    }

    /** How many rows rank at least as high as the cursor's; with {@code more}, only those that rank higher. */
    private static <T> int countFrom(List<T> rows, ToLongFunction<T> rank, String cursor, long more) {
        long edge = rank(cursor) + more;
        return (int)
                rows.stream().mapToLong(rank).filter(value -> value >= edge).count();
    }

    private static long rank(String cursor) {
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw GraphErrors.invalidParameter("Invalid cursors values passed.").refuse();
        }
    }

    private static String cursor(long rank) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(rank).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
