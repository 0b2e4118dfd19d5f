package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/api/talk/friends}.
 *
 * <pre>{@code
 * {"elements":[{"id":123,"uuid":"…","favorite":false,"profile_nickname":"…","profile_thumbnail_image":"https://…",
 *  "allowed_msg":true}],"total_count":1,"favorite_count":0,"before_url":null,"after_url":"https://…"}
 * }</pre>
 */
record FriendsPage(
        @JsonProperty("elements") @Nullable List<@Nullable Element> elements,
        @JsonProperty("total_count") @Nullable Integer total,
        @JsonProperty("favorite_count") @Nullable Integer favorites,
        @JsonProperty("after_url") @Nullable String afterUrl) {

    /** Of all members only the uuid is always there; the id is a number or a text. */
    record Element(
            @JsonProperty("uuid") @Nullable String uuid,
            @JsonProperty("id") @Nullable Object id,
            @JsonProperty("profile_nickname") @Nullable String nickname,

            @JsonProperty("profile_thumbnail_image") @Nullable String thumbnail,

            @JsonProperty("favorite") @Nullable Boolean favorite,
            @JsonProperty("allowed_msg") @Nullable Boolean allowedMessages) {}

    List<KakaoFriend> friends() {
        return elements == null
                ? List.of()
                : elements.stream()
                        .filter(Objects::nonNull)
                        .filter(element -> element.uuid != null)
                        .map(element -> new KakaoFriend(
                                String.valueOf(element.uuid),
                                element.id == null ? null : element.id.toString(),
                                element.nickname,
                                element.thumbnail,
                                Boolean.TRUE.equals(element.favorite),
                                !Boolean.FALSE.equals(element.allowedMessages)))
                        .toList();
    }

    KakaoFriends toPage() {
        List<KakaoFriend> friends = friends();
        return new KakaoFriends(
                friends, total == null ? friends.size() : total, favorites == null ? 0 : favorites, afterUrl != null);
    }
}
