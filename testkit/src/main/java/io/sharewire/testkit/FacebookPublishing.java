package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The create calls: posts to the feed, photos that are posts, photos for later posts; and the ways in which they break. */
final class FacebookPublishing {

    private static final GraphFields ID = GraphFields.parse("id");

    private final FacebookAccess access;
    private final FacebookRules rules;
    private final FacebookLimits limits;
    private final FacebookLinks links;
    private final FacebookPhotos photos;
    private final FacebookPosts posts;

    FacebookPublishing(
            FacebookAccess access,
            FacebookRules rules,
            FacebookLimits limits,
            FacebookLinks links,
            FacebookPhotos photos,
            FacebookPosts posts) {
        this.access = access;
        this.rules = rules;
        this.limits = limits;
        this.links = links;
        this.photos = photos;
        this.posts = posts;
    }

    /** {@code POST /PAGE/feed}. */
    Answer toFeed(GraphRequest request, FacebookPage page, @Nullable Fault fault) {
        Answer lost = beforeStoring(request, page, fault);
        if (lost != null) {
            return lost;
        }
        Instant now = request.now();
        FacebookDraft draft = FacebookDraft.of(request.input(), rules, now);
        List<FacebookPhotos.Photo> media = photos.attachedBy(request, draft.scheduledAt() != null);
        String link = draft.link();
        FacebookPost post = post(request, page, draft, link == null ? null : links.preview(link, now), media);
        return stored(post, request, fault);
    }

    /** {@code POST /PAGE/photos} of a photo that is a post by itself. */
    Answer toPhotos(GraphRequest request, FacebookPage page, @Nullable Fault fault) {
        Answer lost = beforeStoring(request, page, fault);
        if (lost != null) {
            return lost;
        }
        FacebookDraft draft = FacebookDraft.ofCaption(request.input(), rules, request.now());
        return stored(post(request, page, draft, null, List.of(photos.upload(request))), request, fault);
    }

    /** {@code POST /PAGE/photos} of a photo that waits for its post. */
    Answer upload(GraphRequest request, FacebookPage page) {
        access.checkPublishing(request.token(), page, false);
        return Answer.json(200, Json.object().put("id", photos.upload(request).id()));
    }

    private @Nullable Answer beforeStoring(GraphRequest request, FacebookPage page, @Nullable Fault fault) {
        if (fault == Fault.NOT_STORED_RESET) {
            return GraphErrors.unknown().answer().ending(Answer.Ending.RESET);
        }
        if (fault == Fault.RATE_LIMITED) {
            return GraphErrors.tooManyCalls().answer().withDefaults(FacebookLimits.businessUse(page.id(), 100, 5));
        }
        if (fault == Fault.NOT_STORED_500) {
            return GraphErrors.unknown().answer();
        }
        if (fault == Fault.NOT_STORED_200) {
            return GraphErrors.unknown().answerAsSuccess();
        }
        if (fault == Fault.TOO_FAST) {
            limits.postsTooFast(page.id(), request.now());
        }
        boolean published = request.input().flag("published", true);
        access.checkPublishing(request.token(), page, published);
        limits.takePost(page.id(), request.now());
        return null;
    }

    private FacebookPost post(
            GraphRequest request,
            FacebookPage page,
            FacebookDraft draft,
            @Nullable FacebookPreview card,
            List<FacebookPhotos.Photo> media) {
        Instant now = request.now();
        return new FacebookPost(page, posts.nextNumber(), request.token().app(), draft, card, media, now, now, now);
    }

    private Answer stored(FacebookPost post, GraphRequest request, @Nullable Fault fault) {
        Instant now = request.now();
        if (posts.last(post.page()).filter(post::saysTheSameAs).isPresent()) {
            throw GraphErrors.duplicate().refuse();
        }
        if (post.waitsAt(now) && posts.waiting(post.page(), now) >= rules.queue()) {
            throw FacebookDraft.badTime();
        }
        posts.add(fault == Fault.STORED_UNSEEN_THEN_RESET ? post.readFrom(now.plus(rules.readLag())) : post);
        if (fault == Fault.STORED_THEN_NO_ID) {
            return Answer.json(200, Json.object().put("id", "0"));
        }
        // The read comes after the write: when it fails, the post exists all the same.
        GraphFields fields = request.fields(ID);
        FacebookPostNode.checkFields(fields);
        ObjectNode json = fields.of(FacebookPostNode.of(post, now));
        if (request.path().get(1).equals("photos")) {
            json.put("id", post.photos().get(0).id());
            if (post.isOutAt(now)) {
                json.put("post_id", post.id());
            }
        }
        return Answer.json(200, json).brokenBy(fault, GraphErrors.serviceDown().answer());
    }
}
