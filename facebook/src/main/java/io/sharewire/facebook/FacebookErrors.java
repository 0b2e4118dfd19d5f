package io.sharewire.facebook;

import static io.sharewire.facebook.FacebookErrors.Handling.AMBIGUOUS;
import static io.sharewire.facebook.FacebookErrors.Handling.CONFIGURE;
import static io.sharewire.facebook.FacebookErrors.Handling.CONTENT;
import static io.sharewire.facebook.FacebookErrors.Handling.DUPLICATE;
import static io.sharewire.facebook.FacebookErrors.Handling.RECONNECT;
import static io.sharewire.facebook.FacebookErrors.Handling.WAIT;

import io.sharewire.Evidence;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.http.ApiReply;
import io.sharewire.http.Redaction;
import io.sharewire.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facebook's answer to a create call that did not make a post → what is known.
 *
 * <p>HTTP status is a weak signal there; the body's {@code code} and {@code error_subcode} decide. The first row that
 * fits wins, so rows with a subcode or a phrase stand before the row of their code.
 */
final class FacebookErrors {

    /** What a code means for a publish call. */
    enum Handling {
        /** Posts were seen to be made in spite of it. */
        AMBIGUOUS,
        WAIT,
        RECONNECT,
        CONFIGURE,
        CONTENT,
        DUPLICATE
    }

    private record Row(int from, int to, int subcode, String phrase, Handling handling, Duration pause, String remedy) {

        boolean fits(FacebookError error) {
            return error.code() >= from
                    && error.code() <= to
                    && (subcode == 0 || subcode == error.subcode() || subcode == error.code())
                    && (phrase.isEmpty()
                            || (error.message() != null && error.message().contains(phrase)));
        }
    }

    private static final Duration HOURS = Duration.ofHours(3);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String LOGIN = "Connect the Page again.";
    private static final String AT_FACEBOOK = "Log in at facebook.com and follow what it asks for, then try again.";
    private static final String PERMISSION =
            "Grant pages_manage_posts and pages_read_engagement, and the task to create content on the Page.";
    private static final String PAGE_TOKEN = "Use the Page's access token, not the person's.";
    private static final String PROOF = "Set the app secret of the app that made the token.";
    private static final String SLOWER = "Stop posting to this Page for hours; trying again sooner prolongs the block.";
    private static final String LATER = "Wait until the limit is lifted.";
    private static final String REWRITE = "Change the text or the link.";
    private static final String LINK = "Check that the article's address is right and publicly reachable.";
    private static final String IMAGE = "Use another picture: JPEG or PNG below 4 MB.";
    private static final String STANDARDS = "Read Facebook's notice to the Page; this content is not accepted.";
    private static final String LOOK = "Look at the Page before sending again.";

    private static final List<Row> TABLE = List.of(
            code(1, AMBIGUOUS, LOOK),
            code(2, AMBIGUOUS, LOOK),
            range(-2, -1, AMBIGUOUS, LOOK),
            // Told by other clients as numbers in the answer, be it as code or as subcode.
            anywhere(1366046, CONTENT, IMAGE),
            anywhere(2069019, CONTENT, IMAGE),
            anywhere(1366051, AMBIGUOUS, LOOK),
            anywhere(1363047, AMBIGUOUS, LOOK),
            anywhere(1609010, AMBIGUOUS, LOOK),
            anywhere(1609005, CONTENT, LINK),
            anywhere(1609008, CONTENT, "Facebook takes no links to itself."),
            anywhere(2061006, CONTENT, REWRITE),
            anywhere(1349125, CONTENT, REWRITE),
            anywhere(4854002, CONFIGURE, AT_FACEBOOK),
            code(3, CONFIGURE, "The app lacks this capability; check its products and review state."),
            wait(4, HOUR, "The app's limit is reached. " + LATER),
            // With read-after-write fields a missing read permission can answer after the post was made.
            code(10, AMBIGUOUS, PERMISSION + " " + LOOK),
            code(12, CONFIGURE, "Set a newer Graph API version."),
            wait(17, HOURS, "The person's limit is reached. " + LATER),
            code(21, CONFIGURE, "The Page moved to the id named in the message; set that page id."),
            wait(32, HOURS, "The Page's limit is reached. " + LATER),
            sub(100, 33, CONFIGURE, "Check the page id and that the token is for this Page."),
            phrase(100, "nonexisting field", AMBIGUOUS, LOOK),
            phrase(100, "appsecret_proof", CONFIGURE, PROOF),
            phrase(
                    100,
                    "scheduled publish time",
                    CONTENT,
                    "Too soon, too far ahead, or 29 posts are scheduled already."),
            phrase(100, "No permission", CONFIGURE, PERMISSION),
            code(100, CONTENT, REWRITE),
            code(102, RECONNECT, LOGIN),
            code(104, CONFIGURE, PROOF),
            code(105, CONTENT, REWRITE),
            sub(190, 459, CONFIGURE, AT_FACEBOOK),
            sub(190, 464, CONFIGURE, AT_FACEBOOK),
            sub(190, 492, CONFIGURE, "The person lost the role on the Page; give it back or connect another person."),
            phrase(190, "impersonating a user's page", CONFIGURE, PERMISSION),
            code(190, RECONNECT, LOGIN),
            code(197, CONTENT, "Give the post a text or a link."),
            phrase(200, "posted to a page as the page itself", CONFIGURE, PAGE_TOKEN),
            phrase(200, "publish_actions", CONFIGURE, PAGE_TOKEN),
            code(283, AMBIGUOUS, PERMISSION + " " + LOOK),
            range(200, 299, CONFIGURE, PERMISSION),
            code(324, CONTENT, IMAGE),
            wait(341, HOURS, SLOWER),
            subWait(368, 1390008, HOURS, SLOWER),
            sub(368, 1404006, CONFIGURE, AT_FACEBOOK),
            sub(368, 1404078, CONFIGURE, "The Page needs publishing authorisation; see its settings."),
            sub(368, 1404102, CONTENT, STANDARDS),
            sub(368, 1404112, CONTENT, STANDARDS),
            sub(368, 1346003, CONTENT, STANDARDS),
            phrase(368, "already posted", DUPLICATE, LOOK),
            wait(368, HOURS, SLOWER),
            code(506, DUPLICATE, "The Page's last post is the same; change the text if it is meant."),
            wait(613, HOUR, LATER),
            code(803, CONFIGURE, "Use the Page's numeric id."),
            code(1500, CONTENT, LINK),
            code(5101, CONTENT, IMAGE),
            new Row(80000, 80099, 0, "", WAIT, HOUR, LATER),
            code(2500, CONFIGURE, "Set a Graph API version that exists."),
            code(2635, CONFIGURE, "Set a newer Graph API version."));

