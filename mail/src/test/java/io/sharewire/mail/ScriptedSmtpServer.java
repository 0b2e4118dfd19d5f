package io.sharewire.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that does what a test tells it to, on loopback: refuse, hang up, reset or fall silent at any command.
 *
 * <p>It takes every message whose end it saw, whatever it answers then: what a lost answer hides is visible here.
 */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Ends the connection without an answer. */
    static final String HANG_UP = "(hang up)";

    /** Resets the connection. */
    static final String RESET = "(reset)";

    /** Says nothing until the other side gives up. */
    static final String SILENCE = "(silence)";

    /** After an answer: ends the connection then. */
    static final String THEN_HANG_UP = " (then hang up)";

    /** The command under which the end of a message is scripted. */
    static final String DOT = ".";

    private final ServerSocket listener;
    private final @Nullable SSLContext tls;
    private final Map<String, Deque<String>> script = new LinkedHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile String greeting = "220 mx.test ESMTP";
    private volatile List<String> capabilities = List.of("ENHANCEDSTATUSCODES");

    private ScriptedSmtpServer(@Nullable SSLContext tls) {
        this.tls = tls;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    static ScriptedSmtpServer start() {
        return new ScriptedSmtpServer(null);
    }

    /** One that can do {@code STARTTLS} as {@code tls}. */
    static ScriptedSmtpServer start(SSLContext tls) {
        return new ScriptedSmtpServer(tls).capabilities("STARTTLS", "AUTH PLAIN");
    }

    ScriptedSmtpServer greeting(String line) {
        greeting = line;
        return this;
    }

    ScriptedSmtpServer capabilities(String... lines) {
        capabilities = List.of(lines);
        return this;
    }

    /** Answers the next commands that begin with {@code command} so, in this order; the last answer stays for ever. */
    ScriptedSmtpServer on(String command, String... answers) {
        script.put(command, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Every command line, in order. */
    List<String> commands() {
        return commands;
    }

    /** How many commands began with {@code start}. */
    long count(String start) {
        return commands.stream().filter(line -> line.startsWith(start)).count();
    }

    /** Every message whose end was seen, as it came, dots unstuffed. */
    List<String> messages() {
        return messages;
    }

    /** The recipients of those messages, by their To header. */
    List<String> recipients() {
        return messages.stream()
                .map(message -> message.lines().findFirst().orElse("").substring(4))
                .toList();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        Socket socket = accepted;
        try {
            BufferedReader in = reader(socket);
            if (!act(socket, in, greeting)) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String answer = answer(line);
                if (!act(socket, in, answer)) {
                    return;
                } else if (line.equals("STARTTLS") && tls != null && answer.startsWith("220")) {
                    socket = secured(socket);
                    in = reader(socket);
                } else if (line.equals("DATA") && answer.startsWith("354")) {
                    messages.add(message(in));
                    if (!act(socket, in, scripted(DOT, "250 2.0.0 queued"))) {
                        return;
                    }
                } else if (line.equals("QUIT")) {
                    socket.close();
                    return;
                }
            }
        } catch (IOException e) {
            // The other side is gone, or tells that it does not trust us; what it sent is on record.
            return;
        }
    }

    private String answer(String line) {
        if (line.startsWith("EHLO")) {
            return scripted("EHLO", "250-mx.test\r\n250-" + String.join("\r\n250-", capabilities) + "\r\n250 HELP");
        } else if (line.equals("DATA")) {
            return scripted("DATA", "354 go on");
        } else if (line.equals("STARTTLS")) {
            return scripted("STARTTLS", "220 go on");
        }
        return scripted(line, "250 2.0.0 ok");
    }

    private synchronized String scripted(String line, String otherwise) {
        for (Map.Entry<String, Deque<String>> entry : script.entrySet()) {
            if (line.startsWith(entry.getKey())) {
                Deque<String> answers = entry.getValue();
                return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
            }
        }
        return otherwise;
    }

    /** Answers whether the dialogue goes on. */
    private static boolean act(Socket socket, BufferedReader in, String answer) throws IOException {
        switch (answer) {
            case HANG_UP -> {
                socket.close();
                return false;
            }
            case RESET -> {
                socket.setSoLinger(true, 0);
                socket.close();
                return false;
            }
            case SILENCE -> {
                String line = in.readLine();
                while (line != null) {
                    line = in.readLine();
                }
                return false;
            }
            default -> {
                boolean last = answer.endsWith(THEN_HANG_UP);
                String text = last ? answer.substring(0, answer.length() - THEN_HANG_UP.length()) : answer;
                socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                if (last) {
                    socket.close();
                }
                return !last;
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return message.toString();
            }
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        throw new IOException("the message did not end");
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory()
                .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }
}
