package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    private static final String URL = "https://m.news.example/a/1?utm_source=x#top";

    @Test
    void hasAnOrderOfPlaces() {
        String canonical = "<link rel=canonical href=https://news.example/canonical>";
        String og = "<meta property=og:url content=https://news.example/og>";
        String jsonLd = "<script type=application/ld+json>{\"@type\":\"NewsArticle\","
                + "\"mainEntityOfPage\":{\"@id\":\"https://news.example/ld\"}}</script>";
        String header = "<https://news.example/header>; rel=\"canonical\"";

        assertThat(of(jsonLd + og + canonical, URL, header)).contains("https://news.example/canonical (canonical)");
        assertThat(of(jsonLd + og, URL, header)).contains("https://news.example/header (Link header)");
        assertThat(of(jsonLd + og, URL)).contains("https://news.example/og (og:url)");
        assertThat(of(jsonLd, URL)).contains("https://news.example/ld (json-ld mainEntityOfPage)");
        assertThat(of("", URL)).contains("https://m.news.example/a/1 (address)");
    }

    @Test
    void isCanonicalWhateverThePageDeclares() {
        assertThat(of("<link rel=canonical href='https://NEWS.example/가?id=7&fbclid=y#x'>", URL))
                .contains("https://news.example/%EA%B0%80?id=7 (canonical)");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/a,another site",
        "https://news.example.evil.example/a,another site",
        "https://othernews.example/a,another site",
        "https://news.example/,the home page",
        "https://news.example,the home page",
        "/,the home page"
    })
    void doesNotBelieveACanonicalThatCannotBeTheArticle(String declared, String why) {
        assertThat(of("<link rel=canonical href='" + declared + "'>", URL))
                .contains("https://m.news.example/a/1 (address (canonical refused: " + why + "))");
    }

    @Test
    void aHomePageWithAQueryCanBeAnArticle() {
        assertThat(of("<link rel=canonical href=/>", "https://news.example/?p=7"))
                .contains("https://news.example/?p=7 (address (canonical refused: the home page))");
        assertThat(of("<link rel=canonical href=/>", "https://news.example/?utm_source=x"))
                .contains("https://news.example/ (canonical)");
    }

    @Test
    void afterARefusedCanonicalTheNextPlaceIsAsked() {
        assertThat(of(
                        "<link rel=canonical href=https://evil.example/a>"
                                + "<meta property=og:url content=https://news.example/og>",
                        URL))
                .contains("https://news.example/og (og:url)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "mailto:a@news.example", "https://", "http://u:p@news.example/a", " "})
    void passesOverWhatIsNoAddress(String declared) {
        assertThat(of("<link rel=canonical href='" + declared + "'>", URL))
                .contains("https://m.news.example/a/1 (address)");
    }

    @Test
    void aSubdomainIsTheSameSite() {
        assertThat(of("<link rel=canonical href=https://www.news.example/a>", URL))
                .contains("https://www.news.example/a (canonical)");
    }

    @Test
    void twoSitesUnderOnePublicSuffixAreTwoSites() {
        assertThat(of("<link rel=canonical href=https://other.co.kr/a>", "https://news.co.kr/a"))
                .contains("https://news.co.kr/a (address (canonical refused: another site))");
    }

    @Test
    void hostsWithoutADomainMustBeTheSame() {
        assertThat(of("<link rel=canonical href=http://127.0.0.1:8080/b>", "http://127.0.0.1:8080/a"))
                .contains("http://127.0.0.1:8080/b (canonical)");
        assertThat(of("<link rel=canonical href=http://127.0.0.2/b>", "http://127.0.0.1/a"))
                .contains("http://127.0.0.1/a (address (canonical refused: another site))");
    }

    @Test
    void theHomePageOfAHomePageIsFine() {
        assertThat(of("<link rel=canonical href=https://news.example/>", "https://news.example/"))
                .contains("https://news.example/ (canonical)");
    }

    @ParameterizedTest
    @CsvSource({
        "b,https://m.news.example/a/b",
        "/b,https://m.news.example/b",
        "//news.example/b,https://news.example/b",
        "?id=2,https://m.news.example/a/1?id=2"
    })
    void resolvesARelativeCanonicalAgainstThePage(String declared, String url) {
        assertThat(of("<link rel=canonical href='" + declared + "'>", URL)).contains(url + " (canonical)");
    }

    @Test
    void resolvesARelativeCanonicalAgainstTheBaseElement() {
        assertThat(of("<base href=https://news.example/archive/><link rel=canonical href=7>", URL))
                .contains("https://news.example/archive/7 (canonical)");
        assertThat(of("<base href=/archive/><link rel=canonical href=7>", URL))
                .contains("https://m.news.example/archive/7 (canonical)");
    }

    @Test
    void resolvesTheLinkHeaderAgainstTheRequestWhateverTheBaseElementSays() {
        assertThat(of("<base href=https://news.example/archive/>", URL, "</b>; rel=canonical"))
                .contains("https://m.news.example/b (Link header)");
    }

    @Test
    void anAmpPageNamesItsArticleAndAnArticleIsNeverSharedAsItsAmpPage() {
        assertThat(of("<html amp><link rel=canonical href=https://news.example/a>", "https://amp.news.example/a"))
                .contains("https://news.example/a (canonical)");
        assertThat(of("<link rel=amphtml href=https://amp.news.example/a>", URL))
                .contains("https://m.news.example/a/1 (address)");
    }

    @Test
    void lookedAtInTheAmpCacheItIsTheSitesPage() {
        String cached = "https://news-example.cdn.ampproject.org/c/s/news.example/a/1.amp";

        assertThat(of("<link rel=canonical href=https://news.example/a/1>", cached))
                .contains("https://news.example/a/1 (canonical)");
        assertThat(of("", cached)).contains("https://news.example/a/1.amp (address)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://news.example/h>; rel=canonical",
                "<https://news.example/h>;rel=\"canonical\"",
                "<https://news.example/h>; type=text/html; REL=\"shortlink canonical\"",
                "</feed>; rel=\"alternate\"; title=\"a, b; rel=canonical\", <https://news.example/h>; rel=\"canonical\"",
                "<https://news.example/h>; rel=canonical, <https://news.example/i>; rel=canonical"
            })
    void readsTheLinkHeader(String header) {
        assertThat(of("", URL, header)).contains("https://news.example/h (Link header)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://news.example/h>; rel=alternate",
                "<https://news.example/h>; rel=\"not-canonical\"",
                "<https://news.example/h>; rel=canonical; anchor=\"/other\"",
                "https://news.example/h; rel=canonical",
                "<"
            })
    void takesNothingElseFromTheLinkHeader(String header) {
        assertThat(of("", URL, header)).contains("https://m.news.example/a/1 (address)");
    }

    @Test
    void withoutABaseTheDeclaredAddressIsAllThereIs() {
        assertThat(of("<link rel=canonical href=https://news.example/a>", null))
                .contains("https://news.example/a (canonical)");
        assertThat(of("<link rel=canonical href=/a>", null)).isEmpty();
    }

    @Test
    void aPageWithoutAnyAddressSaysWhatIsMissing() {
        assertThatThrownBy(() -> Reading.page("<title>T</title>", null))
                .isInstanceOf(ArticleNotReadableException.class)
                .hasMessage("no address: the page does not declare one; give a base URL (the command's --base-url)");
    }

    private static Optional<String> of(String html, @Nullable String url, String... linkHeaders) {
        Page page = Page.of(html, url == null ? null : HttpUrl.get(url), List.of(linkHeaders));
        return PageAddress.of(page, Set.of()).map(found -> found.value() + " (" + found.source() + ")");
    }
}
