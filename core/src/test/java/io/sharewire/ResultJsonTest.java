package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultJsonTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00.123456789Z");
    private static final Receipt RECEIPT = new Receipt("fake", "속보-7", "https://fake.example/7", AT);

    static Stream<ShareResult> results() {
        ShareResult unknown = new Unknown(new Evidence("TIMED_OUT", "No \"answer\".", AT));
        return Stream.of(
                new Shared(RECEIPT, Proof.FOUND),
                new Shared(new Receipt("fake", "7", null, AT)),
                new Rejected(Reason.RATE_LIMITED, "4", "Slow\ndown.", "Wait.", AT),
                new Rejected(Reason.DUPLICATE, "506", "Again.", "Change it.", null),
                unknown,
                new PartlyShared(List.of(RECEIPT), new Progress(2, "7", List.of(1), List.of()), unknown));
    }

    @ParameterizedTest
    @MethodSource("results")
    void survivesTheTripThroughALedger(ShareResult result) {
        assertThat(ResultJson.read(ResultJson.write(result))).isEqualTo(result);
        assertThat(ResultJson.write(result)).doesNotContain("\n");
    }

    @Test
    void refusesWhatIsNoResult() {
        assertThatThrownBy(() -> ResultJson.read("{\"type\":\"maybe\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a share result: type 'maybe'");
        assertThatThrownBy(() -> ResultJson.read("{\"type\":\"unknown\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
