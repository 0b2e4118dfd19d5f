package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The list of those friends of a person who use the same app; answered as it was for a while. */
final class KakaoFriends {

    private static final int LONGEST_PAGE = 100;

    private record Friend(KakaoPerson person, boolean favourite, boolean reachable) {}

    private record Snapshot(List<Friend> friends, Instant taken) {}

    private final Clock clock;
    private final String baseUrl;
    private final KakaoApp app;
    private final KakaoRules rules;
    private final KakaoPeople people;
    private final Map<Long, Snapshot> cache = new HashMap<>();

    KakaoFriends(Clock clock, String baseUrl, KakaoApp app, KakaoRules rules, KakaoPeople people) {
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.app = app;
        this.rules = rules;
        this.people = people;
    }

    void clear() {
        cache.clear();
    }

    /** {@code GET /v1/api/talk/friends}. */
    Answer list(KakaoPerson person, KakaoInput input) {
        long offset = input.number("offset", 0);
        long limit = Math.min(LONGEST_PAGE, input.number("limit", rules.friendsPage));
        if (limit == 0) {
            throw KakaoErrors.badParameter("The Parameter [limit] must be 1 or more.");
        }
        String order = input.oneOf("order", List.of("asc", "desc"));
        String friendOrder = input.oneOf("friend_order", List.of("nickname", "favorite", "age"));
        List<Friend> friends = new ArrayList<>(known(person));
        Comparator<Friend> byName =
                Comparator.comparing(friend -> friend.person().nickname());
        friends.sort(
                friendOrder.equals("favorite")
                        ? Comparator.comparing(Friend::favourite).reversed().thenComparing(byName)
                        : byName);
        if (order.equals("desc")) {
            Collections.reverse(friends);
        }
        ObjectNode json = Json.object();
        ArrayNode elements = json.putArray("elements");
        friends.stream().skip(offset).limit(limit).forEach(friend -> elements.add(element(friend)));
        json.put("total_count", friends.size());
        json.put("favorite_count", friends.stream().filter(Friend::favourite).count());
        String rest = "&limit=" + limit + "&order=" + order + "&friend_order=" + friendOrder;
        json.put("before_url", offset == 0 ? null : url(Math.max(0, offset - limit), rest));
        json.put("after_url", offset + limit >= friends.size() ? null : url(offset + limit, rest));
        return KakaoErrors.json(200, json);
    }

    private String url(long offset, String rest) {
        return baseUrl + "/v1/api/talk/friends?offset=" + offset + rest;
    }

    private List<Friend> known(KakaoPerson person) {
        Snapshot before = cache.get(person.id());
        if (before != null && clock.instant().isBefore(before.taken().plus(rules.friendsCache))) {
            return before.friends();
        }
        List<Friend> now = people.friendsOf(person).stream()
                .filter(this::isSeen)
                .map(friend -> new Friend(friend, people.isFavourite(person, friend), !friend.blocking))
                .toList();
        cache.put(person.id(), new Snapshot(now, clock.instant()));
        return now;
    }

    private boolean isSeen(KakaoPerson friend) {
        return friend.connected && friend.visible && friend.hasConsented("friends") && (app.permitted || friend.member);
    }

    private static ObjectNode element(Friend friend) {
        KakaoPerson person = friend.person();
        return Json.object()
                .put("id", person.id())
                .put("uuid", person.uuid())
                .put("favorite", friend.favourite())
                .put("profile_nickname", person.nickname())
                .put("profile_thumbnail_image", "")
                .put("allowed_msg", friend.reachable());
    }
}
