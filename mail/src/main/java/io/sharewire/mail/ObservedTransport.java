package io.sharewire.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection that remembers how far a message came and what the server said to it.
 *
 * <p>The library's exceptions do not tell: a read time-out at {@code DATA} looks like one after the dot, a 421 at
 * {@code RCPT} is lost when the following {@code RSET} fails, and "all unsent" after a lost answer is a guess.
 */
final class ObservedTransport extends SMTPTransport {

    private SmtpPhase phase = SmtpPhase.CONNECT;
    private @Nullable SmtpReply refusal;
    private @Nullable SmtpReply verdict;
    private boolean open;

    ObservedTransport(Session session, String host, int port) {
        super(session, new URLName("smtp", host, port, null, null, null));
    }

    /** Whether the connection was not closed, as far as this side knows; unlike {@link #isConnected}, asks nobody. */
    synchronized boolean isOpen() {
        return open;
    }

    /** How far the message came. */
    synchronized SmtpPhase phase() {
        return phase;
    }

    /** The first refusal of this message, or of the connection; empty if the server refused nothing. */
    synchronized Optional<SmtpReply> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The answer to the dot; empty if there was none. */
    synchronized Optional<SmtpReply> verdict() {
        return Optional.ofNullable(verdict);
    }

    @Override
    protected synchronized void setConnected(boolean connected) {
        open = connected;
        super.setConnected(connected);
    }

    @Override
    protected void mailFrom() throws MessagingException {
        phase = SmtpPhase.SENDER;
        refusal = null;
        verdict = null;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        phase = SmtpPhase.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        phase = SmtpPhase.DATA;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        phase = SmtpPhase.DOT;
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        // The library takes an end of the stream for a bad answer and the connection for good.
        open = open && code >= 0;
        SmtpReply reply = SmtpReply.of(code, getLastServerResponse());
        if (phase == SmtpPhase.DOT && verdict == null) {
            verdict = reply;
        } else if (refusal == null && reply.isRefused()) {
            refusal = reply;
        }
        return code;
    }
}
