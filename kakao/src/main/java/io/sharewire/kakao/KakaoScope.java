package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something an account's owner can let the app do.
 *
 * @param id such as {@code talk_message}
 * @param displayName as Kakao's consent page calls it
 * @param agreed whether the owner has consented
 * @param using whether the app uses it now
 * @param revocable whether {@link KakaoApi#revokeScopes} can give it back
 */
public record KakaoScope(String id, String displayName, boolean agreed, boolean using, boolean revocable) {

    /** {@code {"id":123,"scopes":[{"id":"talk_message","display_name":"…","using":true,"agreed":true,"revocable":true}]}}. */
    record Answer(@JsonProperty("scopes") @Nullable List<@Nullable Wire> scopes) {

        List<KakaoScope> toScopes() {
            return scopes == null
                    ? List.of()
                    : scopes.stream()
                            .filter(Objects::nonNull)
                            .filter(scope -> scope.id != null)
                            .map(Wire::toScope)
                            .toList();
        }
    }

    record Wire(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("display_name") @Nullable String displayName,
            @JsonProperty("agreed") @Nullable Boolean agreed,
            @JsonProperty("using") @Nullable Boolean using,
            @JsonProperty("revocable") @Nullable Boolean revocable) {

        KakaoScope toScope() {
            return new KakaoScope(
                    String.valueOf(id),
                    displayName == null ? String.valueOf(id) : displayName,
                    Boolean.TRUE.equals(agreed),
                    Boolean.TRUE.equals(using),
                    Boolean.TRUE.equals(revocable));
        }
    }
}
