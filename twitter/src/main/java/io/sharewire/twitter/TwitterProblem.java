package io.sharewire.twitter;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What X says about a refusal: a problem (RFC 7807), the older {@code {"errors":[{"code":88,"message":"…"}]}}, or both.
 *
 * @param type a problem's address, of which only the last segment counts: X answers from two hosts
 * @param period of a used-up cap: {@code Daily} or {@code Monthly}
 */
record TwitterProblem(
        @Nullable String title,
        @Nullable String detail,
        @Nullable String type,
        @Nullable String reason,
        @Nullable String period,
        @Nullable Integer code,
        @Nullable String message,
        @Nullable List<Item> errors) {

    /** Nothing said. */
    static final TwitterProblem NONE = new TwitterProblem(null, null, null, null, null, null, null, null);

    record Item(
            @Nullable Integer code,
            @Nullable String message,
            @Nullable String detail,
            @Nullable String type) {}

    /** The last segment of {@code type}; empty if it says nothing. */
    String slug() {
        return slug(type);
    }

    /** Whether it is of this kind, or holds nothing but problems of this kind. */
    boolean names(String slug) {
        return slug().equals(slug)
                || (errors != null && !errors.isEmpty() && items().allMatch(item -> slug.equals(slug(item.type))));
    }

    private static String slug(@Nullable String type) {
        return type == null || type.equals("about:blank") ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    /** The older code; 0 if there is none. */
    int legacyCode() {
        return Stream.concat(Stream.ofNullable(code), items().map(Item::code))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0);
    }

    /** Everything it says in words; the messages of {@code errors} name the field that was wrong. */
    String words() {
        String said = Stream.concat(
                        Stream.of(detail, message, reason),
                        items().flatMap(item -> Stream.of(item.message, item.detail)))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        return said.isEmpty() && title != null ? title : said;
    }

    private Stream<Item> items() {
        return errors == null ? Stream.empty() : errors.stream().filter(Objects::nonNull);
    }
}
