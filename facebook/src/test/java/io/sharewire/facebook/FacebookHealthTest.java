package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.auth.ReconnectException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookHealthTest extends FacebookOnTheWire {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String GOOD = "\"app_id\":\"42\",\"type\":\"PAGE\",\"is_valid\":true,"
            + "\"scopes\":[\"pages_show_list\",\"pages_read_engagement\",\"pages_manage_posts\"],";

    private List<Problem> check(FacebookSettings.Builder settings) {
        return FacebookHealth.of(settings.build(), Clock.fixed(NOON, ZoneOffset.UTC))
                .check();
    }

    private List<Problem> checkWhenTold(String data) {
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/debug_token")).willReturn(okJson("{\"data\":{" + data + "}}")));
        return check(settings().appId("42").appSecret(Secret.of(SECRET)));
    }

    @Test
    void asksWithTheAppsOwnToken() {
        assertThat(checkWhenTold(GOOD + "\"profile_id\":\"" + PAGE + "\",\"granular_scopes\":["
                        + "{\"scope\":\"pages_manage_posts\",\"target_ids\":[\"" + PAGE + "\"]},"
                        + "{\"scope\":\"pages_read_engagement\"}]"))
                .isEmpty();

        GRAPH.verify(
                1,
                getRequestedFor(urlPathEqualTo("/v26.0/debug_token"))
                        .withQueryParam("input_token", equalTo(TOKEN))
                        .withHeader("Authorization", equalTo("Bearer 42|" + SECRET)));
        assertThat(log).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "is_valid":false,"type":"PAGE","error":{"code":190,"message":"changed the password","subcode":460} | TOKEN_INVALID
            "is_valid":true,"type":"USER","scopes":["pages_manage_posts","pages_read_engagement"] | NOT_A_PAGE_TOKEN
            "is_valid":true,"type":"PAGE","scopes":["pages_manage_posts","pages_read_engagement"],"profile_id":"7" | OTHER_PAGE
            "is_valid":true,"type":"PAGE","scopes":["pages_read_engagement"] | SCOPE_MISSING
            "is_valid":true,"type":"PAGE","scopes":["pages_manage_posts"] | SCOPE_MISSING
            "is_valid":true,"type":"PAGE","scopes":["pages_manage_posts","pages_read_engagement"],"granular_scopes":[{"scope":"pages_manage_posts","target_ids":["7"]}] | PAGE_NOT_GRANTED
            """)
    void tellsWhatKeepsTheTokenFromPosting(String data, String code) {
        assertThat(checkWhenTold(data)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{1} days from now: {2}")
    @CsvSource({
        "expires_at, 13, TOKEN_EXPIRES",
        "expires_at, 15,",
        "data_access_expires_at, 13, DATA_ACCESS_EXPIRES",
        "data_access_expires_at, 15,"
    })
    void warnsOfAnEndTwoWeeksAhead(String field, int days, String code) {
        long at = NOON.getEpochSecond() + days * 86_400L;

        assertThat(checkWhenTold(GOOD + "\"" + field + "\":" + at))
                .extracting(Problem::code)
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void tellsOfATokenOfAnotherApp() {
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/debug_token"))
                .willReturn(error(
                        400,
                        "\"message\":\"(#100) The App_id in the input_token did not match the Viewing App: " + TOKEN
                                + "\",\"code\":100")));

        assertThat(check(settings().appId("42").appSecret(Secret.of(SECRET))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(problem.message()).contains("did not match").doesNotContain(TOKEN);
                });
    }

    @Test
    void isNoVerdictWhenFacebookDoesNotAnswer() {
        GRAPH.stubFor(get(urlPathEqualTo("/v26.0/debug_token"))
                .willReturn(aResponse().withStatus(502).withBody("<html>")));

        assertThat(check(settings().appId("42").appSecret(Secret.of(SECRET))))
                .extracting(Problem::severity, Problem::code)
                .containsExactly(tuple(Problem.Severity.WARNING, "NOT_TOLD"));
    }

    @Test
    void tellsWhatItNeedsToAsk() {
        assertThat(check(settings())).extracting(Problem::code).containsExactly("APP_UNKNOWN");
    }

    @Test
    void tellsOfATokenThatIsNotThere() {
        assertThat(check(FacebookSettings.builder(PAGE, () -> {
                            throw new ReconnectException(Reason.UNAUTHORIZED, "GONE", "No token is stored.");
                        })
                        .baseUrl(GRAPH.baseUrl())
                        .appId("42")
                        .appSecret(Secret.of(SECRET))))
                .extracting(Problem::code)
                .containsExactly("NO_TOKEN");
    }

    @Test
    void tellsOfAVersionThatEnds() {
        GRAPH.stubFor(get(urlPathEqualTo("/v21.0/debug_token")).willReturn(okJson("{\"data\":{" + GOOD + "\"x\":1}}")));

        assertThat(check(settings().appId("42").appSecret(Secret.of(SECRET)).version("v21.0")))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple("VERSION_ENDING", "Graph API v21.0 ends on 2027-01-21."));
    }
}
