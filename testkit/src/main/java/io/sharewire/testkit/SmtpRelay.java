package io.sharewire.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in front of a mail server, which itself cannot fail in the moments that matter.
 *
 * <p>All goes through as it is, but for the faults asked for: those after the final dot most of all, when the message
 * may or may not have been taken.
 */
final class SmtpRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final int serverPort;
    private final FaultScript script;
    private final Clock clock;
    private final List<MailDelivery> deliveries = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "smtp-relay");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Duration delay = Duration.ofMinutes(2);
    private volatile boolean locked;

    SmtpRelay(int serverPort, FaultScript script, Clock clock) {
        this.serverPort = serverPort;
        this.script = script;
        this.clock = clock;
        try {
            listener = new ServerSocket(0, 50, loopback());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the mail relay", e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    FaultScript script() {
        return script;
    }

    Clock clock() {
        return clock;
    }

    List<MailDelivery> deliveries() {
        return deliveries;
    }

    int connections() {
        return connections.get();
    }

    void delay(Duration held) {
        delay = held;
    }

    /** Asks for a log-in that nobody has. */
    void lock(boolean yes) {
        locked = yes;
    }

    boolean isLocked() {
        return locked;
    }

    void reset() {
        deliveries.clear();
        connections.set(0);
        locked = false;
    }

    /** Waits as long as a held reply is held; less if the relay closes. */
    void hold() throws InterruptedException {
        if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the relay is closing");
        }
    }

    SmtpChannel connectToServer() throws IOException {
        return track(new SmtpChannel(new Socket(loopback(), serverPort)));
    }

    @Override
    public void close() {
        closing.countDown();
        shut(listener);
        open.forEach(SmtpRelay::shut);
        threads.shutdownNow();
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                SmtpChannel client = track(new SmtpChannel(listener.accept()));
                connections.incrementAndGet();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                if (closing.getCount() > 0) {
                    throw new UncheckedIOException("the mail relay cannot accept connections", e);
                }
            }
        }
    }

    private void serve(SmtpChannel client) {
        try (client;
                SmtpSession session = new SmtpSession(this, client)) {
            session.run();
        } catch (IOException e) {
            // Either side has hung up: for a relay that is the ordinary end of a conversation.
            open.remove(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.remove(client);
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private SmtpChannel track(SmtpChannel channel) {
        open.add(channel);
        return channel;
    }

    void forget(SmtpChannel channel) {
        open.remove(channel);
    }

    private static void shut(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a loopback socket cannot be closed", e);
        }
    }
}
