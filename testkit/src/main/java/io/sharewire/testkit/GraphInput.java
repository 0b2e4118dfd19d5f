package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a Graph API call, wherever they were put: query, form, multipart or JSON body. */
record GraphInput(Parameters parameters) {

    static GraphInput of(Call call) {
        return new GraphInput(call.query().and(body(call)));
    }

    private static Parameters body(Call call) {
        if (!call.hasType("application/json")) {
            return call.form();
        }
        ObjectNode json = Json.readObject(call.body())
                .orElseThrow(() -> GraphErrors.invalidParameter("The request body is not a JSON object.")
                        .refuse());
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        json.properties().forEach(member -> {
            JsonNode value = member.getValue();
            pairs.add(Map.entry(member.getKey(), value.isTextual() ? value.asText() : value.toString()));
        });
        return new Parameters(List.copyOf(pairs));
    }

    Optional<String> text(String name) {
        return parameters.first(name).filter(value -> !value.isEmpty());
    }

    /** A boolean in any of the spellings that the platform takes. */
    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(value -> switch (value) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default ->
                        throw GraphErrors.invalidParameter("Param " + name + " must be a boolean")
                                .refuse();
                })
                .orElse(otherwise);
    }
}
