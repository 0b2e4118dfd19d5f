package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the Message API says of a message to friends.
 *
 * <pre>{@code
 * {"successful_receiver_uuids":["…"],"failure_info":[{"code":-530,"msg":"…","receiver_uuids":["…"]}]}
 * }</pre>
 *
 * <p>With several receivers this comes with HTTP 200 even if all of them failed; with one, a failure is an ordinary error.
 * Either member may be absent, and one of Kakao's references calls the second {@code failure_infos}.
 */
record KakaoSent(
        @JsonProperty("successful_receiver_uuids") @Nullable List<@Nullable String> successful,

        @JsonProperty("failure_info") @JsonAlias("failure_infos") @Nullable List<@Nullable FailureInfo> failureInfo) {

    private static final KakaoSent NOTHING = new KakaoSent(null, null);

    record FailureInfo(
            @Nullable Integer code,
            @Nullable String msg,
            @JsonProperty("receiver_uuids") @Nullable List<@Nullable String> receivers) {}

    /** Receivers who are said not to have it, and why. */
    record Failure(int code, String message, Set<String> receivers) {}

    static KakaoSent read(String body) {
        return Json.read(body, KakaoSent.class).orElse(NOTHING);
    }

    /** Who has it. */
    Set<String> reached() {
        return strings(successful);
    }

    /** Who has it not; one who is also said to have it is not among them. */
    List<Failure> failures() {
        Set<String> reached = reached();
        return failureInfo == null
                ? List.of()
                : failureInfo.stream()
                        .filter(Objects::nonNull)
                        .map(info -> new Failure(
                                info.code() == null ? KakaoError.NO_CODE : info.code(),
                                info.msg() == null ? "no message" : info.msg(),
                                strings(info.receivers()).stream()
                                        .filter(uuid -> !reached.contains(uuid))
                                        .collect(Collectors.toSet())))
                        .toList();
    }

    private static Set<String> strings(@Nullable List<@Nullable String> list) {
        return (list == null ? Stream.<@Nullable String>of() : list.stream())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
