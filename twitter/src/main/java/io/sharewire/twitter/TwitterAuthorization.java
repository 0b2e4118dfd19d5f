package io.sharewire.twitter;

import io.sharewire.Secret;
import java.time.Instant;
import java.util.List;
import okhttp3.Request;

/** How a request is made on behalf of the account. */
interface TwitterAuthorization {

    /** {@code request}, complete but for this, with its {@code Authorization} header. */
    Request authorize(Request request, Instant now);

    /**
     * Sees to other credentials after X has refused those of {@code refused}.
     *
     * @return whether there are others now
     */
    default boolean renew(Request refused) {
        return false;
    }

    /** Which of these scopes the account is known not to have given; none if nothing is known. */
    default List<String> lacking(List<String> scopes) {
        return List.of();
    }

    /** What must never be shown. */
    List<Secret> secrets();
}
