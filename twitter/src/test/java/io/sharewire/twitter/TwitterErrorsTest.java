package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.http.ApiReply;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers as X gives them, from its documentation and from reports. */
class TwitterErrorsTest {

    private static final Instant NOW = Instant.parse("2026-12-31T22:15:00Z");

    static Stream<Arguments> refusals() {
        return Stream.of(
                row("400, a field is wrong", 400, """
                        {"errors":[{"parameters":{"$.reply.in_reply_to_tweet_id":[""]},"message":"$.reply.in_reply_to_tweet_id: is missing but it is required"}],"title":"Invalid Request","detail":"One or more parameters to your request was invalid.","type":"https://api.twitter.com/2/problems/invalid-request"}""", Reason.INVALID_CONTENT, "400/invalid-request"),
                row(
                        "400, media ids that are unknown, expired or not ready",
                        400,
                        """
                        {"errors":[{"parameters":{"media.media_ids":["1"]},"message":"Your media IDs are invalid."}],"title":"Invalid Request","detail":"One or more parameters to your request was invalid.","type":"https://api.x.com/2/problems/invalid-request"}""",
                        Reason.INVALID_CONTENT,
                        "400/invalid-request"),
                row(
                        "400, the text is too long",
                        400,
                        detail("Your Tweet text is too long. For more information, see counting characters."),
                        Reason.INVALID_CONTENT,
                        "400"),
                row(
                        "403, the text is too long",
                        403,
                        detail("Your Tweet text is too long."),
                        Reason.INVALID_CONTENT,
                        "403"),
                row("400 without a body", 400, "", Reason.INVALID_CONTENT, "400"),
                row(
                        "401, token or signature",
                        401,
                        "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,\"detail\":\"Unauthorized\"}",
                        Reason.UNAUTHORIZED,
                        "401"),
                row("401 without a body", 401, "", Reason.UNAUTHORIZED, "401"),
                row(
                        "401, legacy 32",
                        401,
                        "{\"errors\":[{\"code\":32,\"message\":\"Could not authenticate you.\"}]}",
                        Reason.UNAUTHORIZED,
                        "401/32"),
                row("402, credits are spent", 402, """
                        {"title":"CreditsDepleted","detail":"Your enrolled account [1234567890] does not have any credits to fulfill this request.","type":"https://api.twitter.com/2/problems/credits"}""", Reason.QUOTA_EXHAUSTED, "402/credits"),
                row(
                        "403, duplicate",
                        403,
                        detail("You are not allowed to create a Tweet with duplicate content."),
                        Reason.DUPLICATE,
                        "403"),
                row(
                        "403, legacy 187: duplicate",
                        403,
                        "{\"errors\":[{\"code\":187,\"message\":\"Status is a duplicate.\"}]}",
                        Reason.DUPLICATE,
                        "403/187"),
                row(
                        "403, legacy 186: too long",
                        403,
                        "{\"errors\":[{\"code\":186,\"message\":\"Tweet needs to be a bit shorter.\"}]}",
                        Reason.INVALID_CONTENT,
                        "403/186"),
                row(
                        "403, legacy 324: media ids",
                        403,
                        "{\"errors\":[{\"code\":324,\"message\":\"The validation of media ids failed.\"}]}",
                        Reason.INVALID_CONTENT,
                        "403/324"),
                row(
                        "403, legacy 453: the old API",
                        403,
                        "{\"errors\":[{\"code\":453,\"message\":\"You currently have access to a subset of X API V2 endpoints\"}]}",
                        Reason.FORBIDDEN,
                        "403/453"),
                row(
                        "403, not permitted",
                        403,
                        detail("You are not permitted to perform this action."),
                        Reason.FORBIDDEN,
                        "403"),
                row("403, oauth1-permissions", 403, """
                        {"title":"Forbidden","detail":"Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.","type":"https://api.twitter.com/2/problems/oauth1-permissions","status":403}""", Reason.FORBIDDEN, "403/oauth1-permissions"),
                row(
                        "403, the app's own token",
                        403,
                        unsupported("OAuth 2.0 Application-Only"),
                        Reason.FORBIDDEN,
                        "403/unsupported-authentication"),
                row(
                        "403, unsupported-authentication for OAuth 1.0a",
                        403,
                        unsupported("OAuth 1.0a User Context"),
                        Reason.FORBIDDEN,
                        "403/unsupported-authentication"),
                row(
                        "403, unsupported-authentication of kind Unknown",
                        403,
                        unsupported("Unknown"),
                        Reason.UNAVAILABLE,
                        "403/unsupported-authentication"),
                row("403, client-forbidden: not enrolled", 403, """
                        {"title":"Client Forbidden","detail":"When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project.","reason":"client-not-enrolled","required_enrollment":"Appropriate Level of API Access","registration_url":"https://developer.twitter.com/en/docs/projects/overview","client_id":"123","type":"https://api.twitter.com/2/problems/client-forbidden"}""", Reason.FORBIDDEN, "403/client-forbidden"),
                row("403, user-suspended", 403, """
                        {"title":"Forbidden","detail":"The user used for authentication is suspended","type":"https://api.x.com/2/problems/user-suspended","status":403}""", Reason.FORBIDDEN, "403/user-suspended"),
                row(
                        "403, app-suspended",
                        403,
                        "{\"title\":\"Forbidden\",\"type\":\"https://api.x.com/2/problems/app-suspended\"}",
                        Reason.FORBIDDEN,
                        "403/app-suspended"),
                row(
                        "403, second cashtag",
                        403,
                        detail("Posts are limited to a maximum of one cashtag"),
                        Reason.INVALID_CONTENT,
                        "403"),
                row(
                        "403, reply without summons",
                        403,
                        detail(
                                "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to."),
                        Reason.INVALID_CONTENT,
                        "403"),
                row(
                        "403, quote without summons",
                        403,
                        detail(
                                "Quoting this post is not allowed because you have not been mentioned or are not part of the conversation thread of the post you are quoting."),
                        Reason.INVALID_CONTENT,
                        "403"),
                row(
                        "403, the answered post is gone",
                        403,
                        detail("You attempted to reply to a Tweet that is deleted or not visible to you."),
                        Reason.INVALID_CONTENT,
                        "403"),
                row(
                        "403, invalid URL",
                        403,
                        detail("The Tweet contains an invalid URL."),
                        Reason.INVALID_CONTENT,
                        "403"),
                row(
                        "403, film too long",
                        403,
                        detail("This user is not allowed to post a video longer than 2 minutes"),
                        Reason.INVALID_CONTENT,
                        "403"),
                row("403, media without media.write", 403, detail("Forbidden"), Reason.FORBIDDEN, "403"),
                row(
                        "404, resource-not-found",
                        404,
                        "{\"title\":\"Not Found Error\",\"type\":\"https://api.x.com/2/problems/resource-not-found\"}",
                        Reason.FORBIDDEN,
                        "404/resource-not-found"),
                row("404 without a body", 404, "", Reason.FORBIDDEN, "404"),
                row("413, too large", 413, "", Reason.INVALID_CONTENT, "413"),
                row("431, too large", 431, "", Reason.INVALID_CONTENT, "431"),
                row(
                        "403, client-forbidden: official client",
                        403,
                        "{\"title\":\"Client Forbidden\",\"reason\":\"official-client-forbidden\","
                                + "\"type\":\"https://api.x.com/2/problems/client-forbidden\"}",
                        Reason.FORBIDDEN,
                        "403/client-forbidden"));
    }

