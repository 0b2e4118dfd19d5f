package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Secret;
import io.sharewire.auth.Tokens;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Kakao Login answers: tokens, or an error, which has not the shape of Kakao's other errors. */
record KakaoTokenAnswer(
        @JsonProperty("access_token") @Nullable String accessToken,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty("expires_in") @Nullable Long expiresIn,
        @JsonProperty("scope") @Nullable String scope,
        @JsonProperty("error") @Nullable String error,
        @JsonProperty("error_description") @Nullable String description,
        @JsonProperty("error_code") @Nullable String code) {

    static final KakaoTokenAnswer NONE = new KakaoTokenAnswer(null, null, null, null, null, null, null);

    /**
     * The tokens, if there are any.
     *
     * @param carried the refresh token to keep: Kakao gives a new one only in the last month of the old one, which then
     *     is dead
     * @param asked what they may do if Kakao does not say
     */
    Optional<Tokens> tokens(Instant now, @Nullable Secret carried, Set<String> asked) {
        if (accessToken == null || accessToken.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Tokens(
                Secret.of(accessToken),
                refreshToken == null || refreshToken.isBlank() ? carried : Secret.of(refreshToken),
                expiresIn == null ? null : now.plusSeconds(expiresIn),
                scope == null || scope.isBlank() ? asked : Set.of(scope.strip().split("\\s+"))));
    }

    /** Never shows what it holds. */
    @Override
    public String toString() {
        return "KakaoTokenAnswer";
    }
}
