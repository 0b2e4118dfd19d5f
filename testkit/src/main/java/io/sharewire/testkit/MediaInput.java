package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a media request, whether it came as JSON with Base64 or as multipart with raw bytes. */
final class MediaInput {

    private final ObjectNode json;
    private final byte @Nullable [] file;

    private MediaInput(ObjectNode json, byte @Nullable [] file) {
        this.json = json;
        this.file = file;
    }

    static MediaInput of(Call call, Set<String> members) {
        if (call.hasType("application/json")) {
            return ofJson(call, members);
        }
        ObjectNode json = Json.object();
        for (Map.Entry<String, String> part : call.parts().pairs()) {
            json.put(part.getKey(), part.getValue());
        }
        call.files().keySet().forEach(name -> checkMember(name, members));
        json.fieldNames().forEachRemaining(name -> checkMember(name, members));
        byte[] file = call.files().get("media");
        if (file == null) {
            throw TwitterProblems.invalid("media", "", "media: is missing but it is required");
        }
        return new MediaInput(json, file);
    }

    static MediaInput ofJson(Call call, Set<String> members) {
        ObjectNode json = Json.readObject(call.hasType("application/json") ? call.body() : "")
                .orElseThrow(() -> TwitterProblems.invalid("body", "", "$: is not a JSON object"));
        json.fieldNames().forEachRemaining(name -> checkMember(name, members));
        return new MediaInput(json, null);
    }

    Optional<String> text(String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** The ids of a list; multipart has them in one part each or with commas between. */
    List<String> texts(String name) {
        JsonNode value = json.path(name);
        List<String> texts = new ArrayList<>();
        value.forEach(each -> texts.add(each.asText()));
        return value.isTextual() ? List.of(value.asText().split(",", -1)) : texts;
    }

    /** A number from 0 up to this one; multipart has it as text. */
    long number(String name, long most) {
        JsonNode value = json.path(name);
        String digits = value.isIntegralNumber() || (file != null && value.isTextual()) ? value.asText() : "";
        if (!digits.matches("\\d{1,18}") || Long.parseLong(digits) > most) {
            throw TwitterProblems.invalid(
                    name, value.asText(), "$." + name + ": must be a number between 0 and " + most);
        }
        return Long.parseLong(digits);
    }

    byte[] bytes() {
        if (file != null) {
            return file;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(text("media").orElse(""));
            if (decoded.length > 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw TwitterProblems.invalid("media", "", "$.media: is not Base64");
        }
        throw TwitterProblems.invalid("media", "", "$.media: is missing but it is required");
    }

    private static void checkMember(String name, Set<String> members) {
        if (!members.contains(name)) {
            throw TwitterProblems.invalid(name, "", "$." + name + ": is not defined in the schema");
        }
    }
}
