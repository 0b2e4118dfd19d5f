package io.sharewire.mail;

import io.sharewire.Reason;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one target: as many as the limits allow, kept between mails, never older, longer idle or more used
 * than the limits say. Thread-safe.
 */
final class MailPool implements AutoCloseable {

    /** A server hangs up on the idle; one that was spoken to within a second is taken to be there. */
    private static final Duration ASK_AFTER = Duration.ofSeconds(1);

    private final MailConnections limits;
    private final MailConnector connector;
    private final MailErrors errors;
    private final Clock clock;
    private final Semaphore free;
    private final Deque<ObservedTransport> idle = new ArrayDeque<>();
    private boolean closed;

    MailPool(MailConnections limits, MailConnector connector, MailErrors errors, Clock clock) {
        this.limits = limits;
        this.connector = connector;
        this.errors = errors;
        this.clock = clock;
        this.free = new Semaphore(limits.most(), true);
    }

    /** A connection, kept or new; whoever takes one gives it back. */
    ObservedTransport take() throws NotConnectedException {
        awaitTurn();
        boolean taken = false;
        try {
            ObservedTransport kept = kept();
            ObservedTransport connection = kept == null ? connector.connect() : kept;
            taken = true;
            return connection;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    /** A new connection in exchange for one that turned out to be dead. */
    ObservedTransport exchange(ObservedTransport dead) throws NotConnectedException {
        hangUp(dead);
        boolean exchanged = false;
        try {
            ObservedTransport connection = connector.connect();
            exchanged = true;
            return connection;
        } finally {
            if (!exchanged) {
                free.release();
            }
        }
    }

    /** Keeps a connection for the next mail if it is still good for one. */
    void giveBack(ObservedTransport connection) {
        connection.usedAt(clock.instant());
        if (!isGood(connection) || limits.longestIdle().isZero() || !keep(connection)) {
            hangUp(connection);
        }
        free.release();
    }

    /** Whether another mail may go over a connection in use. */
    boolean isGood(ObservedTransport connection) {
        return connection.isOpen()
                && connection.mails() < limits.mailsEach()
                && !isOver(connection.openedAt(), limits.longestAge());
    }

    /** Ends the idle connections; those in use end when they are given back. Later mails open new ones for themselves. */
    @Override
    public void close() {
        Deque<ObservedTransport> ending;
        synchronized (this) {
            closed = true;
            ending = new ArrayDeque<>(idle);
            idle.clear();
        }
        ending.forEach(MailPool::hangUp);
    }

    private void awaitTurn() throws NotConnectedException {
        boolean mine;
        try {
            mine = free.tryAcquire(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            mine = false;
        }
        if (!mine) {
            throw new NotConnectedException(errors.notSent(
                    Reason.UNAVAILABLE,
                    "ALL_CONNECTIONS_BUSY",
                    "All " + limits.most() + " connections to " + errors.server() + " are in use.",
                    "Send it again later, or allow more connections."));
        }
    }

    private @Nullable ObservedTransport kept() {
        for (ObservedTransport next = poll(); next != null; next = poll()) {
            if (isGood(next)
                    && !isOver(next.usedAt(), limits.longestIdle())
                    && (!isOver(next.usedAt(), ASK_AFTER) || next.isConnected())) {
                return next;
            }
            hangUp(next);
        }
        return null;
    }

    private synchronized @Nullable ObservedTransport poll() {
        return idle.pollFirst();
    }

    private synchronized boolean keep(ObservedTransport connection) {
        if (closed) {
            return false;
        }
        idle.addFirst(connection);
        return true;
    }

    private boolean isOver(Instant start, Duration limit) {
        return clock.instant().isAfter(start.plus(limit));
    }

    /** Says goodbye. Whatever goes wrong here, what was accepted before stays accepted. */
    private static void hangUp(ObservedTransport connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // The server was quicker; it has nothing left to tell.
            return;
        }
    }
}
