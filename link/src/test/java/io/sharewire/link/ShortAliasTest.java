package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortAliasTest {

    /** Expected values: Python's hashlib and divmod. */
    @ParameterizedTest
    @CsvSource({
        "https://news.example/a,ZVOk9B0U",
        "https://news.example/%EA%B0%80?b=1&utm_source=link,U3ljlyQn",
    })
    void isMadeOfTheAddressAlone(String url, String alias) {
        assertThat(ShortAlias.of(url)).isEqualTo(alias);
    }

    @Test
    void fitsWhereItIsUsed() {
        for (int i = 0; i < 1000; i++) {
            // TinyURL takes 5 to 30 of these characters, Rebrandly 1 to 40.
            assertThat(ShortAlias.of("https://news.example/" + i)).matches("[A-Za-z0-9]{8}");
        }
    }
}
