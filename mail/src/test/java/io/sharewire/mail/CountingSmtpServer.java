package io.sharewire.mail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that keeps of each mail no more than that it came, for lists of any length; recipients are called {@code
 * r<number>@…}.
 *
 * <p>Refuses every thousandth recipient, and once, at a given one, takes the mail and hangs up instead of answering.
 */
final class CountingSmtpServer implements AutoCloseable {

    static final int REFUSED_EACH = 1_000;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final BitSet taken = new BitSet();
    private final AtomicInteger doubles = new AtomicInteger();
    private final AtomicInteger hangUpAt;

    CountingSmtpServer(int hangUpAt) throws IOException {
        this.hangUpAt = new AtomicInteger(hangUpAt);
        Thread thread = new Thread(this::accept, "counting-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    synchronized int mails() {
        return taken.cardinality();
    }

    synchronized boolean has(int recipient) {
        return taken.get(recipient);
    }

    /** How many mails came a second time. */
    int doubles() {
        return doubles.get();
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
                Thread thread = new Thread(() -> serve(socket), "counting-smtp");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket socket = accepted) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            say(out, "220 mx.test ESMTP");
            int recipient = -1;
            for (String line = line(in); line != null; line = line(in)) {
                if (line.startsWith("RCPT TO:<r")) {
                    recipient = Integer.parseInt(line.substring("RCPT TO:<r".length(), line.indexOf('@')));
                    say(out, recipient % REFUSED_EACH == REFUSED_EACH - 1 ? "550 5.1.1 no such user" : "250 ok");
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    skipMessage(in);
                    take(recipient);
                    if (hangUpAt.compareAndSet(recipient, -1)) {
                        return;
                    }
                    say(out, "250 2.0.0 queued");
                } else {
                    say(out, "250 ok");
                    if (line.equals("QUIT")) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void take(int recipient) {
        if (taken.get(recipient)) {
            doubles.incrementAndGet();
        }
        taken.set(recipient);
    }

    private static void skipMessage(InputStream in) throws IOException {
        String line = line(in);
        while (line != null && !line.equals(".")) {
            line = line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString();
            } else if (c != '\r') {
                line.append((char) c);
            }
        }
        return null;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
