package io.sharewire.twitter;

import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Receipt;
import io.sharewire.http.ApiReply;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account's own posts as far as X shows them; its id is asked for once. */
final class OwnTimeline {

    /** A timeline reaches back 3,200 posts; read in pages of 100. */
    private static final int MAX_PAGES = 32;

    private final TwitterSettings account;
    private final TwitterClient client;
    private final Clock clock;
    private volatile @Nullable String userId;

    OwnTimeline(TwitterSettings account, TwitterClient client, Clock clock) {
        this.account = account;
        this.client = client;
        this.clock = clock;
        this.userId = account.userId();
    }

    /** Looks for the posts of a draft. */
    Lookup find(Draft draft, Instant since) {
        String user = userId;
        if (user == null) {
            ApiReply reply = client.me();
            user = TwitterClient.read(reply, TwitterUser.class)
                    .map(TwitterUser::id)
                    .orElse(null);
            if (user == null) {
                return cannotTell("Whose account " + account.name() + " is could not be asked", reply);
            }
            userId = user;
        }
        List<TwitterPost> posts = new ArrayList<>();
        String next = null;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            ApiReply reply = client.timeline(user, TwitterMatch.from(since), next);
            Optional<TwitterTimeline> page =
                    TwitterClient.read(reply, TwitterTimeline.class).filter(TwitterTimeline::isPage);
            if (page.isEmpty()) {
                return cannotTell("The posts of " + account.name() + " could not be read", reply);
            }
            posts.addAll(page.get().posts());
            next = page.get().next();
            if (next == null) {
                break;
            }
        }
        List<Receipt> found = FoundThread.in(posts, draft, since).stream()
                .map(post -> post.receipt(account, clock.instant()))
                .toList();
        if (!found.isEmpty()) {
            return new Lookup.Found(found);
        }
        return next == null
                ? new Lookup.NotFound()
                : new Lookup.CannotTell(
                        account.name() + " has more posts since then than X shows; look at the account.");
    }

    private Lookup cannotTell(String what, ApiReply reply) {
        String why = reply instanceof ApiReply.Answer answer
                ? TwitterErrors.describe(
                        account.name(), answer, account.authorization().secrets())
                : "no answer came.";
        return new Lookup.CannotTell(what + ": " + why + " Look at the account.");
    }
}
