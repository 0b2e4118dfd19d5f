package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.ShareResult.Rejected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Pace pace = new Pace();

    private static Rejected limited(@Nullable Instant until) {
        return new Rejected(Reason.RATE_LIMITED, "4", "Slow down.", "Wait.", until);
    }

    @Test
    void holdsTheAccountUntilThePlatformsTime() {
        pace.observe(limited(NOON.plusSeconds(60)));

        assertThat(pace.refusal(NOON)).contains(limited(NOON.plusSeconds(60)));
        assertThat(pace.refusal(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void holdsItUntilSomebodyLetsItGoOnWhereNoTimeIsKnown() {
        pace.observe(new Rejected(Reason.QUOTA_EXHAUSTED, "402", "No credits.", "Top up.", null));
        pace.observe(limited(NOON.plusSeconds(60)));

        assertThat(pace.refusal(NOON.plusSeconds(86_400))).isPresent();
        pace.resume();
        assertThat(pace.refusal(NOON)).isEmpty();
    }

    @Test
    void keepsTheLongerOfTwoHolds() {
        pace.observe(limited(NOON.plusSeconds(600)));
        pace.observe(limited(NOON.plusSeconds(60)));

        assertThat(pace.refusal(NOON.plusSeconds(300))).isPresent();
    }

    @Test
    void otherOutcomesHoldNothing() {
        pace.observe(ScriptedTarget.rejected(Reason.DUPLICATE));
        pace.observe(ScriptedTarget.unknown());

        assertThat(pace.refusal(NOON)).isEmpty();
    }
}
