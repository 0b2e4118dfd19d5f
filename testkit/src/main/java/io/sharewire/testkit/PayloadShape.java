package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.PayloadPart;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a payload is made of, without its words: the names in a form, the members of a JSON document, the header lines of a
 * message. Two articles that differ in words alone have the same shape; one that breaks out of its place has another.
 */
final class PayloadShape {

    private static final Pattern FOLDED = Pattern.compile("\r\n[ \t]");

    private PayloadShape() {}

    static List<Set<String>> of(List<PayloadPart> payload) {
        return payload.stream().map(PayloadShape::of).toList();
    }

    private static Set<String> of(PayloadPart part) {
        Set<String> names = new TreeSet<>();
        if (part.type().startsWith("application/x-www-form-urlencoded")) {
            for (String pair : part.body().split("&", -1)) {
                names.add(URLDecoder.decode(pair.replaceFirst("=.*", ""), StandardCharsets.UTF_8));
            }
        } else if (part.type().startsWith("application/json")) {
            members("", Json.read(part.body()).orElseThrow(), names);
        } else if (part.type().startsWith("message/")) {
            headers(part.body(), names);
        } else {
            names.add(part.type());
        }
        return names;
    }

    private static void members(String path, JsonNode node, Set<String> names) {
        names.add(path + ":" + node.getNodeType());
        node.properties().forEach(member -> members(path + "/" + member.getKey(), member.getValue(), names));
        if (node.isArray()) {
            node.forEach(element -> members(path + "[]", element, names));
        }
    }

    private static void headers(String message, Set<String> names) {
        String lines = FOLDED.matcher(message.substring(0, message.indexOf("\r\n\r\n")))
                .replaceAll(" ");
        Stream.of(lines.split("\r\n"))
                .map(line -> line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT))
                .forEach(names::add);
    }
}
