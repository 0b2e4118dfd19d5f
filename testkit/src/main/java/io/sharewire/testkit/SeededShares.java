package io.sharewire.testkit;

import io.sharewire.Draft;
import io.sharewire.InMemoryLedger;
import io.sharewire.ReconcilingTarget;
import io.sharewire.Share;
import io.sharewire.ShareLedger;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.ShareTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Shares many articles under faults that a seed decides, asks again where an outcome was unclear or refused, and holds
 * every result against the platform's own record.
 *
 * <p>What must come out: no post twice, none missing in the end, no result that says more than is true.
 */
final class SeededShares {

    /** How often one share is tried before it counts as lost; at 30 % faults, 12 in a row happen once in two million. */
    private static final int TRIES = 12;

    private final Supplier<ShareTarget> targets;
    private final ShareLedger ledger = new InMemoryLedger();
    private final PlatformSimulator platform;
    private final Random random;
    private final List<Fault> faults;
    private final List<String> failures = new ArrayList<>();

    private ReconcilingTarget target;

    SeededShares(Supplier<ShareTarget> targets, PlatformSimulator platform, List<Fault> faults, long seed) {
        this.targets = targets;
        this.target = reconciling();
        this.platform = platform;
        this.faults = faults;
        this.random = new Random(seed);
    }

    /** Runs {@code count} shares, of which three in ten on average meet a fault; answers what went wrong. */
    List<String> run(int count, boolean canBeRead) {
        for (int i = 0; i < count; i++) {
            Share share = Share.of(KitArticles.numbered(i));
            Draft draft = target.draft(share);
            ShareResult result = attempt(draft, i);
            for (int tries = 1; tries < TRIES && canBeRead && !(result instanceof Shared); tries++) {
                result = attempt(draft, i);
            }
            int posts = postsOf(i);
            if (posts > 1) {
                failures.add("share " + i + " is out " + posts + " times: " + result);
            }
            if (canBeRead && posts == 0) {
                failures.add("share " + i + " was lost: " + result);
            }
        }
        return failures;
    }

    private ShareResult attempt(Draft draft, int number) {
        if (random.nextInt(100) < 30) {
            platform.inject(faults.get(random.nextInt(faults.size())));
        }
        ShareResult result = target.publish(draft);
        int posts = postsOf(number);
        boolean untrue = result instanceof Shared ? posts != 1 : result instanceof Rejected && posts != 0;
        if (untrue) {
            failures.add("share " + number + ": " + result + ", but the platform has it " + posts + " times");
        }
        if (!(result instanceof Shared || result instanceof Rejected || result instanceof Unknown)) {
            failures.add("share " + number + ": a single post cannot be " + result);
        }
        if (!(result instanceof Shared)) {
            // As if every wait were over: nothing holds a new target back, and the ledger still knows everything.
            target = reconciling();
        }
        return result;
    }

    private ReconcilingTarget reconciling() {
        return ReconcilingTarget.around(targets.get(), ledger)
                .sleeper(duration -> {})
                .looks(List.of(Duration.ZERO, Duration.ZERO))
                .resendWhenNotFound(true)
                .build();
    }

    private int postsOf(int number) {
        String marker = KitArticles.marker(number);
        return (int) platform.posts().stream()
                .filter(post -> (post.text() + post.link() + post.details()).contains(marker))
                .count();
    }
}
