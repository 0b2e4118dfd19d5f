package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes messages of what callers give: a template, a page to be read, a template of the console. */
final class KakaoComposer {

    /** The three ways to say what a message holds. */
    enum Way {
        DEFAULT,
        SCRAP,
        CUSTOM
    }

    private static final long FIRST_VALIDATED = 900_000_001L;

    private final KakaoApp app;
    private final KakaoRules rules;
    private final KakaoScraper scraper;
    private final Map<Long, ObjectNode> validated = new HashMap<>();

    KakaoComposer(KakaoApp app, KakaoRules rules, KakaoScraper scraper) {
        this.app = app;
        this.rules = rules;
        this.scraper = scraper;
    }

    void reset() {
        validated.clear();
    }

    KakaoTemplate message(Way way, KakaoInput input) {
        return compose(way, input, true);
    }

    KakaoTemplate share(Way way, KakaoInput input) {
        return compose(way, input, false);
    }

    /** A number by which the message can be shared like a template of the console. */
    long remember(KakaoTemplate template) {
        long id = FIRST_VALIDATED + validated.size();
        validated.put(id, template.json());
        return id;
    }

    private KakaoTemplate compose(Way way, KakaoInput input, boolean asMessage) {
        return switch (way) {
            case DEFAULT -> KakaoTemplate.of(input.required("template_object"), rules.cutLongText);
            case SCRAP -> scrap(input, asMessage);
            case CUSTOM -> console(input.requiredNumber("template_id"), input.templateArgs(), asMessage);
        };
    }

    private KakaoTemplate scrap(KakaoInput input, boolean asMessage) {
        String url = input.required("request_url");
        String host = KakaoDomains.originOf(url).orElseThrow(() -> KakaoErrors.unparsable("request_url", url));
        KakaoScraper.Preview preview = scraper.preview(url);
        String title = preview.title().isEmpty() ? host.replaceFirst("https?://", "") : preview.title();
        if (input.text("template_id").isPresent()) {
            // Under which names a console template gets what was read is not documented.
            Map<String, String> args = new LinkedHashMap<>();
            args.put("TITLE", title);
            args.put("DESCRIPTION", preview.description());
            args.put("IMAGE_URL", preview.image());
            args.put("URL", url);
            args.putAll(input.templateArgs());
            return console(input.requiredNumber("template_id"), args, asMessage);
        }
        ObjectNode feed = Json.object().put("object_type", "feed");
        ObjectNode content = feed.putObject("content").put("title", title);
        if (!preview.description().isEmpty()) {
            content.put("description", preview.description());
        }
        if (!preview.image().isEmpty()) {
            content.put("image_url", preview.image());
        }
        content.putObject("link").put("web_url", url).put("mobile_web_url", url);
        return KakaoTemplate.of(Json.write(feed), false);
    }

    private KakaoTemplate console(long id, Map<String, String> args, boolean asMessage) {
        ObjectNode before = validated.get(id);
        if (before != null && !asMessage) {
            return KakaoTemplate.ofConsole(id, before, args);
        }
        KakaoApp.ConsoleTemplate template =
                app.template(id).orElseThrow(() -> KakaoErrors.badParameter("template not found. template_id=" + id));
        if (template.forMessages() != asMessage) {
            throw KakaoErrors.badParameter("template_type (messageType: "
                    + (template.forMessages() ? "message" : "share") + ") is invalid. please use '"
                    + (asMessage ? "message" : "share") + " API' messageType.");
        }
        return KakaoTemplate.ofConsole(id, template.json(), args);
    }
}
