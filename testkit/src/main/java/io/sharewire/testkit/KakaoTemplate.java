package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A message template that has passed the platform's checks: {@code feed}, {@code list} or {@code text}. */
final class KakaoTemplate {

    /** In code points. */
    static final int LONGEST_TEXT = 200;

    private static final Set<String> WHOLE_NUMBERS = Set.of(
            "image_width",
            "image_height",
            "like_count",
            "comment_count",
            "shared_count",
            "view_count",
            "subscriber_count");

    private final ObjectNode template;

    private KakaoTemplate(ObjectNode template) {
        this.template = template;
    }

    static KakaoTemplate of(String source, boolean cutLongText) {
        ObjectNode template = Json.readObject(source).orElseThrow(() -> KakaoErrors.badTemplate(source));
        boolean good = switch (template.path("object_type").asText()) {
            case "feed" ->
                isContent(template.path("content"))
                        && template.path("item_content").path("items").size() <= 5;
            case "list" ->
                isText(template.path("header_title"))
                        && template.path("header_link").isObject()
                        && areContents(template.path("contents"));
            case "text" ->
                isText(template.path("text")) && template.path("link").isObject();
            default -> false;
        };
        if (!good || !areButtons(template.path("buttons")) || !hasGoodNumbers(template)) {
            throw KakaoErrors.badTemplate(source);
        }
        return new KakaoTemplate(fitted(template, source, cutLongText));
    }

    SimulatedPost asSeen(String id, Instant at) {
        JsonNode main = main();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("template", template.path("object_type").asText());
        List<String> buttons = new ArrayList<>();
        template.path("buttons")
                .forEach(button -> buttons.add(button.path("title").asText()));
        if (buttons.isEmpty()) {
            buttons.add(template.path("button_title").asText("자세히 보기"));
        }
        details.put("buttons", String.join(" | ", buttons));
        return new SimulatedPost(id, text(), link(main), textOf(main, "image_url"), at, details);
    }

    private JsonNode main() {
        return switch (template.path("object_type").asText()) {
            case "feed" -> template.path("content");
            case "list" -> template.path("contents").path(0);
            default -> template;
        };
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        add(lines, template, "text");
        add(lines, template, "header_title");
        add(lines, template.path("content"), "title");
        add(lines, template.path("content"), "description");
        for (JsonNode content : template.path("contents")) {
            add(lines, content, "title");
            add(lines, content, "description");
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, JsonNode node, String name) {
        String text = textOf(node, name);
        if (text != null) {
            lines.add(text);
        }
    }

    private static @Nullable String link(JsonNode main) {
        String web = textOf(main.path("link"), "web_url");
        return web != null ? web : textOf(main.path("link"), "mobile_web_url");
    }

    private static @Nullable String textOf(JsonNode node, String name) {
        String text = node.path(name).asText("");
        return text.isEmpty() ? null : text;
    }

    private static ObjectNode fitted(ObjectNode template, String source, boolean cutLongText) {
        String text = template.path("text").asText("");
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            if (!cutLongText) {
                throw KakaoErrors.badTemplate(source);
            }
            template.put("text", text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)));
        }
        return template;
    }

    private static boolean areContents(JsonNode contents) {
        return contents.isArray()
                && contents.size() >= 2
                && contents.size() <= 3
                && elements(contents).allMatch(KakaoTemplate::isContent);
    }

    private static boolean isContent(JsonNode content) {
        return content.isObject()
                && content.path("link").isObject()
                && (content.hasNonNull("title")
                        || content.hasNonNull("image_url")
                        || content.hasNonNull("description"));
    }

    private static boolean areButtons(JsonNode buttons) {
        return buttons.isMissingNode()
                || (buttons.isArray()
                        && buttons.size() <= 2
                        && elements(buttons)
                                .allMatch(button -> isText(button.path("title"))
                                        && button.path("link").isObject()));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean hasGoodNumbers(JsonNode node) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (WHOLE_NUMBERS.contains(member.getKey()) && !member.getValue().isInt()) {
                return false;
            }
        }
        return elements(node).allMatch(KakaoTemplate::hasGoodNumbers);
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.asText().isEmpty();
    }
}
