package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KakaoQuotaTest extends KakaoOnTheWire {

    /** Midnight in Korea, which is nine hours ahead of UTC. */
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T15:00:00Z");

    @Test
    void rule23_aSenderHasAHundredMessagesADayOfKorea() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertMemoSent(memo(TEXT));
        }
        assertError(memo(TEXT), 400, -532, "");
        clock.set(MIDNIGHT.minusSeconds(1));
        assertError(memo(TEXT), 400, -532, "");
        assertThat(kakao.posts()).hasSize(100);

        clock.set(MIDNIGHT);
        assertMemoSent(memo(TEXT));
    }

    @Test
    void rule23_theLimitOfTheSenderEndsInTheMiddleOfTheReceivers() throws IOException {
        kakao.rules().senderDaily(3);
        KakaoPerson[] four = {friend("1"), friend("2"), friend("3"), friend("4")};

        JsonNode reply = to(four).json();

        assertThat(reply.path("successful_receiver_uuids")).hasSize(3);
        assertThat(reply.at("/failure_info/0/code").asInt()).isEqualTo(-532);
        assertThat(texts(reply.at("/failure_info/0/receiver_uuids"))).containsExactly(four[3].uuid());
    }

    @Test
    void rule23_aPairHasTwentyMessagesADay() throws IOException {
        KakaoPerson one = friend("하나");
        for (int i = 0; i < 20; i++) {
            assertThat(to(one).status()).isEqualTo(200);
        }

        assertError(to(one), 400, -536, "");
        assertThat(to(friend("두리")).status()).isEqualTo(200);
        clock.set(MIDNIGHT);
        assertThat(to(one).status()).isEqualTo(200);
    }

    @Test
    void rule23_aReceiverIsSentAHundredMessagesADay() throws IOException {
        KakaoPerson popular = friend("인기");
        for (int sender = 0; sender < 5; sender++) {
            KakaoPerson person = kakao.people().add("보낸이 " + sender);
            kakao.people().befriend(person, popular);
            for (int i = 0; i < 20; i++) {
                assertThat(as(person)
                                .postForm(TO_FRIENDS, map("receiver_uuids", uuids(popular), "template_object", TEXT))
                                .status())
                        .isEqualTo(200);
            }
        }

        assertError(to(popular), 400, -533, "");
        assertThat(to(friend("두리")).status()).isEqualTo(200);
    }

    @Test
    void rule23_anAppHasThirtyThousandCallsADay() throws IOException {
        assertThat(kakao.rules().messagesDaily).isEqualTo(30_000);
        kakao.rules().messagesDaily(2);
        memo(TEXT);
        to(friend("하나"), friend("두리"));

        assertError(memo(TEXT), 400, -10, "API limit has been exceeded.");
        assertError(to(friend("세찬")), 400, -10, "API limit has been exceeded.");
        clock.set(MIDNIGHT);
        assertMemoSent(memo(TEXT));
    }

    @Test
    void rule23_failedSendsDoNotCountUnlessItIsSoSet() throws IOException {
        kakao.rules().senderDaily(1);
        KakaoPerson blocking = friend("하나").blocksMessages(true);

        assertError(to(blocking), 400, -530, "");
        assertMemoSent(memo(TEXT));

        kakao.reset();
        kakao.rules().senderDaily(1).failedSendsCount(true);
        KakaoPerson blockingAgain = friend("하나").blocksMessages(true);
        assertError(to(blockingAgain), 400, -530, "");
        assertError(memo(TEXT), 400, -532, "");
    }

    @Test
    void rule23_memosCountForThePairWhereItIsSoSet() throws IOException {
        kakao.rules().memosCountAsPair(true);
        for (int i = 0; i < 20; i++) {
            assertMemoSent(memo(TEXT));
        }

        assertError(memo(TEXT), 400, -536, "");
    }
}
