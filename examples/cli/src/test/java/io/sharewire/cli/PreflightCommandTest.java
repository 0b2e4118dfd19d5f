package io.sharewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import io.sharewire.cli.Shell.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightCommandTest {

    private final Shell shell = new Shell(Map.of());
    private HttpServer site;
    private String page;

    @BeforeEach
    void serveAPageWithoutAPicture() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page = "http://" + site.getAddress().getHostString() + ":"
                + site.getAddress().getPort() + "/a";
        byte[] html = ("<html><head><meta property='og:title' content='다리 개통'>"
                        + "<meta property='og:description' content='걸어서 건넌다'><meta property='og:type' content='article'>"
                        + "<meta property='og:url' content='" + page + "'></head><body></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        site.createContext("/a", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void saysPerChannelWhatTheCrawlersMiss() throws IOException {
        Outcome outcome = shell.run("preflight", page, "--allow-private", "--json");

        JsonNode rows = JsonMapper.builder().build().readTree(outcome.out());
        assertThat(rows)
                .extracting(row -> row.path("channel").asText())
                .containsExactly("facebook", "twitter", "kakao");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("url").asText()).isEqualTo(page);
            assertThat(row.path("problems")).anySatisfy(problem -> {
                assertThat(problem.path("code").asText()).isEqualTo("IMAGE_MISSING");
                assertThat(problem.path("remedy").asText()).isNotBlank();
            });
        });
    }

    @Test
    void showsItAsTextToo() {
        Outcome outcome = shell.run("preflight", page, "--allow-private");

        assertThat(outcome.out()).contains("── facebook ", "── twitter ", "── kakao ", "   note: ");
    }

    @Test
    void aPageThatOnlyThisMachineReachesIsNotReady() {
        Outcome outcome = shell.run("preflight", page);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("── facebook not ready", "error: Facebook gets no page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://news.example.kr/a", "news.example.kr", "examples/articles/x.html"})
    void takesAddressesOnly(String url) {
        Outcome outcome = shell.run("preflight", url);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().strip()).hasLineCount(1).contains("preflight takes an http(s) address, not " + url);
        assertThat(outcome.out()).isEmpty();
    }
}
