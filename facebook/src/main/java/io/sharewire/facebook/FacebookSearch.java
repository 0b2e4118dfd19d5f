package io.sharewire.facebook;

import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Receipt;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a draft's post: among the published ones, newest first, until they are older than the attempt; among the
 * waiting ones, all of them, if it was scheduled; there first, then among the published ones if its time has come.
 */
final class FacebookSearch {

    private static final String PUBLISHED = "published_posts";
    private static final String SCHEDULED = "scheduled_posts";
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** A Page shows about 600 posts a year, 25 at a time. */
    private static final int MAX_PAGES = 40;

    private final FacebookSettings settings;
    private final FacebookClient client;
    private final Clock clock;

    FacebookSearch(FacebookSettings settings, FacebookClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    Lookup find(Draft draft, Instant since, Function<FacebookPost, Receipt> receipt) {
        FacebookMatch match = new FacebookMatch(draft, since, settings.appId());
        for (String edge : edges(FacebookMatch.scheduledAt(draft))) {
            Optional<List<FacebookPost>> posts = read(edge, match);
            if (posts.isEmpty()) {
                return new Lookup.CannotTell(
                        "The posts of " + settings.name() + " could not be read; look at the Page.");
            }
            List<Receipt> found =
                    posts.get().stream().filter(match::matches).map(receipt).toList();
            if (!found.isEmpty()) {
                return new Lookup.Found(found);
            }
        }
        return new Lookup.NotFound();
    }

    private List<String> edges(@Nullable Instant scheduledAt) {
        if (scheduledAt == null) {
            return List.of(PUBLISHED);
        }
        boolean mayBeOut = !clock.instant().isBefore(scheduledAt.minus(SKEW));
        return mayBeOut ? List.of(SCHEDULED, PUBLISHED) : List.of(SCHEDULED);
    }

    /** The posts of an edge as far back as needed; empty if it cannot be read so far. */
    private Optional<List<FacebookPost>> read(String edge, FacebookMatch match) {
        List<FacebookPost> all = new ArrayList<>();
        String after = null;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            ApiReply reply = client.posts(edge, after);
            Optional<FacebookPosts> page = reply instanceof ApiReply.Answer answer && answer.isSuccess()
                    ? Json.read(answer.body(), FacebookPosts.class).filter(p -> p.error() == null && p.data() != null)
                    : Optional.empty();
            if (page.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(page.get().posts());
            boolean farEnough =
                    edge.equals(PUBLISHED) && page.get().posts().stream().anyMatch(match::isOlder);
            after = farEnough ? null : page.get().next();
            if (after == null) {
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }
}
