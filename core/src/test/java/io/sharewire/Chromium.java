package io.sharewire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real browser without a window, spoken to by the DevTools protocol. */
final class Chromium implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> open;
    private final AtomicInteger ids = new AtomicInteger();

    private Chromium(Process process, WebSocket socket, Map<Integer, CompletableFuture<JsonNode>> open) {
        this.process = process;
        this.socket = socket;
        this.open = open;
    }

    /** Starts it, or skips the tests of a machine that has none. */
    static Chromium start(Path profile) throws IOException {
        String path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> new File(folder, name)))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst()
                .orElse("");
        assumeTrue(!path.isEmpty(), "Chromium is missing on this machine: install the package chromium");
        Process process = new ProcessBuilder(
                        path,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(process), new Answers(open))
                .join();
        return new Chromium(process, socket, open);
    }

    private static URI address(Process process) throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                // What else it says is read on, or it would come to a halt.
                Thread rest = new Thread(() -> said.lines().forEach(ignored -> {}), "chromium-says");
                rest.setDaemon(true);
                rest.start();
                return URI.create(line.substring(22).strip());
            }
        }
        throw new IOException("Chromium ended with " + process.exitValue());
    }

    /** A new tab with a clipboard and a focus of its own. */
    Tab tab(String origin) {
        String context = call("", "Target.createBrowserContext", "{}")
                .path("browserContextId")
                .asText();
        String target = call(
                        "", "Target.createTarget", "{\"url\":\"about:blank\",\"browserContextId\":\"" + context + "\"}")
                .path("targetId")
                .asText();
        String session = call("", "Target.attachToTarget", "{\"targetId\":\"" + target + "\",\"flatten\":true}")
                .path("sessionId")
                .asText();
        call(
                "",
                "Browser.grantPermissions",
                "{\"origin\":\"" + origin + "\",\"browserContextId\":\"" + context
                        + "\",\"permissions\":[\"clipboardReadWrite\",\"clipboardSanitizedWrite\"]}");
        Tab tab = new Tab(session);
        tab.call("Page.enable", "{}");
        tab.call("Emulation.setFocusEmulationEnabled", "{\"enabled\":true}");
        return tab;
    }

    private JsonNode call(String session, String method, String params) {
        try {
            int id = ids.incrementAndGet();
            ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
            message.set("params", MAPPER.readTree(params));
            if (!session.isEmpty()) {
                message.put("sessionId", session);
            }
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            open.put(id, answer);
            socket.sendText(MAPPER.writeValueAsString(message), true).join();
            JsonNode said = answer.orTimeout(60, TimeUnit.SECONDS).join();
            if (said.has("error")) {
                throw new AssertionError(method + ": " + said.get("error"));
            }
            return said.path("result");
        } catch (IOException e) {
            throw new AssertionError(method, e);
        }
    }

    @Override
    public void close() {
        call("", "Browser.close", "{}");
        socket.abort();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** One tab. */
    final class Tab {

        private final String session;

        private Tab(String session) {
            this.session = session;
        }

        JsonNode call(String method, String params) {
            return Chromium.this.call(session, method, params);
        }

        /** Runs before the scripts of every page that is opened from now on. */
        void beforeEveryPage(String script) {
            call("Page.addScriptToEvaluateOnNewDocument", "{\"source\":" + quoted(script) + "}");
        }

        /** Opens a page and waits until it and its files are there. */
        void open(String url) {
            call("Page.navigate", "{\"url\":" + quoted(url) + "}");
            evaluate("new Promise(r => document.readyState === 'complete' ? r() : addEventListener('load', r))");
        }

        /** The value of an expression, once it is settled; run as if a person had caused it. */
        JsonNode evaluate(String expression) {
            JsonNode result = call(
                    "Runtime.evaluate",
                    "{\"awaitPromise\":true,\"returnByValue\":true,\"userGesture\":true,\"expression\":"
                            + quoted(expression) + "}");
            if (result.has("exceptionDetails")) {
                throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
            }
            return result.path("result").path("value");
        }

        /** Clicks the middle of an element, as a mouse does. */
        void click(String selector) {
            JsonNode at = evaluate("(b => [b.x + b.width / 2, b.y + b.height / 2])(document.querySelector("
                    + quoted(selector) + ").getBoundingClientRect())");
            for (String type : List.of("mousePressed", "mouseReleased")) {
                call(
                        "Input.dispatchMouseEvent",
                        "{\"type\":\"" + type + "\",\"button\":\"left\",\"clickCount\":1,\"x\":" + at.get(0) + ",\"y\":"
                                + at.get(1) + "}");
            }
        }

        /** Presses and releases a key. */
        void press(String key, String text) {
            String common = "\"key\":" + quoted(key) + ",\"text\":" + quoted(text);
            call("Input.dispatchKeyEvent", "{\"type\":\"keyDown\"," + common + "}");
            call("Input.dispatchKeyEvent", "{\"type\":\"keyUp\",\"key\":" + quoted(key) + "}");
        }
    }

    private static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Hands each answer to who waits for it; events are of no interest. */
    private static final class Answers implements WebSocket.Listener {

        private final Map<Integer, CompletableFuture<JsonNode>> open;
        private final StringBuilder part = new StringBuilder();

        Answers(Map<Integer, CompletableFuture<JsonNode>> open) {
            this.open = open;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                String whole = part.toString();
                part.setLength(0);
                try {
                    JsonNode message = MAPPER.readTree(whole);
                    CompletableFuture<JsonNode> waiting =
                            open.remove(message.path("id").asInt());
                    if (waiting != null) {
                        waiting.complete(message);
                    }
                } catch (IOException e) {
                    throw new AssertionError(whole, e);
                }
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
