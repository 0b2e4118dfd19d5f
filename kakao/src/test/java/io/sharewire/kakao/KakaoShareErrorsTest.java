package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoShareErrorsTest {

    /** The table of Kakao's page on troubles of Share, row by row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4002 | 400 | Product Link",
                "4003 | 400 | JavaScript key",
                "4005 | 400 | copy the link",
                "4006 | 400 | midnight in Korea",
                "4007 | 400 | share again",
                "4008 | 400 | KakaoTalk",
                "4009 | 400 | another chat",
                "4011 | 401 | JavaScript key",
                "4012 | 401 | log in",
                "4013 | 401 | Kakao",
                "4015 | 401 | log in",
                "4016 | 401 | JavaScript key",
                "4017 | 401 | log in",
                "4018 | 401 | share again",
                "4019 | 401 | scheme, host and port",
                "4020 | 401 | support",
                "4041 | 404 | public address",
                "5001 | 500 | share again",
                "5005 | 500 | share again"
            })
    void knowsWhatAShareErrorMeans(int code, int http, String remedy) {
        Problem problem = KakaoShareErrors.of(code).orElseThrow();

        assertThat(problem.code()).isEqualTo("KAKAO_SHARE_" + code);
        assertThat(problem.message()).contains("(" + code + ", HTTP " + http + ")");
        assertThat(problem.remedy()).contains(remedy);
    }

    @Test
    void makesUpNothing() {
        assertThat(KakaoShareErrors.of(4001)).isEmpty();
    }

    @Test
    void readsWhyTheScriptLeftThePage() {
        Problem problem = KakaoShareErrors.ofFailedPage(failed("{\"name\":\"KAPIError\",\"msg\":\"domain mismatched!"
                        + " caller=https://www.news.example.kr. check out registered web domains.\",\"code\":-401,"
                        + "\"recovery_action\":\"NONE\"}"))
                .orElseThrow();

        assertThat(problem.code()).isEqualTo("KAKAO_SHARE_ORIGIN");
        assertThat(problem.message())
                .contains("caller=https://www.news.example.kr")
                .contains("(-401)");
        assertThat(problem.remedy()).contains("JavaScript key");
    }

    @Test
    void readsOtherErrorsToo() {
        assertThat(KakaoShareErrors.ofFailedPage(failed("{\"code\":4019}")))
                .contains(KakaoShareErrors.of(4019).orElseThrow());
        assertThat(KakaoShareErrors.ofFailedPage(failed("{\"code\":-401,\"msg\":\"appKey(0123) is deactivated\"}")))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.message()).doesNotContain("0123");
                    assertThat(problem.remedy()).contains("app's keys");
                });
        assertThat(KakaoShareErrors.ofFailedPage(failed("{\"code\":-4711}")))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("KAKAO_SHARE_-4711"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://sharer.kakao.com/picker/failed?app_key=1",
                "https://sharer.kakao.com/picker/failed?error=%%%",
                "https://sharer.kakao.com/picker/failed?error=e30",
                "https://sharer.kakao.com/picker/failed?error=bm90IGpzb24"
            })
    void readsNothingWhereThereIsNothing(String address) {
        assertThat(KakaoShareErrors.ofFailedPage(address)).isEmpty();
    }

    private static String failed(String json) {
        return "https://sharer.kakao.com/picker/failed?app_key=0123&error="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
