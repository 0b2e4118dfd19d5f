package io.sharewire.mail;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.http.Redaction;
import io.sharewire.text.CleanText;
import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server's refusal means for a share.
 *
 * <p>The enhanced status code (RFC 3463) beats the basic one; where there is none, the basic code and the phase decide.
 */
final class MailErrors {

    /** Greylisting asks for minutes; coming back at once is what it punishes. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private static final Duration FULL_MAILBOX = Duration.ofHours(1);
    private static final int LONGEST_TEXT = 300;

    /** Basic codes that ask for a login, or for another one. */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    /** 454 4.7.0 is a login service that is down, not somebody who is too fast. */
    private static final int LOGIN_OUT_OF_ORDER = 454;

    /** X.7.8 to X.7.14: credentials wrong, too weak, expired, or to be renewed. */
    private static final Set<String> LOGIN_DETAILS = Set.of("7.8", "7.9", "7.11", "7.12", "7.13", "7.14");

    /** X.1.7 and X.1.8: the sender's address is bad. X.7.20 to X.7.30, X.7.515: SPF, DKIM, DMARC, reverse DNS, TLS. */
    private static final Set<String> SENDER_DETAILS = Set.of(
            "1.7", "1.8", "7.20", "7.21", "7.22", "7.23", "7.24", "7.25", "7.26", "7.27", "7.28", "7.29", "7.30",
            "7.515");

    /** "Other or undefined": these tell less than the basic code. */
    private static final Set<String> UNDEFINED = Set.of("0.0", "3.0");

    /** X.4.5 congestion, X.2.1 mailbox too busy, X.5.3 too many recipients, X.7.0 and X.7.1 policy, X.7.28 rate. */
    private static final Set<String> TOO_FAST = Set.of("4.5", "2.1", "5.3", "7.0", "7.1", "7.28");

    private final MailServer server;
    private final Clock clock;
    private volatile List<Secret> secrets = List.of();

