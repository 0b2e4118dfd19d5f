package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sharewire.Validation;
import java.util.List;

/**
 * The default template {@code feed}: one card and up to two buttons.
 *
 * <pre>{@code
 * {"object_type":"feed","content":{"title":"[속보] 제목","description":"리드 두 문장",
 *  "image_url":"https://img.example.kr/1.jpg","image_width":800,"image_height":400,
 *  "link":{"web_url":"https://news.example.kr/a/1","mobile_web_url":"https://m.news.example.kr/a/1"}},
 *  "buttons":[{"title":"기사 보기","link":{…}}]}
 * }</pre>
 */
@JsonPropertyOrder({"object_type", "content", "buttons"})
record KakaoFeed(KakaoContent content, List<KakaoLinkButton> buttons) {

    static final int MAX_BUTTONS = 2;

    KakaoFeed {
        buttons = List.copyOf(buttons);
        new Validation("KakaoFeed")
                .check(buttons.size() <= MAX_BUTTONS, "at most " + MAX_BUTTONS + " buttons, not " + buttons.size())
                .orThrow();
    }

    @JsonProperty("object_type")
    String objectType() {
        return "feed";
    }
}
