package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The error bodies of kapi: a message that may change and a code that does not. */
final class KakaoErrors {

    private KakaoErrors() {}

    static Answer error(int status, int code, String message) {
        return json(status, Json.object().put("msg", message).put("code", code));
    }

    static Refusal unauthorized(String message) {
        return new Refusal(error(401, -401, message).with("WWW-Authenticate", "Bearer error=invalid_token"));
    }

    static Refusal consentItemOff() {
        return new Refusal(error(
                403,
                -3,
                "[APP] App disabled [talk_message] scopes for [TALK_MEMO_DEFAULT_SEND] API on developers.kakao.com."
                        + " Enable it first."));
    }

    static Refusal notConsented() {
        ObjectNode body = Json.object().put("msg", "insufficient scopes.").put("code", -402);
        body.put("api_type", "TALK_MEMO_DEFAULT_SEND");
        body.putArray("required_scopes").add("talk_message");
        body.putArray("allowed_scopes").add("profile").add("account_email");
        return new Refusal(json(403, body));
    }

    static Refusal badParameter(String message) {
        return new Refusal(error(400, -2, message));
    }

    static Refusal badTemplate(String template) {
        return badParameter("failed to parse parameter. name=template_object, stringToParse=" + template
                + ", paramString=" + template + ", paramStringAlias=null");
    }

    static Answer limitExceeded() {
        return error(400, -10, "API limit has been exceeded.");
    }

    static Answer internal() {
        return error(500, -1, "internal server error");
    }

    static Refusal maintenance() {
        return new Refusal(error(503, -9798, "service under maintenance"));
    }

    static Answer json(int status, ObjectNode body) {
        return Answer.of(status, "application/json;charset=UTF-8", Json.write(body));
    }
}
