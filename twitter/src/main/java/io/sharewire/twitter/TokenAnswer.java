package io.sharewire.twitter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Secret;
import io.sharewire.auth.Tokens;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /2/oauth2/token}: new tokens, or an error, which has not the shape of X's other problems. */
record TokenAnswer(
        @JsonProperty("access_token") @Nullable String accessToken,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty("expires_in") @Nullable Long expiresIn,
        @Nullable String scope,
        @Nullable String error,
        @JsonProperty("error_description") @Nullable String description) {

    /**
     * The tokens, if there are any.
     *
     * @param carried the refresh token to keep if none is given
     * @param asked what they may do if X does not say (RFC 6749, 5.1: then it is what was asked for)
     */
    Optional<Tokens> tokens(Instant now, @Nullable Secret carried, Set<String> asked) {
        if (accessToken == null || accessToken.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Tokens(
                Secret.of(accessToken),
                refreshToken == null ? carried : Secret.of(refreshToken),
                expiresIn == null ? null : now.plusSeconds(expiresIn),
                scope == null ? asked : Set.of(scope.strip().split("\\s+"))));
    }

    /** Never shows what it holds. */
    @Override
    public String toString() {
        return "TokenAnswer";
    }
}
