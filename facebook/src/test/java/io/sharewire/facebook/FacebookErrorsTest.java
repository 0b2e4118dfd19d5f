package io.sharewire.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.http.ApiReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that Facebook is known to answer a publish call with, and what we say about it. */
class FacebookErrorsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static ShareResult result(int status, int code, int subcode, String message) {
        String body = "{\"error\":{\"message\":\"" + message + "\",\"type\":\"OAuthException\",\"code\":" + code
                + (subcode == 0 ? "" : ",\"error_subcode\":" + subcode) + ",\"fbtrace_id\":\"AbCdEf\"}}";
        return FacebookErrors.toResult(
                "facebook",
                new ApiReply.Answer(status, Headers.of(), body),
                NOON,
                NOON,
                List.of(Secret.of("EAAGtestPageToken123")));
    }

    @ParameterizedTest(name = "{0}/{1} \"{2}\": {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # permission, configuration, app
            3       | 0       | Application does not have the capability to make this API call       | FORBIDDEN
            12      | 0       | (#12) This endpoint has been deprecated                               | FORBIDDEN
            21      | 0       | Page ID 1 was migrated to page ID 2                                   | FORBIDDEN
            100     | 33      | Unsupported post request. Object with ID '1' does not exist            | FORBIDDEN
            100     | 0       | (#100) No permission to publish the video                             | FORBIDDEN
            100     | 0       | Invalid appsecret_proof provided in the API argument                  | FORBIDDEN
            100     | 0       | API calls from the server require an appsecret_proof argument         | FORBIDDEN
            104     | 0       | An access token is required to request this resource.                 | FORBIDDEN
            200     | 0       | (#200) If posting to a group, requires app being installed             | FORBIDDEN
            200     | 0       | (#200) Unpublished posts must be posted to a page as the page itself. | FORBIDDEN
            200     | 0       | (#200) This endpoint is deprecated since the required permission publish_actions is deprecated | FORBIDDEN
            240     | 0       | (#240) Requires a valid user is specified                             | FORBIDDEN
            299     | 0       | (#299) permission                                                     | FORBIDDEN
            803     | 0       | (#803) Some of the aliases you requested do not exist: courier        | FORBIDDEN
            2500    | 0       | Unknown path components: /v99.0                                       | FORBIDDEN
            2635    | 0       | (#2635) You are calling a deprecated version of the Graph API         | FORBIDDEN
            4854002 | 0       | Confirm your identity                                                 | FORBIDDEN
            368     | 1404006 | We need to check                                                      | FORBIDDEN
            368     | 1404078 | Your Page is restricted                                               | FORBIDDEN
            # the token
            102     | 0       | Session key invalid or no longer valid                                | UNAUTHORIZED
            190     | 0       | Invalid OAuth access token.                                           | UNAUTHORIZED
            190     | 458     | The user has not authorized application 1.                            | UNAUTHORIZED
            190     | 460     | The session has been invalidated because the user changed the password | UNAUTHORIZED
            190     | 461     | Session                                                               | UNAUTHORIZED
            190     | 463     | Session has expired on Monday                                         | UNAUTHORIZED
            190     | 467     | The session was invalidated                                           | UNAUTHORIZED
            190     | 459     | You cannot access the app till you log in to www.facebook.com          | FORBIDDEN
            190     | 464     | Sessions for the user are not allowed, the user is not confirmed      | FORBIDDEN
            190     | 492     | The user must be an administrator                                     | FORBIDDEN
            190     | 0       | Any of the pages_read_engagement permission(s) must be granted before impersonating a user's page. | FORBIDDEN
            # the content
            100     | 0       | (#100) Invalid parameter                                              | INVALID_CONTENT
            100     | 0       | (#100) The specified scheduled publish time is invalid.               | INVALID_CONTENT
            100     | 1366046 | Invalid parameter                                                     | INVALID_CONTENT
            105     | 0       | Too many parameters                                                   | INVALID_CONTENT
            197     | 0       | The post is empty. Please enter a message to share.                   | INVALID_CONTENT
            324     | 2069019 | (#324) Missing or invalid image file                                  | INVALID_CONTENT
            324     | 0       | (#324) Missing or invalid image file                                  | INVALID_CONTENT
            1366046 | 0       | Your photos could not be uploaded                                     | INVALID_CONTENT
            1500    | 1611248 | The url you supplied is invalid                                       | INVALID_CONTENT
            1609005 | 0       | The link could not be scraped                                         | INVALID_CONTENT
            1609008 | 0       | You cannot link to facebook.com                                       | INVALID_CONTENT
            2061006 | 0       | URL cannot be used                                                    | INVALID_CONTENT
            1349125 | 0       | Invalid content                                                       | INVALID_CONTENT
            5101    | 0       | The uploaded file is too large                                        | INVALID_CONTENT
            368     | 1404102 | Community Standards                                                   | INVALID_CONTENT
            368     | 1404112 | Your account is limited                                               | INVALID_CONTENT
            368     | 1346003 | This content was flagged                                              | INVALID_CONTENT
            # once more the same
            506     | 1455006 | Duplicate status message                                              | DUPLICATE
            368     | 0       | You've already posted this. Posting the same content repeatedly on Facebook isn't allowed. | DUPLICATE
            """)
    void provesThatNothingWasPosted(int code, int subcode, String message, Reason reason) {
        assertThat(result(400, code, subcode, message)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.code()).isEqualTo(subcode == 0 ? "" + code : code + "/" + subcode);
            assertThat(rejected.message()).contains(message, "AbCdEf");
            assertThat(rejected.remedy()).isNotBlank();
            assertThat(rejected.retryAfter()).isNull();
        });
    }

    @ParameterizedTest(name = "{0}/{1}: wait {2} h")
    @CsvSource({
        "4, 0, 1",
        "17, 0, 3",
        "32, 0, 3",
        "341, 0, 3",
        "613, 0, 1",
        "613, 1996, 1",
        "80000, 0, 1",
        "80001, 0, 1",
        "80014, 0, 1",
        "80099, 0, 1",
        "368, 0, 3",
        "368, 1390008, 3"
    })
    void aLimitIsWaitedForAndNothingWasPosted(int code, int subcode, long hours) {
        assertThat(result(400, code, subcode, "limit")).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.RATE_LIMITED);
            assertThat(rejected.retryAfter()).isEqualTo(NOON.plus(Duration.ofHours(hours)));
        });
    }

    @ParameterizedTest(name = "{0}/{1} \"{2}\"")
    @CsvSource(delimiter = '|', textBlock = """
            1       | 0       | (#1) An error occured while creating the share
            2       | 0       | An unexpected error has occurred. Please retry your request later.
            2       | 1363047 | Service temporarily unavailable
            1609010 | 0       | Try again later
            1366051 | 0       | These photos were already posted
            -1      | 0       | Internal error
            -2      | 0       | Timed out downloading
            10      | 0       | (#10) This endpoint requires the 'pages_read_engagement' permission
            283     | 0       | Requires pages_read_engagement permission to manage the object
            100     | 0       | (#100) Tried accessing nonexisting field (x) on node type
            987654  | 0       | nobody has seen this
            """)
    void whatMayHavePostedIsUnknown(int code, int subcode, String message) {
        assertThat(result(400, code, subcode, message)).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.evidence().since()).isEqualTo(NOON);
            assertThat(unknown.evidence().message()).contains("AbCdEf");
        });
        assertThat(result(500, code, subcode, message)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 500, 503})
    void theStatusChangesNothingAboutACode(int status) {
        assertThat(result(status, 190, 463, "Session has expired"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"490", "posted 190 times", "code 506"})
    void numbersInWordsAreNoCodes(String message) {
        assertThat(result(400, 100, 0, message))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT));
    }
}
