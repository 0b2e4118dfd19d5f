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
 * The default template {@code commerce}: a card and a price, such as that of a subscription.
 *
 * @param content the card
 * @param commerce the price
 * @param buttonTitle what Kakao's own button says; null for {@code 자세히 보기}
 * @param buttons at most two buttons instead of Kakao's own
 */
@JsonPropertyOrder({"object_type", "content", "commerce", "button_title", "buttons"})
public record KakaoCommerce(
        @JsonProperty("content") KakaoContent content,
        @JsonProperty("commerce") KakaoPrice commerce,
        @JsonProperty("button_title") @Nullable String buttonTitle,

        @JsonProperty("buttons") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<KakaoLinkButton> buttons)
        implements KakaoTemplate {

    /** Checks the parts. */
    public KakaoCommerce {
        buttons = List.copyOf(buttons);
        KakaoLinkButton.check(
                        new Validation("KakaoCommerce")
                                .required("content", content)
                                .required("commerce", commerce),
                        buttonTitle,
                        buttons)
                .orThrow();
    }

    /** A card and a price. */
    public static KakaoCommerce of(KakaoContent content, KakaoPrice price) {
        return new KakaoCommerce(content, price, null, List.of());
    }

    /** The same with other words on Kakao's own button. */
    public KakaoCommerce withButtonTitle(String title) {
        return new KakaoCommerce(content, commerce, title, buttons);
    }

    /** The same with one more button. */
    public KakaoCommerce withButton(String title, KakaoLink link) {
        return new KakaoCommerce(content, commerce, buttonTitle, KakaoLinkButton.plus(buttons, title, link));
    }

    @Override
    @JsonProperty("object_type")
    public String objectType() {
        return "commerce";
    }

    @Override
    public String asSeen() {
        Integer now = commerce.discountPrice();
        return Stream.of(
                        Stream.of(commerce.productName(), (now == null ? commerce.regularPrice() : now) + "")
                                .filter(Objects::nonNull),
                        content.asSeen(),
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
