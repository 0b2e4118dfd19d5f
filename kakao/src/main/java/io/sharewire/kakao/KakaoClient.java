package io.sharewire.kakao;

import io.sharewire.Secret;
import io.sharewire.auth.RefreshingToken;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The calls of the Message API. They take forms, with JSON as the value of a field. */
final class KakaoClient {

    private static final String FORM = KakaoForm.TYPE + ";charset=utf-8";

    private final HttpUrl base;
    private final Supplier<Secret> accessToken;
    private final ApiClient api;

    KakaoClient(KakaoSettings settings) {
        this.base = HttpUrl.get(settings.baseUrl());
        this.accessToken = settings.accessToken();
        this.api = ApiClient.withTimeout(settings.timeout());
    }

    /** {@code POST /v2/api/talk/memo/…}: a message to the token's own account. */
    ApiReply sendToMe(KakaoForm message) {
        return post("v2/api/talk/memo/" + message.path(), message.body());
    }

    /** {@code POST /v1/api/talk/friends/message/…}: a message to at most five friends, a JSON list of uuids. */
    ApiReply sendToFriends(KakaoForm message, String receivers) {
        return post("v1/api/talk/friends/message/" + message.path(), message.to(receivers));
    }

    ApiReply post(String path, String form) {
        return send(new Request.Builder().url(address(path).build()).post(ApiClient.body(FORM, form)));
    }

    HttpUrl.Builder address(String path) {
        return base.newBuilder().addPathSegments(path);
    }

    /** Whether an address is of the same server, so that the token may go there. */
    boolean isOwn(HttpUrl url) {
        return url.scheme().equals(base.scheme()) && url.host().equals(base.host()) && url.port() == base.port();
    }

    /**
     * One request; after the proof that it was refused for its token, one more with a renewed token where there is one.
     *
     * @throws io.sharewire.auth.ReconnectException if there is no token to be had
     */
    ApiReply send(Request.Builder request) {
        Secret token = accessToken.get();
        ApiReply reply = sendWith(request, token);
        if (!isDeadToken(reply) || !(accessToken instanceof RefreshingToken refreshing)) {
            return reply;
        }
        Secret renewed = refreshing.renewAfter(token);
        return renewed.equals(token) ? reply : sendWith(request, renewed);
    }

    /** One request with an app key instead of a user's token. */
    ApiReply sendWithKey(Request.Builder request, KakaoAppKey key) {
        return api.send(request.header("Authorization", "KakaoAK " + key.key().reveal())
                .header("KA", KakaoAgent.of(KakaoAgent.SDK, key.origin()))
                .build());
    }

    private ApiReply sendWith(Request.Builder request, Secret token) {
        return api.send(
                request.header("Authorization", "Bearer " + token.reveal()).build());
    }

    /** A token is not worth renewing for a wrong server, domain or app key, which say -401 as well. */
    private static boolean isDeadToken(ApiReply reply) {
        return reply instanceof ApiReply.Answer answer
                && answer.status() == 401
                && KakaoErrors.row(answer).filter(KakaoError::isDeadToken).isPresent();
    }

    /** A good answer as a {@code type}; empty for any other. */
    static <T> Optional<T> read(ApiReply reply, Class<T> type) {
        return reply instanceof ApiReply.Answer answer && answer.isSuccess()
                ? Json.read(answer.body(), type)
                : Optional.empty();
    }
}
