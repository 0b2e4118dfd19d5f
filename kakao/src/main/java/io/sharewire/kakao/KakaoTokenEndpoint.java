package io.sharewire.kakao;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.Tokens;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.http.Redaction;
import io.sharewire.json.Json;
import io.sharewire.url.PercentEncoding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** {@code POST /oauth/token}, as one app. */
final class KakaoTokenEndpoint {

    private static final String FORM = KakaoForm.TYPE + ";charset=utf-8";

    private final HttpUrl url;
    private final String restApiKey;
    private final @Nullable Secret clientSecret;
    private final ApiClient api;
    private final Clock clock;

    KakaoTokenEndpoint(
            String baseUrl, String restApiKey, @Nullable Secret clientSecret, Duration timeout, Clock clock) {
        this.url =
                HttpUrl.get(baseUrl).newBuilder().addPathSegments("oauth/token").build();
        this.restApiKey = restApiKey;
        this.clientSecret = clientSecret;
        this.api = ApiClient.withTimeout(timeout);
        this.clock = clock;
    }

    String restApiKey() {
        return restApiKey;
    }

    /**
     * The tokens for a grant.
     *
     * @param carried the refresh token to keep if none is given
     * @param asked the scopes if Kakao does not name them
     */
    Tokens tokens(String grantType, Map<String, String> grant, @Nullable Secret carried, Set<String> asked) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grantType);
        form.put("client_id", restApiKey);
        form.putAll(grant);
        if (clientSecret != null) {
            form.put("client_secret", clientSecret.reveal());
        }
        ApiReply reply = api.send(new Request.Builder()
                .url(url)
                .post(ApiClient.body(
                        FORM,
                        form.entrySet().stream()
                                .map(field -> field.getKey() + "=" + PercentEncoding.encode(field.getValue()))
                                .collect(Collectors.joining("&"))))
                .build());
        return KakaoClient.read(reply, KakaoTokenAnswer.class)
                .flatMap(answer -> answer.tokens(clock.instant(), carried, asked))
                .orElseThrow(() -> failure(reply, grant));
    }

    /**
     * Why there are none. After a lost answer the refresh token may have been replaced; the next attempt will tell.
     */
    private ReconnectException failure(ApiReply reply, Map<String, String> grant) {
        if (!(reply instanceof ApiReply.Answer answer)) {
            return new ReconnectException(
                    Reason.UNAVAILABLE, "LOGIN_UNREACHABLE", "Kakao Login gave no tokens: no answer came.");
        }
        KakaoTokenAnswer said = Json.read(answer.body(), KakaoTokenAnswer.class).orElse(KakaoTokenAnswer.NONE);
        String code = said.code() == null ? said.error() == null ? "" : said.error() : said.code();
        String message = "Kakao Login gave no tokens (" + answer.status() + (code.isEmpty() ? "" : " " + code)
                + (said.description() == null ? "" : ": " + said.description()) + ").";
        KoeError row = KoeError.of(code).orElseGet(() -> unknown(answer, code));
        Instant retryAfter =
                row.reason() == Reason.RATE_LIMITED ? clock.instant().plus(TokenLimit.WINDOW) : null;
        return new ReconnectException(
                row.reason(), row.code(), Redaction.redact(message, secrets(grant)), row.remedy(), retryAfter);
    }

    /** What an error means that is not in the table: final only if Kakao names one and the status is the client's. */
    private static KoeError unknown(ApiReply.Answer answer, String code) {
        boolean isFinal = !code.isEmpty() && (answer.status() == 400 || answer.status() == 401);
        return new KoeError(
                code.isEmpty() ? "HTTP_" + answer.status() : code,
                isFinal ? Reason.UNAUTHORIZED : Reason.UNAVAILABLE,
                isFinal ? "Connect the Kakao account again." : "Try again in a while.");
    }

    /** What must not come back in a message. */
    private List<Secret> secrets(Map<String, String> grant) {
        List<Secret> secrets = new ArrayList<>();
        grant.forEach((name, value) -> {
            if (name.equals("code") || name.equals("refresh_token")) {
                secrets.add(Secret.of(value));
            }
        });
        if (clientSecret != null) {
            secrets.add(clientSecret);
        }
        return secrets;
    }
}
