package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** The errors of the Graph API, in the shape and with the texts that clients have to understand. */
final class GraphErrors {

    private final int status;
    private final ObjectNode error;

    private GraphErrors(int status, String type, int code, String message) {
        this.status = status;
        this.error = Json.object();
        error.put("message", message).put("type", type).put("code", code);
    }

    static GraphErrors error(int status, int code, String message) {
        return new GraphErrors(status, "OAuthException", code, message);
    }

    static GraphErrors invalidParameter(String message) {
        return error(400, 100, "(#100) " + message);
    }

    static GraphErrors noSuchObject(String verb, String id) {
        return error(
                        400,
                        100,
                        "Unsupported " + verb + " request. Object with ID '" + id
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this"
                                + " operation. Please read the Graph API documentation at"
                                + " https://developers.facebook.com/docs/graph-api")
                .type("GraphMethodException")
                .subcode(33);
    }

    static GraphErrors proof(String message) {
        return error(400, 100, message).type("GraphMethodException");
    }

    static GraphErrors invalidUrl() {
        return error(400, 1500, "(#1500) The url you supplied is invalid").subcode(1611248);
    }

    static GraphErrors duplicate() {
        return error(400, 506, "Duplicate status message")
                .subcode(1455006)
                .isTransient(false)
                .user(
                        "Duplicate Status Update",
                        "This status update is identical to the last one you posted. Try posting something different, or"
                                + " delete your previous update.");
    }

    static GraphErrors unknown() {
        return error(500, 1, "An unknown error has occurred.");
    }

    static GraphErrors serviceDown() {
        return error(500, 2, "An unexpected error has occurred. Please retry your request later.")
                .isTransient(true);
    }

    static GraphErrors notAllowed() {
        return error(
                403,
                200,
                "(#200) If posting to a group, requires app being installed in the group, and either"
                        + " publish_to_groups permission with user token, or both pages_read_engagement"
                        + " and pages_manage_posts permission with page token; If posting to a page,"
                        + " requires both pages_read_engagement and pages_manage_posts as an admin with"
                        + " sufficient administrative permission");
    }

    static GraphErrors tooFast() {
        return error(
                        400,
                        368,
                        "We limit how often you can post, comment or do other things in a given amount of time in order"
                                + " to help protect the community from spam. You can try again later.")
                .subcode(1390008);
    }

    static GraphErrors tooManyCalls() {
        return error(
                400,
                80001,
                "There have been too many calls to this Page account. Wait a bit and try again. For more info, please"
                        + " refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.");
    }

    GraphErrors subcode(int subcode) {
        error.put("error_subcode", subcode);
        return this;
    }

    GraphErrors type(String type) {
        error.put("type", type);
        return this;
    }

    GraphErrors isTransient(boolean value) {
        error.put("is_transient", value);
        return this;
    }

    /** The error as it stands inside another answer. */
    ObjectNode node() {
        return error.deepCopy();
    }

    private GraphErrors user(String title, String text) {
        error.put("error_user_title", title).put("error_user_msg", text);
        return this;
    }

    /** The error with a good status, as the platform's edge has been seen to send it. */
    Answer answerAsSuccess() {
        Answer answer = answer();
        return new Answer(200, answer.headers(), answer.body(), answer.ending());
    }

    /** The answer, with a trace id that no other error has. */
    Answer answer() {
        byte[] random = new byte[9];
        ThreadLocalRandom.current().nextBytes(random);
        String trace = "A" + Base64.getUrlEncoder().encodeToString(random);
        error.put("fbtrace_id", trace);
        ObjectNode body = Json.object();
        body.set("error", error);
        return Answer.json(status, body).with("x-fb-trace-id", trace);
    }

    Refusal refuse() {
        return new Refusal(answer());
    }

    /** Refuses for a token that is no good, with the challenge that goes with it. */
    Refusal refuseToken() {
        String message = error.get("message").asText().replace('"', '\'');
        return new Refusal(
                answer().with("WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_token\" \"" + message + "\""));
    }
}
