package io.sharewire.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * TinyURL's API. It does not promise to give the same link back for the same address, so the alias is made of the
 * address: who asks again gets "taken", and reads back whose it is.
 */
final class TinyUrlClient implements ShortenerClient {

    /** {@code {"data":[],"code":5,"errors":["Alias is not available."]}}; some answers have the words without the code. */
    private static final int ALIAS_TAKEN = 5;

    private final ShortenerSettings settings;

    TinyUrlClient(ShortenerSettings settings) {
        this.settings = settings;
    }

    private record Create(String url, String domain, String alias) {}

    /** {@code data} is an object in an answer and an empty array in an error. */
    private record Body(
            @Nullable JsonNode data, int code, @Nullable List<String> errors) {}

    @Override
    public Request create(String url, String title) {
        return request("create")
                .post(ApiClient.body(
                        "application/json", Json.write(new Create(url, settings.domain(), ShortAlias.of(url)))))
                .build();
    }

    @Override
    public Request lookUp(String url) {
        return request("alias", settings.domain(), ShortAlias.of(url)).get().build();
    }

    @Override
    public ShortenerAnswer read(ApiReply.Answer answer) {
        Body body = Json.read(answer.body(), Body.class).orElse(new Body(null, 0, null));
        JsonNode data = body.data();
        if (answer.isSuccess() && data != null && data.hasNonNull("tiny_url")) {
            return new ShortenerAnswer.Link(
                    data.get("tiny_url").asText(),
                    data.hasNonNull("url") ? data.get("url").asText() : null);
        }
        String errors = body.errors() == null ? "" : String.join(" ", body.errors());
        if (body.code() == ALIAS_TAKEN || errors.contains("Alias is not available")) {
            return new ShortenerAnswer.AliasTaken();
        }
        return ShortenerAnswer.byStatus(answer, body.code() == 0 ? errors : "code " + body.code() + ": " + errors);
    }

    private Request.Builder request(String... path) {
        HttpUrl.Builder url = HttpUrl.get(settings.baseUrl()).newBuilder();
        for (String segment : path) {
            url.addPathSegment(segment);
        }
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", "Bearer " + settings.token().reveal());
    }
}
