package io.sharewire.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The article that a page tells of in schema.org's words, whatever syntax they are written in.
 *
 * <p>A member that only names another node by {@code @id} stands for it.
 */
final class SchemaArticle {

    private final String syntax;
    private final Map<String, JsonNode> byId = new HashMap<>();
    private JsonNode article = MissingNode.getInstance();

    private SchemaArticle(String syntax) {
        this.syntax = syntax;
    }

    /** The first article among {@code nodes}, written in {@code syntax}. */
    static SchemaArticle among(List<JsonNode> nodes, String syntax) {
        SchemaArticle found = new SchemaArticle(syntax);
        nodes.forEach(found::index);
        List<JsonNode> articles = new ArrayList<>();
        nodes.forEach(node -> found.collect(node, articles));
        articles.stream().findFirst().ifPresent(first -> found.article = first);
        return found;
    }

    /** Whether there is an article. */
    boolean isPresent() {
        return !article.isMissingNode();
    }

    /** The first of the article's {@code names} that has a text. */
    Optional<Finding<String>> text(String... names) {
        for (String name : names) {
            Optional<Finding<String>> found =
                    PageText.line(raw(article.path(name))).map(text -> new Finding<>(text, source(name)));
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
                    return Optional.of(new Finding<>(node.asText(), source(name)));
                }
            }
        }
        return Optional.empty();
    }

    /** Where a member was found. */
    String source(String name) {
        return syntax + " " + name;
    }

    private JsonNode follow(JsonNode node) {
        boolean isReference = node.has("@id") && !node.has("name") && !node.has("url");
        return isReference ? byId.getOrDefault(node.path("@id").asText(), node) : node;
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

    /** Whether a type, or one of several, is one of schema.org's kinds of article. */
    static boolean isArticle(JsonNode type) {
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
