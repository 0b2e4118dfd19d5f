package io.sharewire.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sharewire.http.AddressPolicy;
import io.sharewire.http.GuardedFetch;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A news site on this machine; what it was not told to serve is 404. */
final class PageServer implements AutoCloseable {

    /** Answers one request. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    PageServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                asked.add(path + " " + exchange.getRequestHeaders().getFirst("User-Agent"));
                answers.getOrDefault(path, none -> none.sendResponseHeaders(404, -1))
                        .to(exchange);
            }
        });
        server.start();
    }

    PageServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    PageServer serve(String path, String type, byte[] body, String... header) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    PageServer page(String path, String html, String... header) {
        return serve(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), header);
    }

    PageServer status(String path, int status) {
        return on(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    PageServer redirect(String path, String location) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /** A picture of one colour. */
    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
        return file.toByteArray();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Path and user agent of every request. */
    List<String> asked() {
        return asked;
    }

    /** Reaches this server, and of the rest what is public. */
    GuardedFetch.Builder fetch() {
        int port = server.getAddress().getPort();
        AddressPolicy policy = address -> address.getAddress().isLoopbackAddress() && address.getPort() == port
                ? Optional.empty()
                : AddressPolicy.PUBLIC_ONLY.refusal(address);
        return GuardedFetch.builder().policy(policy);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