    /** What proves nothing. */
    static Stream<Arguments> unclear() {
        return Stream.of(
                Arguments.of("409, streams only", 409, "{\"title\":\"Conflict\"}", "TWITTER_409"),
                Arguments.of("500", 500, "{\"title\":\"Internal Server Error\",\"status\":500}", "SERVER_ERROR"),
                Arguments.of("502, a page of the edge", 502, "<html>Bad Gateway</html>", "SERVER_ERROR"),
                Arguments.of(
                        "503, overload",
                        503,
                        "{\"title\":\"Service Unavailable\",\"detail\":\"Service Unavailable\",\"type\":\"about:blank\",\"status\":503}",
                        "SERVER_ERROR"),
                Arguments.of("504 without a body", 504, "", "SERVER_ERROR"),
                Arguments.of("201 without an id", 201, "{\"data\":{}}", "NO_ID"),
                Arguments.of("200 with nothing but errors", 200, "{\"errors\":[{\"detail\":\"gone\"}]}", "NO_ID"),
                Arguments.of("429, a page of the edge", 429, "<html>Slow down</html>", "UNREADABLE_ANSWER"),
                Arguments.of("418, not known", 418, "{\"title\":\"Teapot\"}", "TWITTER_418"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unclear")
    void takesNothingForProofThatIsNone(String row, int status, String body, String code) {
        assertThat(toResult(status, body))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.evidence().code()).isEqualTo(code));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("refusals")
    void tellsEachRefusalForWhatItIs(String row, int status, String body, Reason reason, String code) {
        assertThat(toResult(status, body)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.code()).isEqualTo(code);
            assertThat(rejected.message()).startsWith("twitter answered " + code);
            assertThat(rejected.remedy()).endsWith(".");
            assertThat(rejected.retryAfter()).isNull();
        });
    }

    @Test
    void saysWhichFieldXDidNotLike() {
        assertThat(((Rejected)
                                toResult(
                                        400,
                                        "{\"errors\":[{\"message\":\"$.text: must be a string\"}],\"detail\":\"One or more parameters to your request was invalid.\"}"))
                        .message())
                .isEqualTo("twitter answered 400: One or more parameters to your request was invalid. "
                        + "$.text: must be a string.");
    }

    @Test
    void namesTheTransactionThatSupportAsksFor() {
        assertThat(((Unknown) toResult(503, "", "x-transaction-id", "7f0c9a8b"))
                        .evidence()
                        .message())
                .isEqualTo("twitter answered 503 [x-transaction-id 7f0c9a8b].");
    }

