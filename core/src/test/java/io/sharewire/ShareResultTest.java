package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShareResultTest {

    private static final Receipt RECEIPT = new Receipt("fake", "7", null, Instant.EPOCH);
    private static final ShareResult SHARED = new Shared(RECEIPT);
    private static final ShareResult REJECTED = new Rejected(Reason.DUPLICATE, "187", "Refused.", "Change it.", null);
    private static final ShareResult UNKNOWN = new Unknown(new Evidence("TIMED_OUT", "No answer.", Instant.EPOCH));
    private static final ShareResult PARTLY = new PartlyShared(List.of(RECEIPT), Progress.none(), UNKNOWN);

    @Test
    void foldsEachCaseToItsOwnAnswer() {
        assertThat(Stream.of(SHARED, PARTLY, REJECTED, UNKNOWN)
                        .map(r -> r.<String>fold(s -> "s", p -> "p", j -> "r", u -> "u")))
                .containsExactly("s", "p", "r", "u");
    }

    @Test
    void givesTheReceiptOrThrowsWithTheWholeStory() {
        assertThat(SHARED.orElseThrow()).isEqualTo(RECEIPT);
        assertThatThrownBy(REJECTED::orElseThrow)
                .isInstanceOf(ShareFailedException.class)
                .hasMessage("rejected, DUPLICATE 187: Refused. Change it.");
        assertThatThrownBy(UNKNOWN::orElseThrow).hasMessage("outcome unknown, TIMED_OUT: No answer.");
        assertThatThrownBy(PARTLY::orElseThrow)
                .isInstanceOfSatisfying(
                        ShareFailedException.class, e -> assertThat(e.result()).isSameAs(PARTLY))
                .hasMessage("partly shared (1 parts are out): outcome unknown, TIMED_OUT: No answer.");
    }
}
