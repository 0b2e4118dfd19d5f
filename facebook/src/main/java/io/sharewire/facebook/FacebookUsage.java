package io.sharewire.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Headers;

/**
 * How much of the call limits is used, as the headers of an answer tell; they are absent from most.
 *
 * <p>{@code X-App-Usage} and the older {@code X-Page-Usage} are flat: {@code
 * {"call_count":28,"total_time":25,"total_cputime":25}}. {@code X-Business-Use-Case-Usage} has a list per Page: {@code
 * {"PAGE":[{"type":"pages","call_count":97,"total_cputime":23,"total_time":23,"estimated_time_to_regain_access":30}]}}.
 *
 * @param percent the largest of all numbers; 100 is the limit, and more was seen
 * @param regain how long until calls are taken again, told in minutes; zero if not told
 */
record FacebookUsage(int percent, Duration regain) {

    private static final FacebookUsage NONE = new FacebookUsage(0, Duration.ZERO);

    static FacebookUsage of(Headers headers) {
        Stream<Use> flat = Stream.of("X-App-Usage", "X-Page-Usage")
                .flatMap(name -> Optional.ofNullable(headers.get(name)).stream())
                .flatMap(value -> Json.read(value, Use.class).stream());
        Stream<Use> byPage = Optional.ofNullable(headers.get("X-Business-Use-Case-Usage")).stream()
                .flatMap(value -> Json.read("{\"pages\":" + value + "}", ByPage.class).stream())
                .flatMap(usage -> usage.pages().values().stream())
                .flatMap(Arrays::stream);
        return Stream.concat(flat, byPage)
                .map(use -> new FacebookUsage(use.percent(), Duration.ofMinutes(use.minutes())))
                .reduce(NONE, FacebookUsage::or);
    }

    private FacebookUsage or(FacebookUsage other) {
        return new FacebookUsage(
                Math.max(percent, other.percent),
                Stream.of(regain, other.regain).max(Comparator.naturalOrder()).orElse(regain));
    }

    private record ByPage(Map<String, Use[]> pages) {}

    private record Use(
            @JsonProperty("call_count") double calls,
            @JsonProperty("total_time") double time,
            @JsonProperty("total_cputime") double cpuTime,
            @JsonProperty("estimated_time_to_regain_access") long minutes) {

        int percent() {
            return (int) Math.max(calls, Math.max(time, cpuTime));
        }
    }
}
