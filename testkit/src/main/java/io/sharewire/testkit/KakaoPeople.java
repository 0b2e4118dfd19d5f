package io.sharewire.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The people with Kakao accounts and who is whose friend.
 *
 * <p>From the start there are the owner of {@link KakaoSimulator#token()} and two friends. Safe for use by many threads.
 */
public final class KakaoPeople {

    private static final long FIRST = 4_100_000_001L;

    private final Map<Long, KakaoPerson> people = new LinkedHashMap<>();
    private final Map<Long, Map<Long, Boolean>> friendships = new HashMap<>();
    private final Clock clock;
    private KakaoPerson me;
    private KakaoPerson atTheBrowser;

    KakaoPeople(Clock clock) {
        this.clock = clock;
        me = start();
        atTheBrowser = me;
    }

    synchronized void reset() {
        people.clear();
        friendships.clear();
        me = start();
        atTheBrowser = me;
    }

    private KakaoPerson start() {
        KakaoPerson first = add("편집국").member(true);
        befriend(first, add("김하늘"));
        befriend(first, add("이바다"));
        return first;
    }

    /** The owner of {@link KakaoSimulator#token()}. */
    public synchronized KakaoPerson me() {
        return me;
    }

    /** All people, in the order in which they came. */
    public synchronized List<KakaoPerson> all() {
        return List.copyOf(people.values());
    }

    /** Adds a person, who is nobody's friend yet. */
    public synchronized KakaoPerson add(String nickname) {
        KakaoPerson person = new KakaoPerson(FIRST + people.size(), nickname, clock.instant());
        people.put(person.id(), person);
        return person;
    }

    /** Makes two people friends of each other. */
    public synchronized void befriend(KakaoPerson one, KakaoPerson other) {
        friendsById(one).putIfAbsent(other.id(), false);
        friendsById(other).putIfAbsent(one.id(), false);
    }

    /** Ends a friendship on both sides. */
    public synchronized void part(KakaoPerson one, KakaoPerson other) {
        friendsById(one).remove(other.id());
        friendsById(other).remove(one.id());
    }

    /** Makes a friend one of a person's favourites. */
    public synchronized void favour(KakaoPerson person, KakaoPerson friend) {
        befriend(person, friend);
        friendsById(person).put(friend.id(), true);
    }

    /** Puts this person before the browser in which the login page opens; at first it is {@link #me()}. */
    public synchronized void atTheBrowser(KakaoPerson person) {
        atTheBrowser = person;
    }

    synchronized KakaoPerson atTheBrowser() {
        return atTheBrowser;
    }

    synchronized List<KakaoPerson> friendsOf(KakaoPerson person) {
        List<KakaoPerson> friends = new ArrayList<>();
        friendsById(person).keySet().forEach(id -> byId(id).ifPresent(friends::add));
        return friends;
    }

    synchronized boolean areFriends(KakaoPerson one, KakaoPerson other) {
        return friendsById(one).containsKey(other.id());
    }

    synchronized boolean isFavourite(KakaoPerson person, KakaoPerson friend) {
        return friendsById(person).getOrDefault(friend.id(), false);
    }

    synchronized Optional<KakaoPerson> byId(long id) {
        return Optional.ofNullable(people.get(id));
    }

    synchronized Optional<KakaoPerson> byUuid(String uuid) {
        return people.values().stream()
                .filter(person -> person.uuid().equals(uuid))
                .findFirst();
    }

    /** Whether another app knows somebody by this. */
    synchronized boolean isOfOtherApp(String uuid) {
        return people.values().stream()
                .anyMatch(person -> person.uuidInOtherApp().equals(uuid));
    }

    private Map<Long, Boolean> friendsById(KakaoPerson person) {
        return friendships.computeIfAbsent(person.id(), id -> new LinkedHashMap<>());
    }
}
