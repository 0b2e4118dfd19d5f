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
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import io.sharewire.url.PercentEncoding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Facebook Page: posts links and photos to it and finds them again.
 *
 * <p>Rests on {@code POST /PAGE/feed}, {@code POST /PAGE/photos} and {@code GET /PAGE/published_posts} of the Graph API. Thread-safe.
 */
public final class FacebookTarget implements ShareTarget {

    /** The channel of all Facebook targets. */
    public static final Channel CHANNEL = new Channel("facebook", "facebook", "social");

    private final FacebookSettings settings;
    private final FacebookClient client;
    private final FacebookText text;
    private final Clock clock;
    private final Pace pace = new Pace();

    private FacebookTarget(FacebookSettings settings, Clock clock) {
        this.settings = settings;
        this.client = new FacebookClient(settings, ApiClient.withTimeout(settings.timeout()));
        this.text = new FacebookText(settings.name());
        this.clock = clock;
    }

    /** The target for one Page. */
    public static FacebookTarget of(FacebookSettings settings) {
        return of(settings, Clock.systemUTC());
    }

    /** As {@link #of(FacebookSettings)}, by another clock. */
    public static FacebookTarget of(FacebookSettings settings, Clock clock) {
        return new FacebookTarget(settings, clock);
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

    /** What holds the Page back after Facebook has said so: until a limit ends, for hours if it posted too fast. */
    public Pace pace() {
        return pace;
    }

    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        Optional<ShareResult> refusal = draft.refusal().or(() -> pace.refusal(clock.instant()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ShareResult result = create(draft);
        pace.observe(result);
        return result;
    }

    /** Photos first: if one of them fails, nothing has become public. */
    private ShareResult create(Draft draft) {
        PayloadPart part = draft.payload().get(0);
        StringBuilder form = new StringBuilder(part.body());
        List<Media> photos = draft.attachments();
        for (int i = 0; i < photos.size(); i++) {
            ShareResult uploaded = upload(photos.get(i));
            if (!(uploaded instanceof ShareResult.Shared shared)) {
                return uploaded;
            }
            form.append("&attached_media%5B")
                    .append(i)
                    .append("%5D=")
                    .append(PercentEncoding.encode(
                            "{\"media_fbid\":\"" + shared.receipt().id() + "\"}"));
        }
        Instant since = clock.instant();
        return client.createPost(part.type(), form.toString()).toResult(name(), since, answer -> made(answer, since));
    }

    /** An upload whose outcome is unclear is one that failed: nobody can see an unpublished photo. */
    private ShareResult upload(Media photo) {
        Instant since = clock.instant();
        ShareResult result = client.uploadPhoto(photo).toResult(name(), since, answer -> made(answer, since));
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

    private ShareResult made(ApiReply.Answer answer, Instant since) {
        return Json.read(answer.body(), FacebookPost.class)
                .filter(post -> answer.isSuccess() && post.error() == null && post.hasId())
                .<ShareResult>map(post -> new ShareResult.Shared(receipt(post)))
                .orElseGet(() -> FacebookErrors.toResult(name(), answer, since, clock.instant(), secrets()));
    }

    /**
     * Reads the Page's published posts back to a minute before {@code since}. A post is ours if its text is the same
     * after normalisation and its link leads to the same article.
     */
    @Override
    public Lookup find(Draft draft, Instant since) {
        FacebookMatch match = new FacebookMatch(draft, since);
        List<Receipt> found = new ArrayList<>();
        String after = null;
        do {
            ApiReply reply = client.publishedPosts(after);
            Optional<FacebookPosts> page = reply instanceof ApiReply.Answer answer && answer.isSuccess()
                    ? Json.read(answer.body(), FacebookPosts.class).filter(p -> p.error() == null && p.data() != null)
                    : Optional.empty();
            if (page.isEmpty()) {
                return new Lookup.CannotTell("The posts of " + name() + " could not be read; look at the Page.");
            }
            List<FacebookPost> posts = page.get().posts();
            posts.stream().filter(match::matches).map(this::receipt).forEach(found::add);
            after = posts.stream().anyMatch(match::isOlder) ? null : page.get().next();
        } while (after != null);
        return found.isEmpty() ? new Lookup.NotFound() : new Lookup.Found(found);
    }

    private Receipt receipt(FacebookPost post) {
        Instant at = post.createdAt();
        return new Receipt(name(), String.valueOf(post.id()), post.url(), at == null ? clock.instant() : at);
    }

    /** The token itself is taken out of every answer by the client that sent it. */
    private List<Secret> secrets() {
        return Stream.ofNullable(settings.appSecret()).toList();
    }
}
