package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose access token it is.
 *
 * @param userId the account's id in the app
 * @param appId the app's id; null if not told
 * @param expiresAt when it ends
 */
public record KakaoTokenInfo(long userId, @Nullable Long appId, Instant expiresAt) {

    /** {@code {"id":123,"expires_in":7199,"app_id":1234}}. */
    record Answer(
            @JsonProperty("id") @Nullable Long id,
            @JsonProperty("expires_in") @Nullable Long expiresIn,
            @JsonProperty("app_id") @Nullable Long appId) {

        Optional<KakaoTokenInfo> info(Instant now) {
            return id == null || expiresIn == null
                    ? Optional.empty()
                    : Optional.of(new KakaoTokenInfo(id, appId, now.plusSeconds(expiresIn)));
        }
    }
}
