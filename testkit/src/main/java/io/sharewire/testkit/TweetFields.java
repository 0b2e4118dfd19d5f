package io.sharewire.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which fields a read asks for, and in which of the two dialects.
 *
 * @param names the fields asked for; unknown ones are ignored
 * @param currentNames whether the answer uses today's names rather than the older ones
 */
record TweetFields(Set<String> names, boolean currentNames) {

    /** In today's dialect these two are expansions, and asking for them as fields gives nothing. */
    private static final Set<String> EXPANSIONS = Set.of("referenced_posts", "author_id");

    static TweetFields of(Parameters query) {
        boolean current = query.first("post.fields").isPresent();
        Set<String> names = new HashSet<>(split(query, current ? "post.fields" : "tweet.fields"));
        if (current) {
            names.removeAll(EXPANSIONS);
            split(query, "expansions").stream().filter(EXPANSIONS::contains).forEach(names::add);
        }
        return new TweetFields(Set.copyOf(names), current);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    private static List<String> split(Parameters query, String name) {
        return List.of(query.first(name).orElse("").split(",", -1));
    }
}
