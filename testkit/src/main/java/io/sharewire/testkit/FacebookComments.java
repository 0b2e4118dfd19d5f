package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The comments that a Page makes below its posts. */
final class FacebookComments {

    private static final long FIRST_COMMENT = 1_200_000_000_000_001L;
    private static final int LONGEST = 8_000;
    private static final Set<String> KNOWN_FIELDS = Set.of("id", "message", "created_time", "permalink_url", "from");
    private static final GraphFields ID = GraphFields.parse("id");
    private static final GraphFields DEFAULT_FIELDS = GraphFields.parse("id,message,created_time,from");

    private record Comment(FacebookPost post, long number, String message, Instant created) {

        String id() {
            return post.number() + "_" + number;
        }

        ObjectNode toJson() {
            ObjectNode json = Json.object()
                    .put("id", id())
                    .put("message", message)
                    .put("created_time", GraphTime.format(created))
                    .put("permalink_url", post.permalink() + "?comment_id=" + number);
            json.putObject("from")
                    .put("name", post.page().name())
                    .put("id", post.page().id());
            return json;
        }
    }

    private final FacebookAccess access;
    private final FacebookRules rules;
    private final List<Comment> comments = new ArrayList<>();

    FacebookComments(FacebookAccess access, FacebookRules rules) {
        this.access = access;
        this.rules = rules;
    }

    void clear() {
        comments.clear();
    }

    /** The texts below a post, oldest first. */
    List<String> below(String postId) {
        return below(postId, comments.stream()).map(Comment::message).toList();
    }

    Answer add(GraphRequest request, FacebookPost post) {
        access.checkCommenting(request.token());
        GraphInput input = request.input();
        String message = FacebookDraft.stored(input.text("message").orElse(""));
        boolean hasAttachment = Stream.of("attachment_url", "attachment_id", "attachment_share_url")
                        .anyMatch(name -> input.text(name).isPresent())
                || !request.call().files().isEmpty();
        if (message.isEmpty() && !hasAttachment) {
            throw GraphErrors.invalidParameter("Param message must not be empty")
                    .refuse();
        }
        if (message.length() > LONGEST) {
            throw GraphErrors.invalidParameter("Param message is too long").refuse();
        }
        if (!post.isOutAt(request.now())) {
            throw GraphErrors.invalidParameter("Comments cannot be made on a post that is not published")
                    .refuse();
        }
        if (rules.commentsRefused()) {
            throw GraphErrors.error(400, 368, "The action attempted has been deemed abusive or is otherwise disallowed")
                    .subcode(1404006)
                    .refuse();
        }
        Comment comment = new Comment(post, FIRST_COMMENT + comments.size(), message, request.now());
        comments.add(comment);
        GraphFields fields = request.fields(ID);
        fields.checkKnown(KNOWN_FIELDS);
        return Answer.json(200, fields.of(comment.toJson()));
    }

    Answer list(GraphRequest request, FacebookPost post) {
        access.checkReading(request.token());
        GraphFields fields = request.fields(DEFAULT_FIELDS);
        fields.checkKnown(KNOWN_FIELDS);
        List<Comment> rows = below(post.id(), comments.stream()).toList();
        ObjectNode json = GraphPaging.page(
                request, rows, comment -> -comment.number(), comment -> true, comment -> fields.of(comment.toJson()));
        return Answer.json(200, json);
    }

    private static Stream<Comment> below(String postId, Stream<Comment> all) {
        return all.filter(comment -> comment.post().id().equals(postId));
    }
}
