package io.sharewire.link;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.ShareButton;
import io.sharewire.url.CanonicalUrl;
import java.util.Locale;

/**
 * Copies the article's address, or on a phone opens the share sheet with it: the canonical one, without tags, as a reader
 * expects of a copy. Thread-safe.
 */
public final class LinkButton implements ShareButton {

    /** Two halves of a chain link and the bar between them. */
    private static final String ICON =
            "M10 8H7a4 4 0 000 8h3v2H7A6 6 0 017 6h3z" + "m4 0h3a4 4 0 010 8h-3v2h3a6 6 0 000-12h-3zM8 11h8v2H8z";

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
