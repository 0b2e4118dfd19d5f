package io.sharewire.mail;

import io.sharewire.Article;
import java.util.List;
import java.util.Locale;

/** The few words a mail has of its own, in the article's language. */
enum MailWords {
    /** English, and whatever else we have no words for. */
    ENGLISH("en", "Read the article", "By %s", "Photo: %s"),
    /** Korean. */
    KOREAN("ko", "기사 보기", "글 %s", "사진 %s");

    private final String language;
    private final String read;
    private final String byline;
    private final String credit;

    MailWords(String language, String read, String byline, String credit) {
        this.language = language;
        this.read = read;
        this.byline = byline;
        this.credit = credit;
    }

    /** Those for an article; one that does not tell its language is taken at its headline's script. */
    static MailWords of(Article article) {
        Locale locale = article.language();
        boolean korean = locale == null
                ? article.title()
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                : locale.getLanguage().equals("ko");
        return korean ? KOREAN : ENGLISH;
    }

    /** The language tag for the mail: the article's own, if it tells. */
    String language(Article article) {
        Locale locale = article.language();
        return locale == null ? language : locale.toLanguageTag();
    }

    /** What the button says. */
    String read() {
        return read;
    }

    /** The line that names the authors. */
    String byline(List<String> names) {
        return String.format(byline, String.join(", ", names));
    }

    /** The words that name who made a picture. */
    String credit(String name) {
        return String.format(credit, name);
    }
}
