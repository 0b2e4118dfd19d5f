package io.sharewire.kakao;

import io.sharewire.Secret;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.url.PercentEncoding;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The Message API calls that are used. They take forms, with JSON as the value of a field. */
final class KakaoClient {

    private static final String FORM = "application/x-www-form-urlencoded;charset=utf-8";

    private final HttpUrl base;
    private final ApiClient api;

    KakaoClient(String baseUrl, ApiClient api) {
        this.base = HttpUrl.get(baseUrl);
        this.api = api;
    }

    /** {@code POST /v2/api/talk/memo/default/send}: a message to the token's own account. */
    ApiReply sendToMe(Secret token, String template) {
        // Encoded here and nowhere else: a template that is encoded twice is refused with -2.
        String form = "template_object=" + PercentEncoding.encode(template);
        return api.send(new Request.Builder()
                .url(base.newBuilder()
                        .addPathSegments("v2/api/talk/memo/default/send")
                        .build())
                .header("Authorization", "Bearer " + token.reveal())
                .post(ApiClient.body(FORM, form))
                .build());
    }
}
