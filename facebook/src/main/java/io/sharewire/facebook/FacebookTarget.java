package io.sharewire.facebook;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Media;
import io.sharewire.Pace;
import io.sharewire.PayloadPart;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import io.sharewire.Sleeper;
import io.sharewire.auth.ReconnectException;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;
    private final Sleeper sleeper;

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
        this.clock = clock;
        this.sleeper = sleeper;
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
        ShareResult result = draft.refusal().orElseGet(() -> attempt(() -> create(draft)));
        if (result instanceof ShareResult.Shared shared && !draft.afterwards().isEmpty()) {
            logUnlessShared(shared.receipt(), comment(shared.receipt(), draft));
        }
        return result;
    }

    /** Page re-read and photos uploaded first: if that fails, nothing has become public. */
    private ShareResult create(Draft draft) {
        PayloadPart part = draft.payload().get(0);
        FacebookForm form = FacebookForm.read(part.body());
        Optional<ShareResult> stopped = rescrape(form.value("link"));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        boolean scheduled = form.value("scheduled_publish_time") != null;
        List<String> photoIds = new ArrayList<>();
        for (Media photo : draft.attachments()) {
            ShareResult uploaded = upload(photo, scheduled);
            if (!(uploaded instanceof ShareResult.Shared shared)) {
                return uploaded;
            }
            photoIds.add(shared.receipt().id());
        }
        Instant since = clock.instant();
        return client.createPost(part, photoIds).toResult(name(), since, answer -> made(answer, since));
    }

    /** An upload whose outcome is unclear is one that failed: nobody can see an unpublished photo. */
    private ShareResult upload(Media photo, boolean scheduled) {
        Instant since = clock.instant();
        ShareResult result =
                client.uploadPhoto(photo, scheduled).toResult(name(), since, answer -> made(answer, since));
        return result instanceof ShareResult.Unknown unknown
                ? new ShareResult.Rejected(
                        Reason.UNAVAILABLE,
                        "UPLOAD_FAILED",
                        "A photo could not be uploaded, so nothing was posted: "
                                + unknown.evidence().message(),
                        "Share again.",
                        null)
                : result;
    }

    /**
     * Has Facebook read the article's page anew, if the settings say so. Whatever goes wrong is no reason to keep the news
     * back, except a token that the post would be refused for as well.
     */
    private Optional<ShareResult> rescrape(@Nullable String link) {
        if (link == null || !settings.rescrape()) {
            return Optional.empty();
        }
        Instant since = clock.instant();
        ShareResult result = client.rescrape(link)
                .toResult(
                        name(),
                        since,
                        answer -> answer.isSuccess() && errorOf(answer).isEmpty()
                                ? new ShareResult.Shared(new Receipt(name(), link, link, clock.instant()))
                                : refused(answer, since));
        if (result instanceof ShareResult.Rejected rejected && rejected.reason() == Reason.UNAUTHORIZED) {
            return Optional.of(rejected);
        } else if (!(result instanceof ShareResult.Shared)) {
            LOG.warn("{}: Facebook did not read {} anew, the card may be old: {}", name(), link, describe(result));
        }
        try {
            sleeper.sleep(settings.rescrapePause());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new ShareResult.Rejected(
                    Reason.UNAVAILABLE,
                    "INTERRUPTED",
                    "The thread was interrupted before anything was posted to " + name() + ".",
                    "Share again.",
                    null));
        }
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
                    .toResult(name(), since, answer -> made(answer, since));
        });
    }

    private void logUnlessShared(Receipt post, ShareResult comment) {
        if (!(comment instanceof ShareResult.Shared)) {
            LOG.warn("{}: {} is out, its first comment not for sure: {}", name(), post.id(), describe(comment));
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
                    return client.edit(postId, changes).toResult(name(), since, answer -> done(answer, receipt, since));
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
                            answer -> errorOf(answer)
                                            .filter(FacebookError::isMissingObject)
                                            .isPresent()
                                    ? new ShareResult.Shared(receipt)
                                    : done(answer, receipt, since));
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
            return search.find(draft, since, this::receipt);
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

    private ShareResult made(ApiReply.Answer answer, Instant since) {
        return read(answer)
                .filter(post -> answer.isSuccess() && post.error() == null && post.hasId())
                .<ShareResult>map(post -> new ShareResult.Shared(receipt(post)))
                .orElseGet(() -> refused(answer, since));
    }

    private ShareResult done(ApiReply.Answer answer, Receipt receipt, Instant since) {
        boolean success = answer.isSuccess()
                && Json.read(answer.body(), Done.class)
                        .filter(said -> said.success() && said.error() == null)
                        .isPresent();
        return success ? new ShareResult.Shared(receipt) : refused(answer, since);
    }

    /** {@code {"success":true}}. */
    private record Done(boolean success, @Nullable FacebookError error) {}

    private ShareResult refused(ApiReply.Answer answer, Instant since) {
        return FacebookErrors.toResult(name(), answer, since, clock.instant(), settings.secrets());
    }

    private static Optional<FacebookPost> read(ApiReply.Answer answer) {
        return Json.read(answer.body(), FacebookPost.class);
    }

    private static Optional<FacebookError> errorOf(ApiReply.Answer answer) {
        return read(answer).map(FacebookPost::error);
    }

    private String postId(Receipt receipt) {
        if (!receipt.target().equals(name()) || !receipt.id().matches(POST_ID)) {
            throw new IllegalArgumentException(name() + " was handed a receipt that is not of it: " + receipt);
        }
        return receipt.id();
    }

    private Receipt receipt(FacebookPost post) {
        Instant at = post.createdAt();
        return new Receipt(name(), String.valueOf(post.id()), post.url(), at == null ? clock.instant() : at);
    }

    private static String describe(ShareResult result) {
        return result.fold(
                shared -> "done",
                partly -> "partly done",
                rejected -> rejected.message() + " " + rejected.remedy(),
                unknown -> unknown.evidence().message());
    }
}
