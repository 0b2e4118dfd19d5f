package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.json.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KakaoTemplateTest {

    private static final KakaoLink LINK = new KakaoLink("https://news.example.kr/a/1", "https://m.news.example.kr/a/1");

    @Test
    void writesTheFeedAsTheDocumentationShowsIt() {
        KakaoFeed feed = new KakaoFeed(
                new KakaoContent("[속보] 제목", "리드 두 문장", "https://img.example.kr/800x400.jpg", 800, 400, LINK),
                List.of(new KakaoLinkButton("기사 보기", LINK)));

        assertThat(Json.write(feed))
                .isEqualTo("{\"object_type\":\"feed\",\"content\":{\"title\":\"[속보] 제목\","
                        + "\"description\":\"리드 두 문장\",\"image_url\":\"https://img.example.kr/800x400.jpg\","
                        + "\"image_width\":800,\"image_height\":400,"
                        + "\"link\":{\"web_url\":\"https://news.example.kr/a/1\","
                        + "\"mobile_web_url\":\"https://m.news.example.kr/a/1\"}},"
                        + "\"buttons\":[{\"title\":\"기사 보기\","
                        + "\"link\":{\"web_url\":\"https://news.example.kr/a/1\","
                        + "\"mobile_web_url\":\"https://m.news.example.kr/a/1\"}}]}");
    }

    @Test
    void leavesOutWhatThereIsNot() {
        KakaoFeed feed = new KakaoFeed(new KakaoContent("제목", null, null, null, null, LINK), List.of());

        assertThat(Json.write(feed))
                .isEqualTo("{\"object_type\":\"feed\",\"content\":{\"title\":\"제목\","
                        + "\"link\":{\"web_url\":\"https://news.example.kr/a/1\","
                        + "\"mobile_web_url\":\"https://m.news.example.kr/a/1\"}},\"buttons\":[]}");
    }

    @Test
    void takesTwoButtonsAndNoThird() {
        KakaoContent content = new KakaoContent("제목", null, null, null, null, LINK);
        KakaoLinkButton button = new KakaoLinkButton("기사 보기", LINK);

        assertThat(new KakaoFeed(content, Collections.nCopies(2, button)).buttons())
                .hasSize(2);
        assertThatThrownBy(() -> new KakaoFeed(content, Collections.nCopies(3, button)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KakaoFeed: at most 2 buttons, not 3");
    }

    @Test
    void refusesContentThatShowsNothing() {
        assertThatThrownBy(() -> new KakaoContent(null, null, null, null, null, LINK))
                .hasMessage("KakaoContent: title, description or imageUrl is required");
    }

    @Test
    void refusesASizeWithoutAPictureAndHalfASize() {
        assertThatThrownBy(() -> new KakaoContent("제목", null, null, 800, null, LINK))
                .hasMessage("KakaoContent: imageWidth and imageHeight go together; "
                        + "imageWidth and imageHeight need an imageUrl");
        assertThatThrownBy(() -> new KakaoContent("제목", null, "https://img.example.kr/1.jpg", 0, 400, LINK))
                .hasMessage("KakaoContent: imageWidth and imageHeight must be positive");
    }

    @Test
    void refusesBlankTexts() {
        assertThatThrownBy(() -> new KakaoContent(" ", " ", null, null, null, LINK))
                .hasMessage("KakaoContent: title must be left out rather than blank; "
                        + "description must be left out rather than blank");
        assertThatThrownBy(() -> new KakaoLinkButton(" ", LINK)).hasMessage("KakaoLinkButton: title is required");
    }

    @Test
    void refusesAddressesThatAreNone() {
        assertThatThrownBy(() -> new KakaoLink("javascript:alert(1)", ""))
                .hasMessage("KakaoLink: webUrl must be an http or https address, not 'javascript:alert(1)'; "
                        + "mobileWebUrl must be an http or https address, not ''");
        assertThatThrownBy(() -> new KakaoContent("제목", null, "snow.jpg", null, null, LINK))
                .hasMessage("KakaoContent: imageUrl must be an http or https address, not 'snow.jpg'");
    }
}
