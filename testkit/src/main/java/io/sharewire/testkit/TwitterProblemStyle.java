package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How problems are written: live answers and documentation differ in the host of the type and in the status. */
final class TwitterProblemStyle {

    private static final String OLDER = "https://api.twitter.com/2/problems/";
    private static final String CURRENT = "https://api.x.com/2/problems/";

    private final TwitterRules rules;

    TwitterProblemStyle(TwitterRules rules) {
        this.rules = rules;
    }

    Answer applyTo(Answer answer) {
        if (!rules.currentProblemHost && rules.problemStatus) {
            return answer;
        }
        return Json.readObject(answer.body())
                .map(body -> new Answer(answer.status(), answer.headers(), Json.write(styled(body)), answer.ending()))
                .orElse(answer);
    }

    private ObjectNode styled(ObjectNode body) {
        restyle(body);
        body.path("errors").forEach(this::restyle);
        return body;
    }

    private void restyle(JsonNode node) {
        if (node instanceof ObjectNode problem && problem.has("type")) {
            String type = problem.path("type").asText();
            if (rules.currentProblemHost && type.startsWith(OLDER)) {
                problem.put("type", CURRENT + type.substring(OLDER.length()));
            }
            if (!rules.problemStatus) {
                problem.remove("status");
            }
        }
    }
}
