package io.sharewire.kakao;

import java.util.List;

/**
 * One page of friends.
 *
 * @param friends those of this page, in Kakao's order
 * @param total how many there are in all
 * @param favorites how many of them are favourites
 * @param hasMore whether there is another page
 */
public record KakaoFriends(List<KakaoFriend> friends, int total, int favorites, boolean hasMore) {

    /** How a list of friends is ordered. */
    public enum Order {
        /** Favourites first. */
        FAVORITE,
        /** By name. */
        NICKNAME
    }

    /** Takes a copy. */
    public KakaoFriends {
        friends = List.copyOf(friends);
    }
}
