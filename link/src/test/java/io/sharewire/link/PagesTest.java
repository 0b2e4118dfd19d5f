package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import io.sharewire.http.FetchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as sites serve them, from (a) to (n), over HTTP; and the charsets they come in. */
class PagesTest {

    private static final byte[] SYLLABLES = HexFormat.of().parseHex("94EE8C63B9E6B0A2C7CF");

    private PageServer server;

    @BeforeEach
    void start() throws IOException {
        server = new PageServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("(a) Open Graph only")
    void a() throws FetchException {
        ReadArticle read = read(
                "<meta property=og:title content=H><meta property=og:description content=S>"
                        + "<meta property=og:image content=/a.jpg><meta property=article:published_time content=2026-11-24T09:00Z>");

        assertThat(read.article().title()).isEqualTo("H");
        assertThat(read.article().summary()).isEqualTo("S");
        assertThat(read.article().publishedAt()).isEqualTo("2026-11-24T09:00Z");
        assertThat(read.article().images()).containsExactly(Image.of(server.url("/a.jpg")));
        assertThat(read.sources()).containsEntry("title", "og:title").containsEntry("summary", "og:description");
    }

    @Test
    @DisplayName("(b) JSON-LD in @graph with two types")
    void b() throws FetchException {
        ReadArticle read = read(jsonLd("{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\"},"
                + "{\"@type\":[\"NewsArticle\",\"ReportageNewsArticle\"],\"headline\":\"H\"}]}"));

        assertThat(read.article().title()).isEqualTo("H");
        assertThat(read.sources()).containsEntry("title", "json-ld headline");
    }

    @ParameterizedTest(name = "(c) author as {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "string|\"Ann Ode\"",
                "object|{\"@type\":\"Person\",\"name\":\"Ann Ode\"}",
                "array|[{\"@type\":\"Person\",\"name\":\"Ann Ode\"}]",
                "Organization|{\"@type\":\"Organization\",\"name\":\"Ann Ode\"}"
            })
    void c(String form, String author) throws FetchException {
        assertThat(article(jsonLd("{\"@type\":\"NewsArticle\",\"author\":" + author + "}"))
                        .authors())
                .containsExactly(Author.of("Ann Ode"));
    }

