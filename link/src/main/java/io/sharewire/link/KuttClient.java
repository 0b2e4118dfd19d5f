package io.sharewire.link;

import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A Kutt server's API, version 2 as of release 3. With {@code reuse} it gives the same link back for the same address,
 * user and domain, with 200 instead of 201. Its own refusals may come with status 500: the words in {@code error} count.
 */
final class KuttClient implements ShortenerClient {

    private final ShortenerSettings settings;

    KuttClient(ShortenerSettings settings) {
        this.settings = settings;
    }

    private record Create(
            String target, boolean reuse, @Nullable String domain) {}

    private record Body(
            @Nullable String link,
            @Nullable String target,
            @Nullable String error) {}

    @Override
    public Request create(String url, String title) {
        String domain = settings.domain().isEmpty() ? null : settings.domain();
        return new Request.Builder()
                .url(HttpUrl.get(settings.baseUrl())
                        .newBuilder()
                        .addPathSegments("api/v2/links")
                        .build())
                .header("X-API-KEY", settings.token().reveal())
                .post(ApiClient.body("application/json", Json.write(new Create(url, true, domain))))
                .build();
    }

    @Override
    public ShortenerAnswer read(ApiReply.Answer answer) {
        Body body = Json.read(answer.body(), Body.class).orElse(new Body(null, null, null));
        if (answer.isSuccess() && body.link() != null) {
            return new ShortenerAnswer.Link(body.link(), body.target());
        }
        String error = body.error();
        if (error != null && (error.startsWith("Custom URL") || error.startsWith("Target"))) {
            return new ShortenerAnswer.Refused(ShortenerTrouble.REFUSED, "answered " + answer.status() + ", " + error);
        }
        return ShortenerAnswer.byStatus(answer, error);
    }
}
