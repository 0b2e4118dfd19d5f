package io.sharewire.twitter;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.ShareButton;
import io.sharewire.Validation;
import io.sharewire.text.TextFit;
import io.sharewire.url.CanonicalUrl;
import io.sharewire.url.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reader's Twitter button: X's web intent {@code /intent/tweet}, which needs no app and no script.
 *
 * <p>The headline is shortened so that with what X puts behind it (link, hashtags, via) it makes a whole post of 280. The
 * composer speaks the reader's language, so none is asked for. X never tells whether a post was made. Immutable and
 * thread-safe.
 */
public final class TwitterButton implements ShareButton {

    private final @Nullable String via;
    private final int hashtags;
    private final List<String> related;

    /** A button without {@code via}. */
    public TwitterButton() {
        this(null);
    }

    /**
     * A button.
     *
     * @param via the publication's name on X without {@code @}, added as {@code via @name}; null for none
     * @throws IllegalArgumentException if it cannot be such a name
     */
    public TwitterButton(@Nullable String via) {
        this(via, 0, List.of());
    }

    private TwitterButton(@Nullable String via, int hashtags, List<String> related) {
        Validation validation = new Validation("TwitterButton")
                .check(
                        via == null || ScreenName.isValid(via),
                        "via must be 1 to 15 letters, digits and '_' without '@', not '" + via + "'")
                .check(hashtags >= 0, "hashtags must not be negative, not " + hashtags)
                .check(related.size() <= 2, "X proposes at most two related accounts, not " + related.size());
        related.forEach(name -> validation.check(
                ScreenName.isValid(name),
                "related must be 1 to 15 letters, digits and '_' without '@', not '" + name + "'"));
        validation.orThrow();
        this.via = via;
        this.hashtags = hashtags;
        this.related = related;
    }

    /** The same button, proposing up to {@code count} of the article's tags as hashtags. */
    public TwitterButton withHashtags(int count) {
        return new TwitterButton(via, count, related);
    }

    /** The same button, proposing these accounts to follow after the post; X shows two at most, {@code via} among them. */
    public TwitterButton withRelated(String... names) {
        return new TwitterButton(via, hashtags, List.of(names));
    }

    @Override
    public Channel channel() {
        return TwitterTarget.CHANNEL;
    }

    @Override
    public String label(Locale locale) {
        return locale.getLanguage().equals("ko") ? "트위터 공유 버튼" : "Twitter share button";
    }

    @Override
    public String href(Article article) {
        String url = CanonicalUrl.of(article.url());
        String title = Signs.leftOut(article.title());
        List<String> tags = new ArrayList<>(Hashtags.of(article, hashtags));
        while (!tags.isEmpty() && WeightedLength.X.of(title + behind(url, tags)) > WeightedLength.LIMIT) {
            tags.remove(tags.size() - 1);
        }
        List<String> parameters = new ArrayList<>();
        add(parameters, "text", fit(title, behind(url, tags)));
        add(parameters, "url", url);
        add(parameters, "hashtags", tags.stream().map(tag -> tag.substring(1)).collect(Collectors.joining(",")));
        add(parameters, "via", via == null ? "" : via);
        add(parameters, "related", String.join(",", related));
        return "https://x.com/intent/tweet?" + String.join("&", parameters);
    }

    /** What X's composer puts behind the text. */
    private String behind(String url, List<String> tags) {
        return " " + url + tags.stream().map(tag -> " " + tag).collect(Collectors.joining())
                + (via == null ? "" : " via @" + via);
    }

    private static String fit(String title, String behind) {
        int room = WeightedLength.LIMIT - WeightedLength.X.of(behind);
        String text = TextFit.fit(title, room, WeightedLength.X);
        while (!text.isEmpty() && WeightedLength.X.of(text + behind) > WeightedLength.LIMIT) {
            text = TextFit.fit(title, --room, WeightedLength.X);
        }
        return text;
    }

    private static void add(List<String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + PercentEncoding.encode(value));
        }
    }

    @Override
    public String icon() {
        return "M3 3h5.6l4.1 5.7L17.7 3h2.8l-6.6 7.4L21.5 21h-5.6l-4.5-6.2L5.9 21H3.1l7.1-7.9z";
    }
}
