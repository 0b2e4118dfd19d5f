package io.sharewire.kakao;

import static io.sharewire.kakao.KakaoErrors.Handling.AMBIGUOUS;
import static io.sharewire.kakao.KakaoErrors.Handling.CONFIGURE;
import static io.sharewire.kakao.KakaoErrors.Handling.CONTENT;
import static io.sharewire.kakao.KakaoErrors.Handling.GONE;
import static io.sharewire.kakao.KakaoErrors.Handling.NEXT_DAY;
import static io.sharewire.kakao.KakaoErrors.Handling.NEXT_MONTH;
import static io.sharewire.kakao.KakaoErrors.Handling.RECONNECT;
import static io.sharewire.kakao.KakaoErrors.Handling.WAIT;

import io.sharewire.Evidence;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.http.ApiReply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kakao's answer to a send call that did not say it sent → what is known.
 *
 * <p>The body's {@code code} decides, the words only where a code is overloaded; the first row that fits wins. Rests on
 * the error code page of Kakao's REST API. A used-up quota is an HTTP 400 without {@code Retry-After} there, never a 429.
 */
final class KakaoErrors {

    /** What a code means for a send call. */
    enum Handling {
        /** Something failed inside Kakao, maybe after the message went out. */
        AMBIGUOUS,
        WAIT,
        NEXT_DAY,
        NEXT_MONTH,
        RECONNECT,
        CONFIGURE,
        CONTENT,
        GONE
    }

    /** An answer without a code. */
    private static final int NO_CODE = 0;

    private record Row(int code, int http, String phrase, Handling handling, String remedy) {

        /** The code counts under another status too, but not under a 5xx that does not belong to it. */
        boolean fits(int status, KakaoAnswer said) {
            return code == said.errorCode()
                    && (http == status || (code != NO_CODE && status < 500))
                    && said.message().contains(phrase);
        }
    }

    private static final String SCOPES = "{scopes}";

    private static final String LOOK = "Look into the chat before sending again.";
    private static final String LOGIN = "Connect the Kakao account again.";
    private static final String TEMPLATE = "Change the text, the picture or the link.";
    private static final String IMAGE = "Use another picture: JPEG or PNG below 5 MB.";
    private static final String MAINTENANCE = "Kakao is under maintenance; see its notices and share again later.";
    private static final String PERMISSION =
            "Apply for the permission under [App] > [Additional features] in Kakao's developer console.";
    private static final String APP_KEY = "Check the app's keys in Kakao's developer console and connect again.";
    private static final String ALLOWED = "Register this server's address with the app in Kakao's developer console.";
    private static final String SANCTION = "Kakao restricted it; ask Kakao's support.";
    private static final String PERSON = "Connect another Kakao account.";
    private static final String RECEIVER = "Take this receiver off the list.";
    private static final String TOMORROW = "Wait for midnight in Korea, or enable paid use in the developer console.";

    private static final List<Row> TABLE = List.of(
            row(-1, 400, AMBIGUOUS, LOOK),
            row(-2, 400, CONTENT, TEMPLATE),
            row(-3, 403, CONFIGURE, "Switch talk_message on under the consent items in Kakao's developer console."),
            row(-4, 403, CONFIGURE, SANCTION),
            row(-5, 403, CONFIGURE, PERMISSION),
            row(-6, 403, CONFIGURE, SANCTION),
            row(-7, 400, WAIT, MAINTENANCE),
            // Of all headers only the token is not ours.
            row(-8, 400, CONFIGURE, "Check that the access token was copied whole."),
            row(-9, 400, GONE, "Kakao ended this API; use a newer version of this library."),
            row(-10, 400, NEXT_DAY, TOMORROW),
            row(-11, 400, NEXT_DAY, "Raise the limit of paid use in the developer console, or wait for its reset."),
            row(-12, 403, CONFIGURE, SANCTION),
            row(-101, 400, RECONNECT, LOGIN),
            // Belongs to sign-up; no send call is known to answer so.
            row(-102, 400, AMBIGUOUS, LOOK),
            row(-103, 400, CONFIGURE, PERSON),
            row(-201, 400, CONTENT, TEMPLATE),
            row(-301, 400, CONFIGURE, APP_KEY),
            phrase(-401, 401, "mismatched", CONFIGURE, ALLOWED),
            phrase(-401, 401, "appKey", CONFIGURE, APP_KEY),
            row(-401, 401, RECONNECT, LOGIN),
            row(-402, 403, CONFIGURE, "Log in again and consent to " + SCOPES + "."),
            row(
                    -405,
                    401,
                    CONFIGURE,
                    "The account's owner must verify the age with Kakao; or connect another account."),
            row(-406, 401, CONFIGURE, PERSON),
            row(-501, 400, CONFIGURE, "The account must be registered with KakaoTalk; or connect another account."),
            row(-502, 400, CONFIGURE, RECEIVER),
            row(-504, 400, CONFIGURE, RECEIVER),
            row(-530, 400, CONFIGURE, "The receiver blocks messages of this app in KakaoTalk's settings."),
            row(-531, 400, NEXT_MONTH, "Wait for the first of the month in Korea."),
            row(-532, 400, NEXT_DAY, TOMORROW),
            row(-533, 400, NEXT_DAY, TOMORROW),
            row(-536, 400, NEXT_DAY, TOMORROW),
            row(-602, 400, CONTENT, IMAGE),
            row(-603, 400, AMBIGUOUS, LOOK),
            row(-606, 400, CONTENT, IMAGE),
            row(-903, 400, CONFIGURE, APP_KEY),
            row(-911, 400, CONTENT, IMAGE),
            row(-9798, 503, WAIT, MAINTENANCE),
            // Without a code the status decides where all codes of that status agree that nothing was sent.
            row(NO_CODE, 401, RECONNECT, LOGIN),
            row(NO_CODE, 403, CONFIGURE, PERMISSION),
            row(NO_CODE, 404, CONFIGURE, "Check the base URL: Kakao has no such call there."));

