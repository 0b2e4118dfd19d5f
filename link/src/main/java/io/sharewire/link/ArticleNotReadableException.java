package io.sharewire.link;

/** What was given is not the page of an article; the message is one line that says why and what to do. */
public final class ArticleNotReadableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ArticleNotReadableException(String message) {
        super(message);
    }
}
