package io.sharewire.twitter;

import io.sharewire.Problem;
import io.sharewire.text.TextFit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A text that is too long for one post, as the posts of a thread.
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

    /**
     * The posts for these words.
     *
     * @param end what stands below the first post: the link, after hashtags where there are any; empty if the words hold
     *     the link
     */
    static ThreadText of(String words, String end) {
        int firstRoom = WeightedLength.LIMIT - (end.isEmpty() ? 0 : WeightedLength.X.of(end.strip()) + 2);
        List<String> posts = new ArrayList<>(
                TextFit.split(words, index -> index == 0 ? firstRoom : WeightedLength.LIMIT, WeightedLength.X));
        if (!posts.isEmpty()) {
            posts.set(0, posts.get(0) + end);
        }
        return new ThreadText(List.copyOf(posts), problems(posts));
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
