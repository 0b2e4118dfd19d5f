package io.sharewire.kakao;

import static io.sharewire.Reason.FORBIDDEN;
import static io.sharewire.Reason.RATE_LIMITED;
import static io.sharewire.Reason.UNAUTHORIZED;
import static io.sharewire.Reason.UNAVAILABLE;

import io.sharewire.Reason;
import java.util.List;
import java.util.Optional;

/**
 * One error of Kakao Login. The code alone decides; Kakao documents no status for most of them.
 *
 * @param code Kakao's {@code error_code}
 * @param reason what it means
 * @param remedy the way out
 */
record KoeError(String code, Reason reason, String remedy) {

    private static final String CONSOLE = " in Kakao's developer console.";
    private static final String REPORT = "Check the base URL of the log-in; a newer version of this library may help.";
    private static final String AGAIN = "Connect the Kakao account again.";

    private static final List<KoeError> TABLE = List.of(
            new KoeError("KOE001", FORBIDDEN, REPORT),
            new KoeError("KOE002", FORBIDDEN, REPORT),
            new KoeError("KOE003", UNAVAILABLE, "Kakao Login has trouble; try again in a while."),
            new KoeError("KOE004", FORBIDDEN, "Switch Kakao Login on for the app" + CONSOLE),
            new KoeError("KOE005", FORBIDDEN, "Add this account to the members of the test app" + CONSOLE),
            new KoeError(
                    "KOE006", FORBIDDEN, "Register the redirect URI, to the letter, with the REST API key" + CONSOLE),
            new KoeError("KOE007", FORBIDDEN, "Register the logout redirect URI" + CONSOLE),
            new KoeError("KOE008", FORBIDDEN, "Use the app's REST API key, not its native, JavaScript or admin key."),
            new KoeError("KOE009", FORBIDDEN, "Register the site's domain with the key" + CONSOLE),
            new KoeError("KOE010", FORBIDDEN, "Set the client secret that belongs to the REST API key" + CONSOLE),
            new KoeError("KOE101", FORBIDDEN, "Set the app's REST API key as it is" + CONSOLE),
            new KoeError("KOE205", FORBIDDEN, "Switch the scopes on under the consent items" + CONSOLE),
            new KoeError("KOE237", RATE_LIMITED, "Wait ten minutes; Kakao gives an account 20 tokens in that time."),
            new KoeError("KOE303", FORBIDDEN, "Use the same redirect URI for the consent and for its code."),
            new KoeError("KOE310", FORBIDDEN, REPORT),
            new KoeError("KOE319", UNAUTHORIZED, AGAIN),
            new KoeError("KOE320", UNAUTHORIZED, "Begin the log-in anew: its code has been used or is too old."),
            new KoeError("KOE322", UNAUTHORIZED, AGAIN));

    /** The row of a code; empty if nobody knows it. */
    static Optional<KoeError> of(String code) {
        return TABLE.stream().filter(row -> row.code.equals(code)).findFirst();
    }
}
