package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sharewire.Validation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The default template {@code location}: a card and a place; Kakao adds a button that shows it on its map.
 *
 * @param address where it is, e.g. {@code 서울 중구 세종대로 110}
 * @param addressTitle the place's name; null for none
 * @param content the card
 * @param social counts below it; null for none
 * @param buttonTitle what Kakao's own button says; null for {@code 자세히 보기}
 * @param buttons at most two buttons instead of it; beside the map's button KakaoTalk may show only the first
 */
@JsonPropertyOrder({"object_type", "address", "address_title", "content", "social", "button_title", "buttons"})
public record KakaoLocation(
        @JsonProperty("address") String address,
        @JsonProperty("address_title") @Nullable String addressTitle,
        @JsonProperty("content") KakaoContent content,
        @JsonProperty("social") @Nullable KakaoSocial social,
        @JsonProperty("button_title") @Nullable String buttonTitle,

        @JsonProperty("buttons") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<KakaoLinkButton> buttons)
        implements KakaoTemplate {

    /** Checks the parts. */
    public KakaoLocation {
        buttons = List.copyOf(buttons);
        KakaoLinkButton.check(
                        new Validation("KakaoLocation")
                                .required("address", address)
                                .check(
                                        addressTitle == null || !addressTitle.isBlank(),
                                        "addressTitle must be left out rather than blank")
                                .required("content", content),
                        buttonTitle,
                        buttons)
                .orThrow();
    }

    /** A card and a place. */
    public static KakaoLocation of(String address, @Nullable String addressTitle, KakaoContent content) {
        return new KakaoLocation(address, addressTitle, content, null, null, List.of());
    }

    /** The same with counts. */
    public KakaoLocation withSocial(KakaoSocial counts) {
        return new KakaoLocation(address, addressTitle, content, counts, buttonTitle, buttons);
    }

    /** The same with other words on Kakao's own button. */
    public KakaoLocation withButtonTitle(String title) {
        return new KakaoLocation(address, addressTitle, content, social, title, buttons);
    }

    /** The same with one more button. */
    public KakaoLocation withButton(String title, KakaoLink link) {
        return new KakaoLocation(
                address, addressTitle, content, social, buttonTitle, KakaoLinkButton.plus(buttons, title, link));
    }

    @Override
    @JsonProperty("object_type")
    public String objectType() {
        return "location";
    }

    @Override
    public String asSeen() {
        return Stream.of(
                        content.asSeen(),
                        Stream.of(addressTitle, address).filter(Objects::nonNull),
                        KakaoLinkButton.asSeen(buttonTitle, buttons))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<KakaoLink> links() {
        return Stream.concat(Stream.of(content.link()), buttons.stream().map(KakaoLinkButton::link))
                .toList();
    }

    @Override
    public List<KakaoContent> contents() {
        return List.of(content);
    }
}
