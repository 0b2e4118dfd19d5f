package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page on which a reader picks the chat to share into; it opens only for a message that could be sent. */
final class KakaoSharer {

    private static final String LINK_VERSION = "4.0";

    private record Waiting(KakaoTemplate template, @Nullable ObjectNode callbackArgs) {}

    private final KakaoPicker picker = new KakaoPicker();
    private final String baseUrl;
    private final KakaoApp app;
    private final KakaoComposer composer;
    private final KakaoQuota quota;
    private final KakaoChats chats;
    private final KakaoWebhook webhook;
    private final Map<String, Waiting> waiting = new HashMap<>();

    KakaoSharer(
            String baseUrl,
            KakaoApp app,
            KakaoComposer composer,
            KakaoQuota quota,
            KakaoChats chats,
            KakaoWebhook webhook) {
        this.baseUrl = baseUrl;
        this.app = app;
        this.composer = composer;
        this.quota = quota;
        this.chats = chats;
        this.webhook = webhook;
    }

    void reset() {
        waiting.clear();
    }

    /** Checks a message and leads to the picker. */
    Answer open(Parameters fields) {
        KakaoComposer.Way way = way(field(fields, "validation_action"));
        ObjectNode params = object(field(fields, "validation_params"));
        String agent = field(fields, "ka");
        String key = field(fields, "app_key");
        if (!key.equals(KakaoApp.JAVASCRIPT_KEY)) {
            throw KakaoApp.isKey(key) ? KakaoShareErrors.wrongKindOfKey() : KakaoShareErrors.unknownKey();
        }
        if (!app.javascriptDomains.covers(KakaoAccess.origin(agent).orElse(""))) {
            throw KakaoShareErrors.originNotRegistered();
        }
        if (!params.path("link_ver").asText().equals(LINK_VERSION)) {
            throw KakaoShareErrors.badRequest("link_ver must be " + LINK_VERSION);
        }
        KakaoTemplate template = template(way, params);
        ObjectNode callbackArgs = fields.first("lcba").map(KakaoSharer::object).orElse(null);
        if (quota.isOutOfShares()) {
            throw KakaoShareErrors.quotaUsedUp();
        }
        quota.takeShare();
        String shortKey = UUID.randomUUID().toString();
        waiting.put(shortKey, new Waiting(template, callbackArgs));
        return Answer.of(302, "text/html;charset=UTF-8", "")
                .with("Location", baseUrl + "/picker/link?app_key=" + key + "&short_key=" + shortKey);
    }

    /** The picker itself: the message and a button for each kind of chat. */
    Answer picker(Parameters query) {
        String shortKey = query.first("short_key").orElse("");
        Waiting message = waiting.get(shortKey);
        if (message == null) {
            throw KakaoShareErrors.badRequest("nothing waits under this short_key");
        }
        return picker.choice(shortKey, message.template());
    }

    /** What the picker's buttons do. */
    Answer pick(Parameters form) {
        String wanted = form.first("chat").orElse("");
        KakaoChat chat = Stream.of(KakaoChat.values())
                .filter(kind -> kind.wireName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> KakaoShareErrors.badRequest("no such chat: " + wanted));
        if (!send(form.first("short_key").orElse(""), chat)) {
            throw KakaoShareErrors.badRequest("nothing waits under this short_key");
        }
        return picker.done(chat);
    }

    /** Lays the waiting message into a chat; false if none waits under this key. */
    boolean send(String shortKey, KakaoChat chat) {
        Waiting message = waiting.get(shortKey);
        if (message == null) {
            return false;
        }
        chats.deliver(message.template(), chat, "the reader's choice");
        if (message.callbackArgs() != null) {
            webhook.queue(chat, message.template().id(), message.callbackArgs());
        }
        return true;
    }

    private KakaoTemplate template(KakaoComposer.Way way, ObjectNode params) {
        KakaoInput input = KakaoInput.of(params);
        Optional<String> page = input.text("request_url");
        if (way == KakaoComposer.Way.SCRAP
                && page.isPresent()
                && page.flatMap(KakaoDomains::originOf).isEmpty()) {
            throw KakaoShareErrors.badAddress();
        }
        KakaoTemplate template;
        try {
            template = composer.share(way, input);
        } catch (Refusal refusal) {
            throw KakaoShareErrors.badRequest(refusal.answer().body());
        }
        if (!template.links().stream().allMatch(app.productLinks::covers)) {
            throw KakaoShareErrors.badRequest("a link's domain is not registered");
        }
        return template;
    }

    private static KakaoComposer.Way way(String action) {
        return switch (action) {
            case "default" -> KakaoComposer.Way.DEFAULT;
            case "scrap" -> KakaoComposer.Way.SCRAP;
            case "custom" -> KakaoComposer.Way.CUSTOM;
            default -> throw KakaoShareErrors.badRequest("no such validation_action: " + action);
        };
    }

    private static String field(Parameters fields, String name) {
        return fields.first(name).orElseThrow(() -> KakaoShareErrors.badRequest(name + " is missing"));
    }

    private static ObjectNode object(String json) {
        return Json.readObject(json).orElseThrow(() -> KakaoShareErrors.badRequest("not a JSON object: " + json));
    }
}
