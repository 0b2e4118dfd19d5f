package io.sharewire.testkit;

/** The error bodies of kauth, which share nothing with those of kapi. */
final class KakaoLoginErrors {

    private KakaoLoginErrors() {}

    static Refusal invalidRequest(String code, String description) {
        return error(400, "invalid_request", description, code);
    }

    static Refusal invalidGrant(String code, String description) {
        return error(400, "invalid_grant", description, code);
    }

    static Refusal error(int status, String error, String description, String code) {
        return new Refusal(KakaoErrors.json(
                status,
                Json.object()
                        .put("error", error)
                        .put("error_description", description)
                        .put("error_code", code)));
    }
}
