package io.sharewire.twitter;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.ShareButton;
import io.sharewire.text.TextFit;
import io.sharewire.url.CanonicalUrl;
import io.sharewire.url.PercentEncoding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The reader's Twitter button: X's web intent {@code /intent/tweet}, which needs no app and no script.
 *
 * <p>The headline is shortened so that with the link, which X puts behind it, it makes a whole post. X never tells
 * whether a post was made. Immutable and thread-safe.
 */
public final class TwitterButton implements ShareButton {

    private final @Nullable String via;

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
        if (via != null && !ScreenName.isValid(via)) {
            throw new IllegalArgumentException(
                    "TwitterButton: via must be 1 to 15 letters, digits and '_' without '@', not '" + via + "'");
        }
        this.via = via;
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
        int behind = WeightedLength.X.of(" " + url + (via == null ? "" : " via @" + via));
        String text = TextFit.fit(article.title(), WeightedLength.LIMIT - behind, WeightedLength.X);
        return "https://x.com/intent/tweet?"
                + (text.isEmpty() ? "" : "text=" + PercentEncoding.encode(text) + "&")
                + "url=" + PercentEncoding.encode(url)
                + (via == null ? "" : "&via=" + PercentEncoding.encode(via));
    }

    @Override
    public String icon() {
        return "M3 3h5.6l4.1 5.7L17.7 3h2.8l-6.6 7.4L21.5 21h-5.6l-4.5-6.2L5.9 21H3.1l7.1-7.9z";
    }
}
