package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxTimelineTest extends KakaoOnTheWire {

    private static Document timeline(String query) throws IOException {
        return HtmlPage.parsed(new Http(sandbox.url(), "").get(query));
    }

    private static String feed(String title, String link) {
        return "{\"object_type\":\"feed\",\"content\":{\"title\":" + quoted(title) + ",\"link\":{\"web_url\":"
                + quoted(link) + "}}}";
    }

    @Test
    void aMessageIsACardWhosePartsLeadWhereTheyDoInTheChat() throws IOException {
        assertMemoSent(memo(FEED));

        Document page = timeline("");

        Element card = page.selectFirst(".kakao article .talk");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isEqualTo("Sandbox timeline");
        assertThat(card.selectFirst(".talk-title a").text()).isEqualTo("[속보] 제목");
        assertThat(card.selectFirst(".talk-title a").attr("lang")).isEqualTo("ko");
        assertThat(card.select(".talk-button").eachText()).containsExactly("기사 보기");
        assertThat(card.select("a").eachAttr("href")).containsOnly("https://news.example.kr/a/1");
        assertThat(page.select("a[href^=http]").eachAttr("rel")).containsOnly("noopener noreferrer");
    }

    @Test
    void anEnglishTextIsNotSaidToBeKorean() throws IOException {
        assertMemoSent(memo(feed("First snow", "https://news.example.kr/en/1")));

        assertThat(timeline("").selectFirst(".talk-title a").attr("lang")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example.kr/%EB%8B%A4%EB%A6%AC?q=%EA%B0%80%20%2F, https://news.example.kr/다리?q=가%20%2F",
        "https://news.example.kr/%EB%8B, https://news.example.kr/%EB%8B",
        "https://news.example.kr/%E2%80%AE%EB%8B%A4, https://news.example.kr/%E2%80%AE%EB%8B%A4",
        "https://news.example.kr/%22%3E%3Cb%3E, https://news.example.kr/%22%3E%3Cb%3E"
    })
    void aLinkIsShownAsBrowsersShowItAndLeadsWhereItDid(String link, String shown) throws IOException {
        assertMemoSent(memo(feed("다리", link)));

        Element anchor = timeline("").selectFirst(".kakao .link a");

        assertThat(anchor.text()).isEqualTo(shown);
        assertThat(anchor.attr("href")).isEqualTo(link);
    }

    @Test
    void aLinkThatIsNoWebAddressLeadsNowhere() throws IOException {
        assertMemoSent(memo(feed("다리", "javascript:alert(1)")));

        assertThat(timeline("").select(".kakao article a")).isEmpty();
    }

    @Test
    void aLinkLedHomeIsShownAsItIsNow() throws IOException {
        kakao.app().productLinks("https://news.example.kr");
        assertMemoSent(memo(feed("다리", "https://elsewhere.example/a/1")));

        assertThat(timeline("").select(".kakao article a").eachAttr("href"))
                .containsOnly("https://news.example.kr/a/1");
    }

    @Test
    void aHostileTitleDoesNotBreakOut() throws IOException {
        String hostile = "\"'></p></article></style><script>alert(1)</script><img src=x onerror=alert(1)>";
        assertMemoSent(memo(feed(hostile, "https://news.example.kr/?a=\"><script>alert(1)</script>&b='")));
        assertMemoSent(memo(text(hostile)));

        Document page = timeline("");

        assertThat(page.select(".kakao article")).hasSize(2);
        assertThat(page.select(".talk-title").text()).isEqualTo(hostile);
        assertThat(page.select(".talk-text").text()).isEqualTo(hostile);
        assertThat(page.select("img")).isEmpty();
    }

    @Test
    void onePlatformIsShownAloneIfTheQueryNamesIt() throws IOException {
        assertThat(timeline("?platform=kakao").select("section").eachAttr("class"))
                .containsExactly("kakao");
        assertThat(timeline("?platform=nobody").select("section")).hasSize(4);
        assertThat(timeline("").select("h2 a").eachAttr("href"))
                .containsExactly("/?platform=facebook", "/?platform=twitter", "/?platform=kakao", "/?platform=mail");
    }
}
