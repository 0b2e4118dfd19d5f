package io.sharewire.testkit;

/** What the share page answers to a share that cannot be, by the codes of its documentation. */
final class KakaoShareErrors {

    private KakaoShareErrors() {}

    static Refusal badRequest(String why) {
        return error(400, 4002, why);
    }

    static Refusal wrongKindOfKey() {
        return error(400, 4003, "the app key is not a JavaScript key");
    }

    static Refusal quotaUsedUp() {
        return error(400, 4006, "the daily quota of the app is used up");
    }

    static Refusal unknownKey() {
        return error(401, 4011, "authentication failed");
    }

    /** 4019, the one with a body of its own. */
    static Refusal originNotRegistered() {
        return KakaoLoginErrors.error(
                401, "misconfigured", "invalid android_key_hash or ios_bundle_id or web_site_url", "KOE009");
    }

    static Refusal badAddress() {
        return error(404, 4041, "the shared URL is invalid");
    }

    private static Refusal error(int status, int code, String message) {
        return new Refusal(KakaoErrors.error(status, code, message));
    }
}