    @ParameterizedTest(name = "(d) image as {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "string|\"https://img.example/a.jpg\"|https://img.example/a.jpg",
                "object|{\"@type\":\"ImageObject\",\"url\":\"https://img.example/a.jpg\"}|https://img.example/a.jpg",
                "array|[\"https://img.example/a.jpg\"]|https://img.example/a.jpg",
                "relative|\"/a.jpg\"|HERE/a.jpg",
                "protocol-relative|\"//img.example/a.jpg\"|http://img.example/a.jpg"
            })
    void d(String form, String image, String url) throws FetchException {
        assertThat(article(jsonLd("{\"@type\":\"NewsArticle\",\"image\":" + image + "}"))
                        .images())
                .containsExactly(Image.of(url.replace("HERE", server.url(""))));
    }

    @Test
    @DisplayName("(e) broken first JSON-LD block, good second")
    void e() throws FetchException {
        assertThat(article(jsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"broken")
                                + jsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"H\"}"))
                        .title())
                .isEqualTo("H");
    }

    @Test
    @DisplayName("(f) property=\"og:title twitter:title\"")
    void f() throws FetchException {
        assertThat(article("<meta property=\"og:title twitter:title\" content=H>")
                        .title())
                .isEqualTo("H");
    }

    @Test
    @DisplayName("(g) name=\"og:title\"")
    void g() throws FetchException {
        assertThat(article("<meta name=\"og:title\" content=H>").title()).isEqualTo("H");
    }

    @Test
    @DisplayName("(h) duplicate og:image with widths")
    void h() throws FetchException {
        assertThat(article("<meta property=og:image content=https://img.example/a.jpg>"
                                + "<meta property=og:image:width content=1200>"
                                + "<meta property=og:image content=https://img.example/b.jpg>"
                                + "<meta property=og:image:width content=800>")
                        .images())
                .containsExactly(
                        Image.of("https://img.example/a.jpg").withSize(1200, null),
                        Image.of("https://img.example/b.jpg").withSize(800, null));
    }

    @Test
    @DisplayName("(i) double-escaped title")
    void i() throws FetchException {
        assertThat(article("<meta property=og:title content='A &amp;amp; B'>").title())
                .isEqualTo("A & B");
    }

    @ParameterizedTest(name = "(j) canonical {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "to another domain|<link rel=canonical href=https://evil.example/a>|HERE/city/1",
                "to the home page|<link rel=canonical href=/>|HERE/city/1",
                "relative|<link rel=canonical href=2>|HERE/city/2",
                "with <base>|<base href=/archive/><link rel=canonical href=2>|HERE/archive/2"
            })
    void j(String what, String head, String url) throws FetchException {
        assertThat(article(head).url()).isEqualTo(url.replace("HERE", server.url("")));
    }

    @Test
    @DisplayName("(j) canonical in the Link header only")
    void jHeader() throws FetchException {
        server.page("/city/1", "<title>T</title>", "Link", "</feed>; rel=\"alternate\", </city/2>; rel=\"canonical\"");

        ReadArticle read = fetch("/city/1");

        assertThat(read.article().url()).isEqualTo(server.url("/city/2"));
        assertThat(read.sources()).containsEntry("url", "Link header");
    }

    @Test
    @DisplayName("(j) canonical at another domain that is trusted")
    void jTrusted() throws FetchException {
        server.page("/city/1", "<title>T</title><link rel=canonical href=https://www.agency.example/a/7>");

        ReadArticle read = ArticleReader.builder()
                .fetch(server.fetch().build())
                .trustCanonical("agency.example")
                .build()
                .fetch(server.url("/city/1"));

        assertThat(read.article().url()).isEqualTo("https://www.agency.example/a/7");
    }

    @Test
    @DisplayName("(k) an AMP page is shared as its article, an article never as its AMP page")
    void k() throws FetchException {
        server.page("/amp/1", "<html ⚡><title>T</title><link rel=canonical href=/city/1>");

        assertThat(fetch("/amp/1").article().url()).isEqualTo(server.url("/city/1"));
        assertThat(article("<link rel=amphtml href=/amp/1>").url()).isEqualTo(server.url("/city/1"));
    }

    @Test
    @DisplayName("(l) 5 redirects then 200; 6 are refused; a loop ends")
    void l() throws FetchException {
        server.page("/hop0", "<title>T</title>");
        for (int i = 1; i <= 6; i++) {
            server.redirect("/hop" + i, "/hop" + (i - 1));
        }
        server.redirect("/loop", "/loop");

        assertThat(fetch("/hop5").article().url()).isEqualTo(server.url("/hop0"));
        assertThat(failure("/hop6").kind()).isEqualTo(FetchException.Kind.REDIRECT);
        assertThat(failure("/loop").kind()).isEqualTo(FetchException.Kind.REDIRECT);
    }

    @ParameterizedTest(name = "(l) redirect to {0}")
    @CsvSource({
        "http://2130706433/secret,REDIRECT",
        "http://[::ffff:10.0.0.1]/secret,REFUSED",
        "http://user@news.example/,REDIRECT"
    })
    void lElsewhere(String location, FetchException.Kind kind) {
        server.redirect("/away", location);

        assertThat(failure("/away").kind()).isEqualTo(kind);
    }

    @Test
    @DisplayName("(m) 3 MiB")
    void mLarge() {
        server.serve("/m", "text/html", new byte[3 << 20]);

        assertThat(failure("/m").kind()).isEqualTo(FetchException.Kind.TOO_LARGE);
    }

    @Test
    @DisplayName("(m) a gzip bomb")
    void mBomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[64 << 20]);
        }
        server.serve("/m", "text/html", bomb.toByteArray(), "Content-Encoding", "gzip");

        assertThat(bomb.size()).isLessThan(1 << 20);
        assertThat(failure("/m").kind()).isEqualTo(FetchException.Kind.TOO_LARGE);
    }

    @Test
    @DisplayName("(m) no Content-Length")
    void mNoLength() throws FetchException {
        server.on("/m", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<title>H</title>".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(fetch("/m").article().title()).isEqualTo("H");
    }

    @Test
    @DisplayName("(m) slow drip: the time for the whole answer ends it, not the time between two bytes")
    void mDrip() {
        CountDownLatch over = new CountDownLatch(1);
        server.on("/m", exchange -> drip(exchange, over));
        ArticleReader hasty = ArticleReader.builder()
                .fetch(server.fetch().timeout(Duration.ofMillis(500)).build())
                .build();

        FetchException failure = catchThrowableOfType(FetchException.class, () -> hasty.fetch(server.url("/m")));
        over.countDown();

        assertThat(failure.kind()).isEqualTo(FetchException.Kind.TIMED_OUT);
    }

    /** A byte now and a byte then, until the reader has hung up. */
    private static void drip(HttpExchange exchange, CountDownLatch over) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        try {
            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("(n) 200 with application/pdf")
    void n() {
        server.serve("/n", "application/pdf", "%PDF-1.7 <title>T</title>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> fetch("/n"))
                .isInstanceOf(ArticleNotReadableException.class)
                .hasMessageContaining("it is application/pdf, not HTML");
    }

    @ParameterizedTest(name = "charset: {0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "header EUC-KR|; charset=EUC-KR|-|x-windows-949 (Content-Type)",
                "meta ks_c_5601-1987|-|<meta charset=ks_c_5601-1987>|x-windows-949 (meta)",
                "meta windows-949|-|<meta charset=windows-949>|x-windows-949 (meta)",
                "meta cp949|-|<meta http-equiv=content-type content='text/html; charset=cp949'>|x-windows-949 (meta)",
                "header that is wrong|; charset=UTF-8|<meta charset=euc-kr>|"
                        + "x-windows-949 (meta, since the Content-Type is wrong)"
            })
    void charsetOfKoreanBytes(String what, String header, String meta, String decided) throws FetchException {
        server.serve("/c", "text/html" + (header == null ? "" : header), page(meta == null ? "" : meta, SYLLABLES));

        ReadArticle read = fetch("/c");

        assertThat(read.article().title()).isEqualTo("뷁똠방각하");
        assertThat(read.sources()).containsEntry("charset", decided);
    }

    @Test
    @DisplayName("charset: UTF-8 BOM beats header EUC-KR")
    void charsetOfABom() throws FetchException {
        server.serve("/c", "text/html; charset=EUC-KR", "\uFEFF<title>뷁똠방각하</title>".getBytes(StandardCharsets.UTF_8));

        assertThat(fetch("/c").article().title()).isEqualTo("뷁똠방각하");
    }

    @Test
    @DisplayName("charset: header UTF-8 beats meta euc-kr for UTF-8 bytes")
    void charsetOfTheHeader() throws FetchException {
        server.page("/c", "<meta charset=euc-kr><title>뷁똠방각하</title>");

        ReadArticle read = fetch("/c");

        assertThat(read.article().title()).isEqualTo("뷁똠방각하");
        assertThat(read.sources()).containsEntry("charset", "UTF-8 (Content-Type)");
    }

    @ParameterizedTest(name = "charset: {0}")
    @ValueSource(strings = {"meta after byte 1,024", "no declaration"})
    void charsetThatIsFoundOtherwise(String what) throws FetchException {
        boolean isLate = what.startsWith("meta");
        String head = isLate ? "<!--" + "x".repeat(1024) + "--><meta charset=euc-kr>" : "";
        server.serve("/c", "text/html", page(head, SYLLABLES));

        ReadArticle read = fetch("/c");

        assertThat(read.article().title()).isEqualTo("뷁똠방각하");
        assertThat(read.sources())
                .containsEntry("charset", "x-windows-949 (" + (isLate ? "late meta" : "guessed") + ")");
    }

    private static byte[] page(String head, byte[] title) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes((head + "<title>").getBytes(StandardCharsets.US_ASCII));
        page.writeBytes(title);
        page.writeBytes("</title>".getBytes(StandardCharsets.US_ASCII));
        return page.toByteArray();
    }

    private static String jsonLd(String json) {
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }

    private Article article(String head) throws FetchException {
        return read(head).article();
    }

    private ReadArticle read(String head) throws FetchException {
        server.page("/city/1", "<html><head><title>T</title>" + head + "</head><body></body></html>");
        return fetch("/city/1");
    }

    private ReadArticle fetch(String path) throws FetchException {
        return ArticleReader.builder().fetch(server.fetch().build()).build().fetch(server.url(path));
    }

    private FetchException failure(String path) {
        return catchThrowableOfType(FetchException.class, () -> fetch(path));
    }
}
