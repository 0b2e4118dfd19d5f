package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Problem;
import io.sharewire.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a reader's share went wrong with, for whoever runs the site: Kakao's own page shows readers a number at most.
 *
 * <p>Kakao's script leaves the page for {@code sharer.kakao.com/picker/failed?…&error=…} and no script can catch that, but
 * its address says why. Pure and thread-safe.
 */
public final class KakaoShareErrors {

    private static final String CONSOLE = " in Kakao's developer console.";
    private static final String LINKS = "Register the link's domain under [Product Link] > [Web domain]" + CONSOLE;
    private static final String KEY = "Check the JavaScript key" + CONSOLE;
    private static final String ORIGIN = "Register the page's scheme, host and port under the JavaScript key" + CONSOLE
            + " www. and the bare domain" + " are different ones.";
    private static final String READER =
            "The reader has to log in to a Kakao account that is registered with KakaoTalk.";
    private static final String LATER = "It passes; the reader can share again.";

    private record Row(int code, int http, String meaning, String remedy) {}

    private static final List<Row> TABLE = List.of(
            row(4002, 400, "the link's domain is not registered, or the template is malformed", LINKS),
            row(4003, 400, "the app key is wrong, or the share page has trouble", KEY),
            row(4005, 400, "the reader's browser cannot share", "The reader can copy the link."),
            row(
                    4006,
                    400,
                    "the app's shares of the day are used up",
                    "Wait for midnight in Korea, or enable paid use" + CONSOLE),
            row(4007, 400, "too many shares at once", LATER),
            row(4008, 400, "the reader is restricted in KakaoTalk", "Only KakaoTalk can lift it."),
            row(4009, 400, "only the open chat's managers may speak", "The reader can choose another chat."),
            row(4011, 401, "the app key was not accepted", KEY),
            row(4012, 401, "the reader's account is not linked to KakaoTalk", READER),
            row(4013, 401, "the reader's account is restricted", "Only Kakao can lift it."),
            row(4015, 401, "the reader's registration failed", READER),
            row(4016, 401, "the app key is not permitted", KEY),
            row(4017, 401, "the reader's log-in failed", READER),
            row(4018, 401, "another account was logged in meanwhile", LATER),
            row(4019, 401, "the page's origin is not registered", ORIGIN),
            row(4020, 401, "the app or its developer is restricted", "Ask Kakao's support."),
            row(4041, 404, "the shared address is not valid", "Share the article's public address."),
            row(5001, 500, "the share page failed", LATER),
            row(5005, 500, "the share page failed", LATER));

    private KakaoShareErrors() {}

    /** What an error number of the share page means, such as 4002; empty if nobody knows it. */
    public static Optional<Problem> of(int code) {
        return TABLE.stream()
                .filter(row -> row.code == code)
                .findFirst()
                .map(row -> problem(
                        "KAKAO_SHARE_" + row.code,
                        row.meaning + " (" + row.code + ", HTTP " + row.http + ")",
                        row.remedy));
    }

    /**
     * What the address says that Kakao's script left the page for.
     *
     * @param failedPage the whole address, {@code https://sharer.kakao.com/picker/failed?…}
     * @return empty if it holds no error that can be read
     */
    public static Optional<Problem> ofFailedPage(String failedPage) {
        HttpUrl url = HttpUrl.parse(failedPage);
        String error = url == null ? null : url.queryParameter("error");
        return Optional.ofNullable(error)
                .flatMap(KakaoShareErrors::decoded)
                .flatMap(json -> Json.read(json, Failed.class))
                .filter(failed -> failed.code != null)
                .map(KakaoShareErrors::explain);
    }

    /** {@code {"name":"KAPIError","msg":"domain mismatched! …","code":-401,"recovery_action":"NONE"}}. */
    private record Failed(
            @JsonProperty("code") @Nullable Integer code,
            @JsonProperty("msg") @Nullable String msg) {}

    private static Problem explain(Failed failed) {
        int code = failed.code == null ? 0 : failed.code;
        String msg = failed.msg == null ? "no message" : failed.msg;
        String said = KakaoRedaction.redact(msg) + " (" + code + ")";
        if (msg.contains("domain mismatched")) {
            return problem("KAKAO_SHARE_ORIGIN", said, ORIGIN);
        }
        return of(code).orElseGet(() -> problem(
                "KAKAO_SHARE_" + code,
                said,
                KakaoError.of(code == -9798 ? 503 : 400, code, msg)
                        .map(KakaoError::remedy)
                        .orElse("See Kakao's page of error codes.")));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Problem problem(String code, String said, String remedy) {
        return Problem.error(code, "The reader's share failed: " + said + ".", remedy);
    }

    private static Row row(int code, int http, String meaning, String remedy) {
        return new Row(code, http, meaning, remedy);
    }
}
