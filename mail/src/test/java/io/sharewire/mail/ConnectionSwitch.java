package io.sharewire.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/** Leads each connection to a server that its number decides, from one on; passes on all that either side says. */
final class ConnectionSwitch implements AutoCloseable {

    private final ServerSocket listener;
    private final IntUnaryOperator portOf;
    private final AtomicInteger connections = new AtomicInteger();

    ConnectionSwitch(IntUnaryOperator portOf) throws IOException {
        this.portOf = portOf;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server =
                        new Socket(InetAddress.getLoopbackAddress(), portOf.applyAsInt(connections.incrementAndGet()));
                daemon(() -> pass(client, server));
                daemon(() -> pass(server, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // One side has hung up, and now so does the other.
            return;
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "connection-switch");
        thread.setDaemon(true);
        thread.start();
    }
}
