package io.sharewire.kakao;

import static io.sharewire.kakao.KakaoError.Handling.AMBIGUOUS;
import static io.sharewire.kakao.KakaoError.Handling.CONFIGURE;
import static io.sharewire.kakao.KakaoError.Handling.CONSENT;
import static io.sharewire.kakao.KakaoError.Handling.CONTENT;
import static io.sharewire.kakao.KakaoError.Handling.GONE;
import static io.sharewire.kakao.KakaoError.Handling.NEXT_DAY;
import static io.sharewire.kakao.KakaoError.Handling.NEXT_MONTH;
import static io.sharewire.kakao.KakaoError.Handling.RECONNECT;
import static io.sharewire.kakao.KakaoError.Handling.WAIT;

import java.util.List;
import java.util.Optional;

/**
 * One error of Kakao's REST API and what it means for a call that writes.
 *
 * <p>The body's {@code code} decides, the words only where a code is overloaded; the first row that fits wins. Rests on
 * the error code page of Kakao's REST API. A used-up quota is an HTTP 400 without {@code Retry-After} there, never a 429.
 *
 * @param code Kakao's code; {@link #NO_CODE} for an answer without one
 * @param http the status it comes with
 * @param phrase what the message must hold
 * @param handling what it means
 * @param receiver whether it can be the fault of one receiver, while others may still get the message
 * @param remedy the way out
 */
record KakaoError(int code, int http, String phrase, Handling handling, boolean receiver, String remedy) {

    /** What a code means. */
    enum Handling {
        /** Something failed inside Kakao, maybe after the message went out. */
        AMBIGUOUS,
        WAIT,
        NEXT_DAY,
        NEXT_MONTH,
        RECONNECT,
        /** The account's owner must consent to more. */
        CONSENT,
        CONFIGURE,
        CONTENT,
        GONE
    }

    /** An answer without a code. */
    static final int NO_CODE = 0;

    static final String SCOPES = "{scopes}";

    private static final String LOOK = "Look into the chat before sending again.";
    private static final String LOGIN = "Connect the Kakao account again.";
    private static final String TEMPLATE = "Change the text, the picture or the link.";
    private static final String IMAGE = "Use another picture: JPEG or PNG below 5 MB.";
    private static final String MAINTENANCE = "Kakao is under maintenance; see its notices and share again later.";
    private static final String PERMISSION =
            "Apply for the permission under [App] > [Additional features] in Kakao's developer console.";
    private static final String APP_KEY = "Check the app's keys in Kakao's developer console and connect again.";
    private static final String ALLOWED = "Register this server's address with the app in Kakao's developer console.";
    private static final String SANCTION = "Kakao restricted it; ask Kakao's support.";
    private static final String PERSON = "Connect another Kakao account.";
    private static final String RECEIVER = "Take this receiver off the list.";
    private static final String NO_FRIEND =
            "Read the friends again, which Kakao keeps for a while; then take this receiver off the list.";
    private static final String TOMORROW = "Wait for midnight in Korea, or enable paid use in the developer console.";

