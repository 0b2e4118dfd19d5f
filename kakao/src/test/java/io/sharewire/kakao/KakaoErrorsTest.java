package io.sharewire.kakao;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoErrorsTest {

    @RegisterExtension
    static final WireMockExtension KAPI = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-2    | 400 | failed to parse parameter. name=template_object | INVALID_CONTENT",
                "-2    | 400 | some of receivers.                              | INVALID_CONTENT",
                "-2    | 400 | a receiver who is identical to the sender       | INVALID_CONTENT",
                "-2    | 400 | is invalid. use 'message API' messageType.      | FORBIDDEN",
                "-3    | 403 | [APP] App disabled [talk_message] scopes        | FORBIDDEN",
                "-4    | 403 | account restricted                              | FORBIDDEN",
                "-5    | 403 | permission denied                               | FORBIDDEN",
                "-6    | 403 | not allowed                                     | FORBIDDEN",
                "-7    | 400 | under maintenance                               | UNAVAILABLE",
                "-8    | 400 | bad header                                      | FORBIDDEN",
                "-9    | 400 | API terminated                                  | UNSUPPORTED",
                "-10   | 400 | API limit has been exceeded.                    | QUOTA_EXHAUSTED",
                "-11   | 400 | paid amount reached                             | QUOTA_EXHAUSTED",
                "-12   | 403 | app restricted                                  | FORBIDDEN",
                "-101  | 400 | not linked                                      | UNAUTHORIZED",
                "-103  | 400 | dormant                                         | FORBIDDEN",
                "-201  | 400 | unknown property                                | INVALID_CONTENT",
                "-301  | 400 | no such app                                     | FORBIDDEN",
                "-401  | 401 | this access token does not exist                | UNAUTHORIZED",
                "-401  | 401 | this access token is already expired            | UNAUTHORIZED",
                "-401  | 401 | appKey(0123) is already deactivated             | FORBIDDEN",
                "-401  | 401 | ip mismatched! callerIp=203.0.113.9.            | FORBIDDEN",
                "-401  | 401 | domain mismatched! caller=https://a.example     | FORBIDDEN",
                "-402  | 403 | insufficient scopes.                            | FORBIDDEN",
                "-405  | 401 | age                                             | FORBIDDEN",
                "-406  | 401 | under 14                                        | FORBIDDEN",
                "-501  | 400 | not a talk user                                 | FORBIDDEN",
                "-502  | 400 | not a friend                                    | FORBIDDEN",
                "-504  | 400 | device                                          | FORBIDDEN",
                "-530  | 400 | blocked                                         | FORBIDDEN",
                "-531  | 400 | monthly quota                                   | QUOTA_EXHAUSTED",
                "-532  | 400 | daily quota                                     | QUOTA_EXHAUSTED",
                "-533  | 400 | receiver quota                                  | QUOTA_EXHAUSTED",
                "-536  | 400 | pair quota                                      | QUOTA_EXHAUSTED",
                "-602  | 400 | too large                                       | INVALID_CONTENT",
                "-606  | 400 | too many                                        | INVALID_CONTENT",
                "-903  | 400 | unknown key                                     | FORBIDDEN",
                "-911  | 400 | bad format                                      | INVALID_CONTENT",
                "-9798 | 503 | maintenance                                     | UNAVAILABLE"
            })
    void knowsWhatACodeMeans(int code, int status, String msg, Reason reason) {
        ShareResult.Rejected rejected = rejected(NOW, status, "{\"msg\":\"" + msg + "\",\"code\":" + code + "}");

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.code()).isEqualTo(String.valueOf(code));
        assertThat(rejected.message()).startsWith("kakao answered " + status + ", error " + code + ": ");
        assertThat(rejected.remedy()).isNotBlank();
        assertThat(KAPI.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -102, -603})
    void doesNotTakeTroubleInsideKakaoForARefusal(int code) {
        assertThat(answer(NOW, 400, "{\"msg\":\"internal error\",\"code\":" + code + "}"))
                .isInstanceOf(ShareResult.Unknown.class);
    }

    @Test
    void trustsAKnownCodeUnderAnotherStatusOfTheFourHundreds() {
        assertThat(rejected(NOW, 401, "{\"msg\":\"x\",\"code\":-532}").reason()).isEqualTo(Reason.QUOTA_EXHAUSTED);
    }

    @Test
    void takesAResultCodeOtherThanZeroForTheError() {
        assertThat(rejected(NOW, 200, "{\"result_code\":-532}").code()).isEqualTo("-532");
    }

    @ParameterizedTest
    @CsvSource({
        "-10,  2026-11-24T14:59:59Z, 2026-11-24T15:00:00Z",
        "-10,  2026-11-24T15:00:00Z, 2026-11-25T15:00:00Z",
        "-11,  2026-11-24T06:00:00Z, 2026-11-24T15:00:00Z",
        "-532, 2026-11-24T06:00:00Z, 2026-11-24T15:00:00Z",
        "-533, 2026-11-30T16:00:00Z, 2026-12-01T15:00:00Z",
        "-536, 2026-12-31T14:00:00Z, 2026-12-31T15:00:00Z",
        "-531, 2026-11-24T06:00:00Z, 2026-11-30T15:00:00Z",
        "-531, 2026-11-30T14:59:59Z, 2026-11-30T15:00:00Z",
        "-531, 2026-11-30T15:00:00Z, 2026-12-31T15:00:00Z"
    })
    void waitsForTheQuotaToStartAnewInKorea(int code, Instant now, Instant expected) {
        assertThat(rejected(now, 400, "{\"msg\":\"quota\",\"code\":" + code + "}")
                        .retryAfter())
                .isEqualTo(expected);
    }

    @Test
    void namesTheConsentThatIsMissing() {
        ShareResult.Rejected rejected = rejected(
                NOW,
                403,
                "{\"msg\":\"insufficient scopes.\",\"code\":-402,\"api_type\":\"TALK_MEMO_DEFAULT_SEND\","
                        + "\"required_scopes\":[\"talk_message\",\"friends\"],\"allowed_scopes\":[\"profile\"]}");

        assertThat(rejected.remedy()).isEqualTo("Log in again and consent to talk_message, friends.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"required_scopes\":null", ",\"required_scopes\":[]", ",\"required_scopes\":[null]"})
    void namesTheUsualConsentIfKakaoNamesNone(String scopes) {
        assertThat(rejected(NOW, 403, "{\"code\":-402" + scopes + "}").remedy())
                .isEqualTo("Log in again and consent to talk_message.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | ''                          | UNAUTHORIZED",
                "401 | {\"msg\":null,\"code\":null} | UNAUTHORIZED",
                "403 | <html>                      | FORBIDDEN",
                "404 | <html>Not Found</html>      | FORBIDDEN"
            })
    void readsTheStatusWhereThereIsNoCode(int status, String body, Reason reason) {
        ShareResult.Rejected rejected = rejected(NOW, status, body);

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.code()).isEqualTo("HTTP_" + status);
    }

    @Test
    void acceptsACodeWithoutAMessage() {
        assertThat(rejected(NOW, 400, "{\"msg\":null,\"code\":-2}").message())
                .isEqualTo("kakao answered 400, error -2: no message");
    }

    @Test
    void repeatsNeitherKeysNorAddressesNorTheTemplate() {
        assertThat(rejected(NOW, 401, "{\"msg\":\"appKey(0123abcd) is already deactivated\",\"code\":-401}")
                        .message())
                .isEqualTo("kakao answered 401, error -401: appKey(***) is already deactivated");
        assertThat(rejected(NOW, 401, "{\"msg\":\"ip mismatched! callerIp=203.0.113.9 check\",\"code\":-401}")
                        .message())
                .isEqualTo("kakao answered 401, error -401: ip mismatched! callerIp=*** check");
        assertThat(rejected(
                                NOW,
                                400,
                                "{\"msg\":\"failed to parse parameter. name=template_object, stringToParse={x},"
                                        + " paramString={y}\",\"code\":-2}")
                        .message())
                .isEqualTo("kakao answered 400, error -2: failed to parse parameter. name=template_object, "
                        + "stringToParse=***");
    }

    private static ShareResult.Rejected rejected(Instant now, int status, String body) {
        ShareResult result = answer(now, status, body);
        assertThat(result).isInstanceOf(ShareResult.Rejected.class);
        return (ShareResult.Rejected) result;
    }

    private static ShareResult answer(Instant now, int status, String body) {
        KAPI.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json;charset=UTF-8")
                        .withBody(body)));
        KakaoTarget target = KakaoTarget.of(
                KakaoSettings.builder(Secret.of("kakao-access-token-1"))
                        .baseUrl(KAPI.baseUrl())
                        .build(),
                Clock.fixed(now, ZoneOffset.UTC));
        return target.publish(target.draft(Share.of(Articles.korean().build())));
    }
}
