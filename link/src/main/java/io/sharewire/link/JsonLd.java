package io.sharewire.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The JSON-LD of a page.
 *
 * <p>Blocks are read one by one and leniently (comments, CDATA, raw line breaks, trailing commas, escaped quotes): one
 * that cannot be read does not hide the others.
 */
final class JsonLd {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private JsonLd() {}

    /** The article that the blocks tell of. */
    static SchemaArticle of(Document document) {
        List<JsonNode> blocks = new ArrayList<>();
        for (Element script : document.select("script[type^=application/ld+json]")) {
            parse(script.data()).ifPresent(blocks::add);
        }
        return SchemaArticle.among(blocks, "json-ld");
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
}
