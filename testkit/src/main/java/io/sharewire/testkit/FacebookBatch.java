package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many calls in one: each is answered by itself, and the answer to all is 200 whatever became of each. */
final class FacebookBatch {

    private static final int LIMIT = 50;
    private static final Pattern REFERENCE = Pattern.compile("\\{result=([^:}]+):\\$\\.([^}]+)}");

    private final Call outer;
    private final GraphInput input;
    private final Function<Call, Answer> platform;
    private final Map<String, String> bodies = new HashMap<>();

    FacebookBatch(Call outer, GraphInput input, Function<Call, Answer> platform) {
        this.outer = outer;
        this.input = input;
        this.platform = platform;
    }

    Answer run(String batch) {
        JsonNode operations = Json.read(batch)
                .filter(JsonNode::isArray)
                .orElseThrow(() -> GraphErrors.invalidParameter("Param batch must be an array.")
                        .refuse());
        if (operations.size() > LIMIT) {
            throw GraphErrors.invalidParameter("Too many requests in batch message. Maximum batch size is " + LIMIT)
                    .refuse();
        }
        boolean withHeaders = input.flag("include_headers", true);
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode operation : operations) {
            answers.add(one(operation, withHeaders));
        }
        return Answer.json(200, answers);
    }

    /** The answer to one of them; null for one whose answer is lost on the way, and for one that asks for none. */
    private JsonNode one(JsonNode operation, boolean withHeaders) {
        Answer answer = platform.apply(call(operation));
        if (answer.ending() != Answer.Ending.SENT) {
            return JsonNodeFactory.instance.nullNode();
        }
        String name = operation.path("name").asText("");
        if (!name.isEmpty()) {
            bodies.put(name, answer.body());
            if (answer.status() == 200
                    && operation.path("omit_response_on_success").asBoolean(true)) {
                return JsonNodeFactory.instance.nullNode();
            }
        }
        ObjectNode json = Json.object().put("code", answer.status());
        if (withHeaders) {
            ArrayNode headers = json.putArray("headers");
            answer.headers()
                    .forEach((header, value) ->
                            headers.addObject().put("name", header).put("value", value));
        }
        return json.put("body", answer.body());
    }

    private Call call(JsonNode operation) {
        String relative = resolved(operation.path("relative_url").asText(""));
        int mark = relative.indexOf('?');
        String path = mark < 0 ? relative : relative.substring(0, mark);
        List<String> segments = new ArrayList<>();
        if (!outer.path().isEmpty() && !path.matches("/?v\\d+\\.\\d+/.*")) {
            segments.add(outer.path().get(0));
        }
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        Parameters query = mark < 0 ? Parameters.NONE : Parameters.decode(relative.substring(mark + 1));
        Parameters form = Parameters.decode(resolved(operation.path("body").asText("")));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "multipart/form-data");
        if (query.and(form).first("access_token").isEmpty()) {
            FacebookAccess.tokenOf(outer, input).ifPresent(token -> headers.put("authorization", "Bearer " + token));
            query = query.and(proof());
        }
        String url = outer.url().replaceFirst("/+$", "") + "/" + path;
        String method = operation.path("method").asText("GET").toUpperCase(Locale.ROOT);
        return new Call(method, url, List.copyOf(segments), query, headers, "", form, files(operation));
    }

    /** The proof that belongs to the token of the whole batch. */
    private Parameters proof() {
        return new Parameters(input.parameters().pairs().stream()
                .filter(pair -> pair.getKey().startsWith("appsecret_"))
                .toList());
    }

    private Map<String, byte[]> files(JsonNode operation) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : operation.path("attached_files").asText("").split(",", -1)) {
            byte[] file = outer.files().get(name.strip());
            if (file != null) {
                files.put(name.strip(), file);
            }
        }
        return files;
    }

    /** Puts what earlier calls were answered where {@code {result=name:$.id}} asks for it. */
    private String resolved(String text) {
        Matcher matcher = REFERENCE.matcher(text.replace("%7Bresult%3D", "{result="));
        return matcher.replaceAll(found -> {
            JsonNode body = Json.read(bodies.getOrDefault(found.group(1), "{}")).orElse(Json.object());
            return Matcher.quoteReplacement(
                    body.at("/" + found.group(2).replace('.', '/')).asText(""));
        });
    }
}
