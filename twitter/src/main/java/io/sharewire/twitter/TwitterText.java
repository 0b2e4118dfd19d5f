package io.sharewire.twitter;

import io.sharewire.Article;
import io.sharewire.Cost;
import io.sharewire.Draft;
import io.sharewire.Drafter;
import io.sharewire.Length;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * How an article becomes a post of at most 280 weighted characters with the link at its end, or a thread of such posts; the
 * share's pictures go with the first.
 *
 * <p>The editor's own words are never cut, and get no hashtags; only the link is added, unless they hold it already. The
 * card below the post is made by X from the page's own tags.
 */
final class TwitterText implements Drafter {

    private static final String JSON = "application/json";

    private final String target;
    private final TwitterPrices prices;
    private final TwitterOptions defaults;

    TwitterText(String target, TwitterPrices prices, TwitterOptions defaults) {
        this.target = target;
        this.prices = prices;
        this.defaults = defaults;
    }

    @Override
    public Draft draft(Share share) {
        TwitterOptions options = share.options(TwitterOptions.class).orElse(defaults);
        // X ends a link at the first Hangul sign and sees none in a bare host name of Hangul: escapes and A-labels it
        // is.
        String link = HttpUrl.get(share.link(TwitterTarget.CHANNEL)).toString();
        Optional<String> own = share.text(TwitterTarget.CHANNEL);
        if (options.thread()) {
            Optional<ThreadText> thread = threadOf(own, share.article(), options, link);
            if (thread.isPresent()) {
                return thread(share, thread.get(), options, link);
            }
        }
        Composition composition = own.map(given -> Composition.ofOwn(given, link))
                .orElseGet(() -> Composition.of(share.article(), options, link));
        String text = composition.text();
        Weight weight = WeightedLength.X.count(text);
        return Draft.builder(target, TwitterTarget.CHANNEL, share, text)
                .length(length(weight))
                .link(link)
                .attachments(share.media(TwitterTarget.CHANNEL))
                .problems(extras(share, options))
                .problems(composition.problems())
                .problems(TextProblems.of(weight, link))
                .cost(price(weight))
                .part(JSON, NewPost.first(text, options))
                .build();
    }

    /** The thread, where the words need one; an article's words are all told then, rather than fitted. */
    private static Optional<ThreadText> threadOf(
            Optional<String> own, Article article, TwitterOptions options, String link) {
        String words = own.orElseGet(() -> Composition.allWords(article));
        String end = own.isPresent()
                ? Composition.endOfOwn(words, link)
                : Composition.end(Hashtags.of(article, options.hashtags()), options, link);
        return WeightedLength.X.of(words + end) <= WeightedLength.LIMIT
                ? Optional.empty()
                : Optional.of(ThreadText.of(words, end));
    }

    /** Checked whole before the first post goes: what is wrong with the last one must not be found out in public. */
    private Draft thread(Share share, ThreadText thread, TwitterOptions options, String link) {
        List<Weight> weights =
                thread.posts().stream().map(WeightedLength.X::count).toList();
        Weight longest = weights.stream()
                .max(Comparator.comparingInt(Weight::length))
                .orElseGet(() -> WeightedLength.X.count(""));
        Draft.Builder draft = Draft.builder(target, TwitterTarget.CHANNEL, share, String.join("\n\n", thread.posts()))
                .length(length(longest))
                .link(link)
                .attachments(share.media(TwitterTarget.CHANNEL))
                .problems(extras(share, options))
                .problems(thread.problems());
        Cost total = null;
        for (int i = 0; i < weights.size(); i++) {
            Weight weight = weights.get(i);
            draft.problems(i == 0 ? TextProblems.of(weight, link) : TextProblems.ofAnswer(weight, link));
            String text = thread.posts().get(i);
            draft.part(JSON, i == 0 ? NewPost.first(text, options) : NewPost.answer(text));
            Cost price = price(weight);
            total = total == null ? price : new Cost(total.amount().add(price.amount()), price.currency());
        }
        return draft.cost(total).build();
    }

    /** What is wrong with what goes along with the text. */
    private static List<Problem> extras(Share share, TwitterOptions options) {
        List<Media> files = share.media(TwitterTarget.CHANNEL);
        List<Problem> problems = new ArrayList<>(MediaProblems.of(files));
        if (options.poll() != null) {
            problems.addAll(options.poll().problems(files));
        }
        return problems;
    }

    private Cost price(Weight weight) {
        return weight.urls().isEmpty() ? prices.post() : prices.postWithLink();
    }

    private static Length length(Weight weight) {
        return new Length(weight.length(), WeightedLength.LIMIT, WeightedLength.UNIT);
    }
}
