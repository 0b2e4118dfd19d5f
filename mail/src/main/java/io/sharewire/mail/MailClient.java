package io.sharewire.mail;

import io.sharewire.Evidence;
import io.sharewire.Reason;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.mail.SendOutcome.Accepted;
import io.sharewire.mail.SendOutcome.AllRefused;
import io.sharewire.mail.SendOutcome.InDoubt;
import io.sharewire.mail.SendOutcome.RecipientRefused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to the server, as many over one connection as the settings allow; each is tried exactly once.
 *
 * <p>Connects with the first mail. For one thread.
 */
final class MailClient implements AutoCloseable {

    private final MailSettings settings;
    private final Session session;
    private final MailErrors errors;
    private final Instant began;
    private @Nullable ObservedTransport connection;
    private int sent;

    MailClient(MailSettings settings, Session session, Clock clock) {
        this.settings = settings;
        this.session = session;
        this.errors = new MailErrors(settings, clock);
        this.began = clock.instant();
    }

    /** Sends one mail. */
    SendOutcome send(MailDelivery delivery) {
        if (connection != null && (sent == settings.messagesPerConnection() || !connection.isOpen())) {
            close();
        }
        ObservedTransport open = connection;
        if (open == null) {
            open = new ObservedTransport(session, settings.host(), settings.port());
            Optional<Rejected> refusal = connect(open);
            if (refusal.isPresent()) {
                return new AllRefused(refusal.get());
            }
            connection = open;
            sent = 0;
        }
        if (AddrSpec.needsSmtpUtf8(delivery.recipient()) && !open.supportsExtension("SMTPUTF8")) {
            return new RecipientRefused(errors.notSent(
                    Reason.INVALID_CONTENT,
                    "NEEDS_SMTPUTF8",
                    errors.server() + " does not offer SMTPUTF8, which " + delivery.recipient() + " needs.",
                    "Use an address in ASCII for this recipient, or a server with SMTPUTF8."));
        }
        sent++;
        return send(open, delivery);
    }

    /** Says goodbye. Whatever goes wrong here, what was accepted before stays accepted. */
    @Override
    public void close() {
        ObservedTransport open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // The server was quicker; it has nothing left to tell.
                return;
            }
        }
    }

    private Optional<Rejected> connect(ObservedTransport opening) {
        try {
            opening.connect(
                    settings.host(),
                    settings.port(),
                    settings.username().orElse(null),
                    settings.password().map(secret -> secret.reveal()).orElse(null));
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            return Optional.of(opening.refusal()
                    .map(errors::connection)
                    .orElseGet(() -> errors.notSent(
                            Reason.UNAUTHORIZED,
                            "LOGIN_FAILED",
                            errors.server() + " offers no kind of login that can be used.",
                            "Ask the mail server's operator for an account that can log in with a password.")));
        } catch (MessagingException e) {
            return Optional.of(opening.refusal().map(errors::connection).orElseGet(() -> notConnected(opening, e)));
        }
    }

    private Rejected notConnected(ObservedTransport opening, MessagingException e) {
        if (e.getCause() instanceof SSLException) {
            return errors.notSent(
                    Reason.FORBIDDEN,
                    "TLS_FAILED",
                    errors.server() + " did not prove who it is: "
                            + e.getCause().getMessage(),
                    "Check the host name, the security setting and the server's certificate.");
        } else if (e.getCause() == null
                && settings.security() == MailSecurity.STARTTLS
                && !opening.supportsExtension("STARTTLS")
                && opening.getLastReturnCode() == 250) {
            return errors.notSent(
                    Reason.FORBIDDEN,
                    "STARTTLS_NOT_OFFERED",
                    errors.server() + " offers no STARTTLS, which is required; nothing was sent.",
                    "Choose security TLS (port 465), or ask the mail server's operator for STARTTLS.");
        }
        return errors.notSent(
                Reason.UNAVAILABLE,
                "NO_CONNECTION",
                "No connection to " + errors.server() + ": " + what(e),
                "Check host and port and whether the server is up, then send it again.");
    }

    private SendOutcome send(ObservedTransport open, MailDelivery delivery) {
        try {
            open.sendMessage(delivery, delivery.envelope());
            return new Accepted();
        } catch (MessagingException e) {
            return open.phase() == SmtpPhase.DOT ? afterDot(open, delivery, e) : beforeDot(open, delivery, e);
        }
    }

    private SendOutcome afterDot(ObservedTransport open, MailDelivery delivery, MessagingException e) {
        SmtpReply verdict = open.verdict().orElse(null);
        if (verdict != null && verdict.isAccepted()) {
            return new Accepted();
        } else if (verdict != null && verdict.isRefused()) {
            return errors.refused(verdict, SmtpPhase.DOT, delivery.recipient());
        }
        return new InDoubt(new Unknown(new Evidence(
                "ANSWER_LOST",
                "The whole mail to " + delivery.recipient() + " was sent to " + errors.server()
                        + ", but its answer was lost (" + what(e) + "). Look for Message-ID " + delivery.messageId()
                        + " in the server's log.",
                began)));
    }

    /** Without the final dot a server must not keep what it was sent. */
    private SendOutcome beforeDot(ObservedTransport open, MailDelivery delivery, MessagingException e) {
        return open.refusal()
                .map(reply -> errors.refused(reply, open.phase(), delivery.recipient()))
                .orElseGet(() -> new AllRefused(errors.notSent(
                        Reason.UNAVAILABLE,
                        "CONNECTION_LOST",
                        "The connection to " + errors.server() + " was lost before the mail to " + delivery.recipient()
                                + " was complete (" + what(e) + ").",
                        "Send it again later.")));
    }

    private String what(MessagingException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return errors.redacted(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }
}
