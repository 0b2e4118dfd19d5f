package io.sharewire.kakao;

import io.sharewire.Secret;
import io.sharewire.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Takes the share webhook: what Kakao tells the site after a reader has really shared something with {@link KakaoButton}.
 *
 * <p>Kakao signs it with the app's primary admin key alone, sends it by GET or POST as the console says, wants a 2xx within
 * three seconds and follows no redirect: note the event and work on it later. It only comes for shares that were given
 * {@linkplain KakaoButton#withCallback arguments}.
 *
 * <pre>{@code
 * KakaoWebhook.Received got = webhook.receive(request::getHeader, request.getQueryString(), body);
 * got.event().ifPresent(queue::add);
 * response.setStatus(got.status());
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class KakaoWebhook {

    /** How many events are remembered where no store is given. */
    private static final int REMEMBERED = 10_000;

    private static final String TYPE = "CHAT_TYPE";
    private static final String CHAT = "HASH_CHAT_ID";
    private static final String TEMPLATE = "TEMPLATE_ID";

    private final byte[] authorization;
    private final KakaoEventStore store;

    private KakaoWebhook(Secret adminKey, KakaoEventStore store) {
        this.authorization = ("KakaoAK " + adminKey.reveal()).getBytes(StandardCharsets.UTF_8);
        this.store = store;
    }

    /** A webhook that remembers the last 10,000 events of this process. */
    public static KakaoWebhook of(Secret primaryAdminKey) {
        return of(primaryAdminKey, KakaoEventStore.inMemory(REMEMBERED));
    }

    /** A webhook that remembers events in {@code store}. */
    public static KakaoWebhook of(Secret primaryAdminKey, KakaoEventStore store) {
        return new KakaoWebhook(primaryAdminKey, store);
    }

    /**
     * What came of a call.
     *
     * @param status what to answer: 204 for an event, new or known; 401 if it is not Kakao's; 400 if it cannot be read
     * @param event the event, if it is new
     */
    public record Received(int status, Optional<KakaoShareEvent> event) {}

    /**
     * Checks and reads one call.
     *
     * @param header a header by its name, null if there is none
     * @param query the query of the address as it came, null if there is none
     * @param body the body as UTF-8, null or empty for GET
     */
    public Received receive(Function<String, @Nullable String> header, @Nullable String query, @Nullable String body) {
        String shown = header.apply("Authorization");
        // In constant time, so that nobody finds the key by the clock.
        if (shown == null || !MessageDigest.isEqual(authorization, shown.getBytes(StandardCharsets.UTF_8))) {
            return new Received(401, Optional.empty());
        }
        String id = header.apply("X-Kakao-Resource-ID");
        Map<String, String> fields = fields(header.apply("Content-Type"), query, body);
        String type = fields.remove(TYPE);
        String chat = fields.remove(CHAT);
        if (id == null || id.isBlank() || type == null || chat == null) {
            return new Received(400, Optional.empty());
        }
        Long template = number(fields.remove(TEMPLATE));
        KakaoShareEvent event = new KakaoShareEvent(id, KakaoShareEvent.ChatType.of(type), chat, template, fields);
        return new Received(204, store.isFirst(id) ? Optional.of(event) : Optional.empty());
    }

    private static Map<String, String> fields(@Nullable String type, @Nullable String query, @Nullable String body) {
        if (body == null || body.isBlank()) {
            return form(query == null ? "" : query);
        }
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith(KakaoForm.TYPE);
        return isForm ? form(body) : flat(body);
    }

    private static Map<String, String> form(String form) {
        HttpUrl parsed = HttpUrl.get("https://webhook.invalid/")
                .newBuilder()
                // In a form a space is a plus; in an address it may be either.
                .encodedQuery(form.replace("+", "%20"))
                .build();
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < parsed.querySize(); i++) {
            String value = parsed.queryParameterValue(i);
            fields.put(parsed.queryParameterName(i), value == null ? "" : value);
        }
        return fields;
    }

    /** One JSON object; a member that is no text is written as JSON. */
    private static Map<String, String> flat(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Json.read(json, Flat.class)
                .ifPresent(members -> members.forEach((name, value) -> {
                    if (value != null) {
                        fields.put(name, value instanceof String text ? text : Json.write(value));
                    }
                }));
        return fields;
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "KakaoWebhook";
    }

    /** Any members. */
    private static final class Flat extends LinkedHashMap<String, @Nullable Object> {}
}
