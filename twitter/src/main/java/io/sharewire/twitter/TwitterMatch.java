package io.sharewire.twitter;

import io.sharewire.text.CleanText;
import java.time.Duration;
import java.time.Instant;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a post read back is one that was sent.
 *
 * <p>X escapes {@code & < >}, puts t.co addresses in place of links and appends one for attached media, so a post's text
 * never equals what was sent. Texts are compared composed and with white space collapsed, links in them by the key that
 * all spellings of one address share.
 */
final class TwitterMatch {

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final String text;
    private final Instant from;

    TwitterMatch(String text, Instant since) {
        this.text = keyed(text);
        this.from = from(since);
    }

    /** From when on a post may be ours, clocks being what they are. */
    static Instant from(Instant since) {
        return since.minus(SKEW);
    }

    boolean matches(TwitterPost post) {
        String read = post.wholeText();
        Instant at = post.createdAt();
        return post.hasId()
                && read != null
                && (at == null || !at.isBefore(from))
                && keyed(expanded(read, post)).equals(text);
    }

    private static String expanded(String escaped, TwitterPost post) {
        String read = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        for (TwitterPost.Url url : post.urls()) {
            if (url.url() != null && url.mediaKey() != null) {
                read = read.replace(url.url(), "");
            } else if (url.url() != null && url.expandedUrl() != null) {
                read = read.replace(url.url(), escapedAddress(url.expandedUrl()));
            }
        }
        return read;
    }

    /** An address as it was sent, in case it is shown with its escapes undone. */
    private static String escapedAddress(String address) {
        @Nullable HttpUrl parsed = HttpUrl.parse(address);
        return parsed == null ? address : parsed.toString();
    }

    private static String keyed(String words) {
        return TwitterUrls.replace(CleanText.line(words), LinkKey::of);
    }
}
