package io.sharewire.twitter;

import io.sharewire.Secret;
import io.sharewire.auth.RefreshingToken;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    private static final String SCHEME = "Bearer ";

    @Override
    public Request authorize(Request request, Instant now) {
        return request.newBuilder()
                .header("Authorization", SCHEME + token.get().reveal())
                .build();
    }

    /** A token that can be renewed is; of any other, nothing better is known. */
    @Override
    public boolean renew(Request refused) {
        String sent = refused.header("Authorization");
        if (!(token instanceof RefreshingToken refreshing) || sent == null) {
            return false;
        }
        Secret old = Secret.of(sent.substring(SCHEME.length()));
        return !refreshing.renewAfter(old).equals(old);
    }

    @Override
    public List<String> lacking(List<String> scopes) {
        Set<String> given = token instanceof RefreshingToken refreshing ? refreshing.scopes() : Set.of();
        return given.isEmpty()
                ? List.of()
                : scopes.stream().filter(scope -> !given.contains(scope)).toList();
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
