package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as KakaoTalk draws it: picture, headline, text, numbers, buttons. */
final class KakaoCard {

    static final String STYLES = "kakao-card.css";

    private static final Map<String, String> COUNTS = new LinkedHashMap<>();

    static {
        COUNTS.put("like_count", "좋아요");
        COUNTS.put("comment_count", "댓글");
        COUNTS.put("shared_count", "공유");
        COUNTS.put("view_count", "조회");
        COUNTS.put("subscriber_count", "구독");
    }

    private final ObjectNode template;
    private final boolean links;
    private final StringBuilder html = new StringBuilder();

    private KakaoCard(KakaoTemplate template, boolean links) {
        this.template = template.json();
        this.links = links;
        draw(template.buttons());
    }

    /** The card in a chat. */
    static String withLinks(KakaoTemplate template) {
        return new KakaoCard(template, true).html.toString();
    }

    /** The card as it is shown before it is sent, when nothing in it leads anywhere. */
    static String withoutLinks(KakaoTemplate template) {
        return new KakaoCard(template, false).html.toString();
    }

    private void draw(List<KakaoTemplate.Button> buttons) {
        boolean list = template.path("object_type").asText().equals("list");
        html.append("<div class=\"talk").append(list ? " talk-list" : "").append("\">\n");
        if (list) {
            html.append("<p class=\"talk-header\">");
            words(template.path("header_title").asText(), KakaoTemplate.link(template.path("header_link")));
            html.append("</p>\n");
            template.path("contents").forEach(this::content);
        } else if (template.has("text")) {
            html.append("<p class=\"talk-text\"");
            html.append(Markup.language(template.path("text").asText())).append('>');
            html.append(Markup.escape(template.path("text").asText())).append("</p>\n");
        } else {
            content(template.path("content"));
        }
        line("talk-words", template.path("address").asText());
        items(template.path("item_content"));
        price(template.path("commerce"));
        counts(template.path("social"));
        html.append("<p class=\"talk-buttons\">");
        buttons.forEach(
                button -> html.append(Markup.link(links ? button.link() : null, "talk-button", button.title())));
        html.append("</p>\n</div>\n");
    }

    private void content(JsonNode content) {
        html.append("<div class=\"talk-content\">\n");
        String picture = KakaoTemplate.textOf(content, "image_url");
        if (Markup.isWebAddress(picture)) {
            html.append("<img alt=\"\" src=\"").append(Markup.escape(Pictures.address(String.valueOf(picture))));
            html.append("\">\n");
        }
        html.append("<div class=\"talk-body\">\n");
        String title = content.path("title").asText();
        if (!title.isEmpty()) {
            html.append("<p class=\"talk-title\">");
            words(title, KakaoTemplate.link(content));
            html.append("</p>\n");
        }
        line("talk-words", content.path("description").asText());
        html.append("</div>\n</div>\n");
    }

    private void words(String words, @Nullable String link) {
        html.append(Markup.link(links ? link : null, "talk-link", words));
    }

    private void items(JsonNode items) {
        line("talk-words", items.path("profile_text").asText());
        line("talk-title", items.path("title_image_text").asText());
        line("talk-words", items.path("title_image_category").asText());
        items.path("items")
                .forEach(item ->
                        row(item.path("item").asText(), item.path("item_op").asText()));
        if (items.hasNonNull("sum")) {
            row(items.path("sum").asText(), items.path("sum_op").asText());
        }
    }

    private void row(String name, String value) {
        html.append("<p class=\"talk-row\"><span>").append(Markup.escape(name)).append("</span> <span>");
        html.append(Markup.escape(value)).append("</span></p>\n");
    }

    private void price(JsonNode commerce) {
        if (commerce.isMissingNode()) {
            return;
        }
        line("talk-words", commerce.path("product_name").asText());
        String unit = commerce.path("currency_unit").asText("원");
        boolean before = commerce.path("currency_unit_position").asInt() == 1;
        List<String> parts = new ArrayList<>();
        if (commerce.has("discount_rate")) {
            parts.add(commerce.path("discount_rate").asText() + "%");
        }
        for (String name : List.of("discount_price", "fixed_discount_price", "regular_price")) {
            if (commerce.has(name)) {
                String amount =
                        String.format(Locale.ROOT, "%,d", commerce.path(name).asLong());
                parts.add(before ? unit + amount : amount + unit);
            }
        }
        line("talk-price", String.join(" · ", parts));
    }

    /** Three at the most are shown. */
    private void counts(JsonNode social) {
        List<String> counts = new ArrayList<>();
        COUNTS.forEach((name, korean) -> {
            if (social.has(name) && counts.size() < 3) {
                counts.add(korean + " " + social.path(name).asText());
            }
        });
        line("talk-counts", String.join(" · ", counts));
    }

    private void line(String cssClass, String text) {
        if (!text.isEmpty()) {
            html.append("<p class=\"")
                    .append(cssClass)
                    .append('"')
                    .append(Markup.language(text))
                    .append('>');
            html.append(Markup.escape(text)).append("</p>\n");
        }
    }
}
