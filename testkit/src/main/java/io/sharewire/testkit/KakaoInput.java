package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a call to kapi; objects and lists among them are JSON inside the field. */
record KakaoInput(Parameters parameters) {

    /** The query of a GET or DELETE, the form of any call that has a body. */
    static KakaoInput of(Call call, boolean takeJson) {
        Parameters query = call.method().equals("POST") ? Parameters.NONE : call.query();
        if (takeJson && call.hasType("application/json")) {
            return of(Json.readObject(call.body())
                    .orElseThrow(() -> KakaoErrors.badParameter("the body is not a JSON object")));
        }
        return new KakaoInput(query.and(call.form()));
    }

    static KakaoInput of(ObjectNode json) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        json.properties().forEach(member -> {
            JsonNode value = member.getValue();
            pairs.add(Map.entry(member.getKey(), value.isTextual() ? value.asText() : Json.write(value)));
        });
        return new KakaoInput(new Parameters(List.copyOf(pairs)));
    }

    Optional<String> text(String name) {
        return parameters.first(name).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        String value = parameters
                .first(name)
                .orElseThrow(() -> KakaoErrors.badParameter("The Parameter [" + name + "] cannot be null."));
        if (value.isEmpty()) {
            throw KakaoErrors.badParameter("The Parameter [" + name + "] cannot be empty.");
        }
        return value;
    }

    long number(String name, long otherwise) {
        return text(name).map(value -> number(name, value)).orElse(otherwise);
    }

    long requiredNumber(String name) {
        return number(name, required(name));
    }

    private static long number(String name, String value) {
        if (!value.matches("\\d{1,18}")) {
            throw KakaoErrors.unparsable(name, value);
        }
        return Long.parseLong(value);
    }

    /** One of these, the first if the call does not say. */
    String oneOf(String name, List<String> values) {
        String value = text(name).orElse(values.get(0));
        if (!values.contains(value)) {
            throw KakaoErrors.unparsable(name, value);
        }
        return value;
    }

    /** The texts of a JSON array; nothing if it is anything else. */
    static Optional<List<String>> texts(String json) {
        Optional<JsonNode> array = Json.read(json).filter(JsonNode::isArray);
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array.orElse(Json.object())) {
            if (!element.isTextual()) {
                return Optional.empty();
            }
            texts.add(element.asText());
        }
        return array.map(found -> texts);
    }

    /** The arguments of a template: a JSON object of texts. */
    Map<String, String> templateArgs() {
        Map<String, String> args = new LinkedHashMap<>();
        String json = text("template_args").orElse("{}");
        ObjectNode object = Json.readObject(json).orElseThrow(() -> KakaoErrors.unparsable("template_args", json));
        for (Map.Entry<String, JsonNode> arg : object.properties()) {
            if (!arg.getValue().isTextual()) {
                throw KakaoErrors.unparsable("template_args", json);
            }
            args.put(arg.getKey(), arg.getValue().asText());
        }
        return args;
    }
}
