package io.sharewire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.sharewire.ShareButton.Behaviour;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bar in a real browser, on a page with the strictest policy: {@code default-src 'self'}. */
class ShareBarBrowserTest {

    private static final String COPY = "[data-channel=link]";
    private static final String STATUS = "document.querySelector('.sw-bar [role=status]')";
    /** A page that keeps what is copied, what breaks the policy, and which paragraph was the status from the start. */
    private static final String WATCH = """
            addEventListener('securitypolicyviolation', e => (window.violations ??= []).push(e.violatedDirective));
            addEventListener('DOMContentLoaded', () => { window.first = document.querySelector('.sw-bar [role=status]'); });
            """;

    @TempDir
    static Path profile;

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static Chromium chromium;
    private static HttpServer server;
    private static String origin;

    private Chromium.Tab tab;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start(profile);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            ASKED.add(path);
            byte[] body = body(path).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            path.endsWith(".css")
                                    ? "text/css"
                                    : path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop(0);
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openATab() {
        tab = chromium.tab(origin);
        tab.beforeEveryPage(WATCH);
        ASKED.clear();
    }

    private static String body(String path) throws IOException {
        if (path.startsWith("/sharewire/")) {
            try (InputStream in = Objects.requireNonNull(
                    ShareBar.class.getClassLoader().getResourceAsStream("META-INF/resources" + path))) {
                return new String(in.readAllBytes(), UTF_8);
            }
        }
        ShareBar bar = ShareBar.of(List.of(
                NamedButton.opening("facebook", "https://facebook.example/?u=1"),
                NamedButton.opening("twitter", "https://x.example/?a=1&b=2"),
                NamedButton.opening("kakao", "https://kakao.example/"),
                NamedButton.of("mail", Behaviour.HAND_OVER, "mailto:?subject=a&body=b%0D%0Ac"),
                NamedButton.of("link", Behaviour.COPY, address())));
        Article article = Article.builder("https://news.example/a", "A title").build();
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>T</title>"
                + "<link rel=\"icon\" href=\"data:,\">" + bar.head(ShareBar.BASE_PATH)
                + "</head><body><input id=\"before\">" + bar.html(article, Locale.ENGLISH)
                + "<p id=\"after\">Text that must not move.</p></body></html>";
    }

    /** Everything that a careless copy would change: case, escapes, quotes, a fragment, Hangul. */
    private static String address() {
        return origin + "/A//b/?x=%ea%b0%80&y='1'&q=a+b%20c&h=가|{}#T";
    }

    private void copied() {
        tab.evaluate("new Promise(r => { const look = () => " + STATUS
                + ".textContent ? r() : requestAnimationFrame(look); look(); })");
    }

    private String status() {
        return tab.evaluate(STATUS + ".textContent").asText();
    }

    @Test
    void aClickCopiesTheAddressByteForByteAndSaysSo() {
        tab.open(origin + "/page");
        tab.click(COPY);
        copied();

        assertThat(tab.evaluate("navigator.clipboard.readText()").asText()).isEqualTo(address());
        assertThat(status()).isEqualTo("Link copied");
        assertThat(tab.evaluate("first === " + STATUS).asBoolean())
                .as("the region was there before its message")
                .isTrue();
        assertThat(tab.evaluate("document.activeElement.dataset.channel").asText())
                .isEqualTo("link");
    }

    @ParameterizedTest
    @CsvSource({"Enter,'\r'", "' ',' '"})
    void enterAndSpaceCopyAndKeepTheFocus(String key, String text) {
        tab.open(origin + "/page");
        tab.evaluate("document.querySelector('" + COPY + "').focus()");
        tab.press(key, text);
        copied();

        assertThat(tab.evaluate("navigator.clipboard.readText()").asText()).isEqualTo(address());
        assertThat(tab.evaluate("document.activeElement.dataset.channel").asText())
                .isEqualTo("link");
        assertThat(tab.evaluate("document.querySelector('" + COPY + "').getAttribute('role')")
                        .asText())
                .isEqualTo("button");
    }

