package io.sharewire.facebook;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Pace;
import io.sharewire.PayloadPart;
import io.sharewire.Progress;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Facebook Page: posts links to it and finds them again.
 *
 * <p>Rests on {@code POST /PAGE/feed} and {@code GET /PAGE/published_posts} of the Graph API. Thread-safe.
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
        return draft.refusal()
                .or(() -> pace.refusal(clock.instant()))
                .orElseGet(() -> create(draft.payload().get(0)));
    }

    private ShareResult create(PayloadPart part) {
        Instant since = clock.instant();
        ShareResult result = client.createPost(part.type(), part.body())
                .toResult(
                        name(),
                        since,
                        answer -> Json.read(answer.body(), FacebookPost.class)
                                .filter(post -> answer.isSuccess() && post.error() == null && post.hasId())
                                .<ShareResult>map(post -> new ShareResult.Shared(receipt(post)))
                                .orElseGet(() ->
                                        FacebookErrors.toResult(name(), answer, since, clock.instant(), secrets())));
        pace.observe(result);
        return result;
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
