package io.sharewire.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Bitly's API, version 4. The same link of the same group and domain is given back, with 200 or 201. It tells neither how
 * long to wait nor how many calls are left.
 */
final class BitlyClient implements ShortenerClient {

    private final ShortenerSettings settings;

    BitlyClient(ShortenerSettings settings) {
        this.settings = settings;
    }

    private record Create(
            @JsonProperty("long_url") String longUrl,
            String domain,
            @JsonProperty("group_guid") @Nullable String group) {}

    private record Body(
            @Nullable String link,
            @JsonProperty("long_url") @Nullable String longUrl,
            @Nullable String message,
            @Nullable String description) {}

    @Override
    public Request create(String url, String title) {
        return new Request.Builder()
                .url(HttpUrl.get(settings.baseUrl())
                        .newBuilder()
                        .addPathSegments("v4/shorten")
                        .build())
                .header("Authorization", "Bearer " + settings.token().reveal())
                .post(ApiClient.body(
                        "application/json", Json.write(new Create(url, settings.domain(), settings.group()))))
                .build();
    }

    @Override
    public ShortenerAnswer read(ApiReply.Answer answer) {
        Body body = Json.read(answer.body(), Body.class).orElse(new Body(null, null, null, null));
        if (answer.isSuccess() && body.link() != null) {
            return new ShortenerAnswer.Link(body.link(), body.longUrl());
        }
        String message = body.message();
        if (message == null) {
            return ShortenerAnswer.byStatus(answer, null);
        }
        String said = "answered " + answer.status() + ", " + message
                + (body.description() == null || body.description().isBlank() ? "" : " (" + body.description() + ")");
        if (message.contains("LIMIT_EXCEEDED")) {
            return new ShortenerAnswer.Refused(ShortenerTrouble.LIMIT, said);
        }
        if (message.equals("FORBIDDEN")) {
            return new ShortenerAnswer.Refused(ShortenerTrouble.UNAUTHORIZED, said);
        }
        if (message.startsWith("INVALID_ARG_") || message.equals("ALREADY_A_BITLY_LINK")) {
            return new ShortenerAnswer.Refused(ShortenerTrouble.REFUSED, said);
        }
        return ShortenerAnswer.byStatus(answer, message);
    }
}
