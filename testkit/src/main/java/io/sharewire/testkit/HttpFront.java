package io.sharewire.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The one HTTP port of the sandbox: hands each request to the simulator mounted under its first path segment. */
final class HttpFront implements AutoCloseable {

    private static final int THREADS = 64;

    private final Map<String, Function<Call, Answer>> mounts = new ConcurrentHashMap<>();
    private final WireMockServer server;
    private volatile Duration delay = Duration.ofMinutes(2);

    private HttpFront(int port) {
        // Plain HTTP/1.1 only: a reset must hit one exchange, and it would hit all streams of an HTTP/2 connection.
        server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .port(port)
                .http2PlainDisabled(true)
                .containerThreads(THREADS)
                .disableRequestJournal()
                .extensions(new Dispatch()));
    }

    static HttpFront start(int port) {
        HttpFront front = new HttpFront(port);
        front.server.start();
        return front;
    }

    /** The address that the paths of mounted simulators are appended to, without a trailing slash. */
    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void delay(Duration held) {
        delay = held;
    }

    /** Hands everything under {@code /prefix/} to this simulator; the empty prefix is the page at {@code /}. */
    void mount(String prefix, Function<Call, Answer> simulator) {
        mounts.put(prefix, simulator);
        String pattern = prefix.isEmpty() ? "/(\\?.*)?" : "/" + prefix + "([/?].*)?";
        server.stubFor(any(urlMatching(pattern)).willReturn(aResponse().withTransformers(Dispatch.NAME)));
    }

    @Override
    public void close() {
        server.stop();
    }

    private Answer answer(Request request) {
        List<String> segments = segments(request.getUrl());
        Function<Call, Answer> simulator = mounts.getOrDefault(segments.isEmpty() ? "" : segments.get(0), call -> {
            throw new IllegalStateException("nothing is mounted for " + call.url());
        });
        return simulator.apply(call(request, segments));
    }

    private static Call call(Request request, List<String> segments) {
        String absolute = request.getAbsoluteUrl();
        int mark = absolute.indexOf('?');
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : request.getAllHeaderKeys()) {
            headers.put(name.toLowerCase(Locale.ROOT), request.header(name).firstValue());
        }
        return new Call(
                request.getMethod().getName().toUpperCase(Locale.ROOT),
                mark < 0 ? absolute : absolute.substring(0, mark),
                segments.isEmpty() ? segments : List.copyOf(segments.subList(1, segments.size())),
                mark < 0 ? Parameters.NONE : Parameters.decode(absolute.substring(mark + 1)),
                headers,
                request.isMultipart() ? "" : new String(request.getBody(), StandardCharsets.UTF_8),
                request.isMultipart() ? parts(request) : Parameters.NONE,
                request.isMultipart() ? files(request) : Map.of());
    }

    private static Parameters parts(Request request) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (Request.Part part : request.getParts()) {
            if (part.getFileName() == null) {
                pairs.add(Map.entry(part.getName(), new String(part.getBody().asBytes(), StandardCharsets.UTF_8)));
            }
        }
        return new Parameters(List.copyOf(pairs));
    }

    private static Map<String, byte[]> files(Request request) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Request.Part part : request.getParts()) {
            if (part.getFileName() != null) {
                files.put(part.getName(), part.getBody().asBytes());
            }
        }
        return files;
    }

    private static List<String> segments(String url) {
        List<String> segments = new ArrayList<>();
        for (String segment : url.split("\\?", 2)[0].split("/", -1)) {
            if (!segment.isEmpty()) {
                // A plus is itself in a path, other than in a query.
                segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return segments;
    }

    private ResponseDefinition response(Answer answer) {
        ResponseDefinitionBuilder response =
                aResponse().withStatus(answer.status()).withBody(answer.bytes());
        answer.headers().forEach(response::withHeader);
        return switch (answer.ending()) {
            case SENT -> response.build();
            case DELAYED ->
                response.withFixedDelay(Math.toIntExact(delay.toMillis())).build();
            case DRIPPED ->
                response.withChunkedDribbleDelay(
                                Math.max(2, answer.body().length() / 4), Math.toIntExact(delay.toMillis()))
                        .build();
            case RESET ->
                response.withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                        .build();
        };
    }

    /** The point where WireMock asks for an answer. */
    private final class Dispatch implements ResponseDefinitionTransformerV2 {

        static final String NAME = "simulator";

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return response(answer(event.getRequest()));
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public String getName() {
            return NAME;
        }
    }
}
