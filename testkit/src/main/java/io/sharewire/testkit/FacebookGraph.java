package io.sharewire.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of a call through the Graph API: who is it, may it, then what does it want. */
final class FacebookGraph {

    final FacebookRules rules = new FacebookRules();
    final FacebookLimits limits = new FacebookLimits();
    final FacebookWeb web = new FacebookWeb();
    final FacebookTokens tokens;
    final FacebookPages pages;
    final FacebookAccess access;
    final FacebookLogin login;
    final FacebookPosts posts;
    final FacebookComments comments;

    private final Clock clock;
    private final FaultScript script;
    private final FacebookLinks links = new FacebookLinks(web);
    private final FacebookPhotos photos = new FacebookPhotos(rules, web);
    private final FacebookPublishing publishing;
    private final FacebookNodes nodes;

    FacebookGraph(Clock clock, FaultScript script) {
        this.clock = clock;
        this.script = script;
        tokens = new FacebookTokens(clock);
        pages = new FacebookPages(tokens);
        access = new FacebookAccess(clock, tokens, pages);
        login = new FacebookLogin(tokens);
        posts = new FacebookPosts(access, rules);
        comments = new FacebookComments(access, rules);
        publishing = new FacebookPublishing(access, rules, limits, links, photos, posts);
        nodes = new FacebookNodes(pages, tokens, posts, comments, links);
    }

    void reset() {
        rules.reset();
        limits.reset();
        web.reset();
        tokens.reset();
        pages.reset();
        login.reset();
        access.requireProof(false);
        links.clear();
        photos.clear();
        posts.clear();
        comments.clear();
    }

    Answer answer(Call call) {
        String version = "v" + GraphVersion.OLDEST + ".0";
        Answer answer;
        try {
            GraphVersion asked = GraphVersion.of(call.path());
            version = asked.served();
            answer = serve(call, asked.rest());
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        return GraphEtag.on(call, answer.with("facebook-api-version", version));
    }

    private Answer serve(Call call, List<String> path) {
        FacebookPage page = pageWrittenTo(call, path);
        boolean toFeed = page != null && path.get(1).equals("feed");
        Fault feedFault = toFeed ? script.next() : null;
        GraphInput input = GraphInput.of(call);
        Optional<String> batch = input.text("batch");
        if (path.isEmpty() && batch.isPresent() && call.method().equals("POST")) {
            return new FacebookBatch(call, input, this::answer).run(batch.orElseThrow());
        }
        if (path.equals(List.of("oauth", "access_token"))) {
            return login.exchange(input);
        }
        if (path.equals(List.of("dialog", "oauth"))) {
            return login.dialog(input);
        }
        boolean photoIsPost = page != null && !toFeed && isPost(input);
        Fault fault = photoIsPost ? script.next() : feedFault;
        FacebookToken token = access.check(call, input);
        Instant now = clock.instant();
        boolean onPage = !path.isEmpty() && pages.find(path.get(0)).isPresent();
        Map<String, String> usage = limits.take(token, onPage, now);
        GraphRequest request = new GraphRequest(call, input, path, token, now);
        try {
            Answer answer = page == null ? nodes.answer(request) : publish(request, page, photoIsPost, fault);
            return answer.withDefaults(usage);
        } catch (Refusal refusal) {
            return refusal.answer().withDefaults(usage);
        }
    }

    private @Nullable FacebookPage pageWrittenTo(Call call, List<String> path) {
        boolean creates = call.method().equals("POST")
                && path.size() == 2
                && (path.get(1).equals("feed") || path.get(1).equals("photos"));
        return creates ? pages.find(path.get(0)).orElse(null) : null;
    }

    private static boolean isPost(GraphInput photo) {
        return photo.flag("published", true)
                || photo.text("scheduled_publish_time").isPresent();
    }

    private Answer publish(GraphRequest request, FacebookPage page, boolean photoIsPost, @Nullable Fault fault) {
        if (request.path().get(1).equals("feed")) {
            return publishing.toFeed(request, page, fault);
        }
        return photoIsPost ? publishing.toPhotos(request, page, fault) : publishing.upload(request, page);
    }
}
