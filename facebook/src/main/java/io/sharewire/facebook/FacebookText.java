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
import io.sharewire.url.PercentEncoding;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How an article becomes a post: the lead as {@code message}, and a link whose card Facebook makes from the page's own
 * tags, or photos where the share has any.
 *
 * <p>Facebook takes up to 63,206 characters; which unit it counts is not documented, so UTF-16 units, the strictest
 * reading, are counted here.
 */
final class FacebookText implements Drafter {

    static final int LIMIT = 63_206;

    private static final String UNIT = "characters";

    private final String target;

    FacebookText(String target) {
        this.target = target;
    }

    @Override
    public Draft draft(Share share) {
        FacebookOptions options = share.options(FacebookOptions.class).orElse(FacebookOptions.defaults());
        String given = share.text(FacebookTarget.CHANNEL).orElseGet(() -> compose(share.article(), options));
        // "@[123]" would mention the Page 123; an article's text never means that.
        String words = given.replace("@[", "@ [");
        String link = share.link(FacebookTarget.CHANNEL);
        List<Media> photos = share.media(FacebookTarget.CHANNEL);
        // A post with photos shows no link card: there the link stands in the text.
        String message = photos.isEmpty() || words.contains(link) ? words : words + "\n\n" + link;
        Length length = new Length(TextMeasure.UTF16.of(message), LIMIT, UNIT);
        Draft.Builder draft = Draft.builder(target, FacebookTarget.CHANNEL, share, message)
                .length(length)
                .link(link)
                .attachments(photos)
                .problems(FacebookPhotos.problems(photos))
                .part("application/x-www-form-urlencoded", form(message, photos.isEmpty() ? link : null));
        if (photos.isEmpty()) {
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
        checkLink(link, draft);
        return draft.build();
    }

    private static String compose(Article article, FacebookOptions options) {
        String lead = article.summary() == null ? article.title() : article.summary();
        String hashtags = article.tags().stream()
                .map(tag -> "#" + tag.replaceAll("[^\\p{L}\\p{M}\\p{N}_]", ""))
                .filter(tag -> tag.length() > 1)
                .limit(options.hashtags())
                .collect(Collectors.joining(" "));
        String tail = hashtags.isEmpty() ? "" : "\n\n" + hashtags;
        return TextFit.fit(lead, LIMIT - tail.length(), TextMeasure.UTF16) + tail;
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

    /** Every value fully encoded: no text can become another parameter. */
    private static String form(String message, @Nullable String link) {
        String form = "message=" + PercentEncoding.encode(message);
        return link == null ? form : form + "&link=" + PercentEncoding.encode(link);
    }
}
