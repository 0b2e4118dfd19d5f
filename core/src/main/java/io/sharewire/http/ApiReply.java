package io.sharewire.http;

import io.sharewire.Evidence;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.function.Function;
import okhttp3.Headers;

/** What came of one call: an answer, the certainty that nothing was sent, or neither. */
public sealed interface ApiReply {

    /**
     * The outcome of a publish call: what {@code answered} makes of an answer; without one, what is known all the same.
     *
     * @param target the target's name, for messages
     * @param since when the call began
     */
    default ShareResult toResult(String target, Instant since, Function<Answer, ShareResult> answered) {
        if (this instanceof Answer answer) {
            return answered.apply(answer);
        }
        return this instanceof Lost lost ? lost.toResult(target, since) : ((NotSent) this).toResult(target);
    }

    /**
     * The platform answered.
     *
     * @param status HTTP status
     * @param headers of the answer
     * @param body as UTF-8; whole if the status is 2xx, otherwise as far as it arrived
     */
    record Answer(int status, Headers headers, String body) implements ApiReply {

        /** Whether the status is 2xx. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Not one byte of the request was written: the host was not found, refused the connection, or failed the TLS
     * handshake.
     *
     * @param cause what happened
     */
    record NotSent(IOException cause) implements ApiReply {

        /** The outcome of a publish call that was not sent. */
        public ShareResult toResult(String target) {
            return new ShareResult.Rejected(
                    Reason.UNAVAILABLE,
                    "NOT_CONNECTED",
                    target + " could not be reached, nothing was sent: " + describe(cause) + ".",
                    "Check the network and the base URL, then share again.",
                    null);
        }
    }

    /**
     * Bytes may have reached the platform, and no whole answer came back.
     *
     * @param cause what happened
     */
    record Lost(IOException cause) implements ApiReply {

        /** The outcome of a publish call whose answer was lost. */
        public ShareResult toResult(String target, Instant since) {
            boolean timedOut = cause instanceof InterruptedIOException;
            return new ShareResult.Unknown(new Evidence(
                    timedOut ? "TIMED_OUT" : "ANSWER_LOST",
                    "The request to " + target + " went out, but "
                            + (timedOut ? "no answer came in time" : "the answer was lost") + ": " + describe(cause)
                            + ".",
                    since));
        }
    }

    private static String describe(IOException cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
