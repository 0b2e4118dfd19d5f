package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sharewire.Validation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The default template {@code list}: a head and two or three cards, such as the day's stories.
 *
 * @param headerTitle what the head says
 * @param headerLink where the head leads
 * @param contents two or three cards
 * @param buttonTitle what Kakao's own button says, which leads where the head leads; null for {@code 자세히 보기}
 * @param buttons at most two buttons instead of Kakao's own
 */
@JsonPropertyOrder({"object_type", "header_title", "header_link", "contents", "button_title", "buttons"})
public record KakaoList(
        @JsonProperty("header_title") String headerTitle,
        @JsonProperty("header_link") KakaoLink headerLink,
        @JsonProperty("contents") List<KakaoContent> contents,
        @JsonProperty("button_title") @Nullable String buttonTitle,

        @JsonProperty("buttons") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<KakaoLinkButton> buttons)
        implements KakaoTemplate {

    /** The fewest cards. */
    static final int MIN = 2;

    /** The most cards. */
    static final int MAX = 3;

    /** Checks the parts. */
    public KakaoList {
        contents = List.copyOf(contents);
        buttons = List.copyOf(buttons);
        KakaoLinkButton.check(
                        new Validation("KakaoList")
                                .required("headerTitle", headerTitle)
                                .required("headerLink", headerLink)
                                .check(
                                        contents.size() >= MIN && contents.size() <= MAX,
                                        MIN + " to " + MAX + " contents, not " + contents.size()),
                        buttonTitle,
                        buttons)
                .orThrow();
    }

    /** A list with Kakao's own button. */
    public static KakaoList of(String headerTitle, KakaoLink headerLink, List<KakaoContent> contents) {
        return new KakaoList(headerTitle, headerLink, contents, null, List.of());
    }

    /** The same with other words on Kakao's own button. */
    public KakaoList withButtonTitle(String title) {
        return new KakaoList(headerTitle, headerLink, contents, title, buttons);
    }

    /** The same with one more button. */
    public KakaoList withButton(String title, KakaoLink link) {
        return new KakaoList(
                headerTitle, headerLink, contents, buttonTitle, KakaoLinkButton.plus(buttons, title, link));
    }

    @Override
    @JsonProperty("object_type")
    public String objectType() {
        return "list";
    }

    @Override
    public String asSeen() {
        return Stream.of(
                        Stream.of(headerTitle),
                        contents.stream().flatMap(KakaoContent::asSeen),
                        KakaoLinkButton.asSeen(buttonTitle, buttons))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<KakaoLink> links() {
        return Stream.of(
                        Stream.of(headerLink),
                        contents.stream().map(KakaoContent::link),
                        buttons.stream().map(KakaoLinkButton::link))
                .flatMap(links -> links)
                .toList();
    }
}
