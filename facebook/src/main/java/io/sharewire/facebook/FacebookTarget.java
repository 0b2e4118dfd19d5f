package io.sharewire.facebook;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Pace;
import io.sharewire.Progress;
import io.sharewire.Receipt;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import io.sharewire.Sleeper;
import io.sharewire.auth.ReconnectException;
import io.sharewire.http.ApiClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Facebook Page: posts links and photos to it, now or at a time, finds them again, corrects them and takes them back.
 *
 * <p>Rests on {@code POST /PAGE/feed}, {@code POST /PAGE/photos}, {@code POST /POST/comments}, {@code POST} and {@code
 * DELETE /POST}, {@code GET /PAGE/published_posts} and {@code /PAGE/scheduled_posts} of the Graph API. Thread-safe.
 */
public final class FacebookTarget implements ShareTarget {

    private static final Logger LOG = LoggerFactory.getLogger(FacebookTarget.class);

    /** The channel of all Facebook targets. */
    public static final Channel CHANNEL = new Channel("facebook", "facebook", "social");

    private static final String POST_ID = "[0-9]{1,40}(_[0-9]{1,40})?";

    private final FacebookSettings settings;
    private final Pace pace = new Pace();
    private final FacebookClient client;
    private final FacebookText text;
    private final FacebookSearch search;
    private final FacebookAnswers answers;
    private final FacebookPosting posting;
    private final Clock clock;

    private FacebookTarget(FacebookSettings settings, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.client = new FacebookClient(
                settings.pageId(),
                settings::accessToken,
                new FacebookApi(
                        settings.baseUrl(),
                        settings.version(),
                        settings.proof(clock),
                        ApiClient.withTimeout(settings.timeout()),
                        new FacebookWatch(settings, pace, clock)));
        this.text = new FacebookText(settings.name(), settings.limits(), clock);
        this.search = new FacebookSearch(settings, client, clock);
        this.answers = new FacebookAnswers(settings, clock);
        this.posting = new FacebookPosting(settings, client, answers, clock, sleeper);
        this.clock = clock;
    }

    /** The target for one Page. */
    public static FacebookTarget of(FacebookSettings settings) {
        return of(settings, Clock.systemUTC(), Sleeper.SYSTEM);
    }

    /** As {@link #of(FacebookSettings)}, by another clock. */
    public static FacebookTarget of(FacebookSettings settings, Clock clock) {
        return of(settings, clock, Sleeper.SYSTEM);
    }

    /** As {@link #of(FacebookSettings)}, by another clock, waiting in another way after a re-scrape. */
    public static FacebookTarget of(FacebookSettings settings, Clock clock, Sleeper sleeper) {
        FacebookVersions.problem(settings.version(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .ifPresent(problem -> LOG.warn("{}: {} {}", settings.name(), problem.message(), problem.remedy()));
        return new FacebookTarget(settings, clock, sleeper);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    /**
     * As {@link ShareTarget#draft}; for a scheduled post, the clock is read as well, to tell whether Facebook will take the
     * time.
     */
    @Override
    public Draft draft(Share share) {
        return text.draft(share);
    }

    /** What holds the Page back after Facebook has said so: until a limit ends, for hours if it posted too fast. */
    public Pace pace() {
        return pace;
    }

    /**
     * Posts, and comments once the post is known to be out. A comment that fails is logged and changes nothing about the
     * result; {@link #comment} makes it later.
     */
    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        ShareResult result = draft.refusal().orElseGet(() -> attempt(() -> posting.create(draft)));
        if (result instanceof ShareResult.Shared shared && !draft.afterwards().isEmpty()) {
            logUnlessShared(shared.receipt(), comment(shared.receipt(), draft));
        }
        return result;
    }

    /**
     * Makes the draft's first comment below a post that is out: for one that was found after its answer had been lost, or
     * whose comment failed. Look first whether it is there; Facebook takes the same comment twice.
     *
     * @return {@code Shared} with the comment's receipt
     * @throws IllegalArgumentException if the draft has no comment, or the receipt is not of this target
     */
    public ShareResult comment(Receipt receipt, Draft draft) {
        draft.requireTarget(name());
        String postId = postId(receipt);
        if (draft.afterwards().isEmpty()) {
            throw new IllegalArgumentException(name() + " was handed a draft without a first comment");
        }
        return attempt(() -> {
            Instant since = clock.instant();
            return client.comment(postId, draft.afterwards().get(0))
                    .toResult(name(), since, answer -> answers.made(answer, since));
        });
    }

    private void logUnlessShared(Receipt post, ShareResult comment) {
        if (!(comment instanceof ShareResult.Shared)) {
            LOG.warn(
                    "{}: {} is out, its first comment not for sure: {}",
                    name(),
                    post.id(),
                    FacebookPosting.describe(comment));
        }
    }

    /**
     * Changes the text of a post to the draft's, and the time of one that is still waiting. Facebook changes neither link
     * nor photos, and only posts that the same app has made.
     */
    @Override
    public ShareResult correct(Receipt receipt, Draft draft) {
        draft.requireTarget(name());
        String postId = postId(receipt);
        FacebookForm drafted = FacebookForm.read(draft.payload().get(0).body());
        FacebookForm changes = new FacebookForm()
                .with("message", drafted.value("message"))
                .with("scheduled_publish_time", drafted.value("scheduled_publish_time"));
        return draft.refusal()
                .orElseGet(() -> attempt(() -> {
                    Instant since = clock.instant();
                    return client.edit(postId, changes)
                            .toResult(name(), since, answer -> answers.done(answer, receipt, since));
                }));
    }

    /** Deletes the post. One that is not there any more is taken back as well. */
    @Override
    public ShareResult retract(Receipt receipt) {
        String postId = postId(receipt);
        return attempt(() -> {
            Instant since = clock.instant();
            return client.delete(postId)
                    .toResult(
                            name(),
                            since,
                            answer -> FacebookAnswers.errorOf(answer)
                                            .filter(FacebookError::isMissingObject)
                                            .isPresent()
                                    ? new ShareResult.Shared(receipt)
                                    : answers.done(answer, receipt, since));
        });
    }

    /**
     * Reads the Page's published posts back to a minute before {@code since}, and the waiting ones if it was scheduled. A
     * post is ours if its text is the same after normalisation and its link leads to the same article, or, if the draft has
     * photos, it has no link card.
     */
    @Override
    public Lookup find(Draft draft, Instant since) {
        try {
            return search.find(draft, since, answers::receipt);
        } catch (ReconnectException e) {
            return new Lookup.CannotTell(
                    "The posts of " + name() + " could not be read: " + e.getMessage() + " Look at the Page.");
        }
    }

    /** One attempt at something, unless the Page is held back or there is no token for it. */
    private ShareResult attempt(Supplier<ShareResult> call) {
        Optional<ShareResult> held = pace.refusal(clock.instant());
        if (held.isPresent()) {
            return held.get();
        }
        try {
            ShareResult result = call.get();
            pace.observe(result);
            return result;
        } catch (ReconnectException e) {
            return e.toResult();
        }
    }

    private String postId(Receipt receipt) {
        if (!receipt.target().equals(name()) || !receipt.id().matches(POST_ID)) {
            throw new IllegalArgumentException(name() + " was handed a receipt that is not of it: " + receipt);
        }
        return receipt.id();
    }
}
