package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwitterUrlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "naver.com",
                "foo.co.kr",
                "v1.2.io",
                "readme.md",
                "report.zip",
                "main.py",
                "foo.sh",
                "x.ai",
                "hello.world",
                "http://한국.com",
                "http://뉴스.한국",
                "https://xn--3e0b707e.com/%EA%B8%B0%EC%82%AC",
                "www.foo.music",
                "foo.kids"
            })
    void takesWholeNamesAndAddresses(String link) {
        assertThat(links("앞 " + link + " 뒤")).containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "한국.com",
                "뉴스.한국",
                "abc한국.com",
                "한국일보.co.kr",
                "localhost:8080",
                "http://127.0.0.1/a",
                "ftp://example.com",
                "user:pw@example.com",
                "press@example.com",
                "long.test.tar.bz2",
                "#example.com",
                "$example.com",
                "example.comm",
                "http://a.example.com-and-more"
            })
    void seesNoLink(String text) {
        assertThat(links(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "기사보기example.com입니다|example.com",
                "https://example.com/기사제목|https://example.com/",
                "https://example.com/a,|https://example.com/a",
                "(https://example.com/a)|https://example.com/a",
                "https://example.com/a!|https://example.com/a",
                "https://example.com/a?b=1.|https://example.com/a?b=1",
                "https://example.com/a_(b)|https://example.com/a_(b)",
                "https://example.com/a.(b)|https://example.com/a",
                "https://example.com:8443/a|https://example.com:8443/a",
                "www.한국.com|www.한국",
                "http://t.co/abc-한국|http://t.co/abc"
            })
    void leavesOutWhatBelongsToTheSentence(String text, String link) {
        assertThat(links(text)).containsExactly(link);
    }

    @Test
    void refusesLabelsAndLinksThatAreTooLong() {
        assertThat(links("a".repeat(63) + ".com")).hasSize(1);
        assertThat(links("a".repeat(64) + ".com")).isEmpty();
        assertThat(links("https://example.com/" + "a".repeat(4_076))).hasSize(1);
        assertThat(links("https://example.com/" + "a".repeat(4_077))).isEmpty();
        assertThat(links("https://t.co/" + "a".repeat(40))).hasSize(1);
        assertThat(links("https://t.co/" + "a".repeat(41))).isEmpty();
    }

    @Test
    void saysWhichLinksHaveNoScheme() {
        assertThat(TwitterUrls.in("example.com https://example.com"))
                .extracting(TwitterUrls.Url::bare)
                .containsExactly(true, false);
    }

    @Test
    void replacesLinksAndNothingElse() {
        assertThat(TwitterUrls.replace("하나 https://a.com/1, 둘 b.com.", link -> "<" + link.length() + ">"))
                .isEqualTo("하나 <15>, 둘 <5>.");
    }

    private static List<String> links(String text) {
        return TwitterUrls.in(text).stream().map(url -> url.of(text)).toList();
    }
}
