package io.sharewire.twitter;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.Tokens;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.http.Redaction;
import io.sharewire.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** {@code POST /2/oauth2/token} and {@code /2/oauth2/revoke}, as one client. */
final class TokenEndpoint {

    private final HttpUrl base;
    private final String clientId;
    private final @Nullable Secret clientSecret;
    private final ApiClient api;
    private final Clock clock;

    TokenEndpoint(String baseUrl, String clientId, @Nullable Secret clientSecret, Duration timeout, Clock clock) {
        this.base = HttpUrl.get(baseUrl);
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.api = ApiClient.withTimeout(timeout);
        this.clock = clock;
    }

    String clientId() {
        return clientId;
    }

    /** The tokens for a grant. */
    Tokens tokens(FormBody.Builder grant, @Nullable Secret carried, Set<String> asked) {
        FormBody form = complete(grant);
        ApiReply reply = api.send(request("token", form));
        return TwitterClient.read(reply, TokenAnswer.class)
                .flatMap(answer -> answer.tokens(clock.instant(), carried, asked))
                .orElseThrow(() -> failure("give tokens", reply, form));
    }

    void revoke(Secret token) {
        FormBody form = complete(new FormBody.Builder().add("token", token.reveal()));
        ApiReply reply = api.send(request("revoke", form));
        if (!(reply instanceof ApiReply.Answer answer && answer.isSuccess())) {
            throw failure("revoke the token", reply, form);
        }
    }

    /** A client without a secret names itself; X refuses one that does both. */
    private FormBody complete(FormBody.Builder form) {
        return (clientSecret == null ? form.add("client_id", clientId) : form).build();
    }

    private Request request(String what, FormBody form) {
        Request.Builder request = new Request.Builder()
                .url(base.newBuilder()
                        .addPathSegments("2/oauth2")
                        .addPathSegment(what)
                        .build())
                .post(form);
        if (clientSecret != null) {
            request.header("Authorization", Credentials.basic(clientId, clientSecret.reveal()));
        }
        return request.build();
    }

    /**
     * Why there are none. Only what X says about the grant or the client is final. After a lost answer the refresh token may
     * be spent or not; the next attempt will tell.
     */
    private static ReconnectException failure(String what, ApiReply reply, FormBody form) {
        if (!(reply instanceof ApiReply.Answer answer)) {
            return new ReconnectException(
                    Reason.UNAVAILABLE, "LOGIN_UNREACHABLE", "X's log-in did not " + what + ": no answer came.");
        }
        TokenAnswer said = Json.read(answer.body(), TokenAnswer.class).orElse(null);
        String error = said == null || said.error() == null ? "" : said.error();
        String words = said == null || said.description() == null ? "" : ": " + said.description();
        boolean isFinal = (answer.status() == 400 || answer.status() == 401) && !error.isEmpty();
        String message = "X's log-in did not " + what + " (" + answer.status() + (error.isEmpty() ? "" : " " + error)
                + words + ").";
        return new ReconnectException(
                isFinal ? Reason.UNAUTHORIZED : Reason.UNAVAILABLE,
                answer.status() + (error.isEmpty() ? "" : "/" + error),
                Redaction.redact(message, secrets(form)));
    }

    /** The values of a form that must not come back in a message. */
    private static List<Secret> secrets(FormBody form) {
        List<Secret> secrets = new ArrayList<>();
        for (int i = 0; i < form.size(); i++) {
            if (Set.of("code", "code_verifier", "refresh_token", "token").contains(form.name(i))) {
                secrets.add(Secret.of(form.value(i)));
            }
        }
        return secrets;
    }
}
