package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A list of values inside a feed ({@code item_content}): up to five lines of a name and a value, a sum, a small head.
 *
 * @param profileText a name above the card
 * @param profileImageUrl a small picture beside it
 * @param titleImageText a title beside the title picture
 * @param titleImageUrl the title picture
 * @param titleImageCategory a word below that title
 * @param items the lines, at most five
 * @param sum what the last line says
 * @param sumOp the value of the last line
 */
public record KakaoItems(
        @JsonProperty("profile_text") @Nullable String profileText,
        @JsonProperty("profile_image_url") @Nullable String profileImageUrl,
        @JsonProperty("title_image_text") @Nullable String titleImageText,
        @JsonProperty("title_image_url") @Nullable String titleImageUrl,
        @JsonProperty("title_image_category") @Nullable String titleImageCategory,

        @JsonProperty("items") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Item> items,

        @JsonProperty("sum") @Nullable String sum,
        @JsonProperty("sum_op") @Nullable String sumOp) {

    /** What a message may have at most. */
    static final int MAX = 5;

    /**
     * One line.
     *
     * @param name what it is about
     * @param value its value
     */
    public record Item(
            @JsonProperty("item") String name,
            @JsonProperty("item_op") String value) {

        /** Checks the parts. */
        public Item {
            new Validation("KakaoItems.Item")
                    .required("name", name)
                    .required("value", value)
                    .orThrow();
        }
    }

    /** Checks the parts. */
    public KakaoItems {
        items = List.copyOf(items);
        new Validation("KakaoItems")
                .check(items.size() <= MAX, "at most " + MAX + " items, not " + items.size())
                .check(
                        Stream.of(profileText, profileImageUrl, titleImageText, titleImageUrl, titleImageCategory, sum)
                                        .anyMatch(Objects::nonNull)
                                || !items.isEmpty(),
                        "it shows nothing")
                .check((sum == null) == (sumOp == null), "sum and sumOp go together")
                .check(isAddress(profileImageUrl), "profileImageUrl must be an http or https address")
                .check(isAddress(titleImageUrl), "titleImageUrl must be an http or https address")
                .orThrow();
    }

    /** One line, to which more are added. */
    public static KakaoItems of(String name, String value) {
        return new KakaoItems(null, null, null, null, null, List.of(new Item(name, value)), null, null);
    }

    /** The same with one more line. */
    public KakaoItems with(String name, String value) {
        List<Item> more = new ArrayList<>(items);
        more.add(new Item(name, value));
        return new KakaoItems(
                profileText, profileImageUrl, titleImageText, titleImageUrl, titleImageCategory, more, sum, sumOp);
    }

    /** The same with a sum below the lines. */
    public KakaoItems withSum(String name, String value) {
        return new KakaoItems(
                profileText, profileImageUrl, titleImageText, titleImageUrl, titleImageCategory, items, name, value);
    }

    /** The same below a name and, if not null, a small picture. */
    public KakaoItems withProfile(String text, @Nullable String imageUrl) {
        return new KakaoItems(text, imageUrl, titleImageText, titleImageUrl, titleImageCategory, items, sum, sumOp);
    }

    /** The lines a reader sees. */
    Stream<String> asSeen() {
        return Stream.of(
                        Stream.of(profileText, titleImageText, titleImageCategory)
                                .filter(Objects::nonNull),
                        items.stream().map(item -> item.name + ": " + item.value),
                        sum == null ? Stream.<String>of() : Stream.of(sum + ": " + sumOp))
                .flatMap(lines -> lines);
    }

    private static boolean isAddress(@Nullable String url) {
        return url == null || HttpUrl.parse(url) != null;
    }
}
