package io.sharewire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sharewire.http.FetchException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedFetchTest {

    private static final byte[] PAGE = "<title>가</title>".getBytes(StandardCharsets.UTF_8);

    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer().page("/page", "Text/HTML; Charset=\"EUC-KR\"", PAGE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWhatTheServerSaid() throws FetchException {
        Fetched fetched = server.fetch().build().fetch(server.url("/page"));

        assertThat(fetched.url()).isEqualTo(server.url("/page"));
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.isSuccess()).isTrue();
        assertThat(fetched.mediaType()).contains("text/html");
        assertThat(fetched.charset()).contains("EUC-KR");
        assertThat(fetched.bytes()).isEqualTo(PAGE);
    }

    @Test
    void aStatusOtherThan2xxIsAnAnswerToo() throws FetchException {
        server.on("/gone", exchange -> exchange.sendResponseHeaders(410, -1));

        Fetched fetched = server.fetch().build().fetch(server.url("/gone"));

        assertThat(fetched.status()).isEqualTo(410);
        assertThat(fetched.isSuccess()).isFalse();
        assertThat(fetched.mediaType()).isEmpty();
        assertThat(fetched.charset()).isEmpty();
    }

    @Test
    void introducesItselfAndSendsNothingAboutAnybodyElse() throws FetchException {
        List<String> sent = new ArrayList<>();
        server.on("/headers", exchange -> {
            sent.addAll(exchange.getRequestHeaders().keySet());
            sent.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.sendResponseHeaders(204, -1);
        });

        server.fetch().userAgent("Newsroom/1.0 (+https://news.example)").build().fetch(server.url("/headers"));

        assertThat(sent)
                .contains("Newsroom/1.0 (+https://news.example)")
                .doesNotContain("Cookie", "Referer", "Authorization");
    }

    @Test
    void byDefaultItSaysWhoItIsAndWhereToAsk() throws FetchException {
        List<String> names = new ArrayList<>();
        server.on("/headers", exchange -> {
            names.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.sendResponseHeaders(204, -1);
        });

        server.fetch().build().fetch(server.url("/headers"));

        assertThat(names).singleElement().asString().matches("Sharewire(/\\S+)? \\(\\+https://sharewire\\.io\\)");
    }

    @Test
    void followsFiveRedirects() throws FetchException {
        chain(5);

        Fetched fetched = server.fetch().build().fetch(server.url("/hop1"));

        assertThat(fetched.url()).isEqualTo(server.url("/page"));
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void doesNotFollowASixth() {
        chain(6);

        FetchException failure = failure(server.fetch().build(), server.url("/hop1"));

        assertThat(failure.kind()).isEqualTo(Kind.REDIRECT);
        assertThat(failure)
                .hasMessage("cannot fetch " + server.url("/hop1")
                        + ": more than 5 redirects; give the address they end at");
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void aLoopEnds() {
        server.redirect("/loop", "/loop");

        assertThat(failure(server.fetch().build(), server.url("/loop")).kind()).isEqualTo(Kind.REDIRECT);
    }

    @Test
    void aRedirectWithoutATargetIsAnAnswer() throws FetchException {
        server.on("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1));

        assertThat(server.fetch().build().fetch(server.url("/nowhere")).status())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 8080})
    void refusesOtherPortsDirectlyAndAsTheTargetOfARedirect(int port) {
        String url = "http://1.1.1.1:" + port + "/";
        server.redirect("/away", url);

        assertThat(failure(GuardedFetch.create(), url).kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure(server.fetch().build(), server.url("/away")).kind()).isEqualTo(Kind.REFUSED);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://127.1/",
                "http://0/",
                "http://0x7f.1/",
                "http://user@news.example/",
                "ftp://news.example/",
                "//017700000001/"
            })
    void refusesARedirectToAMisleadingAddress(String location) {
        server.redirect("/away", location);

        assertThat(failure(server.fetch().build(), server.url("/away")).kind()).isEqualTo(Kind.REDIRECT);
    }

    @Test
    void namesTheAddressAndTheWayOut() {
        assertThatThrownBy(() -> GuardedFetch.create().fetch("http://10.0.0.1/a"))
                .hasMessage("cannot fetch http://10.0.0.1/a: refused, 10.0.0.1 is a private address;"
                        + " use --allow-private (AddressPolicy.ANY) if that is meant");
    }

    @Test
    void refusesAServerOnThisMachineUnlessTold() throws FetchException {
        assertThat(failure(GuardedFetch.create(), server.url("/page")).kind()).isEqualTo(Kind.REFUSED);
        assertThat(server.asked()).isEmpty();

        assertThat(GuardedFetch.builder()
                        .policy(AddressPolicy.ANY)
                        .build()
                        .fetch(server.url("/page"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesANameThatLeadsToAPublicAndAPrivateAddress() {
        Dns both = name -> List.of(address("93.184.215.14"), address("10.0.0.1"));

        FetchException failure = failure(GuardedFetch.builder().dns(both).build(), "http://news.example/");

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure).hasMessageContaining("refused, news.example leads to 10.0.0.1, which is a private address");
    }

    @Test
    void refusesAHostThatTellsThePolicyOneAddressAndTheNextLookUpAnother() {
        List<String> answers = new ArrayList<>(List.of("127.0.0.1", "10.0.0.1"));
        Dns flipping = name -> List.of(address(answers.remove(0)));
        server.on("/first", exchange -> {
            exchange.getResponseHeaders().set("Location", "/second");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(302, -1);
        });

        FetchException failure =
                failure(server.fetch().dns(flipping).build(), "http://flip.example:" + server.port() + "/first");

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure).hasMessageContaining("/second: refused, flip.example leads to 10.0.0.1");
        assertThat(answers).isEmpty();
    }

    @Test
    void theSocketAsksAgainWhateverTheLookUpSaid() {
        // A policy that is fooled once, as if the look-up had been checked with another answer.
        List<String> asked = new ArrayList<>();
        AddressPolicy fooledOnce = address -> {
            asked.add(address.getAddress().getHostAddress());
            return asked.size() == 1 ? Optional.empty() : AddressPolicy.PUBLIC_ONLY.refusal(address);
        };

        FetchException failure = failure(
                GuardedFetch.builder()
                        .policy(fooledOnce)
                        .dns(name -> List.of(address("127.0.0.1")))
                        .build(),
                "http://rebound.example:" + server.port() + "/page");

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(asked).containsExactly("127.0.0.1", "127.0.0.1");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aHostThatIsNotFoundIsUnreachable() {
        Dns empty = name -> {
            throw new UnknownHostException(name);
        };

        FetchException failure = failure(GuardedFetch.builder().dns(empty).build(), "http://nowhere.example/");

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("the host 'nowhere.example' was not found");
    }

    @Test
    void aClosedPortIsUnreachable() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        FetchException failure = failure(any().build(), "http://127.0.0.1:" + closed + "/");

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aServerThatNeverAnswersRunsIntoTheTimeOut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            GuardedFetch fetch = any().timeout(Duration.ofMillis(100)).build();

            FetchException failure = failure(fetch, "http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws FetchException {
        byte[] body = new byte[2 << 20];
        server.page("/big", "text/html", body);

        assertThat(server.fetch().build().fetch(server.url("/big")).bytes()).hasSize(2 << 20);
    }

    @Test
    void refusesALargerOneByItsLength() {
        server.page("/bigger", "text/html", new byte[(2 << 20) + 1]);

        assertThat(failure(server.fetch().build(), server.url("/bigger")).kind())
                .isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void refusesALargerOneThatDoesNotTellItsLength() {
        server.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 3 * 1024; i++) {
                exchange.getResponseBody().write(new byte[1024]);
            }
        });

        assertThat(failure(server.fetch().build(), server.url("/endless")).kind())
                .isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void countsACompressedBodyDecompressed() throws IOException {
        byte[] bomb = gzip(new byte[50 << 20]);
        server.on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
        });

        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertThat(failure(server.fetch().build(), server.url("/bomb")).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void unpacksACompressedPage() throws IOException {
        byte[] packed = gzip(PAGE);
        server.on("/packed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        });

        assertThat(server.fetch().build().fetch(server.url("/packed")).bytes()).isEqualTo(PAGE);
    }

    @Test
    void anEncodingThatWasNotAskedForIsSaidAndNotReadAsText() {
        server.on("/brotli", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[3]);
        });

        FetchException failure = failure(server.fetch().build(), server.url("/brotli"));

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure).hasMessageContaining("'br'");
    }

    @Test
    void anAnswerThatBreaksOffIsBroken() throws IOException {
        server.on("/half", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(PAGE);
        });

        assertThat(failure(server.fetch().build(), server.url("/half")).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void saysEverythingThatIsWrongWithItsSettings() {
        assertThatThrownBy(() -> GuardedFetch.builder()
                        .userAgent("a\r\nCookie: b")
                        .accept(" ")
                        .acceptLanguage("한국어")
                        .maxBytes(0)
                        .timeout(Duration.ZERO)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "GuardedFetch: userAgent must be visible ASCII; accept must be visible ASCII;"
                                + " acceptLanguage must be visible ASCII; maxBytes must be above 0, not 0; timeout must be above 0, not PT0S");
    }

    @Test
    void aCopyKeepsWhatIsNotChanged() throws FetchException {
        GuardedFetch images =
                server.fetch().build().toBuilder().accept("image/*").build();

        assertThat(images.fetch(server.url("/page")).status()).isEqualTo(200);
    }

    private void chain(int redirects) {
        for (int i = 1; i < redirects; i++) {
            server.redirect("/hop" + i, "/hop" + (i + 1));
        }
        server.redirect("/hop" + redirects, "/page");
    }

    private static GuardedFetch.Builder any() {
        return GuardedFetch.builder().policy(AddressPolicy.ANY);
    }

    private static FetchException failure(GuardedFetch fetch, String url) {
        return catchThrowableOfType(FetchException.class, () -> fetch.fetch(url));
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
