package io.sharewire.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final Instant openedAt;
    private final List<SmtpReply> recipientReplies = new ArrayList<>();
    private SmtpPhase phase = SmtpPhase.CONNECT;
    private @Nullable SmtpReply refusal;
    private @Nullable SmtpReply verdict;
    private boolean open;
    private int recipients;
    private int mails;
    private Instant usedAt;

    ObservedTransport(Session session, String host, int port, Instant now) {
        super(session, new URLName("smtp", host, port, null, null, null));
        this.openedAt = now;
        this.usedAt = now;
    }

    /** Sends one mail to all its recipients that the server takes. */
    synchronized void send(MailDelivery delivery) throws MessagingException {
        recipients = delivery.recipients().size();
        mails++;
        sendMessage(delivery, delivery.envelope());
    }

    Instant openedAt() {
        return openedAt;
    }

    /** How many mails it has carried, or tried to. */
    synchronized int mails() {
        return mails;
    }

    synchronized Instant usedAt() {
        return usedAt;
    }

    synchronized void usedAt(Instant now) {
        usedAt = now;
    }

    /** Whether the connection was not closed, as far as this side knows; unlike {@link #isConnected}, asks nobody. */
    synchronized boolean isOpen() {
        return open;
    }

    /** Takes no more mails. */
    synchronized void abandon() {
        open = false;
    }

    /** How far the message came. */
    synchronized SmtpPhase phase() {
        return phase;
    }

    /** What the server said to each recipient, in order; shorter than the list if the dialogue ended before. */
    synchronized List<SmtpReply> recipientReplies() {
        return List.copyOf(recipientReplies);
    }

    /** The first refusal of this message as a whole, or of the connection; empty if there was none. */
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
        recipientReplies.clear();
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
        } else if (phase == SmtpPhase.RECIPIENT && recipientReplies.size() < recipients) {
            recipientReplies.add(reply);
        } else if (refusal == null && reply.isRefused()) {
            refusal = reply;
        }
        return code;
    }
}
