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
    private final boolean hasPhotos;
    private final @Nullable String linkKey;
    private final @Nullable Instant scheduledAt;
    private final @Nullable String appId;
    private final Instant from;

    /** @param appId the app that posts, if it is known: another app's post is not ours */
    FacebookMatch(Draft draft, Instant since, @Nullable String appId) {
        this.message = CleanText.line(draft.text());
        this.hasPhotos = !draft.attachments().isEmpty();
        this.linkKey = hasPhotos ? null : key(draft.link());
        this.scheduledAt = scheduledAt(draft);
        this.appId = appId;
        this.from = since.minus(SKEW);
    }

    /** When the draft wants to go out; null for at once. */
    static @Nullable Instant scheduledAt(Draft draft) {
        String time = FacebookForm.read(draft.payload().get(0).body()).value("scheduled_publish_time");
        return time == null ? null : Instant.ofEpochSecond(Long.parseLong(time));
    }

    boolean matches(FacebookPost post) {
        return post.hasId()
                && !isOlder(post)
                && post.message() != null
                && CleanText.line(post.message()).equals(message)
                && (hasPhotos ? hasNoLinkCard(post) : leadsToTheArticle(post))
                && isFor(post)
                && isByOurApp(post);
    }

    /** Facebook names photos {@code photo} or {@code album}; that it is no link card is what tells them apart for sure. */
    private static boolean hasNoLinkCard(FacebookPost post) {
        return post.attached().stream().noneMatch(FacebookPost.Attachment::isLinkCard);
    }

    private boolean leadsToTheArticle(FacebookPost post) {
        return linkKey == null || links(post).anyMatch(key -> key.equals(linkKey));
    }

    /** A post that is out may not tell any more for when it was scheduled. */
    private boolean isFor(FacebookPost post) {
        Instant time = post.scheduledAt();
        return scheduledAt == null || time == null || time.equals(scheduledAt);
    }

    private boolean isByOurApp(FacebookPost post) {
        String app = post.application() == null ? null : post.application().id();
        return appId == null || app == null || app.equals(appId);
    }

    boolean isOlder(FacebookPost post) {
        Instant at = post.createdAt();
        return at != null && at.isBefore(from);
    }

    private static Stream<String> links(FacebookPost post) {
        return post.attached().stream()
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
