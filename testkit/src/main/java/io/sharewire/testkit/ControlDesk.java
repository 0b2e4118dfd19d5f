package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Steers the sandbox over HTTP, for clients in any language: {@code POST /__sandbox/faults} with {@code
 * {"platform":"twitter","faults":["NONE","STORED_THEN_RESET"]}}, {@code GET /__sandbox/posts?platform=twitter}, {@code POST
 * /__sandbox/reset}.
 */
final class ControlDesk {

    private final List<PlatformSimulator> platforms;

    ControlDesk(List<PlatformSimulator> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    Answer answer(Call call) {
        String wanted = call.method() + " " + String.join("/", call.path());
        return switch (wanted) {
            case "POST faults" -> faults(call);
            case "GET faults" -> possibleFaults();
            case "GET posts" -> posts(call);
            case "POST reset" -> {
                platforms.forEach(PlatformSimulator::reset);
                yield Answer.json(200, Json.object().put("success", true));
            }
            default ->
                problem("no such call: " + wanted + "; there are POST faults, GET faults, GET posts, POST reset");
        };
    }

    private Answer faults(Call call) {
        ObjectNode asked = Json.readObject(call.body()).orElse(Json.object());
        String name = asked.path("platform").asText();
        Optional<PlatformSimulator> platform = find(name);
        if (platform.isEmpty()) {
            return unknownPlatform(name);
        }
        List<Fault> faults = new ArrayList<>();
        for (JsonNode fault : asked.path("faults")) {
            try {
                faults.add(Fault.valueOf(fault.asText()));
            } catch (IllegalArgumentException e) {
                return problem("no such fault: " + fault.asText() + "; see GET faults");
            }
        }
        try {
            platform.get().inject(faults.toArray(Fault[]::new));
        } catch (IllegalArgumentException e) {
            return problem(String.valueOf(e.getMessage()));
        }
        return Answer.json(200, Json.object().put("platform", name).put("injected", faults.size()));
    }

    private Answer possibleFaults() {
        ObjectNode json = Json.object();
        for (PlatformSimulator platform : platforms) {
            ArrayNode names = json.putArray(platform.name());
            platform.faults().stream().sorted().forEach(fault -> names.add(fault.name()));
        }
        return Answer.json(200, json);
    }

    private Answer posts(Call call) {
        String name = call.query().first("platform").orElse("");
        Optional<PlatformSimulator> platform = find(name);
        if (platform.isEmpty()) {
            return unknownPlatform(name);
        }
        ObjectNode json = Json.object().put("createRequests", platform.get().createRequests());
        ArrayNode posts = json.putArray("posts");
        for (SimulatedPost post : platform.get().posts()) {
            ObjectNode row = posts.addObject()
                    .put("id", post.id())
                    .put("text", post.text())
                    .put("link", post.link())
                    .put("image", post.image())
                    .put("at", post.at().toString());
            ObjectNode details = row.putObject("details");
            post.details().forEach(details::put);
        }
        return Answer.json(200, json);
    }

    private Optional<PlatformSimulator> find(String name) {
        return platforms.stream()
                .filter(platform -> platform.name().equals(name))
                .findFirst();
    }

    private Answer unknownPlatform(String name) {
        return problem("no such platform: '" + name + "'; there are "
                + String.join(
                        ", ", platforms.stream().map(PlatformSimulator::name).toList()));
    }

    private static Answer problem(String message) {
        return Answer.json(400, Json.object().put("error", message));
    }
}
