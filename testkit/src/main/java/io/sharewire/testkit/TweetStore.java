package io.sharewire.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The posts of all accounts, what reads show of them, and what the duplicate filter remembers. */
final class TweetStore {

    private record Sent(String author, String text, Instant at, String id) {}

    private final Clock clock;
    private final TwitterRules rules;
    private final List<Tweet> tweets = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Integer> unseen = new HashMap<>();

    TweetStore(Clock clock, TwitterRules rules) {
        this.clock = clock;
        this.rules = rules;
    }

    void clear() {
        tweets.clear();
        sent.clear();
        unseen.clear();
    }

    void add(Tweet tweet) {
        tweets.add(tweet);
        sent.add(new Sent(tweet.author(), TwitterText.normalised(tweet.sent()), tweet.created(), tweet.id()));
    }

    /** Lets the next reads miss a post, besides the lag that all posts have. */
    void hide(String id, int reads) {
        unseen.put(id, reads);
    }

    Optional<Tweet> find(String id) {
        return tweets.stream().filter(tweet -> tweet.id().equals(id)).findFirst();
    }

    boolean isDuplicate(String author, String text) {
        Instant since = clock.instant().minus(rules.duplicateWindow);
        String normalised = TwitterText.normalised(text);
        return !normalised.isEmpty()
                && sent.stream()
                        .anyMatch(one -> one.author().equals(author)
                                && one.text().equals(normalised)
                                && one.at().isAfter(since)
                                && (rules.deletedTextsCount || find(one.id()).isPresent()));
    }

    /** All versions of a post, oldest first. */
    List<String> versions(Tweet tweet) {
        return tweets.stream()
                .filter(other -> other.first().equals(tweet.first()))
                .map(Tweet::id)
                .toList();
    }

    /** Removes all versions of a post. */
    void delete(Tweet tweet) {
        tweets.removeIf(other -> other.first().equals(tweet.first()));
    }

    /** The posts of an account as its readers see them, oldest first: of an edited post the newest version. */
    List<Tweet> current(TwitterAccount author) {
        return tweets.stream()
                .filter(tweet -> tweet.author().equals(author.id()))
                .filter(this::isNewest)
                .toList();
    }

    /** The same as a read shows it now. */
    List<Tweet> readTimeline(TwitterAccount author) {
        List<Tweet> shown = current(author).stream().filter(this::isShown).toList();
        countRead();
        return shown;
    }

    /** One version of a post as a read shows it now. */
    Optional<Tweet> readOne(String id) {
        Optional<Tweet> shown = find(id).filter(this::isShown);
        countRead();
        return shown;
    }

    private boolean isNewest(Tweet tweet) {
        List<String> versions = versions(tweet);
        return versions.get(versions.size() - 1).equals(tweet.id());
    }

    private boolean isShown(Tweet tweet) {
        return !tweet.created().isAfter(clock.instant().minus(rules.readLag)) && !unseen.containsKey(tweet.id());
    }

    private void countRead() {
        unseen.replaceAll((id, reads) -> reads - 1);
        unseen.values().removeIf(reads -> reads <= 0);
    }
}
