package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The answer of {@code debug_token}. */
final class FacebookTokenReport {

    private final FacebookTokens tokens;

    FacebookTokenReport(FacebookTokens tokens) {
        this.tokens = tokens;
    }

    /** What {@code debug_token} says of a token: a dead one is described, not refused. */
    Answer on(GraphRequest request) {
        if (request.token().isFor(FacebookToken.Kind.PAGE)) {
            throw GraphErrors.invalidParameter(
                            "You must provide an app access token, or a user access token that is an owner or"
                                    + " developer of the app")
                    .refuse();
        }
        String value = request.input()
                .text("input_token")
                .orElseThrow(() -> GraphErrors.invalidParameter("The parameter input_token is required")
                        .refuse());
        ObjectNode answer = Json.object();
        ObjectNode data = answer.putObject("data");
        Optional<FacebookToken> found = tokens.find(value);
        found.filter(token -> !token.app().equals(request.token().app())).ifPresent(token -> {
            throw GraphErrors.invalidParameter("The App_id in the input_token did not match the Viewing App")
                    .refuse();
        });
        Optional<GraphErrors> trouble = found.isEmpty()
                ? Optional.of(GraphErrors.error(400, 190, "Invalid OAuth access token."))
                : tokens.trouble(found.orElseThrow());
        found.ifPresent(token -> describe(token, data));
        data.put("is_valid", trouble.isEmpty());
        data.putArray("scopes");
        if (trouble.isEmpty()) {
            tokens.granted().stream().sorted().forEach(data.withArray("scopes")::add);
        }
        trouble.ifPresent(error -> {
            ObjectNode node = error.node();
            ObjectNode said = data.putObject("error");
            said.set("code", node.get("code"));
            said.set("message", node.get("message"));
            if (node.has("error_subcode")) {
                said.set("subcode", node.get("error_subcode"));
            }
        });
        return Answer.json(200, answer);
    }

    private void describe(FacebookToken token, ObjectNode data) {
        Instant expires = token.expires();
        data.put("app_id", token.app())
                .put("type", token.kind().name())
                .put("application", "Newsroom")
                .put("issued_at", token.issued().getEpochSecond())
                .put("expires_at", expires == null ? 0 : expires.getEpochSecond());
        if (!token.isFor(FacebookToken.Kind.APP)) {
            data.put("user_id", FacebookTokens.PERSON);
        }
        if (token.isFor(FacebookToken.Kind.PAGE)) {
            data.put("profile_id", token.subject());
            tokens.granted().stream()
                    .sorted()
                    .forEach(scope -> data.withArray("granular_scopes")
                            .addObject()
                            .put("scope", scope)
                            .putArray("target_ids")
                            .add(token.subject()));
        }
    }
}
