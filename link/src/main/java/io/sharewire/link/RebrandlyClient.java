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
 * Rebrandly's API. Every request makes a new link and none can be found by where it leads, so the slashtag is made of the
 * address: who asks again gets 403 "AlreadyExists", and reads back whose it is.
 */
final class RebrandlyClient implements ShortenerClient {

    private final ShortenerSettings settings;

    RebrandlyClient(ShortenerSettings settings) {
        this.settings = settings;
    }

    private record Domain(String fullName) {}

    private record Create(
            String destination, String slashtag, @Nullable String title, Domain domain) {}

    /** {@code shortUrl} comes without a scheme: {@code rebrand.ly/abc}. */
    private record Link(
            @Nullable String shortUrl,
            @Nullable String destination,
            @Nullable Boolean https) {

        String url(String address) {
            return address.contains("://") ? address : (Boolean.FALSE.equals(https) ? "http://" : "https://") + address;
        }
    }

    private record Fault(@Nullable String code, @Nullable String property) {}

    private record Failure(
            @Nullable String message,
            @Nullable String code,
            @Nullable List<Fault> errors) {}

    @Override
    public Request create(String url, String title) {
        Create create = new Create(url, ShortAlias.of(url), title(title), new Domain(settings.domain()));
        return request(links().build())
                .post(ApiClient.body("application/json", Json.write(create)))
                .build();
    }

    @Override
    public Request lookUp(String url) {
        return request(links().addQueryParameter("domain.fullName", settings.domain())
                        .addQueryParameter("slashtag", ShortAlias.of(url))
                        .build())
                .get()
                .build();
    }

    /** A created link is an object, links looked up are an array. */
    @Override
    public ShortenerAnswer read(ApiReply.Answer answer) {
        JsonNode body = Json.read(answer.body(), JsonNode.class).orElse(null);
        if (answer.isSuccess() && body != null) {
            JsonNode found = body.isArray() ? body.path(0) : body;
            Link link = Json.read(found.toString(), Link.class).orElse(new Link(null, null, null));
            if (link.shortUrl() != null) {
                return new ShortenerAnswer.Link(link.url(link.shortUrl()), link.destination());
            }
            return body.isArray()
                    ? new ShortenerAnswer.Refused(ShortenerTrouble.ALIAS_TAKEN, "found no link of this account")
                    : ShortenerAnswer.byStatus(answer, null);
        }
        Failure failure = Json.read(answer.body(), Failure.class).orElse(new Failure(null, null, null));
        List<Fault> faults = failure.errors() == null ? List.of() : failure.errors();
        if (faults.stream().anyMatch(f -> "AlreadyExists".equals(f.code()) && "slashtag".equals(f.property()))) {
            return new ShortenerAnswer.AliasTaken();
        }
        String said = (failure.code() == null ? "" : failure.code() + ": ")
                + (failure.message() == null ? "" : failure.message());
        return "InvalidFormat".equals(failure.code())
                ? new ShortenerAnswer.Refused(ShortenerTrouble.REFUSED, "answered " + answer.status() + ", " + said)
                : ShortenerAnswer.byStatus(answer, said);
    }

    /** 3 to 255 characters, or none at all. */
    private static @Nullable String title(String title) {
        int length = title.codePointCount(0, title.length());
        if (length < 3) {
            return null;
        }
        return length <= 255 ? title : title.substring(0, title.offsetByCodePoints(0, 255));
    }

    private HttpUrl.Builder links() {
        return HttpUrl.get(settings.baseUrl()).newBuilder().addPathSegments("v1/links");
    }

    private Request.Builder request(HttpUrl url) {
        Request.Builder request =
                new Request.Builder().url(url).header("apikey", settings.token().reveal());
        String workspace = settings.workspace();
        return workspace == null ? request : request.header("workspace", workspace);
    }
}
