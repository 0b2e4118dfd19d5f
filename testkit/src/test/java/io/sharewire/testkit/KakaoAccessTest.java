package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoAccessTest extends KakaoOnTheWire {

    @Test
    void rule09_anUnknownTokenIsRefusedWithAChallenge() throws IOException {
        Http.Reply reply = http.as("Bearer nonsense").postForm(MEMO, Map.of("template_object", TEXT));

        assertRefused(reply, 401, -401, "this access token does not exist");
        assertThat(reply.body()).isEqualTo("{\"msg\":\"this access token does not exist\",\"code\":-401}");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=invalid_token");
        assertThat(http.as("").postForm(MEMO, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void rule09_anExpiredTokenIsRefused() throws IOException {
        kakao.expireToken();

        Http.Reply reply = memo(TEXT);

        assertRefused(reply, 401, -401, "this access token is already expired");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=invalid_token");
    }

    @Test
    void rule10_aCallFromAnotherAddressIsRefusedAndARefreshDoesNotHelp() throws IOException {
        kakao.app().allowedIps("203.0.113.7");

        assertRefused(memo(TEXT), 401, -401, "ip mismatched! callerIp=127.0.0.1. check out registered ips.");
        String fresh = http.as("")
                .postForm(
                        "/oauth/token",
                        map(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                kakao.app().restApiKey(),
                                "client_secret",
                                kakao.app().clientSecret(),
                                "refresh_token",
                                kakao.refreshToken()))
                .json()
                .path("access_token")
                .asText();
        assertThat(fresh).isNotEmpty();
        assertRefused(
                http.as("Bearer " + fresh).postForm(MEMO, map("template_object", TEXT)), 401, -401, "ip mismatched!");

        kakao.app().allowedIps("203.0.113.7", "127.0.0.1");
        assertMemoSent(memo(TEXT));
    }

    @Test
    void rule11_withoutTheConsentItemNothingIsSent() throws IOException {
        kakao.consentItemOn(false);

        assertRefused(
                memo(TEXT),
                403,
                -3,
                "[APP] App disabled [talk_message] scopes for [TALK_MEMO_DEFAULT_SEND] API on"
                        + " developers.kakao.com. Enable it first.");
    }

    @Test
    void rule11_withoutTheUsersConsentTheMissingScopeIsNamed() throws IOException {
        me().consents("profile", "account_email");

        Http.Reply reply = memo(TEXT);

        assertRefused(reply, 403, -402, "insufficient scopes.");
        assertThat(reply.json().path("api_type").asText()).isEqualTo("TALK_MEMO_DEFAULT_SEND");
        assertThat(texts(reply.json().path("required_scopes"))).containsExactly("talk_message");
        assertThat(texts(reply.json().path("allowed_scopes"))).containsExactly("profile", "account_email");
    }

    @Test
    void rule11_theListOfFriendsNeedsAConsentOfItsOwn() throws IOException {
        me().consents("profile", "talk_message");

        Http.Reply reply = http.get(FRIENDS);

        assertError(reply, 403, -402, "insufficient scopes.");
        assertThat(reply.json().path("api_type").asText()).isEqualTo("FRIENDS");
        assertThat(texts(reply.json().path("required_scopes"))).containsExactly("friends");
        assertMemoSent(memo(TEXT));
    }

    @Test
    void rule11_consentsAreListedAndTakenBack() throws IOException {
        String both = "scopes=" + Http.encode("[\"talk_message\",\"friends\"]");
        JsonNode listed = http.get("/v2/user/scopes?" + both).json();

        assertThat(listed.path("id").asLong()).isEqualTo(me().id());
        assertThat(listed.path("scopes")).hasSize(2).allSatisfy(scope -> {
            assertThat(scope.path("agreed").asBoolean()).isTrue();
            assertThat(scope.path("using").asBoolean()).isTrue();
            assertThat(scope.path("revocable").asBoolean()).isTrue();
        });
        assertThat(http.get("/v2/user/scopes").json().path("scopes")).hasSize(4);

        JsonNode revoked = http.postForm("/v2/user/revoke/scopes", map("scopes", "[\"talk_message\"]"))
                .json();
        assertThat(revoked.at("/scopes/0/agreed").asBoolean(true)).isFalse();
        assertRefused(memo(TEXT), 403, -402, "insufficient scopes.");
        assertError(http.postForm("/v2/user/revoke/scopes", map("scopes", "talk_message")), 400, -2, "name=scopes");
    }

    @Test
    void rule12_theAppsUsedUpQuotaIsA400WithoutRetryAfter() throws IOException {
        kakao.rules().messagesDaily(1);
        memo(TEXT);

        Http.Reply reply = memo(TEXT);

        assertError(reply, 400, -10, "API limit has been exceeded.");
        assertThat(reply.header("Retry-After")).isEmpty();
        assertThat(kakao.posts()).hasSize(1);
    }

    @Test
    void rule12_maintenanceIsA503() throws IOException {
        kakao.maintenance(true);

        assertRefused(memo(TEXT), 503, -9798, "maintenance");
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, 400, -10",
        "DAILY_LIMITED, 400, -532",
        "NOT_STORED_INTERNAL_ERROR, 400, -1",
        "NOT_STORED_500, 500, -1",
        "NOT_STORED_MAINTENANCE, 400, -7",
        "NOT_STORED_TIMED_OUT, 400, -603",
        "NOT_RECOGNISED, 401, -401"
    })
    void rule12_troubleIsInjectedForOneSend(Fault fault, int status, int code) throws IOException {
        kakao.inject(fault);

        assertRefused(memo(TEXT), status, code, "");
        assertMemoSent(memo(TEXT));
        assertThat(kakao.createRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"STORED_THEN_INTERNAL_ERROR, -1", "STORED_THEN_TIMED_OUT, -603"})
    void rule12_troubleIsToldOfAMessageThatWasDelivered(Fault fault, int code) throws IOException {
        kakao.inject(fault);

        assertError(memo(TEXT), 400, code, "");
        assertThat(kakao.posts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"NOT_STORED_HTML_502, 502, 0", "NOT_STORED_HTML_503, 503, 0", "STORED_THEN_HTML_502, 502, 1"})
    void rule12_theEdgeAnswersWithAPage(Fault fault, int status, int messages) throws IOException {
        kakao.inject(fault);

        Http.Reply reply = memo(TEXT);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).startsWith("<html>").doesNotContain("code");
        assertThat(kakao.posts()).hasSize(messages);
    }

    @Test
    void rule12_aHangDeliversNothing() {
        kakao.inject(Fault.NOT_STORED_DELAYED);
        Http hasty = http.patientFor(Duration.ofMillis(500));

        assertThatThrownBy(() -> hasty.postForm(MEMO, map("template_object", TEXT)))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(kakao.posts()).isEmpty();
    }

    @Test
    void rule12_aResetDeliversNothing() {
        kakao.inject(Fault.NOT_STORED_RESET);

        assertThatThrownBy(() -> memo(TEXT)).isInstanceOf(IOException.class);
        assertThat(kakao.posts()).isEmpty();
    }

    @Test
    void rule12_troubleIsInjectedOverHttpToo() throws IOException {
        Http.Reply reply = new Http(sandbox.url(), "")
                .postJson(
                        "__sandbox/faults", "{\"platform\":\"kakao\",\"faults\":[\"NONE\",\"NOT_STORED_TIMED_OUT\"]}");

        assertThat(reply.status()).isEqualTo(200);
        assertMemoSent(memo(TEXT));
        assertError(memo(TEXT), 400, -603, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MEMO,
                "/v1/api/talk/memo/default/send",
                "/v2/api/talk/friends/message/default/send",
                "/v2/util/scrap",
                "/v1/user/unlink",
                "/picker/send"
            })
    void rule13_aWrongPathOrMethodIsABare404(String path) throws IOException {
        Http.Reply reply = http.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).doesNotContain("code", "msg");
    }

    @Test
    void rule13_friendsAreVersionOneAndMemosVersionTwo() throws IOException {
        assertThat(http.postForm("/v1/api/talk/memo/default/send", map("template_object", TEXT))
                        .status())
                .isEqualTo(404);
        assertThat(http.postForm("/v2/api/talk/friends/message/default/send", map("template_object", TEXT))
                        .status())
                .isEqualTo(404);
        assertThat(kakao.createRequests()).isZero();
    }

    @Test
    void rule14_aBodyThatIsNoFormIsRefused() throws IOException {
        String json = "{\"template_object\":" + TEXT + "}";

        assertRefused(http.postJson(MEMO, json), 400, -2, "Content-Type");
        assertRefused(http.postJson(TO_FRIENDS, json), 400, -2, "Content-Type");
    }

    @Test
    void rule14_aJsonBodyIsTakenWhereItIsSoSet() throws IOException {
        kakao.rules().takeJsonBodies(true);

        assertMemoSent(http.postJson(MEMO, "{\"template_object\":" + TEXT + "}"));
        assertThat(kakao.posts()).extracting(SimulatedPost::text).containsExactly("본문 200자 이내");
    }
}
