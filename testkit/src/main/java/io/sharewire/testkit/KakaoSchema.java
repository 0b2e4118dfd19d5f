package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What a {@code template_object} must have; names are in snake_case and whole numbers are JSON numbers. */
final class KakaoSchema {

    private static final Set<String> WHOLE_NUMBERS = Set.of(
            "image_width",
            "image_height",
            "like_count",
            "comment_count",
            "shared_count",
            "view_count",
            "subscriber_count",
            "regular_price",
            "discount_price",
            "discount_rate",
            "fixed_discount_price",
            "currency_unit_position");

    private KakaoSchema() {}

    static boolean isGood(ObjectNode template) {
        JsonNode content = template.path("content");
        boolean good = switch (template.path("object_type").asText()) {
            case "feed" -> isContent(content) && isItemContent(template.path("item_content"));
            case "list" ->
                isText(template.path("header_title"))
                        && template.path("header_link").isObject()
                        && isList(template.path("contents"), 2, 3, KakaoSchema::isContent);
            case "location" -> isText(template.path("address")) && isContent(content);
            case "commerce" -> isContent(content) && isCommerce(template.path("commerce"));
            case "text" ->
                isText(template.path("text")) && template.path("link").isObject();
            case "calendar" ->
                Set.of("event", "calendar").contains(template.path("id_type").asText())
                        && isText(template.path("id"))
                        && isContent(content);
            default -> false;
        };
        return good && isButtons(template.path("buttons")) && hasGoodNumbers(template);
    }

    private static boolean isContent(JsonNode content) {
        return content.isObject()
                && content.path("link").isObject()
                && (content.hasNonNull("title")
                        || content.hasNonNull("image_url")
                        || content.hasNonNull("description"));
    }

    private static boolean isItemContent(JsonNode itemContent) {
        JsonNode items = itemContent.path("items");
        return items.isMissingNode()
                || isList(items, 0, 5, item -> isText(item.path("item")) && isText(item.path("item_op")));
    }

    private static boolean isCommerce(JsonNode commerce) {
        JsonNode position = commerce.path("currency_unit_position");
        return commerce.path("regular_price").isIntegralNumber()
                && (position.isMissingNode() || position.asInt(-1) == 0 || position.asInt(-1) == 1);
    }

    private static boolean isButtons(JsonNode buttons) {
        return buttons.isMissingNode()
                || isList(
                        buttons,
                        0,
                        2,
                        button -> isText(button.path("title"))
                                && button.path("link").isObject());
    }

    private static boolean isList(JsonNode list, int least, int most, Predicate<JsonNode> element) {
        return list.isArray()
                && list.size() >= least
                && list.size() <= most
                && StreamSupport.stream(list.spliterator(), false).allMatch(element);
    }

    private static boolean hasGoodNumbers(JsonNode node) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (WHOLE_NUMBERS.contains(member.getKey()) && !member.getValue().isIntegralNumber()) {
                return false;
            }
        }
        return StreamSupport.stream(node.spliterator(), false).allMatch(KakaoSchema::hasGoodNumbers);
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.asText().isEmpty();
    }
}
