package io.sharewire.mail;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.Share;
import io.sharewire.ShareButton;
import io.sharewire.text.TextFit;
import java.util.Locale;

/**
 * Opens the reader's mail program with the headline as subject, and the summary and the link as text.
 *
 * <p>The whole address has at most 1,900 characters, since launching a program with about 2,000 fails on Windows; the
 * texts are shortened for it before they are encoded (a Hangul syllable takes nine characters), the link never is.
 */
public final class MailButton implements ShareButton {

    private static final int LIMIT = 1_900;
    private static final String GAP = "\r\n\r\n";

    private MailButton() {}

    /** The button. */
    public static MailButton create() {
        return new MailButton();
    }

    @Override
    public Channel channel() {
        return MailTarget.CHANNEL;
    }

    @Override
    public String label(Locale locale) {
        return locale.getLanguage().equals("ko") ? "메일 공유 버튼" : "Mail share button";
    }

    @Override
    public String href(Article article) {
        String link = Share.of(article).link(MailTarget.CHANNEL);
        int room = LIMIT - Mailto.uri("", "", link).length();
        String subject = fit(article.title(), room);
        room -= Mailto.encode(subject).length() + Mailto.encode(GAP).length();
        String text = article.summary() == null ? "" : fit(article.summary(), room);
        return Mailto.uri("", subject, text.isEmpty() ? link : text + GAP + link);
    }

    @Override
    public Behaviour behaviour() {
        return Behaviour.HAND_OVER;
    }

    /** An envelope: the flap above, the body below. */
    @Override
    public String icon() {
        return "M2.5 4.5h19a.5.5 0 0 1 .3.9L12 12.6 2.2 5.4a.5.5 0 0 1 .3-.9z"
                + "M2 8l10 7.2L22 8v10a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 2 18z";
    }

    private static String fit(String text, int room) {
        return room <= 0
                ? ""
                : TextFit.fit(text, room, shown -> Mailto.encode(shown).length());
    }
}
