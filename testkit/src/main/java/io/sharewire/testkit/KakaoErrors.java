package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** The error bodies of kapi: a message that may change and a code that does not. */
final class KakaoErrors {

    private KakaoErrors() {}

    static Answer error(int status, int code, String message) {
        return json(status, Json.object().put("msg", message).put("code", code));
    }

    static Refusal unknownToken() {
        return unauthorized("Bearer", "this access token does not exist");
    }

    static Refusal expiredToken() {
        return unauthorized("Bearer", "this access token is already expired");
    }

    /** A 401 with the challenge of the scheme that was tried. */
    static Refusal unauthorized(String scheme, String message) {
        return new Refusal(error(401, -401, message).with("WWW-Authenticate", scheme + " error=invalid_token"));
    }

    static Refusal consentItemOff(String scope, String apiType) {
        return new Refusal(error(
                403,
                -3,
                "[APP] App disabled [" + scope + "] scopes for [" + apiType
                        + "] API on developers.kakao.com. Enable it first."));
    }

    static Refusal notConsented(String scope, String apiType, Collection<String> allowed) {
        ObjectNode body = Json.object().put("msg", "insufficient scopes.").put("code", -402);
        body.put("api_type", apiType);
        body.putArray("required_scopes").add(scope);
        allowed.forEach(body.putArray("allowed_scopes")::add);
        return new Refusal(json(403, body));
    }

    static Refusal permissionDenied() {
        return new Refusal(error(403, -5, "permission denied"));
    }

    static Refusal notLinked() {
        return new Refusal(error(400, -101, "NotRegisteredUserException"));
    }

    static Refusal badParameter(String message) {
        return new Refusal(error(400, -2, message));
    }

    static Refusal unparsable(String name, String value) {
        return badParameter("failed to parse parameter. name=" + name + ", stringToParse=" + value + ", paramString="
                + value + ", paramStringAlias=null");
    }

    static Refusal badReceivers(String why) {
        return badParameter("Constraints on the parameter [receiver_uuids] are unsatisfied. " + why);
    }

    static Refusal badHeader(String message) {
        return new Refusal(error(400, -8, message));
    }

    static Refusal badImage(int code, String message) {
        return new Refusal(error(400, code, message));
    }

    static Answer limitExceeded() {
        return error(400, -10, "API limit has been exceeded.");
    }

    static Answer internal(int status) {
        return error(status, -1, "internal server error");
    }

    static Answer timedOut() {
        return error(400, -603, "request timed out");
    }

    static Answer inMaintenance() {
        return error(400, -7, "the service is being checked");
    }

    static Refusal maintenance() {
        return new Refusal(error(503, -9798, "service under maintenance"));
    }

    static Answer json(int status, ObjectNode body) {
        return Answer.of(status, "application/json;charset=UTF-8", Json.write(body));
    }
}
