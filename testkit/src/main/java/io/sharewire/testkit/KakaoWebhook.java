package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the app's server of shares that were sent and had something to give back. */
final class KakaoWebhook {

    private record Notice(KakaoApp.Webhook to, String resourceId, ObjectNode fields) {}

    private final KakaoApp app;
    private final KakaoRules rules;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Queue<Notice> waiting = new ConcurrentLinkedQueue<>();
    private final List<KakaoWebhookCall> calls = new ArrayList<>();

    KakaoWebhook(KakaoApp app, KakaoRules rules) {
        this.app = app;
        this.rules = rules;
    }

    void reset() {
        waiting.clear();
        synchronized (calls) {
            calls.clear();
        }
    }

    List<KakaoWebhookCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** Notes down what is to be told; {@link #deliver} tells it. */
    void queue(KakaoChat chat, @Nullable Long templateId, ObjectNode callbackArgs) {
        KakaoApp.Webhook to = app.webhook;
        if (to == null) {
            return;
        }
        ObjectNode fields = callbackArgs.deepCopy();
        fields.put("CHAT_TYPE", chat.wireName());
        fields.put("HASH_CHAT_ID", Integer.toHexString((KakaoApp.ID + chat.wireName()).hashCode()));
        if (templateId != null) {
            fields.put("TEMPLATE_ID", templateId);
        }
        waiting.add(new Notice(to, KakaoTokens.random(""), fields));
    }

    /** Calls the app's server, which may call back: not to be done while the simulator is locked. */
    void deliver() {
        for (Notice notice = waiting.poll(); notice != null; notice = waiting.poll()) {
            boolean done = false;
            for (int attempt = 0; attempt < rules.webhookAttempts && !done; attempt++) {
                KakaoWebhookCall call =
                        new KakaoWebhookCall(notice.resourceId(), notice.to().url(), status(notice));
                synchronized (calls) {
                    calls.add(call);
                }
                done = call.succeeded();
            }
        }
    }

    private int status(Notice notice) {
        try {
            return client.send(request(notice), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private HttpRequest request(Notice notice) {
        String url = notice.to().url();
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .timeout(rules.webhookPatience)
                .header("Authorization", "KakaoAK " + KakaoApp.ADMIN_KEY)
                .header("X-Kakao-Resource-ID", notice.resourceId())
                .header("User-Agent", "KakaoOpenAPI/1.0");
        if (notice.to().method().equals("GET")) {
            String joint = url.contains("?") ? "&" : "?";
            return request.uri(URI.create(url + joint + form(notice.fields()))).build();
        }
        String body = rules.webhookForm ? form(notice.fields()) : Json.write(notice.fields());
        return request.uri(URI.create(url))
                .header(
                        "Content-Type",
                        (rules.webhookForm ? "application/x-www-form-urlencoded" : "application/json")
                                + ";charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private static String form(ObjectNode fields) {
        return fields.properties().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(text(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : Json.write(value);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
