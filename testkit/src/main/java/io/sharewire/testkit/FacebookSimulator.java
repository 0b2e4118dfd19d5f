package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Facebook Page behind the Graph API, versions 21 to 27.
 *
 * <p>Serves {@code POST /{version}/{page}/feed} and {@code …/photos}, the edges {@code feed}, {@code posts}, {@code published_posts} and
 * {@code scheduled_posts}, and reading, editing and deleting one post. Links are not fetched: the title of a link card
 * is the link's host.
 */
public final class FacebookSimulator implements PlatformSimulator {

    private static final String PAGE = "112130216863063";
    private static final long FIRST_POST = 122_100_000_000_000_001L;

    private final String baseUrl;
    private final Clock clock;
    private final FacebookAccess access;
    private final FaultScript script = new FaultScript("facebook", Fault.COMMON);
    private final FacebookPhotos photos = new FacebookPhotos();
    private final List<FacebookPost> posts = new ArrayList<>();
    private long nextPost = FIRST_POST;

    FacebookSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.clock = clock;
        this.access = new FacebookAccess(clock);
    }

    /** The address that stands for {@code https://graph.facebook.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The id of the only Page. */
    public String pageId() {
        return PAGE;
    }

    /** The Page's access token. */
    public String token() {
        return FacebookAccess.PAGE_TOKEN;
    }

    /** The token of a person who manages the Page; the feed refuses it. */
    public String userToken() {
        return FacebookAccess.USER_TOKEN;
    }

    /** The app's secret, which signs {@code appsecret_proof}. */
    public String appSecret() {
        return FacebookAccess.APP_SECRET;
    }

    /** Says whether calls without {@code appsecret_proof} are refused; at first they are not. */
    public synchronized void requireProof(boolean required) {
        access.requireProof(required);
    }

    @Override
    public String name() {
        return "facebook";
    }

    @Override
    public void inject(Fault... faults) {
        script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return script.possible();
    }

    @Override
    public synchronized List<SimulatedPost> posts() {
        Instant now = clock.instant();
        return posts.stream()
                .filter(post -> post.isOutAt(now))
                .map(FacebookPost::asSeen)
                .toList();
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    @Override
    public synchronized void expireToken() {
        access.expire();
    }

    @Override
    public synchronized void reset() {
        script.reset();
        access.reset();
        posts.clear();
        photos.clear();
    }

    synchronized Answer answer(Call call) {
        String version = "v" + GraphVersion.OLDEST + ".0";
        Answer answer;
        try {
            GraphVersion asked = GraphVersion.of(call.path());
            version = asked.served();
            answer = route(call, asked.rest());
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        return answer.with("facebook-api-version", version);
    }

    private Answer route(Call call, List<String> path) {
        boolean isPost = call.method().equals("POST");
        boolean toFeed = isPost && path.equals(List.of(PAGE, "feed"));
        Fault fault = toFeed ? script.next() : null;
        GraphInput input = GraphInput.of(call);
        if (toFeed) {
            return create(call, input, fault, now -> attached(input, now));
        }
        if (isPost && path.equals(List.of(PAGE, "photos"))) {
            return input.flag("published", true)
                    ? create(call, input, script.next(), now -> photo(call, input, now))
                    : upload(call, input);
        }
        String token = access.check(call, input);
        if (path.size() == 2 && path.get(0).equals(PAGE) && call.method().equals("GET")) {
            return Answer.json(200, FacebookListing.page(edge(path.get(1)), input, call, token, clock.instant()));
        }
        String id = String.join("/", path);
        return switch (call.method()) {
            case "GET" -> id.equals(PAGE) ? page() : read(id, input);
            case "POST" -> edit(id, input);
            case "DELETE" -> delete(id);
            default ->
                throw GraphErrors.error(400, 100, "Unsupported method " + call.method())
                        .refuse();
        };
    }

    private Answer create(Call call, GraphInput input, @Nullable Fault fault, Function<Instant, FacebookPost> made) {
        String token = access.check(call, input);
        if (fault == Fault.RATE_LIMITED) {
            return GraphErrors.tooManyCalls()
                    .answer()
                    .with(
                            "X-Business-Use-Case-Usage",
                            "{\"" + PAGE + "\":[{\"type\":\"pages\",\"call_count\":100,\"total_cputime\":23,"
                                    + "\"total_time\":23,\"estimated_time_to_regain_access\":5}]}");
        }
        if (fault == Fault.NOT_STORED_500) {
            return GraphErrors.unknown().answer();
        }
        if (token.equals(FacebookAccess.USER_TOKEN)) {
            throw userTokenRefused(input.flag("published", true));
        }
        Instant now = clock.instant();
        FacebookPost post = made.apply(now);
        if (!posts.isEmpty() && posts.get(posts.size() - 1).saysTheSameAs(post)) {
            throw GraphErrors.duplicate().refuse();
        }
        nextPost++;
        posts.add(post);
        // The read comes after the write: when it fails, the post exists all the same.
        GraphFields fields = input.text("fields").map(GraphFields::parse).orElse(GraphFields.parse("id"));
        FacebookPost.checkFields(fields);
        ObjectNode json = fields.of(post.toJson(now));
        if (call.path().contains("photos")) {
            json.put("id", post.photos().get(0).id()).put("post_id", post.id());
        }
        return Answer.json(200, json).brokenBy(fault, GraphErrors.serviceDown().answer());
    }

    private FacebookPost attached(GraphInput input, Instant now) {
        FacebookDraft draft = FacebookDraft.of(input, now);
        List<FacebookPhotos.Photo> media = photos.attachedBy(input, draft.scheduledAt() != null, now);
        return new FacebookPost(
                PAGE + "_" + nextPost,
                draft.message(),
                draft.link(),
                media,
                draft.published(),
                draft.scheduledAt(),
                now,
                now);
    }

    private FacebookPost photo(Call call, GraphInput input, Instant now) {
        String caption = FacebookDraft.stored(input.text("caption").orElse(""));
        FacebookDraft.checkLength(caption);
        List<FacebookPhotos.Photo> one = List.of(photos.upload(call, input, true, now));
        return new FacebookPost(PAGE + "_" + nextPost, caption, null, one, true, null, now, now);
    }

    private Answer upload(Call call, GraphInput input) {
        access.check(call, input);
        String id = photos.upload(call, input, false, clock.instant()).id();
        return Answer.json(200, Json.object().put("id", id));
    }

    private static Refusal userTokenRefused(boolean published) {
        return GraphErrors.error(
                        403,
                        200,
                        published
                                ? "(#200) If posting to a group, requires app being installed in the group, and either"
                                        + " publish_to_groups permission with user token, or both pages_read_engagement"
                                        + " and pages_manage_posts permission with page token; If posting to a page,"
                                        + " requires both pages_read_engagement and pages_manage_posts as an admin with"
                                        + " sufficient administrative permission"
                                : "(#200) Unpublished posts must be posted to a page as the page itself.")
                .refuse();
    }

    private List<FacebookPost> edge(String name) {
        Instant now = clock.instant();
        Predicate<FacebookPost> member = switch (name) {
            case "feed" -> post -> true;
            case "posts", "published_posts" -> post -> post.isOutAt(now);
            case "scheduled_posts" -> post -> post.scheduledAt() != null && !post.isOutAt(now);
            default ->
                throw GraphErrors.invalidParameter("Tried accessing nonexisting field (" + name + ")")
                        .refuse();
        };
        List<FacebookPost> newestFirst =
                new ArrayList<>(posts.stream().filter(member).toList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static Answer page() {
        return Answer.json(200, Json.object().put("id", PAGE).put("name", "Sandbox News"));
    }

    private Answer read(String id, GraphInput input) {
        GraphFields fields = input.text("fields").map(GraphFields::parse).orElse(FacebookPost.DEFAULT_FIELDS);
        FacebookPost.checkFields(fields);
        return Answer.json(200, fields.of(find("get", id).toJson(clock.instant())));
    }

    private Answer edit(String id, GraphInput input) {
        FacebookPost post = find("post", id);
        Optional<String> message = input.text("message").map(FacebookDraft::stored);
        message.ifPresent(FacebookDraft::checkLength);
        message.ifPresent(text -> posts.set(posts.indexOf(post), post.edited(text, clock.instant())));
        return success();
    }

    private Answer delete(String id) {
        posts.remove(find("delete", id));
        return success();
    }

    private FacebookPost find(String verb, String id) {
        return posts.stream()
                .filter(post -> post.id().equals(id))
                .findFirst()
                .orElseThrow(() -> GraphErrors.noSuchObject(verb, id).refuse());
    }

    private static Answer success() {
        ObjectNode json = Json.object();
        return Answer.json(200, json.put("success", true));
    }
}
