package io.sharewire.mail;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.RefreshingToken;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Opens connections: greeting, TLS, login. Thread-safe. */
final class MailConnector {

    /** The server's reply to a token it does not take, in XOAUTH2: a challenge that holds the error. */
    private static final int CHALLENGE = 334;

    private final MailServer server;
    private final Session session;
    private final MailErrors errors;
    private final Clock clock;

    MailConnector(MailServer server, Session session, MailErrors errors, Clock clock) {
        this.server = server;
        this.session = session;
        this.errors = errors;
        this.clock = clock;
    }

    /** A new connection, logged in. A token that the server no longer takes is renewed once, if that can be. */
    ObservedTransport connect() throws NotConnectedException {
        MailLogin login = server.login().orElse(null);
        if (login == null) {
            return connect(null, null);
        }
        Secret secret = secret(login);
        try {
            return connect(login, secret);
        } catch (NotConnectedException e) {
            if (e.why().reason() == Reason.UNAUTHORIZED && login.secret() instanceof RefreshingToken token) {
                Secret renewed = renewed(token, secret);
                if (!renewed.equals(secret)) {
                    return connect(login, renewed);
                }
            }
            throw e;
        }
    }

    private ObservedTransport connect(@Nullable MailLogin login, @Nullable Secret secret) throws NotConnectedException {
        if (login != null && secret != null) {
            errors.conceal(login.user(), secret);
        }
        ObservedTransport opening = new ObservedTransport(session, server.host(), server.port(), clock.instant());
        try {
            opening.connect(
                    server.host(),
                    server.port(),
                    login == null ? null : login.user(),
                    secret == null ? null : secret.reveal());
            return opening;
        } catch (AuthenticationFailedException e) {
            throw new NotConnectedException(
                    opening.refusal().map(errors::connection).orElseGet(() -> notLoggedIn(opening)));
        } catch (MessagingException e) {
            throw new NotConnectedException(
                    opening.refusal().map(errors::connection).orElseGet(() -> notConnected(opening, e)));
        }
    }

    private static Secret secret(MailLogin login) throws NotConnectedException {
        try {
            return login.secret().get();
        } catch (ReconnectException e) {
            throw new NotConnectedException((Rejected) e.toResult());
        }
    }

    private static Secret renewed(RefreshingToken token, Secret refused) throws NotConnectedException {
        try {
            return token.renewAfter(refused);
        } catch (ReconnectException e) {
            throw new NotConnectedException((Rejected) e.toResult());
        }
    }

    private Rejected notLoggedIn(ObservedTransport opening) {
        if (opening.getLastReturnCode() == CHALLENGE) {
            return errors.notSent(
                    Reason.UNAUTHORIZED,
                    "TOKEN_REFUSED",
                    errors.server() + " did not take the access token.",
                    "Connect the account again, with the permission to send mail.");
        }
        return errors.notSent(
                Reason.UNAUTHORIZED,
                "LOGIN_FAILED",
                errors.server() + " offers no kind of login that can be used.",
                "Ask the mail server's operator for an account that can log in with a password or a token.");
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
                && server.security() == MailSecurity.STARTTLS
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
                "No connection to " + errors.server() + ": " + errors.what(e),
                "Check host and port and whether the server is up, then send it again.");
    }
}
