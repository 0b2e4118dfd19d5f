package io.sharewire.mail;

import io.sharewire.Evidence;
import io.sharewire.Reason;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.mail.SendOutcome.Accepted;
import io.sharewire.mail.SendOutcome.AllRefused;
import io.sharewire.mail.SendOutcome.InDoubt;
import io.sharewire.mail.SendOutcome.RecipientRefused;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands the mails of one batch to the server, as many over one connection as the settings allow; each is tried exactly
 * once.
 *
 * <p>Takes a connection with the first mail. For one thread.
 */
final class MailClient implements AutoCloseable {

    private static final int SHUTTING_DOWN = 421;

    private final MailPool pool;
    private final MailErrors errors;
    private final Instant began;
    private @Nullable ObservedTransport connection;
    private boolean known;

    MailClient(MailPool pool, MailErrors errors, Instant began) {
        this.pool = pool;
        this.errors = errors;
        this.began = began;
    }

    /** Sends one mail; answers what is known for each of its recipients, in order. */
    List<SendOutcome> send(MailDelivery delivery) {
        try {
            ObservedTransport open = connected();
            return delivery.needsSmtpUtf8() && !open.supportsExtension("SMTPUTF8")
                    ? notOffered(delivery)
                    : send(delivery, open);
        } catch (NotConnectedException e) {
            connection = null;
            return Collections.nCopies(delivery.recipients().size(), new AllRefused(e.why()));
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            pool.giveBack(connection);
            connection = null;
        }
    }

    private ObservedTransport connected() throws NotConnectedException {
        if (connection != null && !pool.isGood(connection)) {
            close();
        }
        if (connection == null) {
            connection = pool.take();
            known = connection.mails() == 0;
        }
        return connection;
    }

    private List<SendOutcome> send(MailDelivery delivery, ObservedTransport open) throws NotConnectedException {
        try {
            open.send(delivery);
            known = true;
            return Collections.nCopies(delivery.recipients().size(), new Accepted());
        } catch (MessagingException e) {
            if (!known && wasDead(open)) {
                connection = pool.exchange(open);
                known = true;
                return send(delivery, connection);
            }
            known = true;
            return outcomes(delivery, open, e);
        }
    }

    /**
     * Whether the server had hung up on an idle connection, which shows only now: no more than the sender was said, so
     * nothing can be out.
     */
    private static boolean wasDead(ObservedTransport open) {
        return open.phase() == SmtpPhase.SENDER
                && open.refusal().map(reply -> reply.code() == SHUTTING_DOWN).orElse(!open.isOpen());
    }

    /** An address that is narrowed to bytes is somebody else's. */
    private List<SendOutcome> notOffered(MailDelivery delivery) {
        Rejected why = errors.notSent(
                Reason.INVALID_CONTENT,
                "NEEDS_SMTPUTF8",
                errors.server() + " does not offer SMTPUTF8, which the mail to " + delivery.to() + " needs.",
                "Use addresses in ASCII, or a server with SMTPUTF8.");
        int recipients = delivery.recipients().size();
        return Collections.nCopies(recipients, recipients == 1 ? new RecipientRefused(why) : new AllRefused(why));
    }

    private List<SendOutcome> outcomes(MailDelivery delivery, ObservedTransport open, MessagingException e) {
        List<SmtpReply> replies = open.recipientReplies();
        SendOutcome common =
                open.phase() == SmtpPhase.DOT ? afterDot(open, delivery, e) : beforeDot(open, delivery, e, replies);
        List<SendOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < delivery.recipients().size(); i++) {
            boolean refused = i < replies.size() && replies.get(i).isRefused();
            outcomes.add(
                    refused
                            ? errors.refused(
                                    replies.get(i),
                                    SmtpPhase.RECIPIENT,
                                    delivery.recipients().get(i))
                            : common);
        }
        if (common instanceof InDoubt) {
            // What comes next over this connection could be taken for the lost answer.
            open.abandon();
        }
        return outcomes;
    }

    private SendOutcome afterDot(ObservedTransport open, MailDelivery delivery, MessagingException e) {
        SmtpReply verdict = open.verdict().orElse(null);
        if (verdict != null && verdict.isAccepted()) {
            return new Accepted();
        } else if (verdict != null && verdict.isRefused()) {
            return errors.refused(verdict, SmtpPhase.DOT, delivery.to());
        }
        return new InDoubt(new Unknown(new Evidence(
                "ANSWER_LOST",
                "The whole mail to " + delivery.to() + " was sent to " + errors.server()
                        + ", but its answer was lost (" + errors.what(e) + "). Look for Message-ID "
                        + delivery.messageId() + " in the server's log.",
                began)));
    }

    /** Without the final dot a server must not keep what it was sent. */
    private SendOutcome beforeDot(
            ObservedTransport open, MailDelivery delivery, MessagingException e, List<SmtpReply> replies) {
        Optional<SmtpReply> shutdown =
                replies.stream().filter(reply -> reply.code() == SHUTTING_DOWN).findFirst();
        return open.refusal()
                .or(() -> shutdown)
                .map(reply -> errors.refused(reply, open.phase(), delivery.to()))
                .orElseGet(() -> new AllRefused(errors.notSent(
                        Reason.UNAVAILABLE,
                        "CONNECTION_LOST",
                        "The connection to " + errors.server() + " was lost before the mail to " + delivery.to()
                                + " was complete (" + errors.what(e) + ").",
                        "Send it again later.")));
    }
}
