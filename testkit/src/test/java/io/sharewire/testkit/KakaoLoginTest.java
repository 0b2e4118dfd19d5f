package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KakaoLoginTest extends KakaoOnTheWire {

    private static final String REDIRECT = "https://newsroom.example/callback";
    private static final Duration ACCESS_LIFE = Duration.ofSeconds(21_599);
    private static final Duration REFRESH_LIFE = Duration.ofSeconds(5_183_999);

    private static Http.Reply authorize(String... namesAndValues) throws IOException {
        Map<String, String> query = map(namesAndValues);
        query.putIfAbsent("client_id", kakao.app().restApiKey());
        query.putIfAbsent("redirect_uri", REDIRECT);
        query.putIfAbsent("response_type", "code");
        return http.as("").get("/oauth/authorize?" + Http.form(query));
    }

    private static String code(String... namesAndValues) throws IOException {
        String location = authorize(namesAndValues).header("Location");
        assertThat(location).contains("code=");
        return location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
    }

    private static Http.Reply token(String... namesAndValues) throws IOException {
        Map<String, String> form = map(namesAndValues);
        form.putIfAbsent("client_id", kakao.app().restApiKey());
        form.putIfAbsent("client_secret", kakao.app().clientSecret());
        return http.as("").postForm("/oauth/token", form);
    }

    private static Http.Reply redeem(String code) throws IOException {
        return token("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT);
    }

    private static Http.Reply refresh(String refreshToken) throws IOException {
        return token("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    private static Http bearer(String token) {
        return http.as("Bearer " + token);
    }

    private static void assertLoginError(Http.Reply reply, int status, String error, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("error", "error_description", "error_code");
        assertThat(reply.json().path("error").asText()).isEqualTo(error);
        assertThat(reply.json().path("error_code").asText()).isEqualTo(code);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
    }

    @Test
    void rule01_theCodeAndTheSameStateComeBackToTheRegisteredAddress() throws IOException {
        Http.Reply reply = authorize("state", "xyz &1", "scope", "talk_message");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location"))
                .matches("https://newsroom\\.example/callback\\?code=[^&]+&state=xyz\\+%261");
    }

    @Test
    void rule01_anUnknownClientIsKoe101() throws IOException {
        assertLoginError(authorize("client_id", "nobody"), 401, "invalid_client", "KOE101");

        kakao.rules().invalidClientStatus(400);
        assertLoginError(authorize("client_id", "nobody"), 400, "invalid_client", "KOE101");
    }

    @Test
    void rule01_anotherKindOfKeyIsKoe008() throws IOException {
        assertLoginError(authorize("client_id", kakao.app().javascriptKey()), 400, "invalid_request", "KOE008");
    }

    @Test
    void rule01_anUnregisteredRedirectIsKoe006() throws IOException {
        assertLoginError(authorize("redirect_uri", REDIRECT + "/"), 400, "invalid_request", "KOE006");

        kakao.app().redirectUris("http://127.0.0.1:8080/callback", REDIRECT + "/");
        assertThat(authorize("redirect_uri", REDIRECT + "/").status()).isEqualTo(302);
        assertLoginError(authorize(), 400, "invalid_request", "KOE006");
    }

    @Test
    void rule01_aLoginThatIsSwitchedOffIsKoe004() throws IOException {
        kakao.app().loginOn(false);

        assertLoginError(authorize(), 400, "invalid_request", "KOE004");
    }

    @Test
    void rule01_aConsentItemThatIsOffIsKoe205() throws IOException {
        kakao.app().consentItem("account_email", false);

        assertLoginError(authorize("scope", "talk_message,account_email"), 400, "invalid_scope", "KOE205");
    }

    @Test
    void rule01_aRefusalComesBackToo() throws IOException {
        kakao.app().denyConsent(true);

        assertThat(authorize("state", "s").header("Location"))
                .startsWith(REDIRECT + "?error=access_denied&error_description=")
                .endsWith("&state=s");
    }

    @Test
    void rule01_withoutPermissionFriendsAreConsentedToOnlyAfterTheFirstLogin() throws IOException {
        KakaoPerson reader = kakao.people().add("정새벽").connected(false).consents();
        kakao.people().atTheBrowser(reader);
        kakao.app().permission(false);

        assertThat(redeem(code("scope", "talk_message,friends"))
                        .json()
                        .path("scope")
                        .asText())
                .isEqualTo("talk_message");
        assertThat(redeem(code("scope", "friends")).json().path("scope").asText())
                .isEqualTo("talk_message friends");
    }

    @Test
    void rule02_onlyPostedFormsAreTaken() throws IOException {
        String query = "grant_type=refresh_token&client_id=" + kakao.app().restApiKey() + "&client_secret="
                + kakao.app().clientSecret() + "&refresh_token=" + kakao.refreshToken();

        assertLoginError(http.as("").get("/oauth/token?" + query), 400, "invalid_request", "KOE002");
        assertLoginError(
                http.as("").postJson("/oauth/token", "{\"grant_type\":\"refresh_token\"}"),
                400,
                "invalid_request",
                "KOE001");
        assertThat(http.as("")
                        .post("/oauth/token", "application/x-www-form-urlencoded;charset=utf-8", query)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule02_anUnknownGrantIsKoe310() throws IOException {
        assertLoginError(token("grant_type", "password"), 400, "unsupported_grant_type", "KOE310");
    }

    @Test
    void rule03_aCodeWorksOnce() throws IOException {
        String code = code();

        assertThat(redeem(code).status()).isEqualTo(200);
        Http.Reply again = redeem(code);
        assertLoginError(again, 400, "invalid_grant", "KOE320");
        assertThat(again.json().path("error_description").asText())
                .isEqualTo("authorization code not found for code=" + code);
    }

    @Test
    void rule03_aCodeDiesAfterTenMinutes() throws IOException {
        String early = code();
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(redeem(early).status()).isEqualTo(200);

        String late = code();
        clock.advance(Duration.ofMinutes(10));
        assertLoginError(redeem(late), 400, "invalid_grant", "KOE320");
    }

    @Test
    void rule03_anotherRedirectThanAtAuthorizeIsKoe303() throws IOException {
        kakao.app().redirectUris(REDIRECT, REDIRECT + "2");

        assertLoginError(
                token("grant_type", "authorization_code", "code", code(), "redirect_uri", REDIRECT + "2"),
                400,
                "invalid_grant",
                "KOE303");
    }

    @Test
    void rule04_aMissingOrWrongSecretIsKoe010() throws IOException {
        String code = code();

        assertLoginError(
                token("grant_type", "authorization_code", "code", code, "client_secret", "wrong"),
                401,
                "invalid_client",
                "KOE010");
        assertLoginError(
                http.as("")
                        .postForm("/oauth/token", map("client_id", kakao.app().restApiKey())),
                401,
                "invalid_client",
                "KOE010");
        kakao.app().secretActive(false);
        assertThat(token(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                REDIRECT,
                                "client_secret",
                                "wrong")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule05_theReplyTellsLifetimesAndScopes() throws IOException {
        JsonNode reply = redeem(code()).json();

        assertThat(reply.path("token_type").asText()).isEqualTo("bearer");
        assertThat(reply.path("expires_in").asInt()).isEqualTo(21_599);
        assertThat(reply.path("refresh_token_expires_in").asInt()).isEqualTo(5_183_999);
        assertThat(reply.path("scope").asText().split(" ")).contains("talk_message", "friends");
    }

    @Test
    void rule05_anAccessTokenDiesWhenItsTimeIsOver() throws IOException {
        Http login = bearer(redeem(code()).json().path("access_token").asText());
        clock.advance(ACCESS_LIFE.minusSeconds(1));
        assertThat(login.get("/v1/user/access_token_info")
                        .json()
                        .path("expires_in")
                        .asInt())
                .isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        assertError(login.get("/v1/user/access_token_info"), 401, -401, "this access token is already expired");
    }

    @Test
    void rule06_aRefreshTokenWithAMonthLeftIsKept() throws IOException {
        String refreshToken = redeem(code()).json().path("refresh_token").asText();
        clock.advance(REFRESH_LIFE.minusDays(30));

        JsonNode reply = refresh(refreshToken).json();

        assertThat(reply.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("token_type", "access_token", "expires_in", "scope");
        assertThat(bearer(reply.path("access_token").asText())
                        .get("/v2/user/me")
                        .status())
                .isEqualTo(200);
        assertThat(refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    void rule06_aRefreshTokenWithLessThanAMonthLeftIsReplacedAndDies() throws IOException {
        String old = redeem(code()).json().path("refresh_token").asText();
        clock.advance(REFRESH_LIFE.minusDays(30).plusSeconds(1));

        JsonNode reply = refresh(old).json();

        assertThat(reply.path("refresh_token").asText()).isNotEmpty().isNotEqualTo(old);
        assertThat(reply.path("refresh_token_expires_in").asInt()).isEqualTo(5_183_999);
        assertLoginError(refresh(old), 400, "invalid_grant", "KOE322");
        assertThat(refresh(reply.path("refresh_token").asText()).status()).isEqualTo(200);
    }

    @Test
    void rule06_aRefreshTokenDiesAfterTwoMonths() throws IOException {
        clock.advance(REFRESH_LIFE);

        Http.Reply reply = refresh(kakao.refreshToken());

        assertLoginError(reply, 400, "invalid_grant", "KOE322");
        assertThat(reply.json().path("error_description").asText()).isEqualTo("expired_or_invalid_refresh_token");
    }

    @Test
    void rule06_aMissingRefreshTokenIsKoe319() throws IOException {
        assertLoginError(token("grant_type", "refresh_token"), 400, "invalid_grant", "KOE319");
    }

    @Test
    void rule07_moreThanTwentyTokensInTenMinutesGiveKoe237() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(refresh(kakao.refreshToken()).status()).isEqualTo(200);
        }

        assertLoginError(refresh(kakao.refreshToken()), 400, "invalid_request", "KOE237");
        kakao.rules().tokenLimitStatus(429);
        assertLoginError(refresh(kakao.refreshToken()), 429, "invalid_request", "KOE237");
        clock.advance(Duration.ofMinutes(10));
        assertThat(refresh(kakao.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void rule07_anotherPersonHasAnOwnLimit() throws IOException {
        for (int i = 0; i < 20; i++) {
            refresh(kakao.refreshToken());
        }
        kakao.people().atTheBrowser(friend("정새벽"));

        assertThat(redeem(code()).status()).isEqualTo(200);
    }

    @Test
    void rule07_moreThanThirtyRefreshTokensInAnHourGiveKoe237() throws IOException {
        for (int i = 0; i < 30; i++) {
            // Ten at a time, so that the limit of access tokens is never the reason.
            if (i % 10 == 0) {
                clock.advance(Duration.ofMinutes(10));
            }
            assertThat(redeem(code()).status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(10));

        assertLoginError(redeem(code()), 400, "invalid_request", "KOE237");
        assertThat(refresh(kakao.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void rule08_aLogoutEndsThisTokenAtOnce() throws IOException {
        JsonNode first = redeem(code()).json();
        JsonNode second = redeem(code()).json();
        Http login = bearer(first.path("access_token").asText());

        Http.Reply out = login.postForm("/v1/user/logout", Map.of());

        assertThat(out.body()).isEqualTo("{\"id\":" + me().id() + "}");
        assertError(login.get("/v2/user/me"), 401, -401, "this access token does not exist");
        assertThat(bearer(second.path("access_token").asText())
                        .get("/v2/user/me")
                        .status())
                .isEqualTo(200);
        assertThat(refresh(first.path("refresh_token").asText()).status()).isEqualTo(200);
    }

    @Test
    void rule08_anUnlinkEndsAllTokensAtOnce() throws IOException {
        JsonNode login = redeem(code()).json();

        assertThat(http.postForm("/v1/user/unlink", Map.of()).body()).isEqualTo("{\"id\":" + me().id() + "}");

        assertError(memo(TEXT), 401, -401, "this access token does not exist");
        assertError(
                bearer(login.path("access_token").asText()).get("/v2/user/me"),
                401,
                -401,
                "this access token does not exist");
        assertLoginError(refresh(login.path("refresh_token").asText()), 400, "invalid_grant", "KOE322");
        assertLoginError(refresh(kakao.refreshToken()), 400, "invalid_grant", "KOE322");
    }

    @Test
    void rule08_theAdminKeyUnlinksAPersonByNumber() throws IOException {
        KakaoPerson reader = friend("정새벽");
        Http admin = http.as("KakaoAK " + kakao.app().adminKey());
        Map<String, String> target = map("target_id_type", "user_id", "target_id", "" + reader.id());
        Http login = as(reader);

        assertThat(admin.postForm("/v1/user/unlink", target).body()).isEqualTo("{\"id\":" + reader.id() + "}");

        assertError(login.get("/v2/user/me"), 401, -401, "this access token does not exist");
        assertError(admin.postForm("/v1/user/unlink", target), 400, -101, "");
        assertError(
                http.as("KakaoAK " + kakao.app().restApiKey()).postForm("/v1/user/unlink", target),
                401,
                -401,
                "this access token does not exist");
    }

    @Test
    void rule08_theLogoutPageLeadsToARegisteredAddress() throws IOException {
        String page = "/oauth/logout?client_id=" + kakao.app().restApiKey() + "&state=s&logout_redirect_uri=";

        assertThat(http.as("").get(page + Http.encode(REDIRECT)).header("Location"))
                .isEqualTo(REDIRECT + "?state=s");
        assertLoginError(
                http.as("").get(page + Http.encode("https://elsewhere.example")), 400, "invalid_request", "KOE007");
    }
}
