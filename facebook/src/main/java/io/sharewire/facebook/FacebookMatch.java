package io.sharewire.facebook;

import io.sharewire.Draft;
import io.sharewire.text.CleanText;
import io.sharewire.url.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a post read back is the one a draft stands for.
 *
 * <p>Facebook trims the text, wraps links in its link shim ({@code l.facebook.com/l.php?u=…}) and may show the page's
 * canonical address instead of the posted one; so texts are compared composed and with white space collapsed, links by
 * the key that canonical and tagged forms share.
 */
final class FacebookMatch {

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final String message;
    private final @Nullable String linkKey;
    private final Instant from;

    FacebookMatch(Draft draft, Instant since) {
        this.message = CleanText.line(draft.text());
        // A post with photos has no link card; its text holds the link.
        this.linkKey = draft.attachments().isEmpty() ? key(draft.link()) : null;
        this.from = since.minus(SKEW);
    }

    boolean matches(FacebookPost post) {
        return post.hasId()
                && !isOlder(post)
                && post.message() != null
                && CleanText.line(post.message()).equals(message)
                && (linkKey == null || links(post).anyMatch(key -> key.equals(linkKey)));
    }

    boolean isOlder(FacebookPost post) {
        Instant at = post.createdAt();
        return at != null && at.isBefore(from);
    }

    private static Stream<String> links(FacebookPost post) {
        if (post.attachments() == null || post.attachments().data() == null) {
            return Stream.empty();
        }
        return post.attachments().data().stream()
                .flatMap(a -> Stream.of(
                        a.unshimmedUrl(), a.target() == null ? null : a.target().url(), a.url()))
                .map(FacebookMatch::key)
                .filter(Objects::nonNull);
    }

    private static @Nullable String key(@Nullable String link) {
        String plain = unshim(link);
        return plain == null || CanonicalUrl.problem(plain).isPresent() ? null : CanonicalUrl.dedupKey(plain);
    }

    private static @Nullable String unshim(@Nullable String link) {
        HttpUrl url = link == null ? null : HttpUrl.parse(link);
        if (url == null
                || !url.host().equals("l.facebook.com")
                || !url.encodedPath().equals("/l.php")) {
            return link;
        }
        return url.queryParameter("u");
    }
}
