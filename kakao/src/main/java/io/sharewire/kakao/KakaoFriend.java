package io.sharewire.kakao;

import org.jspecify.annotations.Nullable;

/**
 * A friend of the account who uses the same app and lets it see friends.
 *
 * <p>Kakao does not allow friendships to be stored or shown to others: read them when they are needed.
 *
 * @param uuid names the friend in {@link KakaoOptions#withReceivers}; good for this app only
 * @param id the friend's id in this app; null if not told
 * @param nickname null if not told
 * @param thumbnail the address of a small picture; null if there is none
 * @param favorite whether marked as a favourite in KakaoTalk
 * @param allowsMessages whether messages of this app reach the friend; sending to others is refused with -530
 */
public record KakaoFriend(
        String uuid,
        @Nullable String id,
        @Nullable String nickname,
        @Nullable String thumbnail,
        boolean favorite,
        boolean allowsMessages) {}
