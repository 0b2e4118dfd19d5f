package io.sharewire.link;

import io.sharewire.http.ApiReply;
import io.sharewire.http.Redaction;
import java.util.List;

/**
 * What came of telling somebody about new addresses.
 *
 * @param outcome what is known
 * @param code stable, upper-case, e.g. {@code ACCEPTED} or {@code KEY_NOT_VALID}
 * @param message what was told whom, and what the answer was
 * @param remedy the way out; empty if none is needed
 */
public record PingResult(Outcome outcome, String code, String message, String remedy) {

    /** What is known. */
    public enum Outcome {
        /** They were told. What they do with it is up to them. */
        ACCEPTED,
        /** They were not: the request was refused, here or there, or did not arrive. */
        REFUSED,
        /** They may have been told. Telling them again does no harm. */
        UNKNOWN
    }

    static PingResult accepted(String code, String message) {
        return new PingResult(Outcome.ACCEPTED, code, message, "");
    }

    static PingResult refused(String code, String message, String remedy) {
        return new PingResult(Outcome.REFUSED, code, message, remedy);
    }

    /** For an answer that is neither a yes nor a no. */
    static PingResult unknown(String message) {
        return new PingResult(Outcome.UNKNOWN, "NO_ANSWER", message, "Tell them again later.");
    }

    /** For a request that was not answered. */
    static PingResult unanswered(String whom, ApiReply reply) {
        return reply instanceof ApiReply.NotSent notSent
                ? refused(
                        "NOT_CONNECTED",
                        whom + " could not be reached: " + notSent.cause() + ".",
                        "Check the network and the address, then tell them again.")
                : unknown(whom + " did not answer: " + ((ApiReply.Lost) reply).cause() + ".");
    }

    /** The first words of a body, on one line. */
    static String words(String body) {
        String line = Redaction.redact(body, List.of()).replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "" : ": " + (line.length() > 200 ? line.substring(0, 200) + "…" : line);
    }
}
