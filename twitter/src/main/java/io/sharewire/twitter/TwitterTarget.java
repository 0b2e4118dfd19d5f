package io.sharewire.twitter;

import io.sharewire.Channel;
import io.sharewire.Cost;
import io.sharewire.Draft;
import io.sharewire.Evidence;
import io.sharewire.Lookup;
import io.sharewire.Pace;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import io.sharewire.Sleeper;
import io.sharewire.auth.ReconnectException;
import io.sharewire.http.ApiClient;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account on Twitter/X: posts links to it and finds them again.
 *
 * <p>Rests on {@code POST /2/tweets}, {@code GET /2/users/ID/tweets} and {@code GET /2/users/me} of the X API v2. X takes
 * no idempotency key, but refuses a text it has had lately, which is a {@link io.sharewire.Reason#DUPLICATE}.
 * Thread-safe.
 */
public final class TwitterTarget implements ShareTarget {

    /** The channel of all Twitter targets. */
    public static final Channel CHANNEL = new Channel("twitter", "x", "social");

    private static final List<String> POST_SCOPES = List.of("tweet.read", "tweet.write", "users.read");
    private static final String MEDIA_SCOPE = "media.write";

    private final TwitterSettings settings;
    private final TwitterClient client;
    private final Posting posting;
    private final OwnTimeline timeline;
    private final TwitterText text;
    private final Budget budget;
    private final Clock clock;
    private final Pace pace = new Pace();

    private TwitterTarget(TwitterSettings settings, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.client = new TwitterClient(settings, ApiClient.withTimeout(settings.timeout()), clock);
        TwitterUploads uploads = new TwitterUploads(settings, client, clock, sleeper);
        this.posting = new Posting(settings, client, uploads, pace, clock);
        this.timeline = new OwnTimeline(settings, client, clock);
        this.text = new TwitterText(settings.name(), settings.prices(), settings.defaults(), settings.textLimit());
        TwitterSpending spending = settings.spending();
        this.budget = new Budget(settings.monthlyBudget(), spending == null ? TwitterSpending.inMemory() : spending);
        this.clock = clock;
    }

    /** The target for one account. */
    public static TwitterTarget of(TwitterSettings settings) {
        return of(settings, Clock.systemUTC());
    }

    /** As {@link #of(TwitterSettings)}, by another clock. */
    public static TwitterTarget of(TwitterSettings settings, Clock clock) {
        return of(settings, clock, Sleeper.SYSTEM);
    }

    /** As {@link #of(TwitterSettings, Clock)}, with another way to wait while X processes a film. */
    public static TwitterTarget of(TwitterSettings settings, Clock clock, Sleeper sleeper) {
        return new TwitterTarget(settings, clock, sleeper);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    @Override
    public Draft draft(Share share) {
        Draft draft = text.draft(share);
        Cost cost = draft.cost();
        return cost == null
                ? draft
                : budget.problem(cost, clock.instant()).map(draft::withProblem).orElse(draft);
    }

    /**
     * What holds the account back after X has said so: a window or a daily cap until its end, spent credits (402) until
     * somebody calls {@link Pace#resume}.
     */
    public Pace pace() {
        return pace;
    }

    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        return draft.refusal()
                .or(() -> pace.refusal(clock.instant()))
                .or(() -> lackingScopes(!draft.attachments().isEmpty()))
                .orElseGet(() -> withinBudget(draft, progress));
    }

    /** Takes the price of what is left to send out of the budget, and puts back what was not sent after all. */
    private ShareResult withinBudget(Draft draft, Progress progress) {
        if (!progress.inDoubt().isEmpty()) {
            return new ShareResult.PartlyShared(List.of(), progress, stillInDoubt(progress));
        }
        List<Integer> left = progress.remaining(draft.payload().size()).boxed().toList();
        if (left.isEmpty()) {
            throw new IllegalArgumentException(
                    name() + " was handed a progress that leaves nothing to send: " + progress);
        }
        YearMonth month = Budget.month(clock.instant());
        return budget.take(price(draft, left), month).orElseGet(() -> {
            ShareResult result = posting.send(draft, left, progress);
            budget.giveBack(price(draft, left.subList(mayBeOut(result, left.size()), left.size())), month);
            return result;
        });
    }

    private Cost price(Draft draft, List<Integer> parts) {
        List<String> texts = parts.stream()
                .map(index -> NewPost.textOf(draft.payload().get(index).body()))
                .toList();
        return settings.prices().of(texts, parts.contains(0) ? draft.attachments() : List.of());
    }

    /** How many of the posts sent are out or may be. */
    private static int mayBeOut(ShareResult result, int sent) {
        return result.fold(
                shared -> sent,
                partly -> partly.receipts().size() + mayBeOut(partly.cause(), 1),
                rejected -> 0,
                unknown -> 1);
    }

    /** The refusal of an account that is known to be connected without what is needed. */
    private Optional<ShareResult> lackingScopes(boolean media) {
        List<String> needed = new ArrayList<>(POST_SCOPES);
        if (media) {
            needed.add(MEDIA_SCOPE);
        }
        try {
            List<String> lacking = settings.authorization().lacking(needed);
            return lacking.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ShareResult.Rejected(
                            Reason.UNAUTHORIZED,
                            "SCOPES_MISSING",
                            name() + " is connected without " + String.join(", ", lacking) + "; nothing was sent.",
                            "Allow it in the app's settings in X's developer console, then connect the account again.",
                            null));
        } catch (ReconnectException e) {
            return Optional.of(e.toResult());
        }
    }

    private ShareResult stillInDoubt(Progress progress) {
        return new ShareResult.Unknown(new Evidence(
                "STILL_IN_DOUBT",
                "Post " + (progress.inDoubt().get(0) + 1) + " of the thread on " + name()
                        + " may be out, and nothing can be chained to it until that is known.",
                clock.instant()));
    }

    /**
     * Reads the account's posts back to a minute before {@code since}. A post is ours if its text is the same after
     * normalisation, with every link in it leading to the same address; a later post of a thread also has to answer the one
     * before it.
     */
    @Override
    public Lookup find(Draft draft, Instant since) {
        try {
            return timeline.find(draft, since);
        } catch (ReconnectException e) {
            return new Lookup.CannotTell(e.getMessage() + " Connect the account again, then look again.");
        }
    }

    /**
     * Deletes one post; one that is gone already counts as deleted. Of a thread, that is its first post: to take all of it
     * back, retract the receipts of {@link #find} or {@link ShareResult.PartlyShared} from the last to the first, so that no
     * answer is left alone.
     */
    @Override
    public ShareResult retract(Receipt receipt) {
        if (!receipt.target().equals(name())) {
            throw new IllegalArgumentException(name() + " was handed a receipt of " + receipt.target());
        }
        return lackingScopes(false).orElseGet(() -> delete(receipt));
    }

    private ShareResult delete(Receipt receipt) {
        Instant since = clock.instant();
        try {
            return client.deletePost(receipt.id())
                    .toResult(
                            name(),
                            since,
                            answer -> Deletion.toResult(
                                    receipt,
                                    answer,
                                    TwitterErrors.toResult(name(), answer, since, clock.instant(), secrets())));
        } catch (ReconnectException e) {
            return e.toResult();
        }
    }

    /** Not supported: X lets only Premium accounts edit, for a short while, and each edit has another id and another price. */
    @Override
    public ShareResult correct(Receipt receipt, Draft draft) {
        return new ShareResult.Rejected(
                Reason.UNSUPPORTED,
                "UNSUPPORTED",
                name() + " does not edit posts: X lets only X Premium accounts do so, for less than an hour.",
                "Take the post back and share again as another edition, or edit it on x.com.",
                null);
    }

    private List<Secret> secrets() {
        return settings.authorization().secrets();
    }
}
