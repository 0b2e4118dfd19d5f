package io.sharewire.twitter;

import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Drafter;
import io.sharewire.Length;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * How an article becomes a post that ends with its link, or a thread of such posts; the share's pictures go with the first.
 *
 * <p>The editor's own words are never cut, and get no hashtags; only the link is added, unless they hold it already. The
 * card below the post is made by X from the page's own tags.
 */
final class TwitterText implements Drafter {

    private static final String JSON = "application/json";

    private final String target;
    private final TwitterPrices prices;
    private final TwitterOptions defaults;
    private final int limit;

    /**
     * The words of one account.
     *
     * @param limit how much a post may have, in weighted characters
     */
    TwitterText(String target, TwitterPrices prices, TwitterOptions defaults, int limit) {
        this.target = target;
        this.prices = prices;
        this.defaults = defaults;
        this.limit = limit;
    }

    @Override
    public Draft draft(Share share) {
        TwitterOptions options = share.options(TwitterOptions.class).orElse(defaults);
        // X ends a link at the first Hangul sign and sees none in a bare host name of Hangul: escapes and A-labels it
        // is.
        String link = HttpUrl.get(share.link(TwitterTarget.CHANNEL)).toString();
        return draft(share, options, link, words(share, options, link));
    }

    private ThreadText words(Share share, TwitterOptions options, String link) {
        if (!options.posts().isEmpty()) {
            return ThreadText.ofOwn(options.posts(), link, limit);
        }
        Optional<String> own = share.text(TwitterTarget.CHANNEL);
        Article article = share.article();
        if (options.thread()) {
            String words = own.orElseGet(() -> Composition.allWords(article));
            String end = own.isPresent()
                    ? Composition.endOfOwn(words, link)
                    : Composition.end(Hashtags.of(article, options.hashtags()), options, link);
            if (WeightedLength.X.of(words + end) > limit) {
                return ThreadText.split(words, end, limit);
            }
        }
        return ThreadText.of(own.map(given -> Composition.ofOwn(given, link, limit))
                .orElseGet(() -> Composition.of(article, options, link, limit)));
    }

    /** Checked whole before the first post goes: what is wrong with the last one must not be found out in public. */
    private Draft draft(Share share, TwitterOptions options, String link, ThreadText thread) {
        List<Media> files = share.media(TwitterTarget.CHANNEL);
        List<String> posts = thread.posts();
        List<Weight> weights = posts.stream().map(WeightedLength.X::count).toList();
        int longest = weights.stream().mapToInt(Weight::length).max().orElse(0);
        Draft.Builder draft = Draft.builder(target, TwitterTarget.CHANNEL, share, String.join("\n\n", posts))
                .length(new Length(longest, limit, WeightedLength.UNIT))
                .link(link)
                .attachments(files)
                .problems(extras(files, options))
                .problems(thread.problems())
                .problems(TextProblems.of(weights, link, limit))
                .cost(prices.of(posts, files));
        for (int i = 0; i < posts.size(); i++) {
            draft.part(JSON, i == 0 ? NewPost.first(posts.get(i), options) : NewPost.answer(posts.get(i)));
        }
        return draft.build();
    }

    /** What is wrong with what goes along with the text. */
    private static List<Problem> extras(List<Media> files, TwitterOptions options) {
        List<Problem> problems = new ArrayList<>(MediaProblems.of(files));
        if (options.poll() != null) {
            problems.addAll(options.poll().problems(files));
        }
        return problems;
    }
}
