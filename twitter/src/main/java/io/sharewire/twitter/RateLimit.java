package io.sharewire.twitter;

import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.http.ApiReply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The three things that X means by 429, each with its own end.
 *
 * <p>A used-up cap comes first: the headers of the other limits look healthy beside it. Then the caps of 24 hours, then
 * the window of 15 minutes. Headers give epoch seconds.
 *
 * @param reason for the result
 * @param remedy for the result
 * @param until when it ends; null if X does not say
 */
record RateLimit(Reason reason, String remedy, @Nullable Instant until) {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    /** Reads an answer with status 429 that arrived at {@code now}. */
    static RateLimit of(ApiReply.Answer answer, TwitterProblem problem, Instant now) {
        if (problem.slug().equals("usage-capped")) {
            return new RateLimit(
                    Reason.QUOTA_EXHAUSTED,
                    "Raise the plan's or the spending limit in X's developer console, or wait for the next period.",
                    nextPeriod(problem.period(), now));
        }
        Headers headers = answer.headers();
        Instant daily = Stream.of("x-user-limit-24hour", "x-app-limit-24hour")
                .filter(limit -> "0".equals(headers.get(limit + "-remaining")))
                .map(limit -> reset(headers, limit, now, Duration.ofHours(24)))
                .max(Instant::compareTo)
                .orElse(null);
        if (daily != null) {
            return new RateLimit(Reason.RATE_LIMITED, "Wait until the posts of 24 hours are counted anew.", daily);
        }
        return new RateLimit(
                Reason.RATE_LIMITED,
                "Wait until the window of 15 minutes ends.",
                reset(headers, "x-rate-limit", now, WINDOW));
    }

    /** The refusal that says so. */
    ShareResult toResult(String code, String said) {
        return new ShareResult.Rejected(reason, code, said, remedy, until);
    }

    private static Instant reset(Headers headers, String limit, Instant now, Duration otherwise) {
        String seconds = headers.get(limit + "-reset");
        return seconds != null && seconds.matches("[0-9]{1,11}")
                ? Instant.ofEpochSecond(Long.parseLong(seconds))
                : now.plus(otherwise);
    }

    private static @Nullable Instant nextPeriod(@Nullable String period, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if ("Daily".equals(period)) {
            return today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return "Monthly".equals(period)
                ? today.withDayOfMonth(1)
                        .plusMonths(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : null;
    }
}
