package io.sharewire.url;

import java.util.Locale;
import okhttp3.HttpUrl;

/**
 * The campaign tags ({@code utm_source}, {@code utm_medium}, {@code utm_campaign}) of one channel's link.
 *
 * <p>Values are lower-cased and blanks become {@code -}, since analytics tools tell {@code Spring} from {@code spring}.
 *
 * @param source where the reader comes from, e.g. {@code facebook}
 * @param medium the kind of channel, e.g. {@code social} or {@code email}
 * @param name the campaign, e.g. {@code spring-election}
 */
public record Campaign(String source, String medium, String name) {

    /** Normalises the values; each must be non-blank. */
    public Campaign {
        source = slug("source", source);
        medium = slug("medium", medium);
        name = slug("name", name);
    }

    /**
     * {@code url} in canonical form with these tags; any campaign tags it had are replaced, so tagging twice changes
     * nothing. The rest of the query keeps its bytes.
     *
     * @throws IllegalArgumentException if {@code url} is not an http(s) address
     */
    public String tag(String url) {
        return HttpUrl.get(CanonicalUrl.of(url))
                .newBuilder()
                .setQueryParameter("utm_source", source)
                .setQueryParameter("utm_medium", medium)
                .setQueryParameter("utm_campaign", name)
                .build()
                .toString();
    }

    private static String slug(String what, String value) {
        String slug = value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        if (slug.isEmpty()) {
            throw new IllegalArgumentException("Campaign: " + what + " is blank");
        }
        return slug;
    }
}
