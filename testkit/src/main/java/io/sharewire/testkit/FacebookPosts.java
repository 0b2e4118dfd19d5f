package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The posts of all Pages, oldest first: read, edited and deleted. */
final class FacebookPosts {

    private static final long FIRST_POST = 122_100_000_000_000_001L;

    private final FacebookAccess access;
    private final FacebookRules rules;
    private final List<FacebookPost> posts = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private long nextPost = FIRST_POST;

    FacebookPosts(FacebookAccess access, FacebookRules rules) {
        this.access = access;
        this.rules = rules;
    }

    void clear() {
        posts.clear();
        hidden.clear();
    }

    long nextNumber() {
        return nextPost;
    }

    void add(FacebookPost post) {
        nextPost++;
        posts.add(post);
    }

    void hide(String id) {
        hidden.add(id);
    }

    List<SimulatedPost> out(Instant now) {
        return posts.stream()
                .filter(post -> post.isOutAt(now))
                .map(FacebookPost::asSeen)
                .toList();
    }

    /** The latest post of a Page. */
    Optional<FacebookPost> last(FacebookPage page) {
        return posts.stream().filter(post -> post.page().id().equals(page.id())).reduce((earlier, later) -> later);
    }

    long waiting(FacebookPage page, Instant now) {
        return posts.stream()
                .filter(post -> post.page().id().equals(page.id()) && post.waitsAt(now))
                .count();
    }

    Answer edge(GraphRequest request, FacebookPage page, String name) {
        Instant now = request.now();
        Predicate<FacebookPost> member = switch (name) {
            case "feed" -> post -> true;
            case "posts", "published_posts" -> post -> post.isOutAt(now);
            case "scheduled_posts" -> post -> post.waitsAt(now);
            case "visitor_posts" -> post -> false;
            default ->
                throw GraphErrors.invalidParameter("Tried accessing nonexisting field (" + name + ")")
                        .refuse();
        };
        access.checkReading(request.token());
        GraphFields fields = request.fields(FacebookPostNode.DEFAULT_FIELDS);
        FacebookPostNode.checkFields(fields);
        List<FacebookPost> newestFirst = new ArrayList<>(posts.stream()
                .filter(post -> post.page().id().equals(page.id()))
                .filter(post -> !post.readFrom().isAfter(now))
                .filter(member)
                .toList());
        Collections.reverse(newestFirst);
        ObjectNode json = GraphPaging.page(
                request,
                newestFirst,
                FacebookPost::number,
                post -> !hidden.contains(post.id()),
                post -> fields.of(FacebookPostNode.of(post, now)));
        return Answer.json(200, json);
    }

    Answer read(GraphRequest request, String id) {
        GraphFields fields = request.fields(FacebookPostNode.DEFAULT_FIELDS);
        FacebookPostNode.checkFields(fields);
        FacebookPost post = find("get", id);
        if (post.readFrom().isAfter(request.now())) {
            throw GraphErrors.noSuchObject("get", id).refuse();
        }
        access.checkReading(request.token());
        return Answer.json(200, fields.of(FacebookPostNode.of(post, request.now())));
    }

    Answer edit(GraphRequest request, String id) {
        FacebookPost post = own(request, "post", id);
        GraphInput input = request.input();
        FacebookDraft old = post.draft();
        Optional<String> message = input.text("message").map(FacebookDraft::stored);
        message.ifPresent(FacebookDraft::checkLength);
        Optional<Instant> time = FacebookDraft.scheduledAt(input, rules, request.now());
        if (time.isPresent() && !post.waitsAt(request.now())) {
            throw FacebookDraft.badTime();
        }
        boolean publishedNow = !post.isOutAt(request.now()) && input.flag("is_published", false);
        FacebookDraft draft = new FacebookDraft(
                message.orElse(old.message()),
                old.link(),
                old.published() || publishedNow,
                publishedNow ? null : time.orElse(old.scheduledAt()));
        posts.set(posts.indexOf(post), post.edited(draft, request.now()));
        return success();
    }

    Answer delete(GraphRequest request, String id) {
        FacebookPost post = own(request, "delete", id);
        if (rules.deleteForbidden()) {
            throw GraphErrors.error(403, 200, "(#200) Permissions error").refuse();
        }
        posts.remove(post);
        return success();
    }

    FacebookPost find(String verb, String id) {
        return posts.stream()
                .filter(post -> post.id().equals(id))
                .findFirst()
                .orElseThrow(() -> GraphErrors.noSuchObject(verb, id).refuse());
    }

    /** A post that the calling app has made. */
    private FacebookPost own(GraphRequest request, String verb, String id) {
        FacebookPost post = find(verb, id);
        access.checkPublishing(request.token(), post.page(), true);
        if (!post.app().equals(request.token().app())) {
            throw GraphErrors.error(403, 200, "(#200) Permissions error").refuse();
        }
        return post;
    }

    private static Answer success() {
        return Answer.json(200, Json.object().put("success", true));
    }
}
