package io.sharewire.kakao;

import io.sharewire.Evidence;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.http.ApiReply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kakao's answer to a call that did not say it was done → what is known. */
final class KakaoErrors {

    private final String target;
    private final @Nullable Function<List<String>, String> consentUrl;

    /**
     * For one account.
     *
     * @param target the target's name, for messages
     * @param consentUrl where the account's owner consents to scopes; null if that is not known
     */
    KakaoErrors(String target, @Nullable Function<List<String>, String> consentUrl) {
        this.target = target;
        this.consentUrl = consentUrl;
    }

    /** What an answer that does not say it did anything tells about a call that began at {@code since}. */
    ShareResult toResult(ApiReply.Answer answer, Instant since, Instant now) {
        KakaoAnswer said = KakaoAnswer.read(answer.body());
        String message = target + " answered " + answer.status()
                + (said.errorCode() == KakaoError.NO_CODE ? " without an error code" : ", error " + said.errorCode())
                + ": " + KakaoRedaction.redact(said.message());
        return row(answer)
                .map(row -> toResult(row, row.remedy(), Reason.UNAUTHORIZED, said.scopes(), message, since, now))
                .orElseGet(() -> unknown(evidenceCode(answer, said), message, since));
    }

    /** What is known of the receivers that a good answer names as failed. */
    ShareResult toResult(KakaoSent.Failure failure, Instant since, Instant now) {
        String message = target + " did not send to " + failure.receivers().size() + " of the receivers, error "
                + failure.code() + ": " + KakaoRedaction.redact(failure.message());
        return row(failure)
                .map(row -> row.receiver()
                        ? toResult(row, row.receiverRemedy(), Reason.FORBIDDEN, List.of(), message, since, now)
                        : toResult(row, row.remedy(), Reason.UNAUTHORIZED, List.of(), message, since, now))
                .orElseGet(() -> unknown("KAKAO_" + failure.code(), message, since));
    }

    static Optional<KakaoError> row(ApiReply.Answer answer) {
        KakaoAnswer said = KakaoAnswer.read(answer.body());
        return KakaoError.of(answer.status(), said.errorCode(), said.message());
    }

    static Optional<KakaoError> row(KakaoSent.Failure failure) {
        return KakaoError.of(400, failure.code(), failure.message());
    }

    private ShareResult toResult(
            KakaoError row,
            String remedy,
            Reason reconnect,
            List<String> scopes,
            String message,
            Instant since,
            Instant now) {
        return switch (row.handling()) {
            case AMBIGUOUS -> unknown("KAKAO_" + row.code(), message, since);
            case WAIT -> rejected(Reason.UNAVAILABLE, row, message, remedy, null);
            case NEXT_DAY -> rejected(Reason.QUOTA_EXHAUSTED, row, message, remedy, nextDay(now));
            case NEXT_MONTH -> rejected(Reason.QUOTA_EXHAUSTED, row, message, remedy, nextMonth(now));
            case RECONNECT -> rejected(reconnect, row, message, remedy, null);
            case CONSENT -> rejected(Reason.FORBIDDEN, row, message, consent(remedy, scopes), null);
            case CONFIGURE -> rejected(Reason.FORBIDDEN, row, message, remedy, null);
            case CONTENT -> rejected(Reason.INVALID_CONTENT, row, message, remedy, null);
            case GONE -> rejected(Reason.UNSUPPORTED, row, message, remedy, null);
        };
    }

    private String consent(String remedy, List<String> scopes) {
        List<String> missing = scopes.isEmpty() ? List.of("talk_message") : scopes;
        String said = remedy.replace(KakaoError.SCOPES, String.join(", ", missing));
        return consentUrl == null ? said : said.substring(0, said.length() - 1) + ": " + consentUrl.apply(missing);
    }

    private static ShareResult rejected(
            Reason reason, KakaoError row, String message, String remedy, @Nullable Instant retryAfter) {
        String code = row.code() == KakaoError.NO_CODE ? "HTTP_" + row.http() : String.valueOf(row.code());
        return new ShareResult.Rejected(reason, code, message, remedy, retryAfter);
    }

    private static ShareResult unknown(String code, String message, Instant since) {
        return new ShareResult.Unknown(new Evidence(code, message, since));
    }

    private static String evidenceCode(ApiReply.Answer answer, KakaoAnswer said) {
        if (said.errorCode() != KakaoError.NO_CODE) {
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
}
