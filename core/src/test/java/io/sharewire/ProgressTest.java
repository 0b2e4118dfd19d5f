package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void survivesTheTripThroughALedger() {
        Progress progress = new Progress(4, "id-3", List.of(2), List.of(0));

        assertThat(Progress.fromJson(progress.toJson())).isEqualTo(progress);
        assertThat(Progress.fromJson("{\"next\":2}")).isEqualTo(new Progress(2, null, List.of(), List.of()));
    }

    @Test
    void leavesOutWhatIsInDoubtUntilAPersonDecides() {
        Progress progress = new Progress(3, null, List.of(2), List.of());

        assertThat(progress.remaining(5)).containsExactly(3, 4);
        assertThat(progress.retryDoubtful().remaining(5)).containsExactly(2, 3, 4);
    }
}