    @Test
    void trap17_underTheStrictestPolicyNothingIsRefusedAndNothingElseIsAskedFor() {
        tab.open(origin + "/page");

        assertThat(ASKED).containsExactlyInAnyOrder("/page", "/sharewire/share-bar.css", "/sharewire/share-bar.js");
        tab.click(COPY);
        copied();
        assertThat(tab.evaluate("(window.violations ?? []).filter(v => v !== 'img-src')"))
                .as("the page's own empty icon aside")
                .isEmpty();
        assertThat(ASKED).hasSize(3);
        assertThat(tab.evaluate("document.cookie + localStorage.length + sessionStorage.length")
                        .asText())
                .isEqualTo("00");
        tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<i style=\"color:red\"></i>')");
        tab.evaluate("new Promise(requestAnimationFrame)");
        assertThat(tab.evaluate("violations.includes('style-src-attr')").asBoolean())
                .as("the policy is in force")
                .isTrue();
    }

    @Test
    void whereTheClipboardIsRefusedAnOlderCommandCopies() {
        tab.beforeEveryPage(
                "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))");
        tab.open(origin + "/page");
        tab.click(COPY);
        copied();

        assertThat(status()).isEqualTo("Link copied");
        assertThat(tab.evaluate("navigator.clipboard.readText()").asText()).isEqualTo(address());
    }

    @Test
    void aRefusalIsSaidAndTheAddressIsShownAndSelected() {
        tab.beforeEveryPage("""
                navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
                document.execCommand = () => false;
                """);
        tab.open(origin + "/page");
        JsonNode before = tab.evaluate("document.querySelector('#after').getBoundingClientRect().y");
        tab.click(COPY);
        copied();

        assertThat(status()).isEqualTo("Copying failed: " + address());
        assertThat(tab.evaluate("getSelection().toString()").asText()).isEqualTo(address());
        assertThat(tab.evaluate("document.activeElement.dataset.channel").asText())
                .isEqualTo("link");
        assertThat(tab.evaluate("document.querySelector('#after').getBoundingClientRect().y"))
                .as("nothing moves")
                .isEqualTo(before);
        tab.press("Escape", "");
        assertThat(status()).isEmpty();
    }

    @Test
    void withoutASecureContextTheClipboardIsMissedAndNotFatal() {
        tab.beforeEveryPage("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        tab.open(origin + "/page");
        tab.click(COPY);
        copied();

        assertThat(status()).isEqualTo("Link copied");
    }

    @ParameterizedTest
    @CsvSource({
        "Promise.resolve(),''",
        "'Promise.reject(new DOMException(\"\", \"AbortError\"))',''",
        "'Promise.reject(new DOMException(\"\", \"NotAllowedError\"))','Copying failed: '",
        "'Promise.reject(new TypeError())','Copying failed: '",
    })
    void trap16_aPhonesShareSheetIsOpenedAndItsEndIsNotTakenForAShare(String ends, String said) {
        tab.call("Emulation.setTouchEmulationEnabled", "{\"enabled\":true}");
        tab.call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":360,\"height\":800,\"deviceScaleFactor\":2,\"mobile\":true}");
        tab.beforeEveryPage("""
                window.calls = [];
                navigator.share = data => { calls.push(data); return window.ended = %s; };
                navigator.clipboard.writeText = () => { calls.push('clipboard'); return Promise.resolve(); };
                document.execCommand = () => false;
                """.formatted(ends));
        tab.open(origin + "/page");
        assertThat(tab.evaluate("matchMedia('(pointer: coarse)').matches").asBoolean())
                .isTrue();
        tab.evaluate("document.querySelector('" + COPY + "').click()");
        tab.evaluate("ended.catch(() => 0).then(() => new Promise(requestAnimationFrame))");

        assertThat(tab.evaluate("calls")).hasSize(1);
        assertThat(tab.evaluate("calls[0]").toString()).isEqualTo("{\"url\":\"" + address() + "\"}");
        assertThat(status()).isEqualTo(said.isEmpty() ? "" : said + address());
    }

    @Test
    void aComputerWithAShareSheetCopiesAllTheSame() {
        tab.beforeEveryPage("navigator.share = () => { throw new Error('not here'); }");
        tab.open(origin + "/page");
        tab.click(COPY);
        copied();

        assertThat(tab.evaluate("navigator.clipboard.readText()").asText()).isEqualTo(address());
    }

    @Test
    void withoutScriptTheButtonIsALink() {
        tab.call("Emulation.setScriptExecutionDisabled", "{\"value\":true}");
        tab.call("Page.navigate", "{\"url\":\"" + origin + "/page\"}");
        tab.evaluate("0");
        assertThat(tab.evaluate("document.querySelector('" + COPY + "').hasAttribute('role')")
                        .asBoolean())
                .isFalse();
        tab.click(COPY);
        tab.evaluate("0");

        assertThat(tab.evaluate("location.href.split('?')[0]").asText()).isEqualTo(origin + "/A//b/");
    }

    @Test
    void fiveButtonsOf44PixelsFitInOneRowOfAPhone() {
        tab.call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":360,\"height\":800,\"deviceScaleFactor\":2,\"mobile\":true}");
        tab.open(origin + "/page");
        List<String> boxes = new ArrayList<>();
        tab.evaluate("[...document.querySelectorAll('.sw-bar a')].map(a => a.getBoundingClientRect())"
                        + ".map((b, i, all) => [b.width, b.height, b.y - all[0].y, i ? b.x - all[i - 1].right : 6])")
                .forEach(box -> boxes.add(box.toString()));

        assertThat(boxes).hasSize(5).containsOnly("[44,44,0,6]");
        assertThat(tab.evaluate("document.querySelector('.sw-bar').getBoundingClientRect().height")
                        .asInt())
                .isEqualTo(44);
    }
}
