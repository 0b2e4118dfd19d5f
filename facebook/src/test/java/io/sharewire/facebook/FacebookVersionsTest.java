package io.sharewire.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Problem;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookVersionsTest {

    /** Dates from Meta's changelog; 90 days before 2027-05-20 is 2027-02-19. */
    @ParameterizedTest
    @CsvSource({
        "v3.3, 2026-11-24, VERSION_ENDED",
        "v20.0, 2026-11-24, VERSION_ENDED",
        "v21.0, 2026-11-24, VERSION_ENDING",
        "v21.0, 2027-01-20, VERSION_ENDING",
        "v21.0, 2027-01-21, VERSION_ENDED",
        "v22.0, 2027-02-18, ''",
        "v22.0, 2027-02-19, VERSION_ENDING",
        "v23.0, 2027-10-08, VERSION_ENDED",
        "v24.0, 2028-02-18, VERSION_ENDED",
        "v25.0, 2028-07-29, VERSION_ENDED",
        "v26.0, 2026-11-24, ''",
        "v27.0, 2030-01-01, ''",
        "v99.0, 2026-11-24, ''",
    })
    void warnsNinetyDaysBeforeAVersionEnds(String version, LocalDate today, String code) {
        assertThat(FacebookVersions.problem(version, today).map(Problem::code).orElse(""))
                .isEqualTo(code);
    }
}
