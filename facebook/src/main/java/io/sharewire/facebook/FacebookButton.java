package io.sharewire.facebook;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.ShareButton;
import io.sharewire.url.CanonicalUrl;
import io.sharewire.url.PercentEncoding;
import java.util.Locale;

/**
 * The reader's Facebook button: {@code sharer.php?u=}, which needs no app id and no script.
 *
 * <p>Facebook takes title, text and picture from the page's own tags; every other parameter has been ignored for years,
 * so none is sent. Stateless and thread-safe.
 */
public final class FacebookButton implements ShareButton {

    @Override
    public Channel channel() {
        return FacebookTarget.CHANNEL;
    }

    @Override
    public String label(Locale locale) {
        return locale.getLanguage().equals("ko") ? "페이스북 공유 버튼" : "Facebook share button";
    }

    @Override
    public String href(Article article) {
        return "https://www.facebook.com/sharer/sharer.php?u=" + PercentEncoding.encode(CanonicalUrl.of(article.url()));
    }

    @Override
    public String icon() {
        return "M13.5 22v-8.2h2.9l.5-3.4h-3.4V8.3c0-1 .5-1.9 1.9-1.9H17V3.5s-1.3-.3-2.6-.3"
                + "c-2.7 0-4.4 1.6-4.4 4.6v2.6H7v3.4h3V22z";
    }
}
