package io.sharewire.facebook;

import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Drafter;
import io.sharewire.Length;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Share;
import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import io.sharewire.url.CanonicalUrl;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How an article becomes a post: the lead as {@code message}, and a link whose card Facebook makes from the page's own
 * tags, or photos where the share has any.
 *
 * <p>Facebook takes up to 63,206 characters; which unit it counts is not documented, so UTF-16 units, the strictest
 * reading, are counted here. Beside the share, one thing is read: the clock, and only to tell whether a scheduled post
 * lies within Facebook's window.
 */
final class FacebookText implements Drafter {

    static final int LIMIT = 63_206;

    private static final String UNIT = "characters";

    private final String target;
    private final FacebookLimits limits;
    private final Clock clock;

    FacebookText(String target, FacebookLimits limits, Clock clock) {
        this.target = target;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Draft draft(Share share) {
        FacebookOptions options = share.options(FacebookOptions.class).orElse(FacebookOptions.defaults());
        String link = share.link(FacebookTarget.CHANNEL);
        List<Media> photos = share.media(FacebookTarget.CHANNEL);
        boolean card = photos.isEmpty();
        boolean linkInComment = !card && options.linkPlace() == FacebookOptions.LinkPlace.FIRST_COMMENT;
        // A post with photos shows no link card: there the link stands in the text or in the comment.
        String tail = card || linkInComment ? "" : "\n\n" + link;
        String given = share.text(FacebookTarget.CHANNEL)
                .orElseGet(() -> compose(share.article(), options, LIMIT - tail.length()));
        String words = withoutMentions(given);
        boolean there = holds(words, link);
        String message = there ? words : words + tail;
        Length length = new Length(TextMeasure.UTF16.of(message), LIMIT, UNIT);
        Draft.Builder draft = Draft.builder(target, FacebookTarget.CHANNEL, share, message)
                .length(length)
                .link(link)
                .attachments(photos)
                .problems(FacebookPhotos.problems(photos, limits.photoBytes()))
                .part(FacebookForm.TYPE, form(message, card ? link : null, options));
        if (card) {
            draft.media(share.article().images().stream().limit(1).toList());
        }
        if (length.exceeded()) {
            draft.problem(Problem.textTooLong(length));
        }
        if (!words.equals(given)) {
            draft.problem(Problem.warning(
                    "MENTION_DEFUSED",
                    "The text holds '@[', which Facebook reads as a mention.",
                    "A blank was put in between; nothing needs to be done."));
        }
        if (options.scheduledAt() != null) {
            draft.problems(FacebookSchedule.problems(options.scheduledAt(), clock.instant(), limits));
        }
        FacebookComment.add(draft, options, linkInComment && !there ? link : null);
        checkLink(link, draft);
        return draft.build();
    }

    private static String compose(Article article, FacebookOptions options, int room) {
        String lead = article.summary() == null ? article.title() : article.summary();
        String hashtags = article.tags().stream()
                .map(tag -> "#" + tag.replaceAll("[^\\p{L}\\p{M}\\p{N}_]", ""))
                .filter(tag -> tag.length() > 1)
                .limit(options.hashtags())
                .collect(Collectors.joining(" "));
        String tail = hashtags.isEmpty() ? "" : "\n\n" + hashtags;
        // Taking the sense out of mentions can make a text longer, so it is done before the text is fitted.
        return TextFit.fit(withoutMentions(lead), room - tail.length(), TextMeasure.UTF16) + tail;
    }

    /** "@[123]" would mention the Page 123; an article's text never means that. */
    static String withoutMentions(String text) {
        return text.replace("@[", "@ [");
    }

    /** Whether the text has this very link, and not one that only begins like it. */
    static boolean holds(String text, String link) {
        return Pattern.compile(Pattern.quote(link) + "(?![\\w/%?&=#~+-]|[.:,]\\w)")
                .matcher(text)
                .find();
    }

    private static void checkLink(String link, Draft.Builder draft) {
        if (!CanonicalUrl.looksPublic(link)) {
            draft.problem(Problem.error(
                    "LINK_NOT_PUBLIC",
                    "Facebook cannot reach " + link + ", and refuses a post with a link it cannot see.",
                    "Share the article's public address."));
        }
        String host = HttpUrl.get(link).host();
        if (host.equals("facebook.com") || host.endsWith(".facebook.com")) {
            draft.problem(Problem.error(
                    "LINK_TO_FACEBOOK",
                    "Facebook does not take posts that link to itself: " + link,
                    "Share the article's own address."));
        }
    }

    /** A time is never sent without {@code published=false}: the post might go out at once. */
    private static String form(String message, @Nullable String link, FacebookOptions options) {
        FacebookForm form = new FacebookForm().with("message", message).with("link", link);
        Instant time = options.scheduledAt();
        if (time != null) {
            form.with("published", "false")
                    .with("scheduled_publish_time", String.valueOf(time.getEpochSecond()))
                    .with("unpublished_content_type", "SCHEDULED");
        }
        if (options.audience() != null) {
            form.with("targeting", options.audience().toJson());
        }
        if (options.feedPreference() != null) {
            form.with("feed_targeting", options.feedPreference().toJson());
        }
        return form.body();
    }
}
