package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Media;
import io.sharewire.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

    private static final String TITLE = "<meta property=og:title content='Bridge opens'>";
    private static final String DESCRIPTION = "<meta property=og:description content='It is open.'>";
    private static final String TYPE = "<meta property=og:type content=article>";
    private static final String CARD = "<meta name=twitter:card content=summary_large_image>";

    private PageServer server;

    @BeforeEach
    void start() throws IOException {
        server = new PageServer();
        server.serve("/a.jpg", "image/jpeg", PageServer.picture("jpg", 1200, 630));
        page(TITLE + DESCRIPTION + TYPE + CARD + url() + image("/a.jpg", 1200, 630));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGoodPageIsReadyEverywhere() {
        List<PreflightResult> results = check();

        assertThat(results).extracting(PreflightResult::channel).containsExactly("facebook", "twitter", "kakao");
        assertThat(results).allMatch(PreflightResult::isReady);
        assertThat(results).allSatisfy(result -> assertThat(result.url()).isEqualTo(server.url("/a")));
        // The picture is on a machine without TLS, as all of this test.
        assertThat(codes("facebook")).containsExactly("IMAGE_NOT_HTTPS");
        assertThat(codes("twitter")).containsExactly("IMAGE_NOT_HTTPS");
        assertThat(codes("kakao")).containsExactly("IMAGE_NOT_HTTPS");
    }

    @Test
    void asksAsThePlatformsDo() {
        check();

        assertThat(server.asked())
                .contains(
                        "/a facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                        "/a.jpg facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                        "/a Twitterbot/1.0",
                        "/a.jpg Twitterbot/1.0",
                        "/a facebookexternalhit/1.1;kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap",
                        "/robots.txt Twitterbot/1.0");
    }

    @Test
    void aFirewallThatKeepsOneCrawlerOutIsFound() {
        server.on("/a", exchange -> {
            boolean isTwitter =
                    exchange.getRequestHeaders().getFirst("User-Agent").startsWith("Twitterbot");
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            byte[] body = (TITLE + DESCRIPTION).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isTwitter ? 403 : 200, body.length);
            exchange.getResponseBody().write(body);
        });

        assertThat(codes("twitter")).containsExactly("PAGE_STATUS");
        assertThat(problem("twitter", "PAGE_STATUS").message()).isEqualTo("The server answers 403 to X's crawler.");
        assertThat(problem("twitter", "PAGE_STATUS").remedy()).contains("\"Twitterbot/1.0\"");
        assertThat(codes("facebook")).doesNotContain("PAGE_STATUS");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 410, 429, 500, 503})
    void anErrorIsNoPage(int status) {
        server.status("/a", status);

        for (PreflightResult result : check()) {
            assertThat(result.isReady()).isFalse();
            assertThat(result.problems()).extracting(Problem::code).containsExactly("PAGE_STATUS");
        }
    }

    @Test
    void anotherKindOfFileIsNoPage() {
        server.serve("/a", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));

        assertThat(codes("kakao")).containsExactly("PAGE_TYPE");
    }

    @Test
    void aBotCheckIsNoPage() {
        server.page("/a", "<title>Just a moment...</title>");

        assertThat(codes("facebook")).containsExactly("PAGE_IS_A_CHECK");
    }

    @Test
    void aPageThatIsNotPublicIsSaidToBeSo() {
        List<PreflightResult> results = Preflight.create().check(server.url("/a"));

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.problems()).extracting(Problem::code).containsExactly("PAGE_NOT_PUBLIC"));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aPageThatCannotBeReachedIsSaidToBeSo() {
        server.close();

        assertThat(codes("twitter")).containsExactly("PAGE_NOT_REACHABLE");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> Preflight.create().check("news.example/a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Preflight: url must be an absolute http or https address, not 'news.example/a'");
    }

    @Test
    void aRedirectIsSaid() {
        server.redirect("/old", "/a");

        PreflightResult facebook =
                Preflight.of(server.fetch().build()).check(server.url("/old")).get(0);

        assertThat(facebook.url()).isEqualTo(server.url("/a"));
        assertThat(facebook.problems()).extracting(Problem::code).contains("REDIRECT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User-agent: Twitterbot\\nDisallow: /|twitter",
                "User-agent: facebookexternalhit\\nDisallow: /a|facebook",
                "User-agent: kakaotalk-scrap\\nDisallow: /|kakao",
                "User-agent: *\\nDisallow: /\\n\\nUser-agent: facebookexternalhit\\nUser-agent: Twitterbot\\nDisallow:|kakao"
            })
    void robotsTxtThatForbidsOneCrawlerIsFound(String robots, String channel) {
        server.serve("/robots.txt", "text/plain", robots.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        for (PreflightResult result : check()) {
            boolean isForbidden = result.channel().equals(channel);
            assertThat(result.problems().stream()
                            .anyMatch(problem -> problem.code().equals("ROBOTS_TXT_FORBIDS")))
                    .as(result.channel())
                    .isEqualTo(isForbidden);
        }
    }

    @Test
    void robotsTxtThatForbidsThePictureIsFound() {
        server.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /*.jpg$".getBytes(StandardCharsets.UTF_8));

        assertThat(codes("twitter")).contains("IMAGE_ROBOTS_TXT_FORBIDS");
        assertThat(server.asked()).noneMatch(request -> request.startsWith("/a.jpg"));
    }

    @Test
    void robotsTxtThatCannotBeReadIsAWarning() {
        server.status("/robots.txt", 503);

        assertThat(problem("twitter", "ROBOTS_TXT_UNREADABLE").severity()).isEqualTo(Problem.Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noindex", "NoIndex, follow", "none", "max-snippet:20, noindex"})
    void noindexIsSaidWhereverItStands(String value) {
        page(TITLE + "<meta name=robots content='" + value + "'>");
        assertThat(codes("facebook")).contains("NOINDEX");

        server.page("/a", TITLE, "X-Robots-Tag", value);
        assertThat(codes("facebook")).contains("NOINDEX");
    }

    @Test
    void otherRobotsValuesAreFine() {
        page(TITLE + "<meta name=robots content='index, max-image-preview:large, nosnippet'>");

        assertThat(codes("facebook")).doesNotContain("NOINDEX");
    }

    @Test
    void missingTagsAreNamedPerPlatform() {
        page("<title>Bridge opens</title>");

        assertThat(codes("facebook"))
                .containsExactly(
                        "TITLE_MISSING", "DESCRIPTION_MISSING", "IMAGE_MISSING", "TYPE_MISSING", "URL_MISSING");
        assertThat(codes("twitter"))
                .containsExactly("TITLE_MISSING", "DESCRIPTION_MISSING", "IMAGE_MISSING", "CARD_MISSING");
        assertThat(codes("kakao"))
                .containsExactly("TITLE_MISSING", "DESCRIPTION_MISSING", "IMAGE_MISSING", "TYPE_MISSING");
        assertThat(problem("facebook", "TITLE_MISSING").isError()).isFalse();
        assertThat(problem("twitter", "TITLE_MISSING").isError()).isTrue();
        assertThat(check())
                .allSatisfy(result -> assertThat(result.problems())
                        .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank()));
    }

    @Test
    void xReadsItsOwnTagsFirst() {
        page("<meta name=twitter:title content=T><meta name=twitter:description content=D>" + CARD
                + "<meta name=twitter:image content=" + server.url("/a.jpg") + ">");

        assertThat(codes("twitter")).containsExactly("IMAGE_NOT_HTTPS");
    }

    @Test
    void withoutACardXMayShowASmallOne() {
        page(TITLE + DESCRIPTION + TYPE);

        assertThat(problem("twitter", "CARD_MISSING").isError()).isFalse();
    }

    @Test
    void aCardThatXDoesNotKnowIsAnError() {
        page(TITLE + DESCRIPTION + "<meta name=twitter:card content=photo>");

        assertThat(problem("twitter", "CARD_UNKNOWN").isError()).isTrue();
    }

    @Test
    void twoAddressesOfOnePageAreAMismatch() {
        page(TITLE + "<link rel=canonical href=/b>" + url());

        assertThat(problem("facebook", "CANONICAL_MISMATCH").message())
                .isEqualTo(
                        "The canonical address is " + server.url("/b") + ", but og:url is " + server.url("/a") + ".");
        assertThat(codes("facebook")).contains("CANONICAL_ELSEWHERE");
    }

    @ParameterizedTest
    @CsvSource({"https://other.example/a,another site", "/,the home page"})
    void anAddressThatCannotBeThePagesMakesFacebookShowAnotherPage(String declared, String what) {
        page(TITLE + "<link rel=canonical href=" + declared + ">");

        assertThat(problem("facebook", "CANONICAL_ELSEWHERE").isError()).isTrue();
        assertThat(problem("facebook", "CANONICAL_ELSEWHERE").message()).contains(", which is " + what);
        assertThat(problem("twitter", "CANONICAL_ELSEWHERE").isError()).isFalse();
    }

    @Test
    void trackingParametersMakeNoOtherAddress() {
        assertThat(Preflight.of(server.fetch().build())
                        .check(server.url("/a?utm_source=x"))
                        .get(0)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("IMAGE_NOT_HTTPS");
    }

    @Test
    void whatComesAfterTheFirstMegabyteFacebookDoesNotRead() {
        page("<!--" + "x".repeat(1 << 20) + "-->" + TITLE + DESCRIPTION + TYPE + CARD + url());

        assertThat(problem("facebook", "TAGS_TOO_LATE").message())
                .isEqualTo("Facebook reads the first 1048576 bytes; after them come og:title, og:description, og:type,"
                        + " og:url.");
        assertThat(codes("twitter")).doesNotContain("TAGS_TOO_LATE");
    }

    @ParameterizedTest
    @CsvSource({
        "199,200,IMAGE_TOO_SMALL,IMAGE_TOO_SMALL,IMAGE_SMALL",
        "200,200,IMAGE_SMALL,IMAGE_TOO_SMALL,IMAGE_SMALL",
        "300,157,IMAGE_TOO_SMALL,,IMAGE_SMALL",
        "600,315,,,IMAGE_SMALL",
        "599,315,IMAGE_SMALL,,IMAGE_SMALL",
        "800,400,,,",
        "4096,600,,,",
        "4097,600,,IMAGE_TOO_WIDE,"
    })
    void measuresThePicture(int width, int height, String facebook, String x, String kakao) throws IOException {
        server.serve("/s.png", "image/png", PageServer.picture("png", width, height));
        page(TITLE + DESCRIPTION + TYPE + CARD + url() + image("/s.png", width, height));

        assertThat(sizeCodes("facebook")).isEqualTo(facebook == null ? List.of() : List.of(facebook));
        assertThat(sizeCodes("twitter")).isEqualTo(x == null ? List.of() : List.of(x));
        assertThat(sizeCodes("kakao")).isEqualTo(kakao == null ? List.of() : List.of(kakao));
    }

    /** The smallest files of each kind, headers from RFC 9649; the bytes after them do not matter for the size. */
    @ParameterizedTest
    @CsvSource({
        "52494646160000005745425056503820 0A000000 300100 9D012A B004 7602,1200,630",
        "5249464616000000574542505650384C 0A000000 2F AF449D00 0000000000,1200,630",
        "52494646160000005745425056503858 0A000000 00000000 AF0400 750200,1200,630"
    })
    void measuresWebp(String hex, int width, int height) {
        byte[] file = HexFormat.of().parseHex(hex.replace(" ", "").toLowerCase(Locale.ROOT));

        assertThat(WebpSize.of(file)).contains(new Media.Size(width, height));
    }

    @Test
    void aPictureOverTheLimitIsRefusedByThoseWhoseLimitItIs() throws IOException {
        byte[] picture = Arrays.copyOf(PageServer.picture("png", 1200, 630), (5 << 20) + 1);
        server.serve("/big.png", "image/png", picture);
        page(TITLE + image("/big.png", 1200, 630));

        assertThat(codes("facebook")).doesNotContain("IMAGE_TOO_LARGE");
        assertThat(codes("twitter")).contains("IMAGE_TOO_LARGE");
        assertThat(codes("kakao")).contains("IMAGE_TOO_LARGE");

        server.serve("/big.png", "image/png", Arrays.copyOf(picture, (8 << 20) + 1));
        assertThat(codes("facebook")).contains("IMAGE_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/svg+xml|<svg xmlns='http://www.w3.org/2000/svg'/>|The picture is SVG;",
                "image/png|<?xml version='1.0'?><svg/>|The picture is SVG;",
                "text/html|<p>log in</p>|The picture is no picture (text/html);",
                "image/bmp|BM....|The picture is image/bmp;"
            })
    void aFileThatPlatformsDoNotShowIsSaid(String type, String body, String message) {
        server.serve("/x", type, body.getBytes(StandardCharsets.UTF_8));
        page(TITLE + image("/x", 1200, 630));

        assertThat(problem("twitter", "IMAGE_TYPE").message()).startsWith(message);
    }

    @Test
    void aPictureThatIsNotThereIsSaid() {
        page(TITLE + image("/none.jpg", 1200, 630));

        assertThat(problem("kakao", "IMAGE_NOT_REACHABLE").message()).endsWith(": the server answers 404.");
    }

    @Test
    void aPictureThatTheSiteKeepsFromOthersIsSaid() {
        page(TITLE + "<meta property=og:image content=https://10.0.0.1/a.jpg>");

        assertThat(problem("facebook", "IMAGE_NOT_REACHABLE").message()).contains("10.0.0.1 is a private address");
    }

    @Test
    void aBrokenPictureIsSaid() {
        server.serve("/broken.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0});
        page(TITLE + image("/broken.png", 1200, 630));

        assertThat(codes("facebook")).contains("IMAGE_BROKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.jpg", "a.jpg", "//img.example/a.jpg", "data:image/png;base64,AAAA"})
    void anAddressThatIsNotAbsoluteIsNoPicture(String address) {
        page(TITLE + "<meta property=og:image content='" + address + "'>");

        assertThat(problem("facebook", "IMAGE_ADDRESS").isError()).isTrue();
    }

    @Test
    void declaredSizesAreWantedByFacebookAndMustBeTrue() {
        page(TITLE + "<meta property=og:image content=" + server.url("/a.jpg") + ">");
        assertThat(codes("facebook")).contains("IMAGE_SIZE_UNDECLARED");
        assertThat(codes("twitter")).doesNotContain("IMAGE_SIZE_UNDECLARED");

        page(TITLE + image("/a.jpg", 800, 630));
        assertThat(problem("facebook", "IMAGE_SIZE_WRONG").message())
                .isEqualTo("The picture has 1200×630 pixels, but 800×630 are declared.");
    }

    private void page(String head) {
        server.page("/a", "<html><head>" + head + "</head><body><p>Text</p></body></html>");
    }

    private String url() {
        return "<meta property=og:url content=" + server.url("/a") + ">";
    }

    private String image(String path, int width, int height) {
        return "<meta property=og:image content=" + server.url(path) + "><meta property=og:image:width content=" + width
                + "><meta property=og:image:height content=" + height + ">";
    }

    private List<PreflightResult> check() {
        return Preflight.of(server.fetch().build()).check(server.url("/a"));
    }

    private PreflightResult check(String channel) {
        return check().stream()
                .filter(result -> result.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private List<String> codes(String channel) {
        return check(channel).problems().stream().map(Problem::code).toList();
    }

    private List<String> sizeCodes(String channel) {
        return codes(channel).stream()
                .filter(code -> code.startsWith("IMAGE_") && !code.equals("IMAGE_NOT_HTTPS"))
                .toList();
    }

    private Problem problem(String channel, String code) {
        return check(channel).problems().stream()
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + check(channel)));
    }
}
