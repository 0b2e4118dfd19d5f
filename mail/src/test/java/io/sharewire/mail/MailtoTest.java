package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6068 6 and of what mail programs understand. */
class MailtoTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a+b c | a%2Bb%20c",
                "C++ & C# | C%2B%2B%20%26%20C%23",
                "📰 | %F0%9F%93%B0",
                "~.-_ | ~.-_",
                "*'()/?[] | %2A%27%28%29%2F%3F%5B%5D",
                "café | caf%C3%A9"
            })
    void everyOctetButTheUnreservedOnesIsEncoded(String text, String encoded) {
        assertThat(Mailto.encode(text)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mike&family@example.org | mailto:Mike%26family@example.org",
                "gorby%kremvax@example.com | mailto:gorby%25kremvax@example.com",
                "unlikely?address@example.com | mailto:unlikely%3Faddress@example.com",
                "\"not@me\"@example.org | mailto:%22not%40me%22@example.org",
                "a@한글.한국 | mailto:a@xn--bj0bj06e.xn--3e0b707e"
            })
    void addressesAreEncodedBeforeTheAtAndInALabelsAfterIt(String address, String uri) {
        assertThat(Mailto.uri(address, null, null)).isEqualTo(uri);
    }

    @Test
    void aSubjectFollowsTheAddress() {
        assertThat(Mailto.uri("user@example.org", "café", null)).isEqualTo("mailto:user@example.org?subject=caf%C3%A9");
    }

    @Test
    void subjectAndBodyOfAKoreanArticle() {
        String uri = Mailto.uri("", "[속보] 한강 다리 통제 & 우회로 50% 안내 #1", "한강 다리 통제\n\nhttps://news.example/a?id=1&x=2#top");

        assertThat(uri)
                .hasSize(306)
                .isEqualTo("mailto:?subject=%5B%EC%86%8D%EB%B3%B4%5D%20%ED%95%9C%EA%B0%95%20%EB%8B%A4%EB%A6%AC%20"
                        + "%ED%86%B5%EC%A0%9C%20%26%20%EC%9A%B0%ED%9A%8C%EB%A1%9C%2050%25%20%EC%95%88%EB%82%B4%20%231"
                        + "&body=%ED%95%9C%EA%B0%95%20%EB%8B%A4%EB%A6%AC%20%ED%86%B5%EC%A0%9C%0D%0A%0D%0A"
                        + "https%3A%2F%2Fnews.example%2Fa%3Fid%3D1%26x%3D2%23top");
    }

    @Test
    void everyLineBreakBecomesCrLf() {
        assertThat(Mailto.encode("a\nb\rc\r\nd")).isEqualTo("a%0D%0Ab%0D%0Ac%0D%0Ad");
    }

    @Test
    void controlsAreLeftOutAndHalfASurrogatePairIsReplaced() {
        assertThat(Mailto.encode("a\u0000b\u0007c\td")).isEqualTo("abc%09d");
        assertThat(Mailto.encode("a\uD83Db")).isEqualTo("a%EF%BF%BDb");
    }
}
