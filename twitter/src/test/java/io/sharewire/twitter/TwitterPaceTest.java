package io.sharewire.twitter;

import static io.sharewire.twitter.XServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.sharewire.Draft;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** While X holds an account back, it is not asked again: that would prolong the block, or bother it for weeks. */
class TwitterPaceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    private static final String TOO_MANY =
            "{\"title\":\"Too Many Requests\",\"detail\":\"Too Many Requests\",\"type\":\"about:blank\",\"status\":429}";

    private final XServer x = new XServer();
    private final SettableClock clock = new SettableClock(NOW);
    private final TwitterTarget target = TwitterTarget.of(x.settings().build(), clock);
    private final Draft draft = target.draft(XServer.share());

    @AfterEach
    void stop() {
        x.close();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of(
                        "the window of 15 minutes",
                        json(429, TOO_MANY)
                                .withHeader("x-rate-limit-remaining", "0")
                                .withHeader("x-rate-limit-reset", epoch("2026-11-24T05:11:00Z")),
                        Reason.RATE_LIMITED,
                        Instant.parse("2026-11-24T05:11:00Z")),
                Arguments.of(
                        "the account's cap of 24 hours",
                        json(429, TOO_MANY)
                                .withHeader("x-rate-limit-remaining", "83")
                                .withHeader("x-rate-limit-reset", epoch("2026-11-24T05:11:00Z"))
                                .withHeader("x-user-limit-24hour-remaining", "0")
                                .withHeader("x-user-limit-24hour-reset", epoch("2026-11-25T03:00:00Z")),
                        Reason.RATE_LIMITED,
                        Instant.parse("2026-11-25T03:00:00Z")),
                Arguments.of(
                        "the app's cap of 24 hours",
                        json(429, TOO_MANY)
                                .withHeader("x-user-limit-24hour-remaining", "12")
                                .withHeader("x-app-limit-24hour-remaining", "0")
                                .withHeader("x-app-limit-24hour-reset", epoch("2026-11-25T01:30:00Z")),
                        Reason.RATE_LIMITED,
                        Instant.parse("2026-11-25T01:30:00Z")),
                Arguments.of(
                        "the plan's cap of a month",
                        json(429, capped("Monthly"))
                                .withHeader("x-rate-limit-remaining", "39999")
                                .withHeader("x-rate-limit-reset", epoch("2026-11-24T05:11:00Z")),
                        Reason.QUOTA_EXHAUSTED,
                        Instant.parse("2026-12-01T00:00:00Z")),
                Arguments.of(
                        "the plan's cap of a day",
                        json(429, capped("Daily")),
                        Reason.QUOTA_EXHAUSTED,
                        Instant.parse("2026-11-25T00:00:00Z")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void asksXNothingUntilTheLimitsOwnEnd(
            String limit, ResponseDefinitionBuilder answer, Reason reason, Instant until) {
        x.answersCreate(answer);
        ShareResult first = target.publish(draft);
        x.answersCreate(json(201, "{\"data\":{\"id\":\"1\"}}"));

        assertThat(first).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.retryAfter()).isEqualTo(until);
        });
        clock.set(until.minusMillis(1));
        assertThat(target.publish(draft)).isEqualTo(first);
        assertThat(x.creates()).hasSize(1);
        clock.set(until);
        assertThat(target.publish(draft)).isInstanceOf(Shared.class);
    }

    @Test
    void anAccountWithoutCreditsIsParkedUntilSomebodyHasToppedThemUp() {
        x.answersCreate(json(402, """
                {"title":"CreditsDepleted","detail":"Your enrolled account [1234567890] does not have any credits \
                to fulfill this request.","type":"https://api.twitter.com/2/problems/credits"}""").withHeader("x-rate-limit-reset", epoch("2026-11-24T05:11:00Z")));
        ShareResult first = target.publish(draft);
        x.answersCreate(json(201, "{\"data\":{\"id\":\"1\"}}"));

        assertThat(first).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.QUOTA_EXHAUSTED);
            assertThat(rejected.remedy()).isEqualTo("Top up the app's credits in X's developer console.");
            assertThat(rejected.retryAfter()).isNull();
        });
        clock.set(NOW.plus(Duration.ofDays(90)));
        assertThat(target.publish(draft)).isEqualTo(first);
        assertThat(x.creates()).hasSize(1);
        target.pace().resume();
        assertThat(target.publish(draft)).isInstanceOf(Shared.class);
    }

    private static String epoch(String time) {
        return String.valueOf(Instant.parse(time).getEpochSecond());
    }

    private static String capped(String period) {
        return "{\"account_id\":1,\"product_name\":\"standard\",\"title\":\"UsageCapExceeded\",\"period\":\"" + period
                + "\",\"scope\":\"Account\",\"detail\":\"Usage cap exceeded\","
                + "\"type\":\"https://api.twitter.com/2/problems/usage-capped\"}";
    }
}
