package io.sharewire.auth;

import io.sharewire.Reason;
import io.sharewire.ShareResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * There is no token to send with: nothing was sent, and somebody has to connect the account, or the platform's log-in is
 * down. Targets turn it into a {@link ShareResult.Rejected}.
 */
public final class ReconnectException extends RuntimeException {

    private final Reason reason;
    private final String code;
    private final String remedy;
    private final @Nullable Instant retryAfter;

    /**
     * Says why; the way out is the usual one of the reason.
     *
     * @param reason {@link Reason#UNAUTHORIZED} if the account must be connected again, {@link Reason#UNAVAILABLE} if the
     *     platform's log-in could not be asked
     * @param code the platform's code, or our own
     * @param message what was attempted and what was seen; holds no credential
     */
    public ReconnectException(Reason reason, String code, String message) {
        this(
                reason,
                code,
                message,
                reason == Reason.UNAUTHORIZED ? "Connect the account again." : "Share again in a while.",
                null);
    }

    /**
     * As {@link #ReconnectException(Reason, String, String)}, with a way out of its own.
     *
     * @param reason also {@link Reason#FORBIDDEN} if the app must be configured, {@link Reason#RATE_LIMITED} if tokens were
     *     asked for too often
     * @param remedy the way out
     * @param retryAfter not before this time; null if waiting does not help or no time is known
     */
    public ReconnectException(Reason reason, String code, String message, String remedy, @Nullable Instant retryAfter) {
        super(message);
        this.reason = reason;
        this.code = code;
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    /** The outcome of a publish that had no token. */
    public ShareResult toResult() {
        return new ShareResult.Rejected(reason, code, String.valueOf(getMessage()), remedy, retryAfter);
    }
}
