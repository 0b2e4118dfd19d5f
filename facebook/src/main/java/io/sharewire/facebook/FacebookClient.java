package io.sharewire.facebook;

import io.sharewire.Media;
import io.sharewire.Secret;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The Graph API calls that are used. The token goes in a header, where no log of addresses can find it. */
final class FacebookClient {

    /** Asked for in the create call itself; few, since a failing read answers like a failed write. */
    private static final String CREATED_FIELDS = "id,permalink_url,created_time";

    private static final String POST_FIELDS =
            "id,message,created_time,permalink_url,attachments{url,unshimmed_url,target}";

    private final FacebookSettings settings;
    private final ApiClient api;

    FacebookClient(FacebookSettings settings, ApiClient api) {
        this.settings = settings;
        this.api = api;
    }

    /** {@code POST /PAGE/feed} with the draft's form, plus what belongs to the call: the fields to answer, the proof. */
    ApiReply createPost(String type, String form) {
        Secret token = settings.accessToken();
        String proof = proof(token);
        String body = form + "&fields=" + CREATED_FIELDS.replace(",", "%2C")
                + (proof == null ? "" : "&appsecret_proof=" + proof);
        return api.send(request(page("feed").build(), token)
                .post(ApiClient.body(type, body))
                .build());
    }

    /**
     * {@code POST /PAGE/photos} with the bytes, unpublished: nobody sees it until a post takes it along, and after about a
     * day it is gone. By bytes rather than by address, since Facebook's fetcher fails at servers that answer ranges.
     */
    ApiReply uploadPhoto(Media photo) {
        Secret token = settings.accessToken();
        MultipartBody.Builder body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("published", "false")
                .addFormDataPart("source", "photo", RequestBody.create(photo.bytes(), MediaType.get(photo.type())));
        if (photo.alt() != null) {
            body.addFormDataPart("alt_text_custom", photo.alt());
        }
        String proof = proof(token);
        if (proof != null) {
            body.addFormDataPart("appsecret_proof", proof);
        }
        return api.send(
                request(page("photos").build(), token).post(body.build()).build());
    }

    /** {@code GET /PAGE/published_posts}, newest first. */
    ApiReply publishedPosts(@Nullable String after) {
        Secret token = settings.accessToken();
        HttpUrl.Builder url =
                page("published_posts").addQueryParameter("fields", POST_FIELDS).addQueryParameter("limit", "25");
        if (after != null) {
            url.addQueryParameter("after", after);
        }
        String proof = proof(token);
        if (proof != null) {
            url.addQueryParameter("appsecret_proof", proof);
        }
        return api.send(request(url.build(), token).get().build());
    }

    private HttpUrl.Builder page(String edge) {
        return HttpUrl.get(settings.baseUrl())
                .newBuilder()
                .addPathSegment(settings.version())
                .addPathSegment(settings.pageId())
                .addPathSegment(edge);
    }

    private static Request.Builder request(HttpUrl url, Secret token) {
        return new Request.Builder().url(url).header("Authorization", "Bearer " + token.reveal());
    }

    private @Nullable String proof(Secret token) {
        Secret secret = settings.appSecret();
        return secret == null ? null : appSecretProof(secret, token);
    }

    /** {@code hex(HMAC_SHA256(key = app secret, message = access token))}. */
    static String appSecretProof(Secret appSecret, Secret token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(token.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
