package io.sharewire.twitter;

import static io.sharewire.twitter.TwitterErrors.Handling.AGAIN;
import static io.sharewire.twitter.TwitterErrors.Handling.CONFIGURE;
import static io.sharewire.twitter.TwitterErrors.Handling.CONTENT;
import static io.sharewire.twitter.TwitterErrors.Handling.CREDITS;
import static io.sharewire.twitter.TwitterErrors.Handling.DUPLICATE;
import static io.sharewire.twitter.TwitterErrors.Handling.RECONNECT;
import static io.sharewire.twitter.TwitterErrors.Handling.WAIT;

import io.sharewire.Evidence;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.http.ApiReply;
import io.sharewire.http.Redaction;
import io.sharewire.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * X's answer to a create call that did not make a post → what is known.
 *
 * <p>Status and problem type decide; where X puts many things under 403, the words that tell them apart stand in the
 * row. The first row that fits wins. What is not in the table, and whatever is not JSON, is not proof of anything.
 */
final class TwitterErrors {

    /** What an answer means for a publish call. */
    enum Handling {
        RECONNECT(Reason.UNAUTHORIZED),
        CONFIGURE(Reason.FORBIDDEN),
        CONTENT(Reason.INVALID_CONTENT),
        DUPLICATE(Reason.DUPLICATE),
        CREDITS(Reason.QUOTA_EXHAUSTED),
        AGAIN(Reason.UNAVAILABLE),
        WAIT(Reason.RATE_LIMITED);

        private final Reason reason;

        Handling(Reason reason) {
            this.reason = reason;
        }
    }

    private record Row(int status, String slug, int code, String phrase, Handling handling, String remedy) {

        boolean fits(int answered, TwitterProblem problem) {
            return (status == ANY || status == answered)
                    && (slug.isEmpty() || slug.equals(problem.slug()))
                    && (code == 0 || code == problem.legacyCode())
                    && (phrase.isEmpty() || problem.words().contains(phrase));
        }
    }

    private static final int ANY = 0;

    private static final String SHORTER = "Shorten the text; only premium accounts may send more than 280.";
    private static final String REWRITE = "Change the text or the link.";
    private static final String MEDIA = "Attach the media again; it may have expired or be too heavy.";
    private static final String LOGIN =
            "Connect the account again; with OAuth 1.0a, check this machine's clock as well.";
    private static final String TOP_UP = "Top up the app's credits in X's developer console.";
    private static final String WRITE = "Give the app read and write permission, then connect the account again.";
    private static final String USER_TOKEN = "Use a user's token or OAuth 1.0a keys: the app's own token only reads.";
    private static final String ENROL =
            "Put the app into a project with a plan that may post, in X's developer console.";
    private static final String SUSPENDED = "X has suspended it; the owner must appeal at x.com.";
    private static final String CONVERSATION = "Post it on its own: X allows this only to who was mentioned or quoted.";
    private static final String LOOK =
            "X does not say why; check the account's standing, the text's length and the media, on x.com.";
    private static final String TWIN = "X has the same text already, perhaps deleted; change it if it is meant.";
    private static final String V2 = "Set the base URL of API v2, https://api.x.com.";

    private static final List<Row> TABLE = List.of(
            phrase(ANY, "too long", CONTENT, SHORTER),
            phrase(ANY, "media IDs are invalid", CONTENT, MEDIA),
            legacy(186, CONTENT, SHORTER),
            legacy(187, DUPLICATE, TWIN),
            legacy(324, CONTENT, MEDIA),
            legacy(32, RECONNECT, LOGIN),
            legacy(453, CONFIGURE, V2),
            status(400, CONTENT, REWRITE),
            status(401, RECONNECT, LOGIN),
            status(402, CREDITS, TOP_UP),
            phrase(403, "duplicate content", DUPLICATE, TWIN),
            phrase(403, "one cashtag", CONTENT, "Write all but one cashtag without the $."),
            phrase(403, "Reply to this conversation is not allowed", CONTENT, CONVERSATION),
            phrase(403, "Quoting this post is not allowed", CONTENT, CONVERSATION),
            phrase(403, "deleted or not visible", CONTENT, "The post to be answered is gone; post it on its own."),
            phrase(403, "invalid URL", CONTENT, REWRITE),
            phrase(403, "not allowed to post a video", CONTENT, "Use a video of at most 2 minutes."),
            slug(403, "oauth1-permissions", CONFIGURE, WRITE),
            // Seen now and then on requests that were in order.
            phrase(403, "Authenticating with Unknown", AGAIN, "Share it again."),
            slug(403, "unsupported-authentication", CONFIGURE, USER_TOKEN),
            slug(403, "client-forbidden", CONFIGURE, ENROL),
            slug(403, "user-suspended", CONFIGURE, SUSPENDED),
            slug(403, "app-suspended", CONFIGURE, SUSPENDED),
            phrase(403, "not permitted to perform this action", CONFIGURE, LOOK),
            status(403, CONFIGURE, "Check the app's permissions and the token's scopes, tweet.write among them."),
            status(404, CONFIGURE, V2),
            status(413, CONTENT, MEDIA),
            status(431, CONTENT, MEDIA),
            status(429, WAIT, "Wait until the limit is lifted."));

