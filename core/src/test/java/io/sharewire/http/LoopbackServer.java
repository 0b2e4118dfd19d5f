package io.sharewire.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on this machine that remembers what it was asked for. */
final class LoopbackServer implements AutoCloseable {

    /** Answers one request. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<URI> asked = new CopyOnWriteArrayList<>();

    LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    LoopbackServer on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI());
            try (exchange) {
                answer.to(exchange);
            }
        });
        return this;
    }

    LoopbackServer page(String path, String type, byte[] body) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    LoopbackServer redirect(String path, String location) {
        return on(path, exchange -> {
            // A server sends bytes, whatever they mean; this one takes a character for each, and newer ones no others.
            String bytes = new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            exchange.getResponseHeaders().set("Location", bytes);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    List<URI> asked() {
        return asked;
    }

    /** Public addresses, and of this machine nothing but this server: what a test needs in order to see the rest refused. */
    AddressPolicy policy() {
        return new AddressPolicy() {
            @Override
            public Optional<String> refusal(InetSocketAddress address) {
                return address.getAddress().isLoopbackAddress() && address.getPort() == port()
                        ? Optional.empty()
                        : PUBLIC_ONLY.refusal(address);
            }

            @Override
            public Optional<String> refusal(String host, int port) {
                return PUBLIC_ONLY.refusal(host, 80);
            }
        };
    }

    GuardedFetch.Builder fetch() {
        return GuardedFetch.builder().policy(policy());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
