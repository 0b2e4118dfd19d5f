package io.sharewire.twitter;

import io.sharewire.Draft;
import io.sharewire.PayloadPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The posts of a draft among those of a timeline: of a thread, those that are there from the first on without a gap. */
final class FoundThread {

    private FoundThread() {}

    /** The posts, in order; of a draft of one post all that match, since more than one means that it is out twice. */
    static List<TwitterPost> in(List<TwitterPost> posts, Draft draft, Instant since) {
        List<TwitterMatch> parts = draft.payload().stream()
                .map(PayloadPart::body)
                .map(NewPost::textOf)
                .map(text -> new TwitterMatch(text, since))
                .toList();
        List<TwitterPost> first = posts.stream().filter(parts.get(0)::matches).toList();
        if (parts.size() == 1) {
            return first;
        }
        List<TwitterPost> longest = List.of();
        for (TwitterPost start : first) {
            List<TwitterPost> chain = chain(start, parts, posts);
            longest = chain.size() > longest.size() ? chain : longest;
        }
        return longest;
    }

    private static List<TwitterPost> chain(TwitterPost start, List<TwitterMatch> parts, List<TwitterPost> posts) {
        List<TwitterPost> chain = new ArrayList<>(List.of(start));
        while (chain.size() < parts.size()) {
            TwitterMatch next = parts.get(chain.size());
            String before = String.valueOf(chain.get(chain.size() - 1).id());
            List<TwitterPost> answers = posts.stream()
                    .filter(post -> post.answers(before) && next.matches(post))
                    .toList();
            if (answers.isEmpty()) {
                break;
            }
            chain.add(answers.get(0));
        }
        return chain;
    }
}
