package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoFriendMessagesTest extends KakaoOnTheWire {

    private static final String MALFORMED =
            "Constraints on the parameter [receiver_uuids] are unsatisfied. The input receiver id(s) is invalid format.";
    private static final String NOT_ALLOWED =
            "Constraints on the parameter [receiver_uuids] are unsatisfied. Not allowed to send a message to some of"
                    + " receivers.";

    private static List<String> reached() {
        return kakao.posts().stream().map(post -> post.details().get("to")).toList();
    }

    @Test
    void rule19_receiversCannotBeNull() throws IOException {
        assertRefused(
                http.postForm(TO_FRIENDS, map("template_object", TEXT)),
                400,
                -2,
                "The Parameter [receiver_uuids] cannot be null.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", ""})
    void rule19_receiversCannotBeEmpty(String receivers) throws IOException {
        assertRefused(toFriends(receivers), 400, -2, "The Parameter [receiver_uuids] cannot be empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox-uuid-1,sandbox-uuid-2", "[1,2]", "{}", "\"sandbox-uuid-1\"", "[\"nobody\"]"})
    void rule19_receiversAreAJsonArrayOfKnownUuids(String receivers) throws IOException {
        assertRefused(toFriends(receivers), 400, -2, MALFORMED);
    }

    @Test
    void rule19_fiveReceiversAreTheMost() throws IOException {
        KakaoPerson[] six = {friend("1"), friend("2"), friend("3"), friend("4"), friend("5"), friend("6")};

        assertRefused(to(six), 400, -2, "Constraints on the parameter [receiver_uuids] are unsatisfied.");
        assertThat(to(six[0], six[1], six[2], six[3], six[4]).status()).isEqualTo(200);
        assertThat(reached()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void rule19_theUuidOfAnotherAppIsNotAllowed() throws IOException {
        KakaoPerson one = friend("하나");

        assertRefused(
                toFriends("[" + quoted(one.uuid()) + "," + quoted(one.uuidInOtherApp()) + "]"), 400, -2, NOT_ALLOWED);
    }

    @Test
    void rule19_aFriendWhoLeftTheAppOrTookTheConsentBackIsNotAllowed() throws IOException {
        assertRefused(to(friend("하나").connected(false)), 400, -2, NOT_ALLOWED);
        assertRefused(to(friend("두리").consents("profile")), 400, -2, NOT_ALLOWED);
    }

    @Test
    void rule20_theSenderCannotBeOneOfSeveralReceivers() throws IOException {
        assertRefused(
                to(friend("하나"), me()),
                400,
                -2,
                "Cannot contain a receiver who is identical to the sender in multicast mode.");
    }

    @Test
    void rule21_oneReceiverWhoIsReachedIsTheOnlyOneListed() throws IOException {
        KakaoPerson one = friend("하나");

        Http.Reply reply = to(one);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"successful_receiver_uuids\":[" + quoted(one.uuid()) + "]}");
        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("본문 200자 이내");
            assertThat(post.details()).containsEntry("chat", "DirectChat").containsEntry("to", "하나");
        });
    }

    @Test
    void rule21_oneReceiverWhoFailsIsAnError() throws IOException {
        Http.Reply reply = to(friend("하나").blocksMessages(true));

        assertRefused(reply, 400, -530, "");
        assertThat(reply.json().has("failure_info")).isFalse();
    }

    @Test
    void rule21_ofSeveralReceiversEachFailureIsListedByItsCode() throws IOException {
        KakaoPerson reached = friend("하나");
        KakaoPerson blocking = friend("두리").blocksMessages(true);
        KakaoPerson alsoBlocking = friend("세찬").blocksMessages(true);
        KakaoPerson stranger = kakao.people().add("낯선이");

        Http.Reply reply = to(blocking, reached, stranger, alsoBlocking);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(texts(reply.json().path("successful_receiver_uuids"))).containsExactly(reached.uuid());
        JsonNode failures = reply.json().path("failure_info");
        assertThat(failures).hasSize(2);
        assertThat(failures).anySatisfy(failure -> {
            assertThat(failure.path("code").asInt()).isEqualTo(-530);
            assertThat(failure.path("msg").asText()).isNotEmpty();
            assertThat(texts(failure.path("receiver_uuids"))).containsExactly(blocking.uuid(), alsoBlocking.uuid());
        });
        assertThat(failures).anySatisfy(failure -> {
            assertThat(failure.path("code").asInt()).isEqualTo(-502);
            assertThat(texts(failure.path("receiver_uuids"))).containsExactly(stranger.uuid());
        });
        assertThat(reached()).containsExactly("하나");
    }

    @Test
    void rule21_severalReceiversWhoAllFailAreStillA200() throws IOException {
        Http.Reply reply = to(friend("하나").blocksMessages(true), friend("두리").usesTalk(false));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("successful_receiver_uuids")).isEmpty();
        assertThat(reply.json().path("failure_info")).hasSize(2);
        assertThat(kakao.posts()).isEmpty();
    }

    @Test
    void rule21_aReceiverNamedTwiceIsInOneListOnce() throws IOException {
        KakaoPerson one = friend("하나");

        Http.Reply reply = to(one, one);

        assertThat(texts(reply.json().path("successful_receiver_uuids"))).containsExactly(one.uuid());
        assertThat(reached()).containsExactly("하나");
    }

    @Test
    void rule21_theOtherTwoWaysToSendReachFriendsToo() throws IOException {
        KakaoPerson one = friend("하나");
        kakao.app().messageTemplate(77, "{\"object_type\":\"feed\",\"content\":{\"title\":\"${title}\",\"link\":{}}}");
        kakao.web().page("https://news.example.kr/a/1", "<title>첫눈</title>");

        http.postForm(
                "/v1/api/talk/friends/message/send",
                map("receiver_uuids", uuids(one), "template_id", "77", "template_args", "{\"title\":\"제목\"}"));
        http.postForm(
                "/v1/api/talk/friends/message/scrap/send",
                map("receiver_uuids", uuids(one), "request_url", "https://news.example.kr/a/1"));

        assertThat(kakao.posts()).extracting(SimulatedPost::text).containsExactly("제목", "첫눈");
        assertThat(kakao.createRequests()).isEqualTo(2);
    }

    @Test
    void rule22_aSenderWithoutKakaoTalkSendsNothing() throws IOException {
        me().usesTalk(false);

        assertRefused(to(friend("하나")), 400, -501, "");
        assertRefused(memo(TEXT), 400, -501, "");
    }

    @Test
    void rule22_aReceiverWithoutKakaoTalkIsNotReached() throws IOException {
        assertRefused(to(friend("하나").usesTalk(false)), 400, -501, "");
    }

    @Test
    void rule22_whoIsNoFriendAnyMoreIsNotReached() throws IOException {
        KakaoPerson one = friend("하나");
        assertThat(to(one).status()).isEqualTo(200);
        kakao.people().part(me(), one);

        assertError(to(one), 400, -502, "");
        assertThat(reached()).containsExactly("하나");
    }

    @Test
    void rule22_whoBlocksMessagesIsNotReached() throws IOException {
        assertRefused(to(friend("하나").blocksMessages(true)), 400, -530, "");
    }

    @Test
    void rule24_withoutPermissionOnlyTheTeamIsReached() throws IOException {
        KakaoPerson reader = friend("독자");
        KakaoPerson colleague = friend("동료").member(true);
        kakao.app().permission(false);

        assertRefused(to(reader), 403, -5, "permission denied");
        assertRefused(to(colleague, reader), 403, -5, "permission denied");
        kakao.rules().unpermittedIsParameter(true);
        assertRefused(to(reader), 400, -2, NOT_ALLOWED);
        assertThat(to(colleague).status()).isEqualTo(200);
        assertThat(reached()).containsExactly("동료");
    }
}