    @Test
    void waitsForTheEndOfTheWindow() {
        assertWaits(
                toResult(
                        429,
                        "{\"title\":\"Too Many Requests\",\"detail\":\"Too Many Requests\",\"type\":\"about:blank\",\"status\":429}",
                        "x-rate-limit-limit",
                        "100",
                        "x-rate-limit-remaining",
                        "0",
                        "x-rate-limit-reset",
                        "1798755600"),
                Reason.RATE_LIMITED,
                Instant.parse("2026-12-31T22:20:00Z"));
        assertWaits(
                toResult(
                        429,
                        "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}",
                        "x-rate-limit-reset",
                        "1798755600"),
                Reason.RATE_LIMITED,
                Instant.parse("2026-12-31T22:20:00Z"));
        assertWaits(
                toResult(
                        429,
                        "{\"title\":\"Rate limit\",\"type\":\"https://api.x.com/2/problems/rate-limit-exceeded\"}",
                        "x-rate-limit-reset",
                        "1798755600"),
                Reason.RATE_LIMITED,
                Instant.parse("2026-12-31T22:20:00Z"));
    }

    @Test
    void waitsAWholeWindowIfXDoesNotSayWhenItEnds() {
        assertWaits(toResult(429, ""), Reason.RATE_LIMITED, Instant.parse("2026-12-31T22:30:00Z"));
        assertWaits(
                toResult(429, "", "x-rate-limit-reset", "soon"),
                Reason.RATE_LIMITED,
                Instant.parse("2026-12-31T22:30:00Z"));
    }

    @Test
    void waitsForTheLaterOfTheDailyCapsThatAreReached() {
        assertWaits(
                toResult(
                        429,
                        "",
                        "x-rate-limit-remaining",
                        "39999",
                        "x-rate-limit-reset",
                        "1798755600",
                        "x-user-limit-24hour-remaining",
                        "0",
                        "x-user-limit-24hour-reset",
                        "1798790400",
                        "x-app-limit-24hour-remaining",
                        "12",
                        "x-app-limit-24hour-reset",
                        "1798800000"),
                Reason.RATE_LIMITED,
                Instant.parse("2027-01-01T08:00:00Z"));
        assertWaits(
                toResult(
                        429,
                        "",
                        "x-user-limit-24hour-remaining",
                        "0",
                        "x-user-limit-24hour-reset",
                        "1798790400",
                        "x-app-limit-24hour-remaining",
                        "0",
                        "x-app-limit-24hour-reset",
                        "1798800000"),
                Reason.RATE_LIMITED,
                Instant.parse("2027-01-01T10:40:00Z"));
    }

    @Test
    void waitsForTheNextPeriodIfACapIsUsedUpHoweverHealthyTheHeadersLook() {
        assertWaits(
                toResult(429, capped("Monthly"), "x-rate-limit-remaining", "39999", "x-rate-limit-reset", "1798755600"),
                Reason.QUOTA_EXHAUSTED,
                Instant.parse("2027-01-01T00:00:00Z"));
        assertWaits(
                TwitterErrors.toResult(
                        "twitter",
                        new ApiReply.Answer(429, Headers.of(), capped("Daily")),
                        NOW,
                        Instant.parse("2026-11-24T05:00:00Z"),
                        List.of()),
                Reason.QUOTA_EXHAUSTED,
                Instant.parse("2026-11-25T00:00:00Z"));
        assertWaits(toResult(429, capped("Yearly")), Reason.QUOTA_EXHAUSTED, null);
    }

    private static void assertWaits(ShareResult result, Reason reason, Instant until) {
        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.retryAfter()).isEqualTo(until);
        });
    }

    private static ShareResult toResult(int status, String body, String... headers) {
        return TwitterErrors.toResult(
                "twitter",
                new ApiReply.Answer(status, Headers.of(headers), body),
                NOW.minusSeconds(5),
                NOW,
                List.of(Secret.of("a-token-0123456789")));
    }

    private static Arguments row(String name, int status, String body, Reason reason, String code) {
        return Arguments.of(name, status, body, reason, code);
    }

    private static String detail(String detail) {
        return "{\"detail\":\"" + detail + "\",\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}";
    }

    private static String unsupported(String kind) {
        return "{\"title\":\"Unsupported Authentication\",\"detail\":\"Authenticating with " + kind
                + " is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0"
                + " User Context].\",\"type\":\"https://api.twitter.com/2/problems/unsupported-authentication\",\"status\":403}";
    }

    private static String capped(String period) {
        return "{\"account_id\":1,\"product_name\":\"basic\",\"title\":\"UsageCapExceeded\",\"period\":\"" + period
                + "\",\"scope\":\"Product\",\"detail\":\"Usage cap exceeded: Monthly product cap\","
                + "\"type\":\"https://api.twitter.com/2/problems/usage-capped\"}";
    }
}
