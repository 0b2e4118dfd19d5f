package io.sharewire.testkit;

import java.util.Optional;
import java.util.stream.Stream;

/** The calls that are served, each with who may make it and what a person must have consented to. */
enum KakaoEndpoint {
    AUTHORIZE(Caller.ANYBODY, "GET oauth/authorize"),
    LOGOUT_PAGE(Caller.ANYBODY, "GET oauth/logout"),
    TOKEN(Caller.ANYBODY, ".* oauth/token"),

    MEMO_DEFAULT(Caller.PERSON, "POST v2/api/talk/memo/default/send", "talk_message", "TALK_MEMO_DEFAULT_SEND"),
    MEMO_SCRAP(Caller.PERSON, "POST v2/api/talk/memo/scrap/send", "talk_message", "TALK_MEMO_SCRAP_SEND"),
    MEMO_CUSTOM(Caller.PERSON, "POST v2/api/talk/memo/send", "talk_message", "TALK_MEMO_SEND"),
    FRIENDS_DEFAULT(Caller.PERSON, "POST v1/api/talk/friends/message/default/send", "talk_message", Type.MESSAGE),
    FRIENDS_SCRAP(Caller.PERSON, "POST v1/api/talk/friends/message/scrap/send", "talk_message", Type.MESSAGE),
    FRIENDS_CUSTOM(Caller.PERSON, "POST v1/api/talk/friends/message/send", "talk_message", Type.MESSAGE),
    FRIENDS(Caller.PERSON, "GET v1/api/talk/friends", "friends", "FRIENDS"),
    PROFILE(Caller.PERSON, "GET v1/api/talk/profile", "profile", "TALK_PROFILE"),

    TOKEN_INFO(Caller.PERSON, "GET v1/user/access_token_info"),
    ME(Caller.PERSON_OR_ADMIN, "(GET|POST) v2/user/me"),
    SCOPES(Caller.PERSON_OR_ADMIN, "GET v2/user/scopes"),
    REVOKE_SCOPES(Caller.PERSON_OR_ADMIN, "POST v2/user/revoke/scopes"),
    LOGOUT(Caller.PERSON_OR_ADMIN, "POST v1/user/logout"),
    UNLINK(Caller.PERSON_OR_ADMIN, "POST v1/user/unlink"),

    IMAGE_UPLOAD(Caller.PERSON_OR_PAGE, "POST v2/api/talk/message/image/upload"),
    IMAGE_SCRAP(Caller.PERSON_OR_PAGE, "POST v2/api/talk/message/image/scrap"),
    IMAGE_DELETE(Caller.PERSON_OR_PAGE, "DELETE v2/api/talk/message/image/delete"),
    IMAGE(Caller.ANYBODY, "GET dn/[^/]+"),

    SHARE_DEFAULT(Caller.PAGE, "(GET|POST) v2/api/kakaolink/talk/template/default"),
    SHARE_SCRAP(Caller.PAGE, "(GET|POST) v2/api/kakaolink/talk/template/scrap"),
    SHARE_CUSTOM(Caller.PAGE, "(GET|POST) v2/api/kakaolink/talk/template/validate"),
    SHARER(Caller.ANYBODY, "GET talk/friends/picker/easylink|POST talk/friends/picker/link|POST picker/link"),
    PICKER(Caller.ANYBODY, "GET picker/link"),
    READER_SENDS(Caller.ANYBODY, "POST picker/sandbox/send");

    /** Who may make a call. */
    enum Caller {
        ANYBODY,
        PERSON,
        PERSON_OR_ADMIN,
        PERSON_OR_PAGE,
        PAGE
    }

    private final Caller caller;
    private final String pattern;
    private final String scope;
    private final String apiType;

    KakaoEndpoint(Caller caller, String pattern) {
        this(caller, pattern, "", "");
    }

    KakaoEndpoint(Caller caller, String pattern, String scope, String apiType) {
        this.caller = caller;
        this.pattern = pattern;
        this.scope = scope;
        this.apiType = apiType;
    }

    static Optional<KakaoEndpoint> of(Call call) {
        String wanted = call.method() + " " + String.join("/", call.path());
        return Stream.of(values())
                .filter(endpoint -> wanted.matches(endpoint.pattern))
                .findFirst();
    }

    Caller caller() {
        return caller;
    }

    /** What the person must have consented to; empty if nothing. */
    String scope() {
        return scope;
    }

    /** The name of the call in errors about consent. */
    String apiType() {
        return apiType;
    }

    /** Whether the call sends a message, to oneself or to friends. */
    boolean sends() {
        return compareTo(MEMO_DEFAULT) >= 0 && compareTo(FRIENDS_CUSTOM) <= 0;
    }

    boolean sendsToFriends() {
        return sends() && compareTo(FRIENDS_DEFAULT) >= 0;
    }

    /** An enum's own constants cannot be used by its values. */
    private static final class Type {
        private static final String MESSAGE = "TALK_MESSAGE_SEND";
    }
}
