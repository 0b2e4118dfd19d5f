package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sharewire.Validation;
import io.sharewire.text.TextMeasure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The default template {@code text}: up to 200 code points and where a tap leads.
 *
 * @param text the text
 * @param link where a tap leads; without it Kakao refuses the message
 * @param buttonTitle what Kakao's own button says; null for {@code 자세히 보기}
 * @param buttons at most two buttons instead of Kakao's own
 */
@JsonPropertyOrder({"object_type", "text", "link", "button_title", "buttons"})
public record KakaoTextMessage(
        @JsonProperty("text") String text,
        @JsonProperty("link") KakaoLink link,
        @JsonProperty("button_title") @Nullable String buttonTitle,

        @JsonProperty("buttons") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<KakaoLinkButton> buttons)
        implements KakaoTemplate {

    /** In code points. */
    static final int MAX = 200;

    /** Checks the parts. */
    public KakaoTextMessage {
        buttons = List.copyOf(buttons);
        int used = TextMeasure.CODE_POINTS.of(text);
        KakaoLinkButton.check(
                        new Validation("KakaoTextMessage")
                                .required("text", text)
                                .check(used <= MAX, "text may have " + MAX + " code points, not " + used)
                                .required("link", link),
                        buttonTitle,
                        buttons)
                .orThrow();
    }

    /** A text with Kakao's own button. */
    public static KakaoTextMessage of(String text, KakaoLink link) {
        return new KakaoTextMessage(text, link, null, List.of());
    }

    /** The same with other words on Kakao's own button. */
    public KakaoTextMessage withButtonTitle(String title) {
        return new KakaoTextMessage(text, link, title, buttons);
    }

    /** The same with one more button. */
    public KakaoTextMessage withButton(String title, KakaoLink to) {
        return new KakaoTextMessage(text, link, buttonTitle, KakaoLinkButton.plus(buttons, title, to));
    }

    @Override
    @JsonProperty("object_type")
    public String objectType() {
        return "text";
    }

    @Override
    public String asSeen() {
        return Stream.concat(Stream.of(text), KakaoLinkButton.asSeen(buttonTitle, buttons))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<KakaoLink> links() {
        return Stream.concat(Stream.of(link), buttons.stream().map(KakaoLinkButton::link))
                .toList();
    }

    @Override
    public List<KakaoContent> contents() {
        return List.of();
    }
}
