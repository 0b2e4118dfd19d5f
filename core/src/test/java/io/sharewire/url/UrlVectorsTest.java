package io.sharewire.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser makes of an address, row by row, and which of it is taken out before it is shared. */
class UrlVectorsTest {

    @ParameterizedTest(name = "row {0}: {1}")
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "1 HTTPS://EXAMPLE.com:443/A/./b/../C?x=1&&y#F https://example.com/A/C?x=1&&y",
                "2 http://example.com http://example.com/",
                "3 http://example.com./a http://example.com/a",
                "3b http://example.com.:8080/a http://example.com:8080/a",
                "4 http://뉴스.한국/기사/1?제목=가"
                        + " http://xn--vg1b002a.xn--3e0b707e/%EA%B8%B0%EC%82%AC/1?%EC%A0%9C%EB%AA%A9=%EA%B0%80",
                "5 http://example.com/%EA%B0%80%ea%b0%80/%7e~ http://example.com/%EA%B0%80%ea%b0%80/%7e~",
                "6 http://example.com/a//b/ http://example.com/a//b/",
                "7 `http://example.com/a|b?q=a b+c'\"<>|{}` http://example.com/a%7Cb?q=a%20b+c%27%22%3C%3E|{}",
                "8 http://example.com/? http://example.com/",
                "8b http://example.com/# http://example.com/",
                "8c http://example.com/?# http://example.com/",
                "9 http://ex%61mple.com/ http://example.com/",
                "10 http://faß.de/ http://xn--fa-hia.de/",
                "11 http:////evil.com/ http://evil.com/",
                "12 http://localhost\\@evil.com/ http://localhost/@evil.com/",
                "13 `  http://x.test/a\n` http://x.test/a",
                "14 http://[::ffff:127.0.0.1]/ http://127.0.0.1/",
                "14b http://[::ffff:7f00:1]/ http://127.0.0.1/",
                "14c http://①②⑦.⓪.⓪.①/ http://127.0.0.1/",
                "15 http://2130706433/ http://2130706433/",
                "15b http://127.1/ http://127.1/",
                "15c http://0x7f.1/ http://0x7f.1/",
                "15d http://017700000001/ http://017700000001/",
                "16 http://x.test/% http://x.test/%",
                "16b http://x.test/%zz http://x.test/%zz"
            })
    void isTheFormToShare(String row, String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
        assertThat(CanonicalUrl.of(canonical)).as("a second time").isEqualTo(canonical);
    }

    /** A browser would repair the first two; whoever typed them should know that they were not what they meant. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "http:evil.com/",
                "http://x.test/a\n\tb",
                "http://127.0.0.1%00/",
                "http://x.test:0/",
                "http://x.test:65536/",
                "//x.test/",
                "mailto:a@x",
                "http://[fe80::1%25eth0]/",
                "http://user:p@example.com/"
            })
    void isNoFormToShare(String url) {
        assertThatThrownBy(() -> CanonicalUrl.of(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trackingIsTakenOutAndTheCampaignPutInOnce() {
        String given = "https://n.example/a?id=7&utm_source=x&fbclid=Y&utm_medium=#c";
        Campaign campaign = new Campaign("x", "social", "share");

        assertThat(CanonicalUrl.of(given)).isEqualTo("https://n.example/a?id=7");
        String tagged = campaign.tag(given);
        assertThat(tagged).isEqualTo("https://n.example/a?id=7&utm_source=x&utm_medium=social&utm_campaign=share");
        assertThat(campaign.tag(tagged)).isEqualTo(tagged);
    }

    @Test
    void theOtherParametersKeepTheirBytes() {
        assertThat(CanonicalUrl.of("https://n.example/?q=a+b&utm_id=1")).isEqualTo("https://n.example/?q=a+b");
        assertThat(CanonicalUrl.of("https://n.example/?a=1%2C2&utm_source=z&b=x+y"))
                .isEqualTo("https://n.example/?a=1%2C2&b=x+y");
    }

    @Test
    void withTheLastParameterTheQuestionMarkGoes() {
        assertThat(CanonicalUrl.of("https://n.example/?utm_source=a")).isEqualTo("https://n.example/");
    }
}