    private KakaoErrors() {}

    /** What an answer that does not say it sent tells about a send call that began at {@code since}. */
    static ShareResult toResult(
            String target, ApiReply.Answer answer, Instant since, Instant now, List<Secret> secrets) {
        KakaoAnswer said = KakaoAnswer.read(answer.body());
        String message = target + " answered " + answer.status()
                + (said.errorCode() == NO_CODE ? " without an error code" : ", error " + said.errorCode())
                + ": " + KakaoRedaction.redact(said.message(), secrets);
        return TABLE.stream()
                .filter(row -> row.fits(answer.status(), said))
                .findFirst()
                .map(row -> toResult(row, said, message, since, now))
                .orElseGet(() -> unknown(evidenceCode(answer, said), message, since));
    }

    private static ShareResult toResult(Row row, KakaoAnswer said, String message, Instant since, Instant now) {
        return switch (row.handling) {
            case AMBIGUOUS -> unknown("KAKAO_" + row.code, message, since);
            case WAIT -> rejected(Reason.UNAVAILABLE, row, said, message, null);
            case NEXT_DAY -> rejected(Reason.QUOTA_EXHAUSTED, row, said, message, nextDay(now));
            case NEXT_MONTH -> rejected(Reason.QUOTA_EXHAUSTED, row, said, message, nextMonth(now));
            case RECONNECT -> rejected(Reason.UNAUTHORIZED, row, said, message, null);
            case CONFIGURE -> rejected(Reason.FORBIDDEN, row, said, message, null);
            case CONTENT -> rejected(Reason.INVALID_CONTENT, row, said, message, null);
            case GONE -> rejected(Reason.UNSUPPORTED, row, said, message, null);
        };
    }

    private static ShareResult rejected(
            Reason reason, Row row, KakaoAnswer said, String message, @Nullable Instant retryAfter) {
        String code = row.code == NO_CODE ? "HTTP_" + row.http : String.valueOf(row.code);
        String scopes = said.scopes().isEmpty() ? "talk_message" : String.join(", ", said.scopes());
        return new ShareResult.Rejected(reason, code, message, row.remedy.replace(SCOPES, scopes), retryAfter);
    }

    private static ShareResult unknown(String code, String message, Instant since) {
        return new ShareResult.Unknown(new Evidence(code, message, since));
    }

    private static String evidenceCode(ApiReply.Answer answer, KakaoAnswer said) {
        if (said.errorCode() != NO_CODE) {
            return "KAKAO_" + said.errorCode();
        } else if (answer.isSuccess()) {
            return "NO_RESULT_CODE";
        }
        return answer.status() >= 500 ? "SERVER_ERROR" : "NO_ERROR_CODE";
    }

    private static Instant nextDay(Instant now) {
        return startOf(today(now).plusDays(1));
    }

    private static Instant nextMonth(Instant now) {
        return startOf(today(now).withDayOfMonth(1).plusMonths(1));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, KakaoSettings.QUOTA_ZONE);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(KakaoSettings.QUOTA_ZONE).toInstant();
    }

    private static Row row(int code, int http, Handling handling, String remedy) {
        return new Row(code, http, "", handling, remedy);
    }

    private static Row phrase(int code, int http, String phrase, Handling handling, String remedy) {
        return new Row(code, http, phrase, handling, remedy);
    }
}
