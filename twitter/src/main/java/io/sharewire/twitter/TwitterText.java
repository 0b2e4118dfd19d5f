package io.sharewire.twitter;

import io.sharewire.Draft;
import io.sharewire.Drafter;
import io.sharewire.Length;
import io.sharewire.Share;
import io.sharewire.json.Json;
import okhttp3.HttpUrl;

/**
 * How an article becomes a post of at most 280 weighted characters with the link at its end.
 *
 * <p>The editor's own words are never cut, and get no hashtags; only the link is added, unless they hold it already. The
 * card below the post is made by X from the page's own tags.
 */
final class TwitterText implements Drafter {

    private final String target;
    private final TwitterPrices prices;

    TwitterText(String target, TwitterPrices prices) {
        this.target = target;
        this.prices = prices;
    }

    @Override
    public Draft draft(Share share) {
        TwitterOptions options = share.options(TwitterOptions.class).orElse(TwitterOptions.defaults());
        // X ends a link at the first Hangul sign and sees none in a bare host name of Hangul: escapes and A-labels it
        // is.
        String link = HttpUrl.get(share.link(TwitterTarget.CHANNEL)).toString();
        Composition composition = share.text(TwitterTarget.CHANNEL)
                .map(given -> Composition.ofOwn(given, link))
                .orElseGet(() -> Composition.of(share.article(), options, link));
        String text = composition.text();
        Weight weight = WeightedLength.X.count(text);
        return Draft.builder(target, TwitterTarget.CHANNEL, share, text)
                .length(new Length(weight.length(), WeightedLength.LIMIT, WeightedLength.UNIT))
                .link(link)
                .problems(composition.problems())
                .problems(TextProblems.of(weight, link))
                .cost(weight.urls().isEmpty() ? prices.post() : prices.postWithLink())
                .part(
                        "application/json",
                        Json.write(new NewPost(text, options.replySettings().wire())))
                .build();
    }
}
