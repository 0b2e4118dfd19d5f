package io.sharewire;

/**
 * Something about a draft that an editor should know before it is sent.
 *
 * @param severity an error keeps the draft from being sent
 * @param code stable, upper-case with underscores, e.g. {@code TEXT_TOO_LONG}
 * @param message what is wrong, with the value
 * @param remedy the way out
 */
public record Problem(Severity severity, String code, String message, String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** The draft is refused: nothing is sent. */
        ERROR,
        /** The draft can be sent; readers may see less than hoped for. */
        WARNING
    }

    /** A problem that keeps the draft from being sent. */
    public static Problem error(String code, String message, String remedy) {
        return new Problem(Severity.ERROR, code, message, remedy);
    }

    /** A problem that only deserves a look. */
    public static Problem warning(String code, String message, String remedy) {
        return new Problem(Severity.WARNING, code, message, remedy);
    }

    /** The editor's own text is over the limit; it is never cut. */
    public static Problem textTooLong(Length length) {
        return error(
                "TEXT_TOO_LONG",
                "The text has " + length.used() + " of " + length.limit() + " " + length.unit() + ".",
                "Shorten it by " + (length.used() - length.limit()) + ", or leave it out to have one made to fit.");
    }

    /** Whether this keeps the draft from being sent. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