    private static final List<KakaoError> TABLE = List.of(
            row(-1, 400, AMBIGUOUS, LOOK),
            phrase(-2, 400, "identical to the sender", CONTENT, "Send to yourself by itself, not along with friends.")
                    .ofReceiver(),
            phrase(-2, 400, "receiver", CONTENT, "Take receivers off the list who are not friends that use this app.")
                    .ofReceiver(),
            phrase(-2, 400, "messageType", CONFIGURE, "Use a template that was made for the Message API."),
            row(-2, 400, CONTENT, TEMPLATE),
            row(
                    -3,
                    403,
                    CONFIGURE,
                    "Switch talk_message (for friends also friends) on under the consent items in Kakao's developer console."),
            row(-4, 403, CONFIGURE, SANCTION).ofReceiver(),
            row(-5, 403, CONFIGURE, PERMISSION),
            row(-6, 403, CONFIGURE, SANCTION).ofReceiver(),
            row(-7, 400, WAIT, MAINTENANCE),
            // Of all headers only the token is not ours.
            row(-8, 400, CONFIGURE, "Check that the access token was copied whole."),
            row(-9, 400, GONE, "Kakao ended this API; use a newer version of this library."),
            row(-10, 400, NEXT_DAY, TOMORROW),
            row(-11, 400, NEXT_DAY, "Raise the limit of paid use in the developer console, or wait for its reset."),
            row(-12, 403, CONFIGURE, SANCTION),
            row(-101, 400, RECONNECT, LOGIN).ofReceiver(),
            // Belongs to sign-up; no send call is known to answer so.
            row(-102, 400, AMBIGUOUS, LOOK),
            row(-103, 400, CONFIGURE, PERSON).ofReceiver(),
            row(-201, 400, CONTENT, TEMPLATE),
            row(-301, 400, CONFIGURE, APP_KEY),
            phrase(-401, 401, "mismatched", CONFIGURE, ALLOWED),
            phrase(-401, 401, "appKey", CONFIGURE, APP_KEY),
            row(-401, 401, RECONNECT, LOGIN),
            row(-402, 403, CONSENT, "Log in again and consent to " + SCOPES + "."),
            row(-405, 401, CONFIGURE, "The account's owner must verify the age with Kakao; or connect another account.")
                    .ofReceiver(),
            row(-406, 401, CONFIGURE, PERSON).ofReceiver(),
            row(-501, 400, CONFIGURE, "The account must be registered with KakaoTalk; or connect another account.")
                    .ofReceiver(),
            row(-502, 400, CONFIGURE, NO_FRIEND).ofReceiver(),
            row(-504, 400, CONFIGURE, RECEIVER).ofReceiver(),
            row(-530, 400, CONFIGURE, "The receiver blocks messages of this app in KakaoTalk's settings.")
                    .ofReceiver(),
            row(-531, 400, NEXT_MONTH, "Wait for the first of the month in Korea."),
            row(-532, 400, NEXT_DAY, TOMORROW),
            row(-533, 400, NEXT_DAY, TOMORROW).ofReceiver(),
            row(-536, 400, NEXT_DAY, TOMORROW).ofReceiver(),
            row(-602, 400, CONTENT, IMAGE),
            row(-603, 400, AMBIGUOUS, LOOK),
            row(-606, 400, CONTENT, IMAGE),
            row(-903, 400, CONFIGURE, APP_KEY),
            row(-911, 400, CONTENT, IMAGE),
            row(-9798, 503, WAIT, MAINTENANCE),
            // Without a code the status decides where all codes of that status agree that nothing was sent.
            row(NO_CODE, 401, RECONNECT, LOGIN),
            row(NO_CODE, 403, CONFIGURE, PERMISSION),
            row(NO_CODE, 404, CONFIGURE, "Check the base URL: Kakao has no such call there."));

    /** The row of a code; empty if nobody knows it. */
    static Optional<KakaoError> of(int status, int code, String message) {
        return TABLE.stream().filter(row -> row.fits(status, code, message)).findFirst();
    }

    /** The code counts under another status too, but not under a 5xx that does not belong to it. */
    private boolean fits(int status, int said, String message) {
        return code == said && (http == status || (code != NO_CODE && status < 500)) && message.contains(phrase);
    }

    /** What to do about it where it is one receiver's fault. */
    String receiverRemedy() {
        boolean accounts = handling == RECONNECT || remedy.equals(PERSON) || remedy.equals(SANCTION);
        return accounts ? RECEIVER : remedy;
    }

    /** Whether a new access token can cure it: the old one is unknown or has expired. */
    boolean isDeadToken() {
        return http == 401 && handling == RECONNECT;
    }

    private KakaoError ofReceiver() {
        return new KakaoError(code, http, phrase, handling, true, remedy);
    }

    private static KakaoError row(int code, int http, Handling handling, String remedy) {
        return phrase(code, http, "", handling, remedy);
    }

    private static KakaoError phrase(int code, int http, String phrase, Handling handling, String remedy) {
        return new KakaoError(code, http, phrase, handling, false, remedy);
    }
}
