package io.sharewire.link;

import io.sharewire.http.ApiReply;
import org.jspecify.annotations.Nullable;

/** What a short-link service's answer says. */
sealed interface ShortenerAnswer {

    /**
     * There is a link.
     *
     * @param shortUrl the short link
     * @param leadsTo where it leads, as far as the service tells
     */
    record Link(String shortUrl, @Nullable String leadsTo) implements ShortenerAnswer {}

    /** The alias is in use; for this very link, maybe. */
    record AliasTaken() implements ShortenerAnswer {}

    /**
     * No link was made.
     *
     * @param trouble what kind of refusal
     * @param said the service's words
     */
    record Refused(ShortenerTrouble trouble, String said) implements ShortenerAnswer {}

    /**
     * It cannot be told whether a link was made; asking again tells.
     *
     * @param trouble what to say if it does not
     * @param said what came instead of an answer
     */
    record Unclear(ShortenerTrouble trouble, String said) implements ShortenerAnswer {}

    /** A body that names neither a link nor an error that is known: now the status is all there is to go by. */
    static ShortenerAnswer byStatus(ApiReply.Answer answer, @Nullable String said) {
        String words = "answered " + answer.status() + (said == null || said.isBlank() ? "" : ", " + said);
        return switch (answer.status()) {
            case 401, 403 -> new Refused(ShortenerTrouble.UNAUTHORIZED, words);
            case 402, 429 -> new Refused(ShortenerTrouble.LIMIT, words);
            default ->
                answer.status() >= 400 && answer.status() < 500
                        ? new Refused(ShortenerTrouble.REFUSED, words)
                        : new Unclear(ShortenerTrouble.NO_ANSWER, words + " and did not say what it made");
        };
    }
}
