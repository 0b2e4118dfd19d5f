package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A button below a message.
 *
 * @param title what it says; KakaoTalk shows about 14 Korean characters, with two buttons about 8
 * @param link where it leads
 */
public record KakaoLinkButton(
        @JsonProperty("title") String title,
        @JsonProperty("link") KakaoLink link) {

    /** What a message may have at most. */
    static final int MAX = 2;

    /** Checks the title. */
    public KakaoLinkButton {
        new Validation("KakaoLinkButton")
                .required("title", title)
                .required("link", link)
                .orThrow();
    }

    /** Kakao shows {@code button_title} only where there are no buttons of one's own. */
    static Validation check(Validation validation, @Nullable String buttonTitle, List<KakaoLinkButton> buttons) {
        return validation
                .check(buttons.size() <= MAX, "at most " + MAX + " buttons, not " + buttons.size())
                .check(buttonTitle == null || !buttonTitle.isBlank(), "buttonTitle must be left out rather than blank")
                .check(buttonTitle == null || buttons.isEmpty(), "buttonTitle is of no use beside buttons");
    }

    static List<KakaoLinkButton> plus(List<KakaoLinkButton> buttons, String title, KakaoLink link) {
        List<KakaoLinkButton> more = new ArrayList<>(buttons);
        more.add(new KakaoLinkButton(title, link));
        return more;
    }

    /** The lines a reader sees of the buttons of a message. */
    static Stream<String> asSeen(@Nullable String buttonTitle, List<KakaoLinkButton> buttons) {
        Stream<String> titles = buttons.isEmpty()
                ? Stream.of(buttonTitle == null ? "자세히 보기" : buttonTitle)
                : buttons.stream().map(KakaoLinkButton::title);
        return titles.map(title -> "[" + title + "]");
    }
}
