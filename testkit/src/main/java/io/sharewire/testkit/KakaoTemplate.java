package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message template that has passed the platform's checks. */
final class KakaoTemplate {

    /** In code points. */
    static final int LONGEST_TEXT = 200;

    private static final List<String> LINKS = List.of("web_url", "mobile_web_url");

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^{}]*)}");

    /** A button's words and where it leads. */
    record Button(String title, @Nullable String link) {}

    private final ObjectNode template;
    private final @Nullable Long id;

    private KakaoTemplate(ObjectNode template, @Nullable Long id) {
        this.template = template;
        this.id = id;
    }

    /** A template as its caller wrote it. */
    static KakaoTemplate of(String source, boolean cutLongText) {
        ObjectNode template = Json.readObject(source)
                .filter(KakaoSchema::isGood)
                .orElseThrow(() -> KakaoErrors.unparsable("template_object", source));
        String text = template.path("text").asText("");
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            if (!cutLongText) {
                throw KakaoErrors.unparsable("template_object", source);
            }
            template.put("text", text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)));
        }
        return new KakaoTemplate(template, null);
    }

    /** A template made in the console, with the arguments in their places; a place without one stays empty. */
    static KakaoTemplate ofConsole(long id, ObjectNode template, Map<String, String> args) {
        ObjectNode filled = template.deepCopy();
        eachText(filled, text -> fill(text, args));
        return new KakaoTemplate(filled, id);
    }

    /** The number of the console's template that this was made with. */
    @Nullable Long id() {
        return id;
    }

    ObjectNode json() {
        return template.deepCopy();
    }

    /** All addresses that a click may lead to. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        eachLink(template, link -> {
            links.add(link);
            return link;
        });
        return links;
    }

    /** The same with other links. */
    KakaoTemplate withLinks(UnaryOperator<String> change) {
        ObjectNode changed = json();
        eachLink(changed, change);
        return new KakaoTemplate(changed, id);
    }

    /** The buttons below; without any of its own the one that Kakao adds. */
    List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        for (JsonNode button : template.path("buttons")) {
            buttons.add(new Button(button.path("title").asText(), link(button)));
        }
        return buttons.isEmpty()
                ? List.of(new Button(template.path("button_title").asText("자세히 보기"), link(main())))
                : buttons;
    }

    SimulatedPost asSeen(String messageId, Instant at, Map<String, String> more) {
        JsonNode main = main();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("template", template.path("object_type").asText());
        details.put("buttons", buttons().stream().map(Button::title).collect(Collectors.joining(" | ")));
        details.putAll(more);
        return new SimulatedPost(messageId, text(), link(main), textOf(main, "image_url"), at, details);
    }

    private JsonNode main() {
        return switch (template.path("object_type").asText()) {
            case "text" -> template;
            case "list" -> template.path("contents").path(0);
            default -> template.path("content");
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
        add(lines, template, "address");
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, JsonNode node, String name) {
        String text = textOf(node, name);
        if (text != null) {
            lines.add(text);
        }
    }

    /** Where a click on this part leads. */
    static @Nullable String link(JsonNode main) {
        String web = textOf(main.path("link"), "web_url");
        return web != null ? web : textOf(main.path("link"), "mobile_web_url");
    }

    static @Nullable String textOf(JsonNode node, String name) {
        String text = node.path(name).asText("");
        return text.isEmpty() ? null : text;
    }

    /** In one pass, so that an argument which itself holds a place stays as it is. */
    private static String fill(String text, Map<String, String> args) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(args.getOrDefault(place.group(1), "")));
    }

    private static void eachLink(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object) {
            for (String name : LINKS) {
                String link = textOf(object, name);
                if (link != null) {
                    object.put(name, change.apply(link));
                }
            }
        }
        node.forEach(child -> eachLink(child, change));
    }

    private static void eachText(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                if (member.getValue().isTextual()) {
                    object.put(member.getKey(), change.apply(member.getValue().asText()));
                }
            }
        }
        node.forEach(child -> eachText(child, change));
    }
}
