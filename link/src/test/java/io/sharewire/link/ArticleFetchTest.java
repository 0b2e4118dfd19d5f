package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sharewire.http.AddressPolicy;
import io.sharewire.http.FetchException;
import io.sharewire.http.GuardedFetch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFetchTest {

    private final ArticleReader reader = ArticleReader.builder()
            .fetch(GuardedFetch.builder().policy(AddressPolicy.ANY).build())
            .build();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsThePageAtAnAddress() throws FetchException {
        serve("/a", 200, "text/html; charset=utf-8", "<title>똠</title>".getBytes(StandardCharsets.UTF_8));

        ReadArticle read = reader.fetch(url("/a?utm_source=x"));

        assertThat(read.article().title()).isEqualTo("똠");
        assertThat(read.article().url()).isEqualTo(url("/a"));
        assertThat(read.sources()).containsEntry("url", "address").containsEntry("charset", "UTF-8 (Content-Type)");
    }

    @Test
    void theServersEucKrIsWindows949() throws FetchException {
        serve("/a", 200, "text/html;charset=EUC-KR", "<title>똠뷁</title>".getBytes(Charset.forName("x-windows-949")));

        assertThat(reader.fetch(url("/a")).article().title()).isEqualTo("똠뷁");
    }

    @Test
    void takesACanonicalThatOnlyStandsInTheLinkHeader() throws FetchException {
        serve(
                "/a",
                200,
                "text/html",
                "<title>T</title>",
                "Link",
                "</feed>; rel=alternate, </canonical>; rel=canonical");

        ReadArticle read = reader.fetch(url("/a"));

        assertThat(read.article().url()).isEqualTo(url("/canonical"));
        assertThat(read.sources()).containsEntry("url", "Link header");
    }

    @Test
    void afterARedirectTheFinalAddressCounts() throws FetchException {
        serve("/old", 301, "text/html", "moved", "Location", "/new/a");
        serve("/new/a", 200, "text/html", "<title>T</title><link rel=canonical href=b>");

        assertThat(reader.fetch(url("/old")).article().url()).isEqualTo(url("/new/b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 429, 500, 503})
    void anErrorIsNoArticle(int status) {
        serve("/a", status, "text/html", "<title>Just a moment...</title>");

        assertThatThrownBy(() -> reader.fetch(url("/a")))
                .isInstanceOf(ArticleNotReadableException.class)
                .hasMessage("no article at " + url("/a") + ": the server answered " + status
                        + "; save the page and read the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/jpeg", "application/json", "text/plain; charset=utf-8"})
    void anotherKindOfFileIsNoArticle(String type) {
        serve("/a", 200, type, "<title>T</title>");

        assertThatThrownBy(() -> reader.fetch(url("/a")))
                .isInstanceOf(ArticleNotReadableException.class)
                .hasMessage("no article at " + url("/a") + ": it is " + type.replaceFirst(";.*", "") + ", not HTML");
    }

    @Test
    void xhtmlIsReadAsWell() throws FetchException {
        serve("/a", 200, "application/xhtml+xml", "<html><head><title>T</title></head></html>");

        assertThat(reader.fetch(url("/a")).article().title()).isEqualTo("T");
    }

    @Test
    void byDefaultThisMachineIsOutOfReach() {
        serve("/a", 200, "text/html", "<title>T</title>");

        assertThatThrownBy(() -> ArticleReader.create().fetch(url("/a")))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("--allow-private");
    }

    private void serve(String path, int status, String type, String body, String... header) {
        serve(path, status, type, body.getBytes(StandardCharsets.UTF_8), header);
    }

    private void serve(String path, int status, String type, byte[] body, String... header) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", type);
                for (int i = 0; i < header.length; i += 2) {
                    exchange.getResponseHeaders().set(header[i], header[i + 1]);
                }
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
