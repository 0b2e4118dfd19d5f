package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KakaoSharePageTest extends KakaoOnTheWire {

    private static final String ARTICLE = "https://news.example.kr/a/1";
    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)></style>&amp;";
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static String picker(String action, String params) throws IOException {
        Http.Reply opened = http.as("")
                .get("/talk/friends/picker/easylink?"
                        + Http.form(map(
                                "app_key",
                                kakao.app().javascriptKey(),
                                "ka",
                                KakaoShareTest.AGENT,
                                "validation_action",
                                action,
                                "validation_params",
                                params)));
        assertThat(opened.status()).as(opened.body()).isEqualTo(302);
        return opened.header("Location").substring(kakao.baseUrl().length());
    }

    private static Document page(String action, String params) throws IOException {
        return HtmlPage.parsed(http.as("").get(picker(action, params)));
    }

    private static Document ofArticle() throws IOException {
        return page("scrap", "{\"link_ver\":\"4.0\",\"request_url\":\"" + ARTICLE + "\"}");
    }

    private static Document ofTemplate(String template) throws IOException {
        return page("default", "{\"link_ver\":\"4.0\",\"template_object\":" + template + "}");
    }

    @Test
    void showsTheMessageAsACardAndARoomForEachKindOfChat() throws IOException {
        kakao.web()
                .page(
                        ARTICLE,
                        "<meta property='og:title' content='첫눈'><meta property='og:description' content='눈이 왔다'>"
                                + "<meta property='og:image' content='https://img.example.kr/snow.jpg'>");

        Document page = ofArticle();

        assertThat(page.title()).isEqualTo("카카오톡 공유");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ko");
        assertThat(page.select(".talk .talk-title").text()).isEqualTo("첫눈");
        assertThat(page.select(".talk .talk-words").text()).isEqualTo("눈이 왔다");
        assertThat(page.select(".talk .talk-button").text()).isEqualTo("자세히 보기");
        assertThat(page.select(".talk img").attr("src"))
                .isEqualTo("/__picture?of=https%3A%2F%2Fimg.example.kr%2Fsnow.jpg");
        assertThat(page.select(".talk a")).isEmpty();
        assertThat(page.select("form button").eachAttr("value"))
                .containsExactly("MemoChat", "DirectChat", "MultiChat", "OpenDirectChat", "OpenMultiChat");
        assertThat(page.select("form button").eachText())
                .containsExactly("나와의 채팅", "1:1 채팅", "그룹 채팅", "1:1 오픈채팅", "그룹 오픈채팅");
    }

    @Test
    void aRoomsButtonSendsTheMessageThere() throws IOException {
        Element form = ofArticle().selectFirst("form");
        assertThat(form.attr("method")).isEqualTo("post");

        Http.Reply sent = http.as("")
                .postForm(
                        "/picker/" + form.attr("action"),
                        map("short_key", form.select("input[name=short_key]").attr("value"), "chat", "MultiChat"));

        assertThat(HtmlPage.parsed(sent).select("[role=status]").text()).isEqualTo("그룹 채팅에 공유했습니다.");
        assertThat(kakao.posts()).extracting(post -> post.details().get("chat")).containsExactly("MultiChat");
    }

    @Test
    void aHostilePageDoesNotBreakOut() throws IOException {
        String quoted = Markup.escape(HOSTILE);
        kakao.web()
                .page(
                        ARTICLE,
                        "<meta property=\"og:title\" content=\"" + quoted
                                + "\"><meta property=\"og:description\" content=\""
                                + quoted + "\"><meta property=\"og:image\" content=\"https://img.example.kr/" + quoted
                                + "\">");

        Document page = ofArticle();

        assertThat(page.select(".talk-title").text()).isEqualTo(HOSTILE);
        assertThat(page.select(".talk-words").text()).isEqualTo(HOSTILE);
        assertThat(page.select("img")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feed | 'object_type':'feed','content':{'title':'!','description':'!','image_url':'https://x/!','link':{'web_url':'https://x/!'}},'item_content':{'profile_text':'!','title_image_text':'!','title_image_category':'!','items':[{'item':'!','item_op':'!'}],'sum':'!','sum_op':'!'},'buttons':[{'title':'!','link':{}}] | 10",
                "list | 'object_type':'list','header_title':'!','header_link':{'web_url':'https://x/!'},'contents':[{'title':'!','link':{}},{'title':'!','link':{}}],'button_title':'!' | 4",
                "commerce | 'object_type':'commerce','content':{'title':'!','link':{}},'commerce':{'product_name':'!','regular_price':1,'currency_unit':'!'},'button_title':'!' | 3",
                "location | 'object_type':'location','address':'!','content':{'title':'!','link':{}},'button_title':'!' | 3",
                "text | 'object_type':'text','text':'!','link':{},'button_title':'!' | 2"
            })
    void aHostileTemplateDoesNotBreakOut(String kind, String fields, int places) throws IOException {
        String inJson = HOSTILE.replace("\"", "\\\"");
        String template = "{" + fields.replace('\'', '"').replace("!", inJson) + "}";

        Document page = ofTemplate(template);

        assertThat(page.select(".talk").select("p, span").stream()
                        .filter(element -> element.ownText().equals(HOSTILE)))
                .as(kind)
                .hasSize(places);
    }

    @Test
    void aListShowsItsHeaderAndEveryArticle() throws IOException {
        Document page = ofTemplate(LIST);

        assertThat(page.select(".talk-header").text()).isEqualTo("오늘의 뉴스");
        assertThat(page.select(".talk-content .talk-title").eachText()).containsExactly("가", "다");
        assertThat(page.select(".talk-content img")).hasSize(2);
    }

    @Test
    void aPriceStandsWithItsUnitOnTheRightSide() throws IOException {
        String offer = "{\"object_type\":\"commerce\",\"content\":{\"title\":\"구독\",\"link\":{}},"
                + "\"commerce\":{\"regular_price\":12000,\"discount_price\":9000,\"discount_rate\":25%s}}";

        assertThat(ofTemplate(offer.formatted("")).select(".talk-price").text()).isEqualTo("25% · 9,000원 · 12,000원");
        assertThat(ofTemplate(offer.formatted(",\"currency_unit\":\"$\",\"currency_unit_position\":1"))
                        .select(".talk-price")
                        .text())
                .isEqualTo("25% · $9,000 · $12,000");
    }

    @Test
    void threeNumbersOfReadersAtTheMostAreShown() throws IOException {
        Document page = ofTemplate("{\"object_type\":\"feed\",\"content\":{\"title\":\"가\",\"link\":{}},"
                + "\"social\":{\"view_count\":4,\"shared_count\":3,\"comment_count\":2,\"like_count\":1}}");

        assertThat(page.select(".talk-counts").text()).isEqualTo("좋아요 1 · 댓글 2 · 공유 3");
    }

    @Test
    void aPictureIsShownAsItLiesInKakaosWebAndIsNoVisit() throws IOException {
        kakao.web().picture("https://img.example.kr/1", DOT);
        Http here = new Http(sandbox.url(), "");

        Http.Reply known = here.get("__picture?of=https%3A%2F%2Fimg.example.kr%2F1");
        Http.Reply unknown = here.get("__picture?of=https%3A%2F%2Fimg.example.kr%2F2");

        assertThat(known.header("Content-Type")).isEqualTo("image/png");
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(kakao.web().visits()).isEmpty();
    }

    @Test
    void aPageIsNeverServedInThePlaceOfAPicture() throws IOException {
        kakao.web().page("https://img.example.kr/1", HOSTILE);

        Http.Reply reply = new Http(sandbox.url(), "").get("__picture?of=https%3A%2F%2Fimg.example.kr%2F1");

        assertThat(reply.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.body()).doesNotContain("alert");
    }
}