    MailErrors(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** From now on this login shows in no result. Servers echo logins, and those are in base64. */
    synchronized void conceal(String user, Secret secret) {
        List<Secret> known = new ArrayList<>(List.of(
                secret,
                base64(secret.reveal()),
                base64("\0" + user + "\0" + secret.reveal()),
                base64(user + "\0" + user + "\0" + secret.reveal()),
                base64("user=" + user + "\1auth=Bearer " + secret.reveal() + "\1\1")));
        if (!secrets.containsAll(known)) {
            // The one before is still in use on older connections.
            known.addAll(secrets.subList(0, Math.min(known.size(), secrets.size())));
            secrets = List.copyOf(known);
        }
    }

    /** The outcome of a mail that the server refused in {@code phase}. */
    SendOutcome refused(SmtpReply reply, SmtpPhase phase, String recipient) {
        Rejected why = rejected(reply, phase, recipient);
        return concernsRecipient(reply, phase)
                ? new SendOutcome.RecipientRefused(why)
                : new SendOutcome.AllRefused(why);
    }

    /** The refusal of a connection. */
    Rejected connection(SmtpReply reply) {
        return rejected(reply, SmtpPhase.CONNECT, "");
    }

    /** Not sent for a reason the server did not put into a reply. */
    Rejected notSent(Reason reason, String code, String message, String remedy) {
        return new Rejected(
                reason,
                code,
                redacted(message),
                remedy,
                reason == Reason.UNAVAILABLE ? clock.instant().plus(SOON) : null);
    }

    /** {@code host:port}, for messages. */
    String server() {
        return server.address();
    }

    /** One line of what a server said, without credentials. */
    String redacted(String text) {
        return TextFit.fit(CleanText.line(Redaction.redact(text, secrets)), LONGEST_TEXT, TextMeasure.UTF16);
    }

    /** What broke, in one line, without credentials. */
    String what(MessagingException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return redacted(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    private Rejected rejected(SmtpReply reply, SmtpPhase phase, String recipient) {
        Reason reason = reason(reply, phase);
        return new Rejected(
                reason,
                reply.label(),
                server() + " refused " + subject(phase, recipient) + ": " + redacted(reply.text()),
                remedy(reason, reply, phase),
                retryAfter(reply));
    }

    private static Reason reason(SmtpReply reply, SmtpPhase phase) {
        if (isFull(reply, phase)) {
            return Reason.UNAVAILABLE;
        } else if (reply.isTemporary()) {
            return TOO_FAST.contains(reply.detail()) && reply.code() != LOGIN_OUT_OF_ORDER
                    ? Reason.RATE_LIMITED
                    : Reason.UNAVAILABLE;
        } else if (LOGIN.contains(reply.code()) || LOGIN_DETAILS.contains(reply.detail())) {
            return Reason.UNAUTHORIZED;
        } else if (SENDER_DETAILS.contains(reply.detail()) || reply.detail().startsWith("7.")) {
            return Reason.FORBIDDEN;
        } else if (!reply.detail().isEmpty() && !UNDEFINED.contains(reply.detail())) {
            return reply.detail().startsWith("5.") ? Reason.UNSUPPORTED : Reason.INVALID_CONTENT;
        }
        return byBasicCode(reply.code(), phase);
    }

    private static Reason byBasicCode(int code, SmtpPhase phase) {
        if ((code >= 500 && code <= 504) || code == 555) {
            return Reason.UNSUPPORTED;
        }
        return phase.compareTo(SmtpPhase.RECIPIENT) < 0 ? Reason.FORBIDDEN : Reason.INVALID_CONTENT;
    }

    /**
     * Whether only this recipient is refused. After the dot a server may still speak of the recipient (X.1.x, X.2.x);
     * at {@code RCPT TO} it may already speak of the sender, or close the connection.
     */
    private static boolean concernsRecipient(SmtpReply reply, SmtpPhase phase) {
        String detail = reply.detail();
        if (reply.code() == 421 || LOGIN.contains(reply.code()) || SENDER_DETAILS.contains(detail)) {
            return false;
        }
        return phase == SmtpPhase.RECIPIENT
                || (phase == SmtpPhase.DOT && (detail.startsWith("1.") || detail.startsWith("2.")));
    }

    /** A full mailbox comes with a permanent code and empties all the same. */
    private static boolean isFull(SmtpReply reply, SmtpPhase phase) {
        return reply.detail().equals("2.2")
                || (reply.code() == 552 && reply.detail().isEmpty() && phase == SmtpPhase.RECIPIENT);
    }

    private @Nullable Instant retryAfter(SmtpReply reply) {
        if (isFull(reply, SmtpPhase.RECIPIENT)) {
            return clock.instant().plus(FULL_MAILBOX);
        }
        return reply.isTemporary() ? clock.instant().plus(SOON) : null;
    }

    private static String subject(SmtpPhase phase, String recipient) {
        return switch (phase) {
            case CONNECT -> "the connection";
            case SENDER -> "the sender of the mail to " + recipient;
            case RECIPIENT -> recipient;
            case DATA, DOT -> "the mail to " + recipient;
        };
    }

    private static String remedy(Reason reason, SmtpReply reply, SmtpPhase phase) {
        return switch (reason) {
            case UNAUTHORIZED -> "Check user name and password, and what kind of login the server asks for.";
            case FORBIDDEN ->
                "Ask the mail server's operator to let this account send from this address (SPF, DKIM, relaying).";
            case RATE_LIMITED, UNAVAILABLE -> "Send it again later, not before the time given.";
            case UNSUPPORTED -> "The server does not understand what it was sent; report this.";
            default ->
                reply.detail().startsWith("1.") || phase == SmtpPhase.RECIPIENT
                        ? "Correct the address, or take it off the list."
                        : "Change the mail; the server's words say what it minds.";
        };
    }

    private static Secret base64(String text) {
        return Secret.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
