package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

    @ParameterizedTest
    @CsvSource({
        "https://n.example/a,          http://n.example/a,           true",
        "https://n.example/a,          https://N.example:443/a,      true",
        "https://n.example,            https://n.example/,           true",
        "https://n.example./a,         https://n.example/a,          true",
        "https://n.example/%7Ea?,      https://n.example/~a#,        true",
        "https://n.example/%ea%b0%80,  https://n.example/%EA%B0%80,  true",
        "https://n.example/가,          https://n.example/%EA%B0%80,  true",
        "https://n.example/a?u=1&v=2,  https://n.example/a?v=2&u=1,  false",
        "https://n.example/a?u=1,      https://n.example/a,          false",
        "https://n.example/a,          https://n.example/a/,         false",
        "https://n.example/a#b,        https://n.example/a,          false",
        "https://n.example/%B0%A1,     https://n.example/%B0%A2,     false",
        "https://n.example/a%2Fb,      https://n.example/a/b,        false",
        "https://n.example/a?q=1%2B1,  https://n.example/a?q=1+1,    false",
        "https://n.example/a,          https://n.example:8443/a,     false",
        "https://n.example/a,          https://m.example/a,          false",
        "https://n.example/a,          nonsense,                     false",
    })
    void isTheSameWhateverTheSpellingAndDiffersInAnythingElse(String one, String other, boolean same) {
        assertThat(Destination.same(one, other)).isEqualTo(same);
        assertThat(Destination.same(other, one)).isEqualTo(same);
    }
}
