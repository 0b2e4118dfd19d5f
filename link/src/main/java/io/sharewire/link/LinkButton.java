package io.sharewire.link;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.ShareButton;
import io.sharewire.url.CanonicalUrl;
import java.util.Locale;

/** Copies the article's address: the canonical one, without tags, as a reader expects of a copy. Thread-safe. */
public final class LinkButton implements ShareButton {

    /** Two halves of a chain link and the bar between them. */
    private static final String ICON = "M10.4 6.6H7.2a5.4 5.4 0 0 0 0 10.8h3.2v-2.2H7.2a3.2 3.2 0 0 1 0-6.4h3.2z"
            + "M13.6 6.6v2.2h3.2a3.2 3.2 0 0 1 0 6.4h-3.2v2.2h3.2a5.4 5.4 0 0 0 0-10.8z"
            + "M8.2 10.9h7.6v2.2H8.2z";

    /** The button. */
    public LinkButton() {}

    @Override
    public Channel channel() {
        return LinkTarget.CHANNEL;
    }

    @Override
    public String label(Locale locale) {
        return locale.getLanguage().equals("ko") ? "링크 공유 버튼" : "Link share button";
    }

    @Override
    public String href(Article article) {
        return CanonicalUrl.of(article.url());
    }

    @Override
    public Behaviour behaviour() {
        return Behaviour.COPY;
    }

    @Override
    public String icon() {
        return ICON;
    }
}
