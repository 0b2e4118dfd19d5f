package io.sharewire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sharewire.http.FetchException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://127.1/",
                "http://0/",
                "http://0x7f.1/",
                "http://0x7f000001/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://127.0.0.1./",
                "http://2130706433./",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://news.example.1/"
            })
    void refusesHostsThatAreNumbersInDisguise(String url) {
        assertThat(failure(url).kind()).isEqualTo(Kind.NOT_AN_ADDRESS);
        assertThat(failure(url)).hasMessageStartingWith("cannot fetch '" + url + "': its host '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://news.example/a",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "gopher://news.example/",
                "news.example/a",
                "",
                "http://",
                "http://editor:secret@news.example/",
                "http://127.0.0.1@news.example/",
                "http://[fe80::1%25eth0]/",
                "http://127.0.0.1%00/"
            })
    void refusesWhatIsNoAddressOfAPage(String url) {
        assertThat(failure(url).kind()).isEqualTo(Kind.NOT_AN_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a,https://news.example/a",
        "http://93.184.215.14/,http://93.184.215.14/",
        "http://①②⑦.⓪.⓪.①/,http://127.0.0.1/",
        "http://[::ffff:10.0.0.1]/,http://10.0.0.1/",
        "http://3com.example/,http://3com.example/",
        "http://0x.example/,http://0x.example/",
        "http://뉴스.한국/기사,http://xn--vg1b002a.xn--3e0b707e/%EA%B8%B0%EC%82%AC"
    })
    void readsAnAddressAsABrowserDoes(String url, String read) throws FetchException {
        assertThat(WebAddress.of(url)).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource({
        "/b,https://news.example/b",
        "?page=2,https://news.example/a?page=2",
        "//m.news.example/a,https://m.news.example/a",
        "https://other.example/,https://other.example/"
    })
    void resolvesARedirectAgainstTheHopItComesFrom(String location, String target) throws FetchException {
        assertThat(WebAddress.of("https://news.example/a").redirect(location)).hasToString(target);
    }

    @ParameterizedTest
    @CsvSource({
        "http://news.example/a,that would give up encryption",
        "ftp://news.example/a,that is no http(s) address",
        "javascript:alert(1),that is no http(s) address",
        "https://user@news.example/,that holds a user name",
        "https://2130706433/,its host '2130706433' is a number in disguise; write it as four numbers"
    })
    void refusesARedirect(String location, String why) throws FetchException {
        WebAddress from = WebAddress.of("https://news.example/a");

        assertThatThrownBy(() -> from.redirect(location))
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith(
                        "cannot fetch https://news.example/a: it redirects to '" + location + "', " + why);
    }

    @Test
    void refusesARedirectToAnAddressWithoutEnd() throws FetchException {
        WebAddress from = WebAddress.of("https://news.example/a");

        assertThatThrownBy(() -> from.redirect("/" + "x".repeat(5000)))
                .hasMessageEndingWith(", that is too long")
                .hasMessageMatching(".{0,400}");
    }

    @Test
    void keepsMessagesToOneShortLine() {
        FetchException failure = failure("ftp://news.example/" + "x".repeat(5000) + "\r\nSet-Cookie: a");

        assertThat(failure.getMessage()).hasLineCount(1).hasSizeLessThan(500);
    }

    private static FetchException failure(String url) {
        return catchThrowableOfType(FetchException.class, () -> WebAddress.of(url));
    }
}
