package io.sharewire.testkit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three legs of OAuth 1.0a; answers are forms, and the tokens of the last one do not expire. */
final class TwitterOAuth1 {

    private static final String FORM = "application/x-www-form-urlencoded;charset=utf-8";
    private static final String OUT_OF_BAND = "oob";

    /** A token on its way to be exchanged; the verifier comes with the user's consent. */
    private record Request(
            String secret, String callback, @Nullable String verifier) {}

    private final TwitterAccess access;
    private final TwitterApp app;
    private final TwitterTokens tokens;
    private final Map<String, Request> requests = new HashMap<>();

    TwitterOAuth1(TwitterAccess access, TwitterApp app, TwitterTokens tokens) {
        this.access = access;
        this.app = app;
        this.tokens = tokens;
    }

    void reset() {
        requests.clear();
    }

    /** {@code POST /oauth/request_token}, signed by the app alone. */
    Answer requestToken(Call call) {
        OAuth1Authorization signed = OAuth1Authorization.of(call).orElseThrow(TwitterProblems::unauthorized);
        access.checkSignature(call, signed, "");
        String callback = given(call, signed, "oauth_callback");
        if (!callback.equals(OUT_OF_BAND) && !callback.equals(app.redirectUri())) {
            throw TwitterProblems.callbackNotApproved();
        }
        String token = TwitterTokens.random("request-");
        String secret = TwitterTokens.random("secret-");
        requests.put(token, new Request(secret, callback, null));
        return Answer.of(
                200, FORM, "oauth_token=" + token + "&oauth_token_secret=" + secret + "&oauth_callback_confirmed=true");
    }

    /** The page where the user consents, and does so at once; without a callback it shows the verifier. */
    Answer authorize(Parameters query) {
        String token = query.first("oauth_token").orElse("");
        Request request = requests.get(token);
        if (request == null) {
            throw TwitterProblems.unauthorized();
        }
        if (app.isDenying()) {
            requests.remove(token);
            return TwitterApp.redirect(request.callback(), "denied=" + token);
        }
        String verifier = TwitterTokens.random("v");
        requests.put(token, new Request(request.secret(), request.callback(), verifier));
        return request.callback().equals(OUT_OF_BAND)
                ? Answer.of(200, "text/html; charset=utf-8", "<code>" + verifier + "</code>")
                : TwitterApp.redirect(request.callback(), "oauth_token=" + token + "&oauth_verifier=" + verifier);
    }

    /** {@code POST /oauth/access_token}, signed with the request token, which is used up by it. */
    Answer accessToken(Call call) {
        OAuth1Authorization signed = OAuth1Authorization.of(call).orElseThrow(TwitterProblems::unauthorized);
        String token = signed.get("oauth_token");
        Request request = requests.get(token);
        if (request == null) {
            throw TwitterProblems.unauthorized();
        }
        access.checkSignature(call, signed, request.secret());
        if (!given(call, signed, "oauth_verifier").equals(request.verifier())) {
            throw TwitterProblems.unauthorized();
        }
        requests.remove(token);
        TwitterAccount user = TwitterAccount.NEWS;
        String granted = TwitterTokens.random(user.id() + "-");
        String secret = TwitterTokens.random("secret-");
        tokens.issueSigning(granted, secret, app.isReadOnly());
        return Answer.of(
                200,
                FORM,
                "oauth_token=" + granted + "&oauth_token_secret=" + secret + "&user_id=" + user.id() + "&screen_name="
                        + user.username());
    }

    /** A protocol parameter may stand in the header, in the query or in a form. */
    private static String given(Call call, OAuth1Authorization signed, String name) {
        return signed.parameters()
                .and(call.query())
                .and(call.form())
                .first(name)
                .orElse("");
    }
}
