package io.sharewire.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An article that is marked up where readers see it: microdata ({@code itemscope}, {@code itemprop}), else RDFa Lite
 * ({@code typeof}, {@code property}). Both become the nodes that the same article in JSON-LD would be.
 */
final class MarkedUp {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");

    /** Which attribute of an element has the value that a machine is to read. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("a", "href"),
            Map.entry("area", "href"),
            Map.entry("link", "href"),
            Map.entry("img", "src"),
            Map.entry("audio", "src"),
            Map.entry("video", "src"),
            Map.entry("source", "src"),
            Map.entry("embed", "src"),
            Map.entry("iframe", "src"),
            Map.entry("object", "data"),
            Map.entry("data", "value"),
            Map.entry("meter", "value"),
            Map.entry("time", "datetime"));

    /** No article is nested deeper; a hostile page may be. */
    private static final int MAX_DEPTH = 8;

    private final String typeAttribute;
    private final String nameAttribute;
    private final String idAttribute;

    private MarkedUp(String typeAttribute, String nameAttribute, String idAttribute) {
        this.typeAttribute = typeAttribute;
        this.nameAttribute = nameAttribute;
        this.idAttribute = idAttribute;
    }

    /** The article of a page that has exactly one, or the one with the page's heading or the text in it. */
    static SchemaArticle of(Document document) {
        return new MarkedUp("itemtype", "itemprop", "itemid")
                .article(document)
                .map(node -> SchemaArticle.among(List.of(node), "microdata"))
                .or(() -> new MarkedUp("typeof", "property", "resource")
                        .article(document)
                        .map(node -> SchemaArticle.among(List.of(node), "rdfa")))
                .orElseGet(() -> SchemaArticle.among(List.of(), "microdata"));
    }

    private Optional<JsonNode> article(Document document) {
        List<Element> articles = Page.elements(document, "[" + typeAttribute + "]").stream()
                .filter(element -> SchemaArticle.isArticle(types(element)))
                .toList();
        return articles.stream()
                .filter(element -> element.selectFirst("h1, [" + nameAttribute + "~=\\barticleBody\\b]") != null)
                .findFirst()
                .or(() -> articles.size() == 1 ? Optional.of(articles.get(0)) : Optional.empty())
                .map(element -> node(element, 0));
    }

    private JsonNode node(Element scope, int depth) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("@type", types(scope));
        if (scope.hasAttr(idAttribute)) {
            node.put("@id", scope.attr(idAttribute));
        }
        scope.children().forEach(child -> collect(child, node, depth));
        return node;
    }

    private void collect(Element element, ObjectNode into, int depth) {
        boolean isScope = element.hasAttr(typeAttribute) || element.hasAttr("itemscope");
        String names = element.attr(nameAttribute).strip();
        if (!names.isEmpty() && depth < MAX_DEPTH) {
            JsonNode value = isScope ? node(element, depth + 1) : JsonNodeFactory.instance.textNode(value(element));
            BLANKS.splitAsStream(names)
                    .map(MarkedUp::local)
                    .filter(name -> NAME.matcher(name).matches())
                    .forEach(name -> into.withArray(name).add(value));
        }
        if (!isScope) {
            element.children().forEach(child -> collect(child, into, depth));
        }
    }

    /** What a machine is to read; the text if nothing else is given. */
    private static String value(Element element) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        String attribute = VALUES.get(element.normalName());
        return attribute != null && element.hasAttr(attribute) ? element.attr(attribute) : element.text();
    }

    private ArrayNode types(Element scope) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        BLANKS.splitAsStream(scope.attr(typeAttribute).strip()).forEach(types::add);
        return types;
    }

    /** {@code schema:headline} is {@code headline}; names of other vocabularies are none of ours and keep their prefix. */
    private static String local(String name) {
        return name.replaceFirst("^(?:schema:|https?://schema\\.org/)", "");
    }
}
