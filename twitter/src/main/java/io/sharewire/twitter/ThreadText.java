package io.sharewire.twitter;

import io.sharewire.Problem;
import io.sharewire.text.TextFit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A text as the posts of a thread; a text that fits makes a thread of one.
 *
 * <p>The link stands below the first post: that is the one timelines show, and the card belongs there. Every post is a
 * create call with a price and a duplicate check of its own.
 *
 * @param posts the text of each post
 * @param problems what an editor should know about how they were made
 */
record ThreadText(List<String> posts, List<Problem> problems) {

    /** More posts than this are a mistake rather than a thread. */
    private static final int MOST = 25;

    /** The one post of a composition. */
    static ThreadText of(Composition one) {
        return new ThreadText(List.of(one.text()), one.problems());
    }

    /**
     * The posts for words that are too long for one.
     *
     * @param end what stands below the first post: the link, after hashtags where there are any; empty if the words hold
     *     the link
     * @param limit how much a post may have
     */
    static ThreadText split(String words, String end, int limit) {
        int firstRoom = limit - (end.isEmpty() ? 0 : WeightedLength.X.of(end.strip()) + 2);
        List<String> posts =
                new ArrayList<>(TextFit.split(words, index -> index == 0 ? firstRoom : limit, WeightedLength.X));
        if (!posts.isEmpty()) {
            posts.set(0, posts.get(0) + end);
        }
        return new ThreadText(List.copyOf(posts), problems(posts));
    }

    /** An editor's own posts as they are, with the link below the first unless one of them holds it. */
    static ThreadText ofOwn(List<String> own, String link, int limit) {
        List<String> posts = new ArrayList<>(own);
        if (!Composition.endOfOwn(String.join("\n", own), link).isEmpty()) {
            posts.set(0, Composition.ofOwn(own.get(0), link, limit).text().stripLeading());
        }
        List<Problem> problems = problems(posts);
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).isEmpty()) {
                problems.add(Problem.error(
                        "EMPTY_POST", "Post " + (i + 1) + " of the thread is empty.", "Write it, or leave it out."));
            }
        }
        return new ThreadText(List.copyOf(posts), problems);
    }

    private static List<Problem> problems(List<String> posts) {
        List<Problem> problems = new ArrayList<>();
        if (posts.isEmpty()) {
            problems.add(Problem.error(
                    "NO_ROOM_FOR_TEXT", "There is no room for any text beside the link.", "Use a short link."));
        }
        if (posts.size() > MOST) {
            problems.add(Problem.error(
                    "THREAD_TOO_LONG",
                    "The text makes a thread of " + posts.size() + " posts; more than " + MOST + " are refused here.",
                    "Shorten the text."));
        }
        if (new HashSet<>(posts).size() < posts.size()) {
            problems.add(Problem.error(
                    "POSTS_ALIKE",
                    "Two posts of the thread have the same text, and X refuses the second as a duplicate.",
                    "Change the text where it repeats itself."));
        }
        return problems;
    }
}
