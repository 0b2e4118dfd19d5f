package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookAccessTest extends FacebookOnTheWire {

    // The vectors of the platform sheet, section 4.5.
    private static final String PROOF = "69d7bd51ef89e1cef764dcef42450eb6c773227639763c8c9cc6125c0ac47efd";
    private static final String TIMED_PROOF = "544e3a4ac3a725f97c91d39f34d7eb647de2d92a9b39d1fddaa9127f3c44bce9";

    @ParameterizedTest
    @CsvSource({"/v26.0, v26.0", "/v21.0, v21.0", "/v27.0, v27.0", "/v20.0, v21.0", "'', v21.0"})
    void rule01_theAnswerSaysWhichVersionServedIt(String asked, String served) throws IOException {
        Http.Reply reply = http.get(asked + "/" + facebook.pageId() + "/published_posts");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("facebook-api-version")).isEqualTo(served);
    }

    @Test
    void rule01_aVersionThatNeverWasIsRefused() throws IOException {
        assertError(http.get("/v99.0/me"), 400, 2500, "Unknown path components: /v99.0");
    }

    @Test
    void rule02_aCallWithoutATokenIsRefusedAs104() throws IOException {
        assertError(
                http.as("").postForm(feed, map("message", "a")),
                400,
                104,
                "An access token is required to request this resource.");
        assertThat(facebook.posts()).isEmpty();
    }

    @Test
    void rule02_theTokenMayComeInQueryFormOrJson() throws IOException {
        Http nobody = http.as("");
        String token = facebook.token();

        assertThat(nobody.post(feed + "?access_token=" + token, "application/x-www-form-urlencoded", "message=a")
                        .status())
                .isEqualTo(200);
        assertThat(nobody.postForm(feed, map("message", "b", "access_token", token))
                        .status())
                .isEqualTo(200);
        assertThat(nobody.postJson(feed, "{\"message\":\"c\",\"access_token\":\"" + token + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("a", "b", "c");
    }

    @Test
    void rule03_anUnknownTokenIsRefusedAs190WithAChallenge() throws IOException {
        Http.Reply reply = http.as("Bearer nonsense").postForm(feed, map("message", "a"));

        assertError(reply, 400, 190, "Invalid OAuth access token");
        assertThat(reply.header("WWW-Authenticate"))
                .startsWith("OAuth \"Facebook Platform\" \"invalid_token\" \"Invalid OAuth");
    }

    @Test
    void rule03_anExpiredTokenIsRefusedAs190And463() throws IOException {
        facebook.expireToken();

        Http.Reply reply = post("message", "a");

        assertError(reply, 400, 190, "Error validating access token: Session has expired on ");
        assertThat(reply.json().at("/error/error_subcode").asInt()).isEqualTo(463);
        assertThat(facebook.createRequests()).isEqualTo(1);
    }

    @Test
    void rule04_theProofOfTheSheetIsAccepted() throws IOException {
        assertThat(post("message", "a", "appsecret_proof", PROOF).status()).isEqualTo(200);
    }

    @Test
    void rule04_aWrongProofIsRefused() throws IOException {
        Http.Reply reply = post("message", "a", "appsecret_proof", PROOF.replace('6', '7'));

        assertError(reply, 400, 100, "Invalid appsecret_proof provided in the API argument");
        assertThat(reply.json().at("/error/type").asText()).isEqualTo("GraphMethodException");
    }

    @Test
    void rule04_aMissingProofIsRefusedWhereItIsRequired() throws IOException {
        facebook.requireProof(true);

        assertError(post("message", "a"), 400, 100, "API calls from the server require an appsecret_proof argument");
    }

    @Test
    void rule04_aTimedProofIsGoodForFiveMinutes() throws IOException {
        String[] call = {"message", "a", "appsecret_proof", TIMED_PROOF, "appsecret_time", "1764000000"};
        assertThat(post(call).status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertError(post(call), 400, 100, "Invalid appsecret_proof");
    }

    @Test
    void rule05_aUserTokenCannotPostToTheFeed() throws IOException {
        Http person = http.as("Bearer " + facebook.userToken());

        assertError(
                person.postForm(feed, map("message", "a")),
                403,
                200,
                "requires both pages_read_engagement and pages_manage_posts");
        assertError(
                person.postForm(feed, map("message", "a", "published", "false")),
                403,
                200,
                "(#200) Unpublished posts must be posted to a page as the page itself.");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, 463, Session has expired on",
        "PASSWORD_CHANGED, 460, changed their password",
        "APP_REMOVED, 458, has not authorized application",
        "ROLE_LOST, 492, must be an administrator"
    })
    void rule03_aTokenFallsForFourReasonsEachWithItsSubcode(FacebookTokenTrouble why, int subcode, String message)
            throws IOException {
        facebook.tokens().spoil(facebook.token(), why);

        Http.Reply reply = post("message", "a");

        assertError(reply, 400, 190, message);
        assertThat(subcode(reply)).isEqualTo(subcode);
        assertThat(reply.header("WWW-Authenticate")).contains("invalid_token").contains(message);
        assertThat(facebook.posts()).isEmpty();
    }

    @Test
    void rule03_onlyAnIssuedTokenCanBeSpoilt() {
        assertThatThrownBy(() -> facebook.tokens().spoil("nonsense", FacebookTokenTrouble.EXPIRED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rule04_theProofOfOneTokenIsNoProofOfAnother() throws IOException {
        Http.Reply reply = as(facebook.userToken()).get(page + "/published_posts?appsecret_proof=" + PROOF);

        assertError(reply, 400, 100, "Invalid appsecret_proof");
    }

    @Test
    void rule04_aPlainProofIsNotTakenForATimedOne() throws IOException {
        assertError(
                post("message", "a", "appsecret_proof", PROOF, "appsecret_time", "1764000000"),
                400,
                100,
                "Invalid appsecret_proof");
    }

    @Test
    void rule05_theAppItselfCannotPost() throws IOException {
        assertError(as(facebook.appToken()).postForm(feed, map("message", "a")), 403, 200, "(#200)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages_manage_posts", "pages_read_engagement"})
    void rule06_aMissingPermissionIsRefusedAs200(String permission) throws IOException {
        facebook.tokens().withdraw(permission);

        Http.Reply reply = post("message", "a");

        assertError(
                reply,
                403,
                200,
                "If posting to a page, requires both pages_read_engagement and pages_manage_posts as an admin with"
                        + " sufficient administrative permission");
        assertThat(facebook.posts()).isEmpty();

        facebook.tokens().grant(permission);

        assertThat(post("message", "a").status()).isEqualTo(200);
    }

    @Test
    void rule06_aPersonWithoutTheTaskIsRefusedAs200() throws IOException {
        facebook.tasks(facebook.pageId(), "ANALYZE");
        assertError(post("message", "a"), 403, 200, "requires both pages_read_engagement and pages_manage_posts");

        facebook.tasks(facebook.pageId(), "PROFILE_PLUS_CREATE_CONTENT");
        assertThat(post("message", "a").status()).isEqualTo(200);
    }

    @Test
    void rule06_theTokenOfOnePageCannotPostToAnother() throws IOException {
        String other = facebook.addPage("Sandbox Sports");

        assertError(http.postForm("/v26.0/" + other + "/feed", map("message", "a")), 403, 200, "(#200)");
        assertThat(as(facebook.pageToken(other).orElseThrow())
                        .postForm("/v26.0/" + other + "/feed", map("message", "a"))
                        .json()
                        .path("id")
                        .asText())
                .startsWith(other + "_");
    }

    @Test
    void rule06_readsNeedAPermissionToo() throws IOException {
        facebook.tokens().withdraw("pages_read_engagement");

        assertError(http.get(page + "/published_posts"), 403, 10, "'pages_read_engagement' permission");
    }

    @Test
    void rule29_noTwoErrorsHaveTheSameTrace() throws IOException {
        assertThat(post().header("x-fb-trace-id")).isNotEqualTo(post().header("x-fb-trace-id"));
    }
}
