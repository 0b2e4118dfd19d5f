package io.sharewire.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server on loopback that writes down every request and answers each the same way. */
final class ScriptedHttpServer implements AutoCloseable {

    /** What to do once a request has arrived. */
    interface Script {
        void answer(Socket client) throws IOException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final Script script;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    ScriptedHttpServer(Script script) throws IOException {
        this.script = script;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "scripted-http");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers with these bytes and closes. */
    static Script says(String answer) {
        return client -> {
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            client.close();
        };
    }

    /** Resets the connection. */
    static Script resets() {
        return client -> {
            client.setSoLinger(true, 0);
            client.close();
        };
    }

    /** Says nothing at all. */
    static Script keepsSilent() {
        return client -> {};
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                clients.add(client);
                requests.add(readRequest(client.getInputStream()));
                script.answer(client);
            }
        } catch (SocketException e) {
            // closed: the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 16, lower.indexOf('\r', at)));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
