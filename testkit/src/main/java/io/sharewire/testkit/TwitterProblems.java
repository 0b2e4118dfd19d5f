package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The problem bodies of the X API v2; the {@code type} still names the old host, as live answers do. */
final class TwitterProblems {

    private static final String TYPES = "https://api.twitter.com/2/problems/";

    private TwitterProblems() {}

    static Refusal invalid(String parameter, String value, String message) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putArray("errors").addObject();
        error.putObject("parameters").putArray(parameter).add(value);
        error.put("message", message);
        body.put("title", "Invalid Request")
                .put("detail", "One or more parameters to your request was invalid.")
                .put("type", TYPES + "invalid-request");
        return new Refusal(problem(400, body));
    }

    static Refusal tooLong(String text) {
        ObjectNode body = Json.object();
        String message = "Your Tweet text is too long. For more information on how Twitter determines text length see"
                + " https://github.com/twitter/twitter-text.";
        ObjectNode error = body.putArray("errors").addObject();
        error.putObject("parameters").putArray("text").add(text);
        error.put("message", message);
        body.put("title", "Invalid Request").put("detail", message).put("type", TYPES + "invalid-request");
        return new Refusal(problem(400, body));
    }

    static Refusal unauthorized() {
        return new Refusal(plain(401, "Unauthorized", "Unauthorized"));
    }

    static Refusal forbidden(String detail) {
        return new Refusal(plain(403, "Forbidden", detail));
    }

    /** The platform writes two spaces between the two sentences. */
    static Refusal unsupportedAuthentication(String kind) {
        ObjectNode body = Json.object();
        body.put("title", "Unsupported Authentication")
                .put(
                        "detail",
                        "Authenticating with " + kind + " is forbidden for this endpoint.  Supported"
                                + " authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].")
                .put("type", TYPES + "unsupported-authentication")
                .put("status", 403);
        return new Refusal(problem(403, body));
    }

    static Refusal oauth1Permissions() {
        ObjectNode body = Json.object();
        body.put("title", "Forbidden")
                .put(
                        "detail",
                        "Your client app is not configured with the appropriate oauth1 app permissions for this"
                                + " endpoint.")
                .put("type", TYPES + "oauth1-permissions")
                .put("status", 403);
        return new Refusal(problem(403, body));
    }

    static Refusal creditsDepleted(String account) {
        ObjectNode body = Json.object();
        body.put("title", "CreditsDepleted")
                .put(
                        "detail",
                        "Your enrolled account [" + account + "] does not have any credits to fulfill this request.")
                .put("type", TYPES + "credits");
        return new Refusal(problem(402, body));
    }

    /** In the older shape, as the OAuth 1.0a endpoints answer. */
    static Refusal callbackNotApproved() {
        ObjectNode body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("code", 415)
                .put("message", "Callback URL not approved for this client application.");
        return new Refusal(Answer.json(403, body));
    }

    static Answer tooManyRequests() {
        return plain(429, "Too Many Requests", "Too Many Requests");
    }

    static Answer usageCapped(String account) {
        ObjectNode body = Json.object();
        body.put("title", "UsageCapExceeded")
                .put("detail", "Usage cap exceeded: Monthly product cap")
                .put("type", TYPES + "usage-capped")
                .put("period", "Monthly")
                .put("scope", "Product")
                .put("account_id", account)
                .put("product_name", "pay-per-use");
        return problem(429, body);
    }

    static Answer serviceUnavailable() {
        return plain(503, "Service Unavailable", "Service Unavailable");
    }

    /** The error of a look-up: a part of a good answer. */
    static ObjectNode notFound(String kind, String parameter, String value) {
        ObjectNode error = Json.object();
        return error.put("value", value)
                .put("detail", "Could not find " + kind + " with " + parameter + ": [" + value + "].")
                .put("title", "Not Found Error")
                .put("resource_type", kind)
                .put("parameter", parameter)
                .put("resource_id", value)
                .put("type", TYPES + "resource-not-found");
    }

    /** A good status, and nothing about what was made. */
    static Answer onlyErrors() {
        ObjectNode body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("title", "Internal Error")
                .put("detail", "The post could not be read back.")
                .put("type", "about:blank");
        return Answer.json(200, body);
    }

    static Refusal noSuchResource(String id) {
        return new Refusal(problem(404, notFound("tweet", "id", id).put("status", 404)));
    }

    private static Answer plain(int status, String title, String detail) {
        ObjectNode body = Json.object();
        body.put("title", title)
                .put("type", "about:blank")
                .put("status", status)
                .put("detail", detail);
        return problem(status, body);
    }

    private static Answer problem(int status, ObjectNode body) {
        return Answer.of(status, "application/problem+json", Json.write(body));
    }
}