    private FacebookErrors() {}

    /** What an answer without a usable id says about a create call that began at {@code since}. */
    static ShareResult toResult(
            String target, ApiReply.Answer answer, Instant since, Instant now, List<Secret> secrets) {
        FacebookError error = Json.read(answer.body(), FacebookPost.class)
                .map(FacebookPost::error)
                .orElse(null);
        if (error == null) {
            return new ShareResult.Unknown(new Evidence(
                    answer.isSuccess() ? "NO_ID" : "SERVER_ERROR",
                    target + " answered " + answer.status() + " without saying what it did.",
                    since));
        }
        String said = target + " answered " + answer.status() + ", error " + error.label() + ": "
                + Redaction.redact(error.describe(), secrets);
        return TABLE.stream()
                .filter(row -> row.fits(error))
                .findFirst()
                .map(row -> toResult(row, error, said, answer, since, now))
                .orElseGet(() -> new ShareResult.Unknown(new Evidence(
                        "FACEBOOK_" + error.label(), said + " This error is not in the table of known ones.", since)));
    }

    private static ShareResult toResult(
            Row row, FacebookError error, String said, ApiReply.Answer answer, Instant since, Instant now) {
        return switch (row.handling) {
            case AMBIGUOUS -> new ShareResult.Unknown(new Evidence("FACEBOOK_" + error.label(), said, since));
            case WAIT -> rejected(Reason.RATE_LIMITED, error, said, row, now.plus(wait(answer, row.pause)));
            case RECONNECT -> rejected(Reason.UNAUTHORIZED, error, said, row, null);
            case CONFIGURE -> rejected(Reason.FORBIDDEN, error, said, row, null);
            case CONTENT -> rejected(Reason.INVALID_CONTENT, error, said, row, null);
            case DUPLICATE -> rejected(Reason.DUPLICATE, error, said, row, null);
        };
    }

    private static ShareResult rejected(
            Reason reason, FacebookError error, String said, Row row, @Nullable Instant retryAfter) {
        return new ShareResult.Rejected(reason, error.label(), said, row.remedy, retryAfter);
    }

    private static Duration wait(ApiReply.Answer answer, Duration otherwise) {
        Duration told = FacebookUsage.of(answer.headers()).regain();
        return told.isZero() ? otherwise : told;
    }

    private static Row code(int code, Handling handling, String remedy) {
        return new Row(code, code, 0, "", handling, HOUR, remedy);
    }

    private static Row sub(int code, int subcode, Handling handling, String remedy) {
        return new Row(code, code, subcode, "", handling, HOUR, remedy);
    }

    private static Row phrase(int code, String phrase, Handling handling, String remedy) {
        return new Row(code, code, 0, phrase, handling, HOUR, remedy);
    }

    private static Row anywhere(int number, Handling handling, String remedy) {
        return new Row(Integer.MIN_VALUE, Integer.MAX_VALUE, number, "", handling, HOUR, remedy);
    }

    private static Row range(int from, int to, Handling handling, String remedy) {
        return new Row(from, to, 0, "", handling, HOUR, remedy);
    }

    private static Row wait(int code, Duration pause, String remedy) {
        return new Row(code, code, 0, "", WAIT, pause, remedy);
    }

    private static Row subWait(int code, int subcode, Duration pause, String remedy) {
        return new Row(code, code, subcode, "", WAIT, pause, remedy);
    }
}
