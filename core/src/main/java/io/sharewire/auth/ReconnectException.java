package io.sharewire.auth;

import io.sharewire.Reason;
import io.sharewire.ShareResult;

/**
 * There is no token to send with: nothing was sent, and somebody has to connect the account, or the platform's log-in is
 * down. Targets turn it into a {@link ShareResult.Rejected}.
 */
public final class ReconnectException extends RuntimeException {

    private final Reason reason;
    private final String code;

    /**
     * Says why.
     *
     * @param reason {@link Reason#UNAUTHORIZED} if the account must be connected again, {@link Reason#UNAVAILABLE} if the
     *     platform's log-in could not be asked
     * @param code the platform's code, or our own
     * @param message what was attempted and what was seen; holds no credential
     */
    public ReconnectException(Reason reason, String code, String message) {
        super(message);
        this.reason = reason;
        this.code = code;
    }

    /** The outcome of a publish that had no token. */
    public ShareResult toResult() {
        return new ShareResult.Rejected(
                reason,
                code,
                String.valueOf(getMessage()),
                reason == Reason.UNAUTHORIZED ? "Connect the account again." : "Share again in a while.",
                null);
    }
}
