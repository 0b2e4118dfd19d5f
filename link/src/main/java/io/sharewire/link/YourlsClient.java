package io.sharewire.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.time.Clock;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A YOURLS server's API. It knows each address once: the second time it answers 400, {@code "status":"fail"}, {@code
 * "code":"error:url"}, and the short link that exists.
 */
final class YourlsClient implements ShortenerClient {

    private final ShortenerSettings settings;
    private final Clock clock;

    YourlsClient(ShortenerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Body(
            @Nullable String status,
            @Nullable String code,
            @Nullable String message,
            @Nullable String shorturl,
            @Nullable JsonNode url) {}

    @Override
    public Request create(String url, String title) {
        FormBody.Builder form = new FormBody.Builder()
                .add("action", "shorturl")
                .add("format", "json")
                .add("url", url)
                // Without a title the server fetches the page for it first.
                .add("title", title.isEmpty() ? url : title);
        String user = settings.user();
        if (user == null) {
            settings.signature().fields(settings.token(), clock.instant()).forEach(form::add);
        } else {
            form.add("username", user).add("password", settings.token().reveal());
        }
        return new Request.Builder()
                .url(HttpUrl.get(settings.baseUrl())
                        .newBuilder()
                        .addPathSegment("yourls-api.php")
                        .build())
                .post(form.build())
                .build();
    }

    @Override
    public ShortenerAnswer read(ApiReply.Answer answer) {
        Body body = Json.read(answer.body(), Body.class).orElse(new Body(null, null, null, null, null));
        String code = body.code() == null ? "" : body.code();
        String shortUrl = body.shorturl();
        if (shortUrl != null && ("success".equals(body.status()) || code.equals("error:url"))) {
            JsonNode url = body.url();
            return new ShortenerAnswer.Link(
                    shortUrl,
                    url != null && url.hasNonNull("url") ? url.get("url").asText() : null);
        }
        String said = (code + " " + (body.message() == null ? "" : body.message())).strip();
        return switch (code) {
            case "error:concurrency", "error:db" ->
                new ShortenerAnswer.Unclear(ShortenerTrouble.NO_ANSWER, "answered " + answer.status() + ", " + said);
            case "error:keyword", "error:nourl", "error:noloop" ->
                new ShortenerAnswer.Refused(ShortenerTrouble.REFUSED, "answered " + answer.status() + ", " + said);
            default -> ShortenerAnswer.byStatus(answer, said);
        };
    }
}
