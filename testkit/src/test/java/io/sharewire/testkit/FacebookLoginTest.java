package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacebookLoginTest extends FacebookOnTheWire {

    private static final String REDIRECT = "http://127.0.0.1:9/callback?x=1";

    private static Http.Reply exchange(String... namesAndValues) throws IOException {
        Map<String, String> fields = map(namesAndValues);
        fields.put("client_id", facebook.appId());
        fields.putIfAbsent("client_secret", facebook.appSecret());
        return http.as("").get("/v26.0/oauth/access_token?" + Http.form(fields));
    }

    private static JsonNode debug(String token) throws IOException {
        return as(facebook.appToken())
                .get("/v26.0/debug_token?input_token=" + Http.encode(token))
                .json()
                .path("data");
    }

    @Test
    void rule26_aCodeIsGoodOnce() throws IOException {
        String code = facebook.login().authorize(REDIRECT);

        JsonNode token = exchange("code", code, "redirect_uri", REDIRECT).json();
        assertThat(token.path("token_type").asText()).isEqualTo("bearer");
        assertThat(token.path("expires_in").asInt()).isPositive();
        assertThat(as(token.path("access_token").asText()).get("/v26.0/me").status())
                .isEqualTo(200);

        Http.Reply again = exchange("code", code, "redirect_uri", REDIRECT);
        assertError(again, 400, 100, "This authorization code has been used.");
        assertThat(subcode(again)).isEqualTo(36009);
    }

    @Test
    void rule26_theRedirectAddressMustBeIdentical() throws IOException {
        String code = facebook.login().authorize(REDIRECT);

        Http.Reply reply = exchange("code", code, "redirect_uri", REDIRECT + "&");

        assertError(reply, 400, 100, "redirect_uri");
        assertThat(subcode(reply)).isEqualTo(36008);
        assertThat(exchange("code", code, "redirect_uri", REDIRECT).status()).isEqualTo(200);
    }

    @Test
    void rule26_theDialogSendsTheCodeAndTheStateBack() throws IOException {
        String dialog = "/v26.0/dialog/oauth?client_id=" + facebook.appId() + "&state=s%261&redirect_uri="
                + Http.encode(REDIRECT);

        Http.Reply agreed = http.as("").get(dialog);
        assertThat(agreed.status()).isEqualTo(302);
        assertThat(agreed.header("Location")).startsWith(REDIRECT + "&code=").endsWith("&state=s%261");

        facebook.login().declines(true);
        assertThat(http.as("").get(dialog).header("Location"))
                .startsWith(REDIRECT + "&error=access_denied&error_reason=user_denied&error_code=200");
    }

    @Test
    void rule26_aTokenIsProlongedToSixtyDays() throws IOException {
        JsonNode token = exchange("grant_type", "fb_exchange_token", "fb_exchange_token", facebook.userToken())
                .json();

        assertThat(token.path("expires_in").asInt()).isEqualTo(5_184_000);
        Http person = as(token.path("access_token").asText());
        clock.advance(Duration.ofDays(60).minusSeconds(1));
        assertThat(person.get("/v26.0/me").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(subcode(person.get("/v26.0/me"))).isEqualTo(463);
    }

    @Test
    void rule26_anExpiredTokenIsNotProlonged() throws IOException {
        facebook.tokens().spoil(facebook.userToken(), FacebookTokenTrouble.EXPIRED);

        assertError(
                exchange("grant_type", "fb_exchange_token", "fb_exchange_token", facebook.userToken()),
                400,
                190,
                "Session has expired");
    }

    @Test
    void rule26_theSecretGivesTheAppsOwnToken() throws IOException {
        assertThat(exchange("grant_type", "client_credentials")
                        .json()
                        .path("access_token")
                        .asText())
                .isEqualTo(facebook.appToken());
        assertError(exchange("grant_type", "client_credentials", "client_secret", "wrong"), 400, 1, "client secret");
    }

    @Test
    void rule26_thePagesComeInPagesSomeWithoutAToken() throws IOException {
        facebook.addPage("Sandbox Sports", "CREATE_CONTENT");
        String unticked = facebook.addPageWithoutToken("Sandbox Weather");
        Http person = as(facebook.userToken());

        JsonNode first = person.get("/v26.0/me/accounts?fields=id,name,access_token,tasks&limit=2")
                .json();
        JsonNode second =
                new Http("", "").get(first.at("/paging/next").asText()).json();

        assertThat(first.at("/data/0/id").asText()).isEqualTo(facebook.pageId());
        assertThat(first.at("/data/0/access_token").asText()).isEqualTo(facebook.token());
        assertThat(first.at("/data/0/tasks")).hasSize(5);
        assertThat(first.at("/data/1/tasks/0").asText()).isEqualTo("CREATE_CONTENT");
        assertThat(second.at("/data/0/id").asText()).isEqualTo(unticked);
        assertThat(second.path("data").path(0).has("access_token")).isFalse();
        assertThat(second.at("/paging").has("next")).isFalse();
        assertThat(person.get(page + "?fields=access_token")
                        .json()
                        .path("access_token")
                        .asText())
                .isEqualTo(facebook.token());
    }

    @Test
    void rule26_thePermissionsAreListed() throws IOException {
        facebook.tokens().withdraw("pages_manage_posts");

        JsonNode data =
                as(facebook.userToken()).get("/v26.0/me/permissions").json().path("data");

        assertThat(data).anySatisfy(row -> {
            assertThat(row.path("permission").asText()).isEqualTo("pages_manage_posts");
            assertThat(row.path("status").asText()).isEqualTo("declined");
        });
    }

    @Test
    void rule27_aLivingPageTokenIsDescribed() throws IOException {
        JsonNode data = debug(facebook.token());

        assertThat(data.path("is_valid").asBoolean()).isTrue();
        assertThat(data.path("type").asText()).isEqualTo("PAGE");
        assertThat(data.path("app_id").asText()).isEqualTo(facebook.appId());
        assertThat(data.path("expires_at").asInt(-1)).isZero();
        assertThat(data.path("profile_id").asText()).isEqualTo(facebook.pageId());
        assertThat(data.path("scopes"))
                .extracting(JsonNode::asText)
                .contains("pages_manage_posts", "pages_read_engagement");
        assertThat(data.at("/granular_scopes/0/target_ids/0").asText()).isEqualTo(facebook.pageId());
    }

    @Test
    void rule27_aDeadTokenIsDescribedAsInvalidAndNotRefused() throws IOException {
        facebook.tokens().spoil(facebook.token(), FacebookTokenTrouble.PASSWORD_CHANGED);

        assertThat(debug(facebook.token()).path("is_valid").asBoolean(true)).isFalse();
        assertThat(debug(facebook.token()).at("/error/subcode").asInt()).isEqualTo(460);
        assertThat(debug("nonsense").path("is_valid").asBoolean(true)).isFalse();
        assertThat(debug("nonsense").at("/error/code").asInt()).isEqualTo(190);
    }

    @Test
    void rule27_theTokenOfAnotherAppIsRefused() throws IOException {
        assertError(
                as(facebook.appToken()).get("/v26.0/debug_token?input_token=" + facebook.otherAppToken()),
                400,
                100,
                "did not match the Viewing App");
    }
}
