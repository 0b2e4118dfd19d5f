package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoFriendListTest extends KakaoOnTheWire {

    private KakaoPerson reader;
    private Http http;

    @BeforeEach
    void aReaderWithoutFriends() {
        reader = kakao.people().add("독자");
        http = as(reader);
    }

    private KakaoPerson known(String nickname) {
        KakaoPerson person = kakao.people().add(nickname);
        kakao.people().befriend(reader, person);
        return person;
    }

    private JsonNode list(String query) throws IOException {
        Http.Reply reply = http.get(FRIENDS + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.path("elements")
                .forEach(element -> names.add(element.path("profile_nickname").asText()));
        return names;
    }

    @Test
    void rule27_aFriendIsDescribed() throws IOException {
        KakaoPerson friend = known("가람");
        kakao.people().favour(reader, friend);

        JsonNode page = list("");

        assertThat(page.path("total_count").asInt()).isEqualTo(1);
        assertThat(page.path("favorite_count").asInt()).isEqualTo(1);
        assertThat(page.get("before_url").isNull()).isTrue();
        assertThat(page.get("after_url").isNull()).isTrue();
        JsonNode element = page.at("/elements/0");
        assertThat(element.path("id").asLong()).isEqualTo(friend.id());
        assertThat(element.path("uuid").asText()).isEqualTo(friend.uuid());
        assertThat(element.path("favorite").asBoolean()).isTrue();
        assertThat(element.path("allowed_msg").asBoolean()).isTrue();
        assertThat(element.has("profile_thumbnail_image")).isTrue();
    }

    @Test
    void rule27_pagesFollowEachOtherByTheirAddresses() throws IOException {
        for (String name : List.of("마", "가", "다", "라", "나")) {
            known(name);
        }

        JsonNode first = list("?limit=2&order=desc&friend_order=nickname");
        JsonNode second = new Http("", "Bearer " + kakao.token(reader))
                .get(first.path("after_url").asText())
                .json();
        JsonNode third = new Http("", "Bearer " + kakao.token(reader))
                .get(second.path("after_url").asText())
                .json();

        assertThat(first.path("after_url").asText()).startsWith(kakao.baseUrl() + FRIENDS + "?offset=2&limit=2");
        assertThat(names(first)).containsExactly("마", "라");
        assertThat(names(second)).containsExactly("다", "나");
        assertThat(names(third)).containsExactly("가");
        assertThat(third.get("after_url").isNull()).isTrue();
        assertThat(names(new Http("", "Bearer " + kakao.token(reader))
                        .get(third.path("before_url").asText())
                        .json()))
                .containsExactly("다", "나");
    }

    @Test
    void rule27_aPageThatEndsExactlyIsTheLast() throws IOException {
        known("가");
        known("나");

        assertThat(list("?limit=2").get("after_url").isNull()).isTrue();
        assertThat(names(list("?limit=2&offset=2"))).isEmpty();
    }

    @Test
    void rule27_aHundredFriendsAreTheMostInAPage() throws IOException {
        for (int i = 0; i < 101; i++) {
            known("친구 " + i);
        }

        assertThat(names(list("?limit=1000"))).hasSize(100);
        assertThat(names(list(""))).hasSize(10);
        kakao.rules().friendsPage(100);
        assertThat(names(list(""))).hasSize(100);
    }

    @Test
    void rule27_favouritesComeFirstWhereAskedFor() throws IOException {
        known("가");
        kakao.people().favour(reader, known("다"));
        known("나");

        assertThat(names(list("?friend_order=favorite"))).containsExactly("다", "가", "나");
        assertThat(names(list(""))).containsExactly("가", "나", "다");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=x", "?offset=-1", "?order=up", "?friend_order=height", "?limit=0"})
    void rule27_aParameterThatMeansNothingIsRefused(String query) throws IOException {
        assertError(http.get(FRIENDS + query), 400, -2, "");
    }

    @Test
    void rule27_onlyConnectedConsentingVisibleFriendsAreListed() throws IOException {
        known("가");
        known("나").connected(false);
        known("다").consents("profile", "talk_message");
        known("라").visible(false);
        kakao.people().add("남");

        assertThat(names(list(""))).containsExactly("가");
    }

    @Test
    void rule27_whoBlocksMessagesIsMarked() throws IOException {
        known("가").blocksMessages(true);

        assertThat(list("").at("/elements/0/allowed_msg").asBoolean(true)).isFalse();
    }

    @Test
    void rule24_withoutPermissionOnlyTheTeamIsListed() throws IOException {
        known("독자 친구");
        known("동료").member(true);
        kakao.app().permission(false);

        assertThat(names(list(""))).containsExactly("동료");
    }

    @Test
    void rule28_aNewFriendshipShowsLate() throws IOException {
        known("가");
        assertThat(names(list(""))).containsExactly("가");
        known("나");

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(names(list(""))).containsExactly("가");
        clock.advance(Duration.ofSeconds(1));
        assertThat(names(list(""))).containsExactly("가", "나");
    }

    @Test
    void rule28_whoIsNoFriendAnyMoreIsStillListedAndNotReached() throws IOException {
        KakaoPerson friend = known("가");
        list("");
        kakao.people().part(reader, friend);

        String uuid = list("").at("/elements/0/uuid").asText();
        assertRefused(
                http.postForm(TO_FRIENDS, map("receiver_uuids", "[" + quoted(uuid) + "]", "template_object", TEXT)),
                400,
                -502,
                "");
    }

    @Test
    void rule28_eachPersonsListIsCachedByItself() throws IOException {
        list("");
        KakaoPerson other = kakao.people().add("다른 독자");
        kakao.people().befriend(reader, other);

        assertThat(names(list(""))).isEmpty();
        assertThat(names(as(other).get(FRIENDS).json())).containsExactly("독자");
        kakao.rules().friendsCache(Duration.ZERO);
        assertThat(names(list(""))).containsExactly("다른 독자");
    }
}
