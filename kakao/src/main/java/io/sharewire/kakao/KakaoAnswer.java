package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.json.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the Message API says: {@code {"result_code":0}} or {@code {"msg":"…","code":-401}}. Every member may be absent or
 * null; only the codes can be relied on.
 */
record KakaoAnswer(
        @JsonProperty("result_code") @Nullable Integer resultCode,
        @Nullable Integer code,
        @Nullable String msg,
        @JsonProperty("required_scopes") @Nullable List<@Nullable String> requiredScopes) {

    private static final KakaoAnswer NONE = new KakaoAnswer(null, null, null, null);

    /** The answer in {@code body}; one that says nothing if it is not JSON of that shape. */
    static KakaoAnswer read(String body) {
        return Json.read(body, KakaoAnswer.class).orElse(NONE);
    }

    /** Whether it says that the message was sent. */
    boolean isSent() {
        return code == null && resultCode != null && resultCode == 0;
    }

    /** The error's code; 0 if it names none. */
    int errorCode() {
        return code != null ? code : resultCode != null ? resultCode : 0;
    }

    String message() {
        return msg == null ? "no message" : msg;
    }

    /** The consents that a -402 asks for. */
    List<String> scopes() {
        return requiredScopes == null
                ? List.of()
                : requiredScopes.stream().filter(Objects::nonNull).toList();
    }
}
