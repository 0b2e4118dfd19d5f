package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of RFC 6068 6 and of what mail programs understand, by number. */
class MailtoTest {

    @ParameterizedTest(name = "vector {0}")
    @MethodSource
    void vectors(int number, String address, @Nullable String subject, @Nullable String body, String uri) {
        assertThat(Mailto.uri(address, subject, body)).isEqualTo(uri);
    }

    static Stream<Arguments> vectors() {
        return Stream.of(
                arguments(1, "", "a+b c", null, "mailto:?subject=a%2Bb%20c"),
                arguments(2, "", "C++ & C#", null, "mailto:?subject=C%2B%2B%20%26%20C%23"),
                arguments(3, "", "📰", null, "mailto:?subject=%F0%9F%93%B0"),
                arguments(
                        4,
                        "",
                        "[속보] 한강 다리 통제 & 우회로 50% 안내 #1",
                        "한강 다리 통제\n\nhttps://news.example/a?id=1&x=2#top",
                        "mailto:?subject=%5B%EC%86%8D%EB%B3%B4%5D%20%ED%95%9C%EA%B0%95%20%EB%8B%A4%EB%A6%AC%20"
                                + "%ED%86%B5%EC%A0%9C%20%26%20%EC%9A%B0%ED%9A%8C%EB%A1%9C%2050%25%20%EC%95%88"
                                + "%EB%82%B4%20%231&body=%ED%95%9C%EA%B0%95%20%EB%8B%A4%EB%A6%AC%20%ED%86%B5%EC%A0%9C"
                                + "%0D%0A%0D%0Ahttps%3A%2F%2Fnews.example%2Fa%3Fid%3D1%26x%3D2%23top"),
                arguments(5, "Mike&family@example.org", null, null, "mailto:Mike%26family@example.org"),
                arguments(6, "gorby%kremvax@example.com", null, null, "mailto:gorby%25kremvax@example.com"),
                arguments(7, "unlikely?address@example.com", null, null, "mailto:unlikely%3Faddress@example.com"),
                arguments(8, "\"not@me\"@example.org", null, null, "mailto:%22not%40me%22@example.org"),
                arguments(9, "user@example.org", "café", null, "mailto:user@example.org?subject=caf%C3%A9"),
                arguments(10, "", null, "a\nb\rc\r\nd", "mailto:?body=a%0D%0Ab%0D%0Ac%0D%0Ad"),
                arguments(
                        11,
                        "",
                        null,
                        "a\u0000b\u0007c\td\u001F\uD83De\uDE00",
                        "mailto:?body=abc%09d%EF%BF%BDe%EF%BF%BD"));
    }

    @Test
    void vector4HasAsManyCharactersAsCounted() {
        assertThat(Mailto.uri("", "[속보] 한강 다리 통제 & 우회로 50% 안내 #1", "한강 다리 통제\n\nhttps://news.example/a?id=1&x=2#top"))
                .hasSize(306);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "'', null, null, mailto:",
                "'', s, null, mailto:?subject=s",
                "'', null, b, mailto:?body=b",
                "'', s, b, mailto:?subject=s&body=b",
                "a@x.test, s, b, mailto:a@x.test?subject=s&body=b"
            })
    void mailto01_theFirstSeparatorIsAQuestionMarkTheNextAnAmpersand(
            String address, @Nullable String subject, @Nullable String body, String uri) {
        assertThat(Mailto.uri(address, subject, body)).isEqualTo(uri);
    }

    @Test
    void mailto03_aSpaceIsPercent20AndAPlusStaysAPlus() {
        assertThat(Mailto.encode("1 + 1")).isEqualTo("1%20%2B%201");
    }

    @Test
    void mailto04_aLineBreakIsCrLf() {
        assertThat(Mailto.encode("a\n\nb")).isEqualTo("a%0D%0A%0D%0Ab");
    }

    @Test
    void mailto05_otherLettersAreUtf8OctetsAndNoEncodedWords() {
        assertThat(Mailto.encode("가")).isEqualTo("%EA%B0%80");
        assertThat(Mailto.encode("=?UTF-8?B?6rCA?=")).isEqualTo("%3D%3FUTF-8%3FB%3F6rCA%3F%3D");
    }

    @Test
    void mailto06_everyOctetButTheUnreservedOnesIsEncoded() {
        for (char c = 0x20; c < 0x7F; c++) {
            boolean unreserved = Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
            assertThat(Mailto.encode(Character.toString(c)))
                    .isEqualTo(
                            unreserved
                                    ? Character.toString(c)
                                    : "%" + HexFormat.of().withUpperCase().toHexDigits((byte) c));
        }
    }

    @Test
    void mailto07_whatSeparatesIsEncodedInALocalPart() {
        assertThat(Mailto.uri("%/?#[]&;=@x.test", null, null)).isEqualTo("mailto:%25%2F%3F%23%5B%5D%26%3B%3D@x.test");
    }

    @Test
    void mailto08_aDomainIsWrittenInALabels() {
        assertThat(Mailto.uri("a@한글.한국", null, null)).isEqualTo("mailto:a@xn--bj0bj06e.xn--3e0b707e");
    }

    @Test
    void everyAddressIsAUriForJavaToo() {
        vectors().map(vector -> (String) vector.get()[4]).forEach(uri -> {
            assertThat(URI.create(uri).getScheme()).isEqualTo("mailto");
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(uri)).isTrue();
        });
    }
}
