package io.sharewire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sharewire.http.FetchException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address that must not be reached, by every way that leads to it. */
class PrivateAddressesTest {

    private static final String PUBLIC = "93.184.215.14";

    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<String> addresses() {
        return Stream.of(
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "168.63.129.16",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::7f00:1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1");
    }

    /** Hosts that some programs take for addresses, and names of the own network. */
    static Stream<String> hosts() {
        return Stream.of(
                "0",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f.1",
                "0x7f000001",
                "0177.0.0.1",
                "017700000001",
                "127.0.0.1.",
                "2852039166",
                "localhost",
                "LOCALHOST.",
                "printer.local",
                "metadata.google.internal",
                "news.example@127.0.0.1",
                "127.0.0.1:80@news.example",
                "127.0.0.1%00",
                "①②⑦.⓪.⓪.①");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void directly(String address) {
        assertThat(failure(GuardedFetch.create(), url(address)).kind()).isEqualTo(Kind.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void asTheTargetOfARedirect(String address) {
        server.redirect("/away", url(address));

        assertThat(failure(server.fetch().build(), server.url("/away")).kind()).isEqualTo(Kind.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void byAName(String address) {
        Dns dns = name -> List.of(InetAddress.getByName(address));

        assertThat(failure(GuardedFetch.builder().dns(dns).build(), "http://news.example/")
                        .kind())
                .isEqualTo(Kind.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void byANameThatAlsoLeadsToAPublicOne(String address) {
        Dns publicFirst = name -> List.of(InetAddress.getByName(PUBLIC), InetAddress.getByName(address));
        Dns publicLast = name -> List.of(InetAddress.getByName(address), InetAddress.getByName(PUBLIC));

        for (Dns dns : List.of(publicFirst, publicLast)) {
            assertThat(failure(GuardedFetch.builder().dns(dns).build(), "http://news.example/")
                            .kind())
                    .isEqualTo(Kind.REFUSED);
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void byANameThatLeadsSomewhereElseTheSecondTime(String address) {
        List<String> answers = new ArrayList<>(List.of("127.0.0.1", address));
        Dns flipping = name -> List.of(InetAddress.getByName(answers.remove(0)));
        server.on("/first", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://flip.example/second");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(302, -1);
        });

        FetchException failure =
                failure(server.fetch().dns(flipping).build(), "http://flip.example:" + server.port() + "/first");

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(answers).isEmpty();
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void inDisguise(String host) {
        server.redirect("/away", "http://" + host + "/");

        assertThat(failure(GuardedFetch.create(), "http://" + host + "/").kind())
                .isIn(Kind.REFUSED, Kind.NOT_AN_ADDRESS);
        assertThat(failure(server.fetch().build(), server.url("/away")).kind()).isIn(Kind.REFUSED, Kind.REDIRECT);
        assertThat(server.asked()).hasSize(1);
    }

    /** A proxy would look names up by itself, and nobody would have checked what it found. */
    @Test
    void noProxyIsAsked() throws FetchException {
        ProxySelector before = ProxySelector.getDefault();
        List<URI> asked = new ArrayList<>();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        });
        try {
            server.page("/page", "text/html", new byte[0]);

            assertThat(server.fetch().build().fetch(server.url("/page")).status())
                    .isEqualTo(200);
            assertThat(asked).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void allIsOnByDefaultAndOpenOnlyIfTold() throws FetchException {
        server.page("/page", "text/html", new byte[0]);

        assertThat(failure(GuardedFetch.create(), server.url("/page")).kind()).isEqualTo(Kind.REFUSED);
        assertThat(GuardedFetch.builder()
                        .policy(AddressPolicy.ANY)
                        .build()
                        .fetch(server.url("/page"))
                        .status())
                .isEqualTo(200);
    }

    private static String url(String address) {
        return address.contains(":") ? "http://[" + address + "]/" : "http://" + address + "/";
    }

    private static FetchException failure(GuardedFetch fetch, String url) {
        return catchThrowableOfType(FetchException.class, () -> fetch.fetch(url));
    }
}
