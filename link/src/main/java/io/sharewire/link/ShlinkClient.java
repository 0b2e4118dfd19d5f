package io.sharewire.link;

import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A Shlink server's API, version 3. With {@code findIfExists} it gives the same link back for the same address. */
final class ShlinkClient implements ShortenerClient {

    private static final String ERRORS = "https://shlink.io/api/error/";

    private final ShortenerSettings settings;

    ShlinkClient(ShortenerSettings settings) {
        this.settings = settings;
    }

    /** No title: the link found again would be another one's if it had to match. */
    private record Create(
            String longUrl, boolean findIfExists, @Nullable String domain) {}

    /** A link, or problem details as of RFC 7807. */
    private record Body(
            @Nullable String shortUrl,
            @Nullable String longUrl,
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail) {}

    @Override
    public Request create(String url, String title) {
        String domain = settings.domain().isEmpty() ? null : settings.domain();
        return new Request.Builder()
                .url(HttpUrl.get(settings.baseUrl())
                        .newBuilder()
                        .addPathSegments("rest/v3/short-urls")
                        .build())
                .header("X-Api-Key", settings.token().reveal())
                .post(ApiClient.body("application/json", Json.write(new Create(url, true, domain))))
                .build();
    }

    @Override
    public ShortenerAnswer read(ApiReply.Answer answer) {
        Body body = Json.read(answer.body(), Body.class).orElse(new Body(null, null, null, null, null));
        if (answer.isSuccess() && body.shortUrl() != null) {
            return new ShortenerAnswer.Link(body.shortUrl(), body.longUrl());
        }
        String type = body.type() == null ? "" : body.type().replace(ERRORS, "");
        String said = (type + " " + (body.detail() == null ? "" : body.detail())).strip();
        return switch (type) {
            case "missing-authentication", "invalid-api-key" ->
                new ShortenerAnswer.Refused(ShortenerTrouble.UNAUTHORIZED, "answered " + answer.status() + ", " + said);
            case "invalid-data", "domain-not-found", "non-unique-slug", "malformed-request-body" ->
                new ShortenerAnswer.Refused(ShortenerTrouble.REFUSED, "answered " + answer.status() + ", " + said);
            default -> ShortenerAnswer.byStatus(answer, said);
        };
    }
}
