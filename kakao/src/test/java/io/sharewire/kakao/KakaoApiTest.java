package io.sharewire.kakao;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.sharewire.kakao.KakaoServer.code;
import static io.sharewire.kakao.KakaoServer.error;
import static io.sharewire.kakao.KakaoServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Media;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoApiTest {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'};
    private static final String IMAGE = "{\"infos\":{\"original\":{\"url\":\"https://k.kakaocdn.net/dn/1.jpg\","
            + "\"content_type\":\"image/jpeg\",\"length\":123,\"width\":800,\"height\":400}}}";

    private final KakaoServer kakao = new KakaoServer();
    private final KakaoApi api = KakaoApi.of(kakao.settings().build(), new SettableClock(KakaoServer.NOW));

    @AfterEach
    void stop() {
        kakao.close();
    }

    @Test
    void readsFriendsPageByPage() {
        kakao.answers(
                ok("{\"elements\":[{\"id\":123,\"uuid\":\"u1\",\"favorite\":true,\"profile_nickname\":\"다람\","
                        + "\"profile_thumbnail_image\":\"https://p.example.kr/1.jpg\",\"allowed_msg\":true},"
                        + "{\"id\":\"124\",\"uuid\":\"u2\",\"allowed_msg\":false}],\"total_count\":3,"
                        + "\"favorite_count\":1,\"before_url\":null,\"after_url\":\"" + kakao.baseUrl()
                        + "/v1/api/talk/friends?offset=2&limit=100&order=asc\"}"),
                ok("{\"elements\":[{\"id\":null,\"uuid\":\"u3\",\"favorite\":null,\"profile_nickname\":null,"
                        + "\"profile_thumbnail_image\":null,\"allowed_msg\":null},null,{\"id\":9}],\"total_count\":3,"
                        + "\"after_url\":null}"));

        assertThat(api.friends())
                .containsExactly(
                        new KakaoFriend("u1", "123", "다람", "https://p.example.kr/1.jpg", true, true),
                        new KakaoFriend("u2", "124", null, null, false, false),
                        new KakaoFriend("u3", null, null, null, false, true));
        assertThat(kakao.requests())
                .extracting(LoggedRequest::getUrl)
                .containsExactly(
                        "/v1/api/talk/friends?offset=0&limit=100&friend_order=favorite&secure_resource=true",
                        "/v1/api/talk/friends?offset=2&limit=100&order=asc");
        assertThat(kakao.requests())
                .allSatisfy(request ->
                        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer kakao-access-token-1"));
    }

    @Test
    void readsOnePageOfFriends() {
        kakao.answers(ok("{\"elements\":[{\"uuid\":\"u1\"}],\"total_count\":30,\"favorite_count\":2,"
                + "\"after_url\":\"https://kapi.kakao.com/v1/api/talk/friends?offset=11\"}"));

        KakaoFriends page = api.friends(10, 1, KakaoFriends.Order.NICKNAME);

        assertThat(page.friends()).extracting(KakaoFriend::uuid).containsExactly("u1");
        assertThat(page.total()).isEqualTo(30);
        assertThat(page.favorites()).isEqualTo(2);
        assertThat(page.hasMore()).isTrue();
        assertThat(request().getUrl())
                .isEqualTo("/v1/api/talk/friends?offset=10&limit=1&friend_order=nickname&secure_resource=true");
        assertThatThrownBy(() -> api.friends(-1, 101, KakaoFriends.Order.NICKNAME))
                .hasMessage("KakaoApi.friends: offset must not be below 0, not -1; limit must be 1 to 100, not 101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1/api/talk/friends?offset=1",
                "https://kapi.kakao.com.evil.example/",
                "ftp://x",
                "/v1/api/talk/friends?offset=1"
            })
    void takesTheTokenToNoOtherServer(String afterUrl) {
        kakao.answers(ok("{\"elements\":[{\"uuid\":\"u1\"}],\"after_url\":\"" + afterUrl + "\"}"));

        assertThatThrownBy(api::friends)
                .isInstanceOf(KakaoException.class)
                .hasMessageContaining("another server than the API's");
        assertThat(kakao.requests()).hasSize(1);
    }

    @Test
    void uploadsAPicture() {
        kakao.answers(ok(IMAGE));

        KakaoImage image = api.uploadImage(Media.of(JPEG));

        assertThat(image).isEqualTo(new KakaoImage("https://k.kakaocdn.net/dn/1.jpg", "image/jpeg", 123, 800, 400));
        assertThat(request().getUrl()).isEqualTo("/v2/api/talk/message/image/upload");
        assertThat(request().getHeader("Content-Type")).startsWith("multipart/form-data;");
        assertThat(request().getPart("file").getBody().asBytes()).isEqualTo(JPEG);
        assertThat(request().getPart("secure_resource").getBody().asString()).isEqualTo("true");
        assertThat(request().getHeader("Authorization")).isEqualTo("Bearer kakao-access-token-1");
    }

    @Test
    void handlesPicturesWithAnAppKeyIfThereIsOne() {
        kakao.answers(ok(IMAGE));
        KakaoApi withKey = KakaoApi.of(kakao.settings()
                .imageKey(Secret.of("javascript-key-1"), "https://news.example.kr")
                .build());

        withKey.scrapImage("https://img.example.kr/눈.jpg?a=1&b=2");

        assertThat(request().getHeader("Authorization")).isEqualTo("KakaoAK javascript-key-1");
        assertThat(request().getHeader("KA")).endsWith(" origin/https%3A%2F%2Fnews.example.kr");
        assertThat(request().getUrl()).isEqualTo("/v2/api/talk/message/image/scrap");
        assertThat(KakaoServer.form(request()))
                .containsEntry("image_url", "https://img.example.kr/눈.jpg?a=1&b=2")
                .containsEntry("secure_resource", "true");
    }

    @Test
    void deletesAPictureByDelete() {
        kakao.answers(aResponse().withStatus(200));

        api.deleteImage("https://k.kakaocdn.net/dn/1.jpg?a=1&b=2");

        assertThat(request().getMethod().getName()).isEqualTo("DELETE");
        assertThat(request().getUrl()).startsWith("/v2/api/talk/message/image/delete?image_url=");
        assertThat(request().queryParameter("image_url").firstValue())
                .isEqualTo("https://k.kakaocdn.net/dn/1.jpg?a=1&b=2");
    }

    @Test
    void refusesWhatIsNoPictureOrTooLargeBeforeAnyByte() {
        byte[] large = Arrays.copyOf(JPEG, 5 * 1024 * 1024 + 1);

        assertThatThrownBy(() -> api.uploadImage(Media.of(large)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5242881 bytes, Kakao takes 5242880");
        assertThatThrownBy(() -> api.uploadImage(Media.of("text".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("the file is not a picture");
        assertThatThrownBy(() -> api.scrapImage("snow.jpg")).hasMessageContaining("'snow.jpg'");
        assertThat(kakao.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"infos\":null}", "{\"infos\":{\"original\":{\"width\":1}}}", "<html>"})
    void doesNotMakeUpAPicture(String body) {
        kakao.answers(error(200, body));

        assertThat(catchThrowableOfType(KakaoException.class, () -> api.uploadImage(Media.of(JPEG)))
                        .result())
                .isInstanceOf(Unknown.class);
    }

    @Test
    void readsAndRevokesConsents() {
        kakao.answers(
                ok(
                        "{\"id\":123,\"scopes\":[{\"id\":\"talk_message\",\"display_name\":\"카카오톡 메시지 전송\","
                                + "\"type\":\"SERVICE\",\"using\":true,\"agreed\":true,\"revocable\":true},{\"id\":\"friends\"},null]}"));

        assertThat(api.scopes())
                .isEqualTo(api.revokeScopes(List.of("friends")))
                .containsExactly(
                        new KakaoScope("talk_message", "카카오톡 메시지 전송", true, true, true),
                        new KakaoScope("friends", "friends", false, false, false));
        LoggedRequest revoke = kakao.requests().get(1);
        assertThat(kakao.requests().get(0).getUrl()).isEqualTo("/v2/user/scopes");
        assertThat(revoke.getUrl()).isEqualTo("/v2/user/revoke/scopes");
        assertThat(KakaoServer.form(revoke)).containsEntry("scopes", "[\"friends\"]");
    }

    @Test
    void tellsWhoseTheTokenIsAndWhenItEnds() {
        kakao.answers(ok("{\"id\":3000000001,\"expires_in\":7199,\"app_id\":1234}"));

        assertThat(api.tokenInfo())
                .isEqualTo(new KakaoTokenInfo(3_000_000_001L, 1234L, KakaoServer.NOW.plusSeconds(7199)));
        assertThat(request().getUrl()).isEqualTo("/v1/user/access_token_info");
    }

    @Test
    void logsOutAndUnlinks() {
        kakao.answers(ok("{\"id\":123}"));

        api.logout();
        api.unlink();

        assertThat(kakao.requests())
                .extracting(request -> request.getMethod() + " " + request.getUrl())
                .containsExactly("POST /v1/user/logout", "POST /v1/user/unlink");
    }

    @Test
    void saysWhatKakaoSaidWithoutTheToken() {
        kakao.answers(code(401, -401, "this access token does not exist: kakao-access-token-1"));

        KakaoException failed = catchThrowableOfType(KakaoException.class, api::tokenInfo);

        assertThat(failed)
                .hasMessageStartingWith("Reading about the token failed, -401: kakao answered 401, error -401")
                .hasMessageContaining("Connect the Kakao account again.")
                .hasMessageNotContaining("kakao-access-token-1");
        assertThat(((Rejected) failed.result()).reason()).isEqualTo(Reason.UNAUTHORIZED);
    }

    @Test
    void saysThatNobodyKnowsWhetherItUnlinked() {
        kakao.answers(aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThatThrownBy(api::unlink)
                .isInstanceOf(KakaoException.class)
                .hasMessageStartingWith("Unlinking may or may not have been done, ANSWER_LOST");
    }

    private LoggedRequest request() {
        assertThat(kakao.requests()).hasSize(1);
        return kakao.requests().get(0);
    }
}
