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
 * The default template {@code feed}: one card and up to two buttons.
 *
 * <pre>{@code
 * {"object_type":"feed","content":{"title":"[속보] 제목","description":"리드 두 문장",
 *  "image_url":"https://img.example.kr/1.jpg","image_width":800,"image_height":400,
 *  "link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"}},
 *  "buttons":[{"title":"기사 보기","link":{…}}]}
 * }</pre>
 *
 * @param content the card
 * @param itemContent a list of values inside it; null for none
 * @param social counts below it; null for none
 * @param buttonTitle what Kakao's own button says, which leads where the card leads; null for {@code 자세히 보기}
 * @param buttons at most two buttons instead of Kakao's own
 */
@JsonPropertyOrder({"object_type", "content", "item_content", "social", "button_title", "buttons"})
public record KakaoFeed(
        @JsonProperty("content") KakaoContent content,
        @JsonProperty("item_content") @Nullable KakaoItems itemContent,
        @JsonProperty("social") @Nullable KakaoSocial social,
        @JsonProperty("button_title") @Nullable String buttonTitle,

        @JsonProperty("buttons") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<KakaoLinkButton> buttons)
        implements KakaoTemplate {

    /** Checks the parts. */
    public KakaoFeed {
        buttons = List.copyOf(buttons);
        KakaoLinkButton.check(new Validation("KakaoFeed").required("content", content), buttonTitle, buttons)
                .orThrow();
    }

    /** The card alone, with Kakao's own button. */
    public static KakaoFeed of(KakaoContent content) {
        return new KakaoFeed(content, null, null, null, List.of());
    }

    /** The same with a list of values. */
    public KakaoFeed withItems(KakaoItems items) {
        return new KakaoFeed(content, items, social, buttonTitle, buttons);
    }

    /** The same with counts. */
    public KakaoFeed withSocial(KakaoSocial counts) {
        return new KakaoFeed(content, itemContent, counts, buttonTitle, buttons);
    }

    /** The same with other words on Kakao's own button. */
    public KakaoFeed withButtonTitle(String title) {
        return new KakaoFeed(content, itemContent, social, title, buttons);
    }

    /** The same with one more button. */
    public KakaoFeed withButton(String title, KakaoLink link) {
        return new KakaoFeed(content, itemContent, social, buttonTitle, KakaoLinkButton.plus(buttons, title, link));
    }

    @Override
    @JsonProperty("object_type")
    public String objectType() {
        return "feed";
    }

    @Override
    public String asSeen() {
        return Stream.of(
                        content.asSeen(),
                        itemContent == null ? Stream.<String>of() : itemContent.asSeen(),
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
