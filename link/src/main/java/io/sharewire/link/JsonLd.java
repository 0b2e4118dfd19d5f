package io.sharewire.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The article among the JSON-LD of a page.
 *
 * <p>Blocks are read one by one and leniently (comments, CDATA, raw line breaks, trailing commas, escaped quotes): one
 * that cannot be read does not hide the others. A member that only names another node by {@code @id} stands for it.
 */
final class JsonLd {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final Map<String, JsonNode> byId = new HashMap<>();
    private JsonNode article = MissingNode.getInstance();

    private JsonLd() {}

    static JsonLd of(Document document) {
        JsonLd jsonLd = new JsonLd();
        List<JsonNode> blocks = new ArrayList<>();
        for (Element script : document.select("script[type^=application/ld+json]")) {
            parse(script.data()).ifPresent(blocks::add);
        }
        blocks.forEach(jsonLd::index);
        List<JsonNode> articles = new ArrayList<>();
        blocks.forEach(block -> jsonLd.collect(block, articles));
        articles.stream().findFirst().ifPresent(first -> jsonLd.article = first);
        return jsonLd;
    }

    /** Whether there is an article. */
    boolean isPresent() {
        return !article.isMissingNode();
    }

    /** The first of the article's {@code names} that has a text. */
    Optional<Finding<String>> text(String... names) {
        for (String name : names) {
            Optional<Finding<String>> found =
                    PageText.line(raw(article.path(name))).map(text -> new Finding<>(text, "json-ld " + name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A text of the article with its line breaks. */
    Optional<String> paragraphs(String name) {
        return PageText.paragraphs(raw(article.path(name)));
    }

    /** The nodes of a member of the article, one or many, references followed. */
    List<JsonNode> nodes(String name) {
        return nodes(article.path(name));
    }

    /** The nodes of a member: an array's elements, or the one value; references followed. */
    List<JsonNode> nodes(JsonNode member) {
        List<JsonNode> nodes = new ArrayList<>();
        if (member.isArray()) {
            member.forEach(element -> nodes.add(follow(element)));
        } else if (!member.isMissingNode() && !member.isNull()) {
            nodes.add(follow(member));
        }
        return nodes;
    }

    /** The text of a member of any node: a string, or the first of several, or the value or name of an object. */
    String raw(JsonNode member) {
        for (JsonNode node : nodes(member)) {
            if (node.isTextual() || node.isNumber()) {
                return node.asText();
            }
            for (String name : List.of("@value", "name")) {
                JsonNode value = node.path(name).isArray() ? node.path(name).path(0) : node.path(name);
                if (value.isTextual()) {
                    return value.asText();
                }
            }
        }
        return "";
    }

    /** The first address among the article's {@code names}: a string, or the id or url of an object. */
    Optional<Finding<String>> address(String... names) {
        for (String name : names) {
            JsonNode member = article.path(name);
            for (JsonNode node : List.of(member, member.path("@id"), member.path("url"))) {
                if (node.isTextual() && !node.asText().isBlank()) {
                    return Optional.of(new Finding<>(node.asText(), "json-ld " + name));
                }
            }
        }
        return Optional.empty();
    }

    private JsonNode follow(JsonNode node) {
        boolean isReference = node.has("@id") && !node.has("name") && !node.has("url");
        return isReference ? byId.getOrDefault(node.path("@id").asText(), node) : node;
    }

    private static Optional<JsonNode> parse(String script) {
        String json = unwrap(script);
        return read(json)
                .or(() -> json.contains("&quot;") ? read(Parser.unescapeEntities(json, false)) : Optional.empty());
    }

    private static Optional<JsonNode> read(String json) {
        try {
            return Optional.ofNullable(LENIENT.readTree(json)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Takes off what hid the script from old browsers and XML parsers. */
    private static String unwrap(String script) {
        String body = script;
        int cdata = body.indexOf("<![CDATA[");
        if (cdata >= 0 && (body.indexOf('{') < 0 || cdata < body.indexOf('{'))) {
            body = body.substring(cdata + "<![CDATA[".length());
        }
        int cdataEnd = body.lastIndexOf("]]>");
        if (cdataEnd > body.lastIndexOf('}')) {
            body = body.substring(0, cdataEnd);
        }
        int object = body.indexOf('{');
        int array = body.indexOf('[');
        int from = array < 0 || (object >= 0 && object < array) ? object : array;
        int to = Math.max(body.lastIndexOf('}'), body.lastIndexOf(']'));
        return from < 0 || to < from ? "" : body.substring(from, to + 1);
    }

    private void index(JsonNode node) {
        if (node.has("@id") && node.size() > 1) {
            byId.merge(node.path("@id").asText(), node, (a, b) -> a.size() >= b.size() ? a : b);
        }
        node.forEach(this::index);
    }

    /** Articles at the top, in a graph, or as what a page is about; not those in lists of other stories. */
    private void collect(JsonNode node, List<JsonNode> articles) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, articles));
        } else if (isArticle(node.path("@type"))) {
            articles.add(node);
        } else if (node.isObject()) {
            collect(node.path("@graph"), articles);
            nodes(node.path("mainEntity")).forEach(entity -> {
                if (isArticle(entity.path("@type"))) {
                    articles.add(entity);
                }
            });
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (isArticle(each)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asText();
        String local = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
        return local.endsWith("Article") || local.endsWith("BlogPosting") || local.equals("Report");
    }
}
