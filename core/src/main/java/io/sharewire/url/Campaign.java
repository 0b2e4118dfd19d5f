package io.sharewire.url;

import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The campaign tags ({@code utm_source}, {@code utm_medium}, {@code utm_campaign}, …) of one channel's link.
 *
 * <p>Values are lower-cased and blanks become {@code -}, since analytics tools tell {@code Spring} from {@code spring}.
 *
 * @param source where the reader comes from, e.g. {@code facebook}
 * @param medium the kind of channel, e.g. {@code social} or {@code email}
 * @param name the campaign, e.g. {@code spring-election}
 * @param content which of several links it is, {@code utm_content}; null for none
 * @param id the campaign's number in the analytics tool, {@code utm_id}; null for none
 * @param term the search term that was paid for, {@code utm_term}; null for none
 */
public record Campaign(
        String source,
        String medium,
        String name,
        @Nullable String content,
        @Nullable String id,
        @Nullable String term) {

    /** Normalises the values; source, medium and name must be non-blank. */
    public Campaign {
        source = slug("source", source);
        medium = slug("medium", medium);
        name = slug("name", name);
        content = content == null ? null : slug("content", content);
        id = id == null ? null : slug("id", id);
        term = term == null ? null : slug("term", term);
    }

    /** The three tags that every campaign has. */
    public Campaign(String source, String medium, String name) {
        this(source, medium, name, null, null, null);
    }

    /** The same campaign for one of several links, e.g. {@code top-button}. */
    public Campaign withContent(String which) {
        return new Campaign(source, medium, name, which, id, term);
    }

    /** The same campaign with its number in the analytics tool. */
    public Campaign withId(String number) {
        return new Campaign(source, medium, name, content, number, term);
    }

    /** The same campaign for one search term. */
    public Campaign withTerm(String words) {
        return new Campaign(source, medium, name, content, id, words);
    }

    /**
     * {@code url} in canonical form with these tags; any campaign tags it had are replaced, so tagging twice changes
     * nothing. The rest of the query keeps its bytes.
     *
     * @throws IllegalArgumentException if {@code url} is not an http(s) address
     */
    public String tag(String url) {
        HttpUrl.Builder tagged = HttpUrl.get(CanonicalUrl.of(url))
                .newBuilder()
                .setQueryParameter("utm_source", source)
                .setQueryParameter("utm_medium", medium)
                .setQueryParameter("utm_campaign", name);
        set(tagged, "utm_content", content);
        set(tagged, "utm_id", id);
        set(tagged, "utm_term", term);
        return tagged.build().toString();
    }

    /**
     * {@code url} as it is, in ASCII, if it has campaign tags already; else as {@link #tag}. Never half of each.
     *
     * @throws IllegalArgumentException if {@code url} is not an http(s) address
     */
    public String tagUnlessTagged(String url) {
        String ascii = CanonicalUrl.ascii(url);
        boolean isTagged = HttpUrl.get(ascii).queryParameterNames().stream()
                .anyMatch(parameter -> parameter.toLowerCase(Locale.ROOT).startsWith("utm_"));
        return isTagged ? ascii : tag(ascii);
    }

    private static void set(HttpUrl.Builder url, String parameter, @Nullable String value) {
        if (value != null) {
            url.setQueryParameter(parameter, value);
        }
    }

    private static String slug(String what, String value) {
        String slug = value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        if (slug.isEmpty()) {
            throw new IllegalArgumentException("Campaign: " + what + " is blank");
        }
        return slug;
    }
}
