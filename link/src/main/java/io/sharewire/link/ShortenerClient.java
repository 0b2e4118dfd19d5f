package io.sharewire.link;

import io.sharewire.http.ApiReply;
import okhttp3.Request;

/**
 * One short-link service on the wire: the calls that are used, and what their answers say.
 *
 * <p>{@link #create} asks in the service's own way for the link it has made already, if it has: asking twice makes one
 * link. Answers are told apart by their bodies. A status is only looked at where a body says nothing: YOURLS answers 400
 * with the link that was asked for, Kutt 500 and Rebrandly 403 for an alias in use.
 */
interface ShortenerClient {

    /** Asks for a short link. */
    Request create(String url, String title);

    /** Asks where the alias that {@link #create} wants for {@code url} leads; only if that may be taken. */
    default Request lookUp(String url) {
        throw new UnsupportedOperationException("aliases are the service's own");
    }

    /** What an answer to either says. */
    ShortenerAnswer read(ApiReply.Answer answer);
}