    private TwitterErrors() {}

    /** What an answer without a usable id says about a create call that began at {@code since}. */
    static ShareResult toResult(
            String target, ApiReply.Answer answer, Instant since, Instant now, List<Secret> secrets) {
        String said = describe(target, answer, secrets);
        Optional<TwitterProblem> read = problem(answer);
        if (answer.isSuccess()) {
            return unknown("NO_ID", said + " It does not say what it made.", since);
        } else if (answer.status() >= 500) {
            return unknown("SERVER_ERROR", said, since);
        } else if (read.isEmpty()) {
            return unknown("UNREADABLE_ANSWER", said, since);
        }
        TwitterProblem problem = read.get();
        return TABLE.stream()
                .filter(row -> row.fits(answer.status(), problem))
                .findFirst()
                .map(row -> rejected(row, answer, problem, said, now))
                .orElseGet(() -> unknown(
                        "TWITTER_" + answer.status(), said + " This error is not in the table of known ones.", since));
    }

    /** What was answered, in one line, with the id that X's support asks for; no credential is in it. */
    static String describe(String target, ApiReply.Answer answer, List<Secret> secrets) {
        String words = problem(answer).map(TwitterProblem::words).orElse("not JSON");
        String transaction = answer.headers().get("x-transaction-id");
        String said = target + " answered " + label(answer) + (words.isEmpty() ? "" : ": " + words)
                + (transaction == null ? "" : " [x-transaction-id " + transaction + "]");
        return Redaction.redact(said, secrets) + (said.endsWith(".") ? "" : ".");
    }

    private static ShareResult rejected(
            Row row, ApiReply.Answer answer, TwitterProblem problem, String said, Instant now) {
        if (row.handling != WAIT) {
            return new ShareResult.Rejected(row.handling.reason, label(answer), said, row.remedy, null);
        }
        return RateLimit.of(answer, problem, now).toResult(label(answer), said);
    }

    private static ShareResult unknown(String code, String message, Instant since) {
        return new ShareResult.Unknown(new Evidence(code, message, since));
    }

    /** {@code 403/client-forbidden}, {@code 403/187}, or {@code 403} alone. */
    private static String label(ApiReply.Answer answer) {
        TwitterProblem problem = problem(answer).orElse(TwitterProblem.NONE);
        String more = problem.slug().isEmpty() && problem.legacyCode() != 0
                ? String.valueOf(problem.legacyCode())
                : problem.slug();
        return answer.status() + (more.isEmpty() ? "" : "/" + more);
    }

    /** The body as a problem; an empty one says nothing, one that is not JSON (an edge's page) cannot be relied on. */
    private static Optional<TwitterProblem> problem(ApiReply.Answer answer) {
        return answer.body().isBlank()
                ? Optional.of(TwitterProblem.NONE)
                : Json.read(answer.body(), TwitterProblem.class);
    }

    private static Row status(int status, Handling handling, String remedy) {
        return new Row(status, "", 0, "", handling, remedy);
    }

    private static Row slug(int status, String slug, Handling handling, String remedy) {
        return new Row(status, slug, 0, "", handling, remedy);
    }

    private static Row phrase(int status, String phrase, Handling handling, String remedy) {
        return new Row(status, "", 0, phrase, handling, remedy);
    }

    private static Row legacy(int code, Handling handling, String remedy) {
        return new Row(ANY, "", code, "", handling, remedy);
    }
}
