package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KakaoScrapTest extends KakaoOnTheWire {

    private static final String PAGE = "https://news.example.kr/a/1";

    private static SimulatedPost scraped(String html) throws IOException {
        kakao.web().page(PAGE, html);
        return scraped();
    }

    private static SimulatedPost scraped() throws IOException {
        assertMemoSent(http.postForm("/v2/api/talk/memo/scrap/send", map("request_url", PAGE)));
        return kakao.posts().get(kakao.posts().size() - 1);
    }

    @Test
    void rule34_thePageIsAskedForUnderKakaosName() throws IOException {
        scraped("<title>첫눈</title>");

        assertThat(kakao.web().visits())
                .containsExactly(new KakaoWeb.Visit(
                        PAGE, "facebookexternalhit/1.1;kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap"));
    }

    @Test
    void rule34_theTagsOfTheOpenGraphComeFirst() throws IOException {
        SimulatedPost post = scraped("""
                <title>제목 | 신문</title>
                <meta name="description" content="설명">
                <meta property="og:title" content="&quot;첫눈&quot; &amp; 바람">
                <meta content='리드 "둘"' property='og:description'>
                <meta property="og:image" content="/800x400.jpg">
                <img src="https://img.example.kr/logo.png">""");

        assertThat(post.text()).isEqualTo("\"첫눈\" & 바람\n리드 \"둘\"");
        assertThat(post.image()).isEqualTo("https://news.example.kr/800x400.jpg");
        assertThat(post.link()).isEqualTo(PAGE);
    }

    @Test
    void rule34_withoutThemTitleDescriptionAndTheFirstPictureAreRead() throws IOException {
        SimulatedPost post = scraped("""
                <html><head><title>
                제목 | 신문</title><META NAME="description" CONTENT="설명"></head>
                <body><img alt="" src="https://img.example.kr/1.jpg"><img src="https://img.example.kr/2.jpg">""");

        assertThat(post.text()).isEqualTo("제목 | 신문\n설명");
        assertThat(post.image()).isEqualTo("https://img.example.kr/1.jpg");
    }

    @Test
    void rule34_noScriptIsRun() throws IOException {
        SimulatedPost post = scraped("<div id=app></div><script>document.title='첫눈'</script>");

        assertThat(post.text()).isEqualTo("news.example.kr");
        assertThat(post.image()).isNull();
    }

    @Test
    void rule34_aPageIsReadOnceAnHour() throws IOException {
        assertThat(scraped("<title>옛 제목</title>").text()).isEqualTo("옛 제목");
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(scraped("<title>새 제목</title>").text()).isEqualTo("옛 제목");
        assertThat(kakao.web().visits()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(scraped().text()).isEqualTo("새 제목");
        assertThat(kakao.web().visits()).hasSize(2);
    }

    @Test
    void rule34_onlyTheConsoleClearsWhatWasRead() throws IOException {
        scraped("<title>옛 제목</title>");
        kakao.clearScraps();

        assertThat(scraped("<title>새 제목</title>").text()).isEqualTo("새 제목");
        assertThat(http.postForm("/v2/util/scrap", map("request_url", PAGE)).status())
                .isEqualTo(404);
    }

    @Test
    void rule34_whatWasReadFillsATemplateOfTheConsole() throws IOException {
        kakao.app()
                .messageTemplate(
                        77,
                        "{\"object_type\":\"feed\",\"content\":{\"title\":\"${kind} ${TITLE}\",\"link\":{\"web_url\":\"${URL}\"}}}");
        kakao.web().page(PAGE, "<title>첫눈</title>");

        http.postForm(
                "/v2/api/talk/memo/scrap/send",
                map("request_url", PAGE, "template_id", "77", "template_args", "{\"kind\":\"[속보]\"}"));

        assertThat(kakao.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("[속보] 첫눈");
            assertThat(post.link()).isEqualTo(PAGE);
        });
    }
}
