package io.sharewire.testkit;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a link to X's composer, {@code https://x.com/intent/tweet?…}, fills in, decoded as the composer decodes it.
 *
 * @param text the text in front of everything else
 * @param url the link
 * @param hashtags the hashtags, without {@code #}
 * @param via the account named at the end, without {@code @}
 * @param related the accounts suggested, each perhaps with {@code :} and a description
 * @param inReplyTo the post to be answered
 * @param lang the language of the page
 */
public record TwitterIntent(
        Optional<String> text,
        Optional<String> url,
        List<String> hashtags,
        Optional<String> via,
        List<String> related,
        Optional<String> inReplyTo,
        Optional<String> lang) {

    private static final Set<String> HOSTS = Set.of("x.com", "twitter.com");
    private static final Set<String> PATHS = Set.of("/intent/tweet", "/intent/post");
    private static final Set<String> NAMES = Set.of("text", "url", "hashtags", "via", "related", "in_reply_to", "lang");

    /**
     * Reads a link to the composer.
     *
     * @throws IllegalArgumentException if it is none, or if a parameter is unknown, empty, doubled or malformed
     */
    public static TwitterIntent parse(String link) {
        URI uri = URI.create(link);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        check("https".equals(uri.getScheme()) && HOSTS.contains(host) && PATHS.contains(uri.getPath()), link);
        Parameters query =
                Parameters.decode(Optional.ofNullable(uri.getRawQuery()).orElse(""));
        List<String> names = query.pairs().stream().map(Map.Entry::getKey).toList();
        check(NAMES.containsAll(names) && Set.copyOf(names).size() == names.size(), link);
        check(query.pairs().stream().noneMatch(pair -> pair.getValue().isEmpty()), link);
        TwitterIntent intent = new TwitterIntent(
                query.first("text"),
                query.first("url"),
                list(query, "hashtags"),
                query.first("via"),
                list(query, "related"),
                query.first("in_reply_to"),
                query.first("lang"));
        check(intent.url().map(url -> url.matches("(?i)https?://.+")).orElse(true), link);
        check(intent.hashtags().stream().noneMatch(tag -> tag.isEmpty() || tag.startsWith("#")), link);
        check(intent.via().map(name -> name.matches("\\w{1,20}")).orElse(true), link);
        check(intent.inReplyTo().map(id -> id.matches("[0-9]{1,19}")).orElse(true), link);
        return intent;
    }

    private static List<String> list(Parameters query, String name) {
        return query.first(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .toList();
    }

    private static void check(boolean holds, String link) {
        if (!holds) {
            throw new IllegalArgumentException("not a link to X's composer: " + link);
        }
    }
}
