package io.sharewire.twitter;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Evidence;
import io.sharewire.Lookup;
import io.sharewire.Pace;
import io.sharewire.PayloadPart;
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
import io.sharewire.http.ApiReply;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

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

    /** A timeline reaches back 3,200 posts; read in pages of 100. */
    private static final int MAX_PAGES = 32;

    private final TwitterSettings settings;
    private final TwitterClient client;
    private final TwitterUploads uploads;
    private final TwitterText text;
    private final Clock clock;
    private final Pace pace = new Pace();
    private volatile @Nullable String userId;

    private TwitterTarget(TwitterSettings settings, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.client = new TwitterClient(settings, ApiClient.withTimeout(settings.timeout()), clock);
        this.uploads = new TwitterUploads(settings, client, clock, sleeper);
        this.text = new TwitterText(settings.name(), settings.prices(), settings.defaults());
        this.clock = clock;
        this.userId = settings.userId();
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
        return text.draft(share);
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
        return draft.refusal().or(() -> pace.refusal(clock.instant())).orElseGet(() -> thread(draft, progress));
    }

    /** Post by post, each an answer to the one before; stops at the first that is not known to be out. */
    private ShareResult thread(Draft draft, Progress progress) {
        if (!progress.inDoubt().isEmpty()) {
            return new ShareResult.PartlyShared(List.of(), progress, stillInDoubt(progress));
        }
        List<Receipt> out = new ArrayList<>();
        String last = progress.lastId();
        PrimitiveIterator.OfInt remaining =
                progress.remaining(draft.payload().size()).iterator();
        while (remaining.hasNext()) {
            int index = remaining.nextInt();
            ShareResult result = post(draft, index, last);
            pace.observe(result);
            if (!(result instanceof ShareResult.Shared shared)) {
                return out.isEmpty() && progress.isNone() ? result : partly(out, index, last, result);
            }
            out.add(shared.receipt());
            last = shared.receipt().id();
        }
        if (out.isEmpty()) {
            throw new IllegalArgumentException(
                    name() + " was handed a progress that leaves nothing to send: " + progress);
        }
        return new ShareResult.Shared(out.get(0));
    }

    private ShareResult post(Draft draft, int index, @Nullable String last) {
        try {
            return index == 0 ? createFirst(draft) : create(draft.payload().get(index), List.of(), last);
        } catch (ReconnectException e) {
            return e.toResult();
        }
    }

    private static ShareResult partly(List<Receipt> out, int index, @Nullable String last, ShareResult cause) {
        Progress progress = cause instanceof ShareResult.Unknown
                ? new Progress(index + 1, last, List.of(index), List.of())
                : new Progress(index, last, List.of(), List.of());
        return new ShareResult.PartlyShared(out, progress, cause);
    }

    private ShareResult stillInDoubt(Progress progress) {
        return new ShareResult.Unknown(new Evidence(
                "STILL_IN_DOUBT",
                "Post " + (progress.inDoubt().get(0) + 1) + " of the thread on " + name()
                        + " may be out, and nothing can be chained to it until that is known.",
                clock.instant()));
    }

    /** Files first: if one of them fails, nothing has become public. */
    private ShareResult createFirst(Draft draft) {
        TwitterUploads.Outcome uploaded = uploads.upload(draft.attachments());
        return uploaded.refusal() == null ? create(draft.payload().get(0), uploaded.ids(), null) : uploaded.refusal();
    }

    private ShareResult create(PayloadPart part, List<String> mediaIds, @Nullable String answering) {
        Instant since = clock.instant();
        String body = NewPost.with(part.body(), mediaIds, answering);
        return client.createPost(part.type(), body)
                .toResult(
                        name(),
                        since,
                        answer -> TwitterClient.read(answer, CreatedPost.class)
                                .map(CreatedPost::data)
                                .filter(TwitterPost::hasId)
                                .<ShareResult>map(post -> new ShareResult.Shared(receipt(post)))
                                .orElseGet(() ->
                                        TwitterErrors.toResult(name(), answer, since, clock.instant(), secrets())));
    }

    /**
     * Reads the account's posts back to a minute before {@code since}. A post is ours if its text is the same after
     * normalisation, with every link in it leading to the same address; a later post of a thread also has to answer the one
     * before it.
     */
    @Override
    public Lookup find(Draft draft, Instant since) {
        try {
            return look(draft, since);
        } catch (ReconnectException e) {
            return new Lookup.CannotTell(e.getMessage() + " Connect the account again, then look again.");
        }
    }

    private Lookup look(Draft draft, Instant since) {
        String user = userId;
        if (user == null) {
            ApiReply reply = client.me();
            user = TwitterClient.read(reply, TwitterUser.class)
                    .map(TwitterUser::id)
                    .orElse(null);
            if (user == null) {
                return cannotTell("Whose account " + name() + " is could not be asked", reply);
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
                return cannotTell("The posts of " + name() + " could not be read", reply);
            }
            posts.addAll(page.get().posts());
            next = page.get().next();
            if (next == null) {
                break;
            }
        }
        List<Receipt> found =
                FoundThread.in(posts, draft, since).stream().map(this::receipt).toList();
        if (!found.isEmpty()) {
            return new Lookup.Found(found);
        }
        return next == null
                ? new Lookup.NotFound()
                : new Lookup.CannotTell(name() + " has more posts since then than X shows; look at the account.");
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

    private Lookup cannotTell(String what, ApiReply reply) {
        String why = reply instanceof ApiReply.Answer answer
                ? TwitterErrors.describe(name(), answer, secrets())
                : "no answer came.";
        return new Lookup.CannotTell(what + ": " + why + " Look at the account.");
    }

    private Receipt receipt(TwitterPost post) {
        Instant at = post.createdAt();
        String account = settings.username() == null ? "i/web" : settings.username();
        return new Receipt(
                name(),
                String.valueOf(post.id()),
                "https://x.com/" + account + "/status/" + post.id(),
                at == null ? clock.instant() : at);
    }

    private List<Secret> secrets() {
        return settings.authorization().secrets();
    }
}
