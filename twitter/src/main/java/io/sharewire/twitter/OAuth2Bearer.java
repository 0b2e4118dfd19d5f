package io.sharewire.twitter;

import io.sharewire.Secret;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.Request;

/**
 * An OAuth 2.0 <em>user</em> token; the app's own token may only read.
 *
 * <p>Such tokens live two hours, so it is asked for at each call.
 *
 * @param token the source of the token that is valid now
 */
record OAuth2Bearer(Supplier<Secret> token) implements TwitterAuthorization {

    @Override
    public Request authorize(Request request, Instant now) {
        return request.newBuilder()
                .header("Authorization", "Bearer " + token.get().reveal())
                .build();
    }

    /** None: the token is taken out of every answer by the client that sent it. */
    @Override
    public List<Secret> secrets() {
        return List.of();
    }

    @Override
    public String toString() {
        return "OAuth2Bearer";
    }
}
