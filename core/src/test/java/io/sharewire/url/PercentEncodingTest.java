package io.sharewire.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "'Ladies + Gentlemen', Ladies%20%2B%20Gentlemen",
        "'An encoded string!', An%20encoded%20string%21",
        "'Dogs, Cats & Mice', Dogs%2C%20Cats%20%26%20Mice",
        "☃, %E2%98%83",
        "📰, %F0%9F%93%B0",
        "가, %EA%B0%80",
        "AZaz09-._~, AZaz09-._~",
    })
    void encodesAllButTheUnreserved(String value, String expected) {
        assertThat(PercentEncoding.encode(value)).isEqualTo(expected);
    }

    @Test
    void replacesHalfACharacter() {
        assertThat(PercentEncoding.encode("a\uD83D")).isEqualTo("a%EF%BF%BD");
    }
}
