package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Secret;
import io.sharewire.kakao.KakaoShareEvent.ChatType;
import io.sharewire.kakao.KakaoWebhook.Received;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoWebhookTest {

    private static final String KEY = "primary-admin-key-1";
    private static final String ID = "Rvy1c2dkzBAZ5hGD3rqYbxvr";
    private static final String JSON =
            "{\"CHAT_TYPE\":\"MultiChat\",\"HASH_CHAT_ID\":\"a1b2/+=\",\"TEMPLATE_ID\":12345,"
                    + "\"section\":\"날씨\",\"article\":7,\"none\":null}";

    private final KakaoWebhook webhook = KakaoWebhook.of(Secret.of(KEY));

    @Test
    void readsFlatJson() {
        Received got = post("application/json", JSON);

        assertThat(got.status()).isEqualTo(204);
        assertThat(got.event())
                .contains(new KakaoShareEvent(
                        ID, ChatType.MULTI, "a1b2/+=", 12_345L, Map.of("section", "날씨", "article", "7")));
    }

    @Test
    void readsAQuery() {
        Received got = webhook.receive(
                headers("KakaoAK " + KEY, ID, null)::get,
                "CHAT_TYPE=MemoChat&HASH_CHAT_ID=a1b2%2F%2B%3D&section=%EB%82%A0%EC%94%A8+%26+%EA%B8%B0%ED%9B%84&x",
                null);

        assertThat(got.event())
                .contains(
                        new KakaoShareEvent(ID, ChatType.MEMO, "a1b2/+=", null, Map.of("section", "날씨 & 기후", "x", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded;charset=utf-8"})
    void readsAForm(String type) {
        Received got = post(type, "CHAT_TYPE=DirectChat&HASH_CHAT_ID=c1&TEMPLATE_ID=9&a=b%20c");

        assertThat(got.event()).contains(new KakaoShareEvent(ID, ChatType.DIRECT, "c1", 9L, Map.of("a", "b c")));
    }

    @ParameterizedTest
    @CsvSource({
        "MemoChat, MEMO",
        "DirectChat, DIRECT",
        "MultiChat, MULTI",
        "OpenDirectChat, OPEN_DIRECT",
        "OpenMultiChat, OPEN_MULTI",
        "SomethingNew, OTHER"
    })
    void knowsTheKindsOfChats(String wire, ChatType type) {
        assertThat(post("application/json", JSON.replace("MultiChat", wire)).event())
                .hasValueSatisfying(event -> assertThat(event.chatType()).isEqualTo(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KakaoAK primary-admin-key-2",
                "KakaoAK primary-admin-key-",
                "KakaoAK primary-admin-key-11",
                "Bearer primary-admin-key-1",
                "primary-admin-key-1",
                "kakaoak primary-admin-key-1",
                ""
            })
    void refusesWhatIsNotKakaos(String authorization) {
        Received got = webhook.receive(headers(authorization, ID, "application/json")::get, null, JSON);

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.event()).isEmpty();
        assertThat(post("application/json", JSON).event())
                .as("the refused call counts for nothing")
                .isPresent();
    }

    @Test
    void refusesACallWithoutAuthorization() {
        assertThat(webhook.receive(name -> null, "CHAT_TYPE=MemoChat&HASH_CHAT_ID=c1", null)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"CHAT_TYPE\":\"MemoChat\"}",
                "{\"HASH_CHAT_ID\":\"c1\"}",
                "{\"CHAT_TYPE\":\"MemoChat\",",
                "<html>"
            })
    void refusesWhatCannotBeRead(String body) {
        assertThat(post("application/json", body).status()).isEqualTo(400);
    }

    @Test
    void refusesAnEventWithoutAnId() {
        Received got = webhook.receive(headers("KakaoAK " + KEY, " ", "application/json")::get, null, JSON);

        assertThat(got.status()).isEqualTo(400);
    }

    @Test
    void tellsOfAnEventOnceAndAnswersTheSameAgain() {
        assertThat(post("application/json", JSON).event()).isPresent();

        Received again = post("application/json", JSON);

        assertThat(again.status()).isEqualTo(204);
        assertThat(again.event()).isEmpty();
    }

    @Test
    void asksTheSitesOwnStore() {
        Map<String, Boolean> seen = new HashMap<>(Map.of(ID, true));
        KakaoWebhook shared = KakaoWebhook.of(Secret.of(KEY), id -> seen.put(id, true) == null);

        assertThat(shared.receive(headers("KakaoAK " + KEY, ID, "application/json")::get, null, JSON)
                        .event())
                .isEmpty();
        assertThat(shared.receive(headers("KakaoAK " + KEY, "another", "application/json")::get, null, JSON)
                        .event())
                .isPresent();
    }

    @Test
    void forgetsTheOldestEventFirst() {
        KakaoEventStore store = KakaoEventStore.inMemory(2);

        assertThat(store.isFirst("a")).isTrue();
        assertThat(store.isFirst("b")).isTrue();
        assertThat(store.isFirst("a")).isFalse();
        assertThat(store.isFirst("c")).isTrue();
        assertThat(store.isFirst("b")).isFalse();
        assertThat(store.isFirst("a")).isTrue();
        assertThatThrownBy(() -> KakaoEventStore.inMemory(0))
                .hasMessage("KakaoEventStore: events must be above 0, not 0");
    }

    @Test
    void takesATemplateIdThatIsNoNumberForNone() {
        assertThat(post("application/json", JSON.replace("12345", "\"x\"")).event())
                .hasValueSatisfying(event -> assertThat(event.templateId()).isNull());
        assertThat(webhook.toString()).doesNotContain(KEY);
    }

    private Received post(String type, String body) {
        return webhook.receive(headers("KakaoAK " + KEY, ID, type)::get, null, body);
    }

    private static Map<String, String> headers(String authorization, String id, @Nullable String type) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", authorization);
        headers.put("X-Kakao-Resource-ID", id);
        headers.put("User-Agent", "KakaoOpenAPI/1.0");
        if (type != null) {
            headers.put("Content-Type", type);
        }
        return headers;
    }
}
