package io.sharewire.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://n.example/a?id=7&utm_source=x&fbclid=Y&utm_medium=#c https://n.example/a?id=7",
                "https://n.example/?utm_source=a https://n.example/",
                "https://n.example/?q=a+b&utm_id=1 https://n.example/?q=a+b",
                "https://n.example/?a=1%2C2&gclid=z&b=x+y https://n.example/?a=1%2C2&b=x+y",
                "https://n.example/?UTM_Source=a&Fbclid=b&GCLID=c&x=1 https://n.example/?x=1",
                "https://n.example/?utm_social-type=a&mtm_campaign=b&mc_cid=c&_hsenc=d&hsa_acc=e https://n.example/",
                "https://n.example/?q=%B0%A1&utm_source=x https://n.example/?q=%B0%A1",
                "https://n.example/?b=2&a=1&fbclid https://n.example/?b=2&a=1",
                "https://n.example/?x=1&x=2&yclid=1&yclid=2 https://n.example/?x=1&x=2",
                "https://n.example/?utm%5Fsource=a&x=1 https://n.example/?x=1",
                "https://n.example/?id=7&%3Futm_source=x https://n.example/?id=7",
                "https://n.example/?id=7&amp;utm_source=x&amp;page=2 https://n.example/?id=7&amp;page=2",
                "https://m.youtube.com/watch?v=1&si=a https://m.youtube.com/watch?v=1",
                "https://www.nytimes.com/a?smid=a https://www.nytimes.com/a",
                "https://n.example/?Echobox=1&hsCtaTracking=a https://n.example/"
            })
    void takesTrackingParametersOutAndLeavesTheRestAsItIs(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ref=a",
                "source=a",
                "src=a",
                "s=a",
                "t=a",
                "id=a",
                "sid=a",
                "mc=a",
                "feature=a",
                "idxno=1",
                "aid=1",
                "oid=1",
                "newsid=1",
                "si=a",
                "smid=a",
                "CMP=a",
                "igsh=a",
                "Awc=1",
                "SPM=1",
                "utm=52S",
                "page=2",
                "q=utm_source"
            })
    void keepsParametersThatMaySayWhatThePageShows(String query) {
        assertThat(CanonicalUrl.of("https://n.example/a?" + query)).isEqualTo("https://n.example/a?" + query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:evil.com/",
                "//x.test/",
                "mailto:a@x",
                "ftp://x.test/",
                "javascript:alert(1)",
                "http://127.0.0.1%00/",
                "http://x.test:0/",
                "http://x.test:65536/",
                "http://[fe80::1%25eth0]/",
                "http://user:p@example.com/",
                "http://user@example.com/",
                "http://./",
                "http://",
                "http://x.test/a\n\tb",
                "http://x.test/a\u0000",
                " ",
                "/a"
            })
    void refusesWhatIsNoAddressOfAnArticle(String url) {
        assertThat(CanonicalUrl.problem(url)).isPresent();
        assertThatThrownBy(() -> CanonicalUrl.of(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNewsroomsOwnListAddsAndTakesAway() {
        assertThat(CanonicalUrl.of("https://www.daily.example/a?from=top&spm=1"))
                .isEqualTo("https://www.daily.example/a");
        assertThat(CanonicalUrl.of("https://n.example/a?from=top")).isEqualTo("https://n.example/a?from=top");
        assertThat(CanonicalUrl.of("https://shop.example/a?spm=1&fbclid=b")).isEqualTo("https://shop.example/a?spm=1");
    }

    @Test
    void blanksAroundAnAddressDoNotMatter() {
        assertThat(CanonicalUrl.of("  http://x.test/a\n")).isEqualTo("http://x.test/a");
    }

    @Test
    void aMissingAddressIsSaidToBeMissing() {
        assertThat(CanonicalUrl.problem(null)).contains("is missing");
        assertThat(CanonicalUrl.problem("")).contains("is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http://n.example/a https://n.example/a",
                "https://n.example/a https://n.example./a#top",
                "https://n.example/a?b=2&a=1 https://n.example/a?a=1&b=2",
                "https://n.example/%ea%b0%80 https://n.example/가",
                "https://n.example/%7euser https://n.example/~user",
                "https://n.example/a?utm_source=x https://n.example/a",
                "https://N.example:443/a https://n.example/a"
            })
    void twoAddressesOfOneArticleHaveOneKey(String one, String other) {
        assertThat(CanonicalUrl.dedupKey(one)).isEqualTo(CanonicalUrl.dedupKey(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://n.example/a https://n.example/A",
                "https://n.example/a https://n.example/a/",
                "https://n.example/a https://www.n.example/a",
                "https://n.example/a?x=1 https://n.example/a?x=2",
                "https://n.example/a?x=1 https://n.example/a?x=1&x=1",
                "https://n.example/a%2Fb https://n.example/a/b",
                "https://n.example/a?x=%26 https://n.example/a?x=&",
                "https://n.example:8443/a https://n.example/a"
            })
    void twoArticlesHaveTwoKeys(String one, String other) {
        assertThat(CanonicalUrl.dedupKey(one)).isNotEqualTo(CanonicalUrl.dedupKey(other));
    }
}
