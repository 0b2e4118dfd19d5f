package io.sharewire.facebook;

import io.sharewire.Media;
import io.sharewire.Secret;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One call of the Graph API: version and path, the token in a header, where no log of addresses can find it, the proof
 * beside the other parameters.
 */
final class FacebookApi {

    private final HttpUrl root;
    private final AppSecretProof proof;
    private final ApiClient api;
    private final Consumer<ApiReply.Answer> watch;

    /**
     * Calls below {@code baseUrl/version}.
     *
     * @param watch sees every answer
     */
    FacebookApi(String baseUrl, String version, AppSecretProof proof, ApiClient api, Consumer<ApiReply.Answer> watch) {
        this.root = HttpUrl.get(baseUrl).newBuilder().addPathSegment(version).build();
        this.proof = proof;
        this.api = api;
        this.watch = watch;
    }

    ApiReply get(String path, Map<String, String> query, Secret token) {
        return send(token, url(path, query, proof.of(token)), "GET", null);
    }

    ApiReply delete(String path, Secret token) {
        return send(token, url(path, Map.of(), proof.of(token)), "DELETE", null);
    }

    /** A call that asks for a token: it has none of its own, and no proof. */
    ApiReply postWithoutToken(String path, FacebookForm form) {
        return send(null, url(path, Map.of(), Map.of()), "POST", ApiClient.body(FacebookForm.TYPE, form.body()));
    }

    /** @param body a form as it is; the proof is added to it */
    ApiReply post(String path, Map<String, String> query, String type, String body, Secret token) {
        String signed = new FacebookForm().with(proof.of(token)).body();
        String whole = body + (body.isEmpty() || signed.isEmpty() ? "" : "&") + signed;
        return send(token, url(path, query, Map.of()), "POST", ApiClient.body(type, whole));
    }

    /** Values, then the bytes of a file as {@code source}. */
    ApiReply postFile(String path, Map<String, String> values, Media file, Secret token) {
        MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
        values.forEach(body::addFormDataPart);
        proof.of(token).forEach(body::addFormDataPart);
        body.addFormDataPart("source", "photo", RequestBody.create(file.bytes(), MediaType.get(file.type())));
        return send(token, url(path, Map.of(), Map.of()), "POST", body.build());
    }

    private ApiReply send(@Nullable Secret token, HttpUrl url, String method, @Nullable RequestBody body) {
        Request.Builder request = new Request.Builder().url(url).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token.reveal());
        }
        ApiReply reply = api.send(request.build());
        if (reply instanceof ApiReply.Answer answer) {
            watch.accept(answer);
        }
        return reply;
    }

    private HttpUrl url(String path, Map<String, String> query, Map<String, String> proven) {
        HttpUrl.Builder url = root.newBuilder().addPathSegments(path);
        query.forEach(url::addQueryParameter);
        proven.forEach(url::addQueryParameter);
        return url.build();
    }
}
