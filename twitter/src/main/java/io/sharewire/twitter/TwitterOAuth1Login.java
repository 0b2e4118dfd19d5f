package io.sharewire.twitter;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.Validation;
import io.sharewire.auth.ReconnectException;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Connects an account by OAuth 1.0a, in three steps: a request token, the user's consent, the user's keys.
 *
 * <p>The keys do not expire; they die when the user or X ends them. The app must have read <em>and write</em> permission
 * before the consent: keys keep the permission they were made with. Immutable and thread-safe.
 */
public final class TwitterOAuth1Login {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpUrl base;
    private final Secret consumerKey;
    private final Secret consumerSecret;
    private final Clock clock;
    private final ApiClient api = ApiClient.withTimeout(TIMEOUT);

    private TwitterOAuth1Login(String baseUrl, Secret consumerKey, Secret consumerSecret, Clock clock) {
        this.base = HttpUrl.get(baseUrl);
        this.consumerKey = consumerKey;
        this.consumerSecret = consumerSecret;
        this.clock = clock;
    }

    /** The log-in for an app, at {@code https://api.x.com}. */
    public static TwitterOAuth1Login of(Secret consumerKey, Secret consumerSecret) {
        return new TwitterOAuth1Login("https://api.x.com", consumerKey, consumerSecret, Clock.systemUTC());
    }

    /**
     * The same log-in at another address, by another clock.
     *
     * @throws IllegalArgumentException if the address is neither https nor on this machine
     */
    public TwitterOAuth1Login at(String baseUrl, Clock ticking) {
        new Validation("TwitterOAuth1Login").baseUrl("baseUrl", baseUrl).orThrow();
        return new TwitterOAuth1Login(baseUrl, consumerKey, consumerSecret, ticking);
    }

    /**
     * A consent that was asked for; kept until the browser comes back.
     *
     * @param url where the user consents, a page of X
     * @param token the request token
     * @param tokenSecret its secret
     */
    public record Consent(String url, Secret token, Secret tokenSecret) {}

    /**
     * A user's keys for this app.
     *
     * @param token for {@link TwitterSettings#oauth1}
     * @param tokenSecret for {@link TwitterSettings#oauth1}
     * @param userId the account's numeric id
     * @param username the account's name without {@code @}
     */
    public record Keys(
            Secret token,
            Secret tokenSecret,
            @Nullable String userId,
            @Nullable String username) {}

    /**
     * The first step: the page to open.
     *
     * @param callback one of the app's registered callbacks; {@code oob} to have X show the user a verifier instead
     * @throws ReconnectException if X did not give a request token, or did not confirm the callback
     */
    public Consent begin(String callback) {
        OAuth1Signer app = signer(null, null);
        HttpUrl answer = ask("request_token", app, Map.of("oauth_callback", callback));
        if (!"true".equals(answer.queryParameter("oauth_callback_confirmed"))) {
            throw failure("CALLBACK_NOT_CONFIRMED", "X did not confirm the callback; register it for the app.");
        }
        Secret token = secret(answer, "oauth_token");
        HttpUrl page = base.newBuilder()
                .addPathSegments("oauth/authorize")
                .addQueryParameter("oauth_token", token.reveal())
                .build();
        return new Consent(page.toString(), token, secret(answer, "oauth_token_secret"));
    }

    /**
     * The last step: the keys.
     *
     * @param cameBackTo the whole address the browser came back to; with {@code oob}, {@code oauth_verifier=} and what the
     *     user was shown
     * @throws ReconnectException if the user refused, the answer is to another consent, or X refused the verifier
     */
    public Keys finish(Consent consent, String cameBackTo) {
        HttpUrl callback = Callback.query(cameBackTo);
        if (callback.queryParameter("denied") != null) {
            throw failure("ACCESS_DENIED", "The consent was refused.");
        }
        String token = callback.queryParameter("oauth_token");
        String verifier = callback.queryParameter("oauth_verifier");
        if (token != null && !token.equals(consent.token().reveal())) {
            throw failure("STATE_MISMATCH", "The answer does not belong to the consent that was asked for.");
        } else if (verifier == null || verifier.isBlank()) {
            throw failure("NO_CODE", "X sent the browser back without a verifier.");
        }
        HttpUrl answer =
                ask("access_token", signer(consent.token(), consent.tokenSecret()), Map.of("oauth_verifier", verifier));
        return new Keys(
                secret(answer, "oauth_token"),
                secret(answer, "oauth_token_secret"),
                answer.queryParameter("user_id"),
                answer.queryParameter("screen_name"));
    }

    private OAuth1Signer signer(@Nullable Secret token, @Nullable Secret tokenSecret) {
        return new OAuth1Signer(consumerKey, consumerSecret, token, tokenSecret, OAuth1Signer::randomNonce);
    }

    private HttpUrl ask(String what, OAuth1Signer signer, Map<String, String> more) {
        Request request = new Request.Builder()
                .url(base.newBuilder()
                        .addPathSegment("oauth")
                        .addPathSegment(what)
                        .build())
                .post(new FormBody.Builder().build())
                .build();
        ApiReply reply = api.send(signer.authorize(request, clock.instant(), more));
        if (reply instanceof ApiReply.Answer answer && answer.isSuccess()) {
            return Callback.query(answer.body());
        } else if (reply instanceof ApiReply.Answer answer && answer.status() < 500) {
            throw failure(
                    String.valueOf(answer.status()),
                    "X refused to give the " + what.replace('_', ' ') + " (" + answer.status()
                            + "); check the app's keys, its callbacks and this machine's clock.");
        }
        throw new ReconnectException(
                Reason.UNAVAILABLE, "LOGIN_UNREACHABLE", "X's log-in gave no " + what.replace('_', ' ') + ".");
    }

    private static Secret secret(HttpUrl answer, String name) {
        String value = answer.queryParameter(name);
        if (value == null || value.isBlank()) {
            throw failure("UNREADABLE_ANSWER", "X's log-in answered without " + name + ".");
        }
        return Secret.of(value);
    }

    private static ReconnectException failure(String code, String message) {
        return new ReconnectException(Reason.UNAUTHORIZED, code, message);
    }

    @Override
    public String toString() {
        return "TwitterOAuth1Login[" + base + "]";
    }
}
