package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A field selection such as {@code id,attachments{url,target}}.
 *
 * @param wanted what is asked for within each field; an empty selection means all of it
 */
record GraphFields(Map<String, GraphFields> wanted) {

    static final GraphFields ALL = new GraphFields(Map.of());

    static GraphFields parse(String selection) {
        Map<String, GraphFields> wanted = new LinkedHashMap<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= selection.length(); i++) {
            char c = i == selection.length() ? ',' : selection.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                add(wanted, selection.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (depth != 0) {
            throw GraphErrors.error(400, 2500, "Syntax error \"Expected end of string instead of \"{\".\" in fields")
                    .refuse();
        }
        return new GraphFields(wanted);
    }

    private static void add(Map<String, GraphFields> wanted, String field) {
        int brace = field.indexOf('{');
        if (brace > 0 && field.endsWith("}")) {
            wanted.put(field.substring(0, brace), parse(field.substring(brace + 1, field.length() - 1)));
        } else if (!field.isEmpty()) {
            wanted.put(field, ALL);
        }
    }

    /** Refuses a selection of a field that is not among these. */
    void checkKnown(Set<String> known) {
        for (String field : wanted.keySet()) {
            if (!known.contains(field)) {
                throw GraphErrors.invalidParameter("Tried accessing nonexisting field (" + field + ")")
                        .refuse();
            }
        }
    }

    /** The selected part of a node; the id always comes along. */
    ObjectNode of(ObjectNode node) {
        if (wanted.isEmpty()) {
            return node;
        }
        ObjectNode selected = Json.object();
        node.properties().forEach(member -> {
            GraphFields inner = wanted.get(member.getKey());
            if (inner != null) {
                selected.set(member.getKey(), inner.inside(member.getValue()));
            } else if (member.getKey().equals("id")) {
                selected.set("id", member.getValue());
            }
        });
        return selected;
    }

    /** Edges hold their nodes in a {@code data} list; the selection means the nodes. */
    private JsonNode inside(JsonNode value) {
        if (wanted.isEmpty() || !(value instanceof ObjectNode object)) {
            return value;
        }
        if (!(object.get("data") instanceof ArrayNode nodes)) {
            return of(object);
        }
        ObjectNode edge = Json.object();
        ArrayNode selected = edge.putArray("data");
        nodes.forEach(node -> selected.add(inside(node)));
        return edge;
    }
}
