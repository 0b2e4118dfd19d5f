package io.sharewire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.ShareButton.Behaviour;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ShareBarTest {

    private static final Article ARTICLE =
            Article.builder("https://news.example/a", "Harbour opens").build();

    private static final ShareBar FIVE = ShareBar.of(List.of(
            NamedButton.opening("facebook", "https://facebook.example/?u=1"),
            NamedButton.opening("twitter", "https://x.example/?a=1&b=2"),
            NamedButton.opening("kakao", "https://kakao.example/"),
            NamedButton.of("mail", Behaviour.HAND_OVER, "mailto:?subject=a&body=b%0D%0Ac"),
            NamedButton.of("link", Behaviour.COPY, "https://news.example/a?x=%ea%b0%80&y='1'#t")));

    @Test
    void isANamedGroupWithAListOfLinksInTheGivenOrder() throws Exception {
        Element bar = parse(FIVE.html(ARTICLE, Locale.ENGLISH));

        assertThat(bar.getAttribute("role")).isEqualTo("group");
        assertThat(bar.getAttribute("aria-label")).isEqualTo("Share this article");
        Element list = all(bar, "ul").get(0);
        assertThat(list.getParentNode()).isSameAs(bar);
        assertThat(all(bar, "li")).hasSize(5).allMatch(item -> item.getParentNode() == list);
        assertThat(all(bar, "a"))
                .extracting(link -> link.getAttribute("data-channel"))
                .containsExactly("facebook", "twitter", "kakao", "mail", "link");
        assertThat(all(bar, "a"))
                .allMatch(link -> link.getParentNode().getNodeName().equals("li"));
    }

    @Test
    void namesEveryButtonWithItsLabelAndNothingElse() throws Exception {
        assertThat(all(parse(FIVE.html(ARTICLE, Locale.UK)), "a"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        "facebook share button",
                        "twitter share button",
                        "kakao share button",
                        "mail share button",
                        "link share button");
    }

    @Test
    void speaksKoreanOnAKoreanPage() throws Exception {
        Element bar = parse(FIVE.html(ARTICLE, Locale.KOREA));

        assertThat(bar.getAttribute("aria-label")).isEqualTo("기사 공유");
        assertThat(link(bar, "kakao").getTextContent()).isEqualTo("kakao 공유 버튼");
        assertThat(link(bar, "kakao").getAttribute("title")).isEqualTo("kakao 공유 버튼 (새 탭에서 열림)");
        assertThat(link(bar, "link").getAttribute("data-copied")).isEqualTo("링크를 복사했습니다");
        assertThat(link(bar, "link").getAttribute("data-refused")).contains("복사하지 못했습니다");
    }

    @Test
    void speaksEnglishWhereItDoesNotKnowTheLanguage() throws Exception {
        assertThat(parse(FIVE.html(ARTICLE, Locale.FRENCH)).getAttribute("aria-label"))
                .isEqualTo("Share this article");
    }

    @Test
    void opensANewTabForPlatformsOnlyAndSaysSo() throws Exception {
        Element bar = parse(FIVE.html(ARTICLE, Locale.ENGLISH));

        for (String channel : List.of("facebook", "twitter", "kakao")) {
            assertThat(link(bar, channel).getAttribute("target")).isEqualTo("_blank");
            assertThat(link(bar, channel).getAttribute("title"))
                    .isEqualTo(channel + " share button (opens in a new tab)");
            assertThat(link(bar, channel).getAttribute("aria-description")).isEqualTo("opens in a new tab");
        }
        for (String channel : List.of("mail", "link")) {
            assertThat(link(bar, channel).hasAttribute("target")).isFalse();
            assertThat(link(bar, channel).hasAttribute("aria-description")).isFalse();
            assertThat(link(bar, channel).getAttribute("title")).isEqualTo(channel + " share button");
        }
        assertThat(all(bar, "a")).allMatch(link -> link.getAttribute("rel").equals("noopener noreferrer"));
    }

    @Test
    void onlyTheCopyLinkCarriesWhatTheScriptNeeds() throws Exception {
        Element bar = parse(FIVE.html(ARTICLE, Locale.ENGLISH));

        assertThat(all(bar, "a").stream().filter(link -> link.hasAttribute("data-copied")))
                .containsExactly(link(bar, "link"));
        assertThat(link(bar, "link").getAttribute("data-copied")).isEqualTo("Link copied");
        assertThat(link(bar, "link").hasAttribute("role"))
                .as("a link, until there is a script")
                .isFalse();
    }

    @Test
    void leadsExactlyWhereTheButtonsLead() throws Exception {
        Element bar = parse(FIVE.html(ARTICLE, Locale.ENGLISH));

        for (ShareButton button : FIVE.buttons()) {
            assertThat(link(bar, button.channel().id()).getAttribute("href")).isEqualTo(button.href(ARTICLE));
        }
    }

    @Test
    void hasAnEmptyStatusRegionFromTheStart() throws Exception {
        Element bar = parse(FIVE.html(ARTICLE, Locale.ENGLISH));

        assertThat(all(bar, "p")).singleElement().satisfies(status -> {
            assertThat(status.getAttribute("role")).isEqualTo("status");
            assertThat(status.hasChildNodes()).isFalse();
            // Where the script looks for it.
            assertThat(lastElement(bar)).isSameAs(status);
        });
    }

    @Test
    void hidesTheIconsFromScreenReaders() throws Exception {
        Element bar = parse(ShareBar.of(
                        List.of(NamedButton.opening("a", "https://a.example/").drawn("M1 1h2z")))
                .html(ARTICLE, Locale.ENGLISH));

        Element svg = all(bar, "svg").get(0);
        assertThat(svg.getAttribute("aria-hidden")).isEqualTo("true");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 24 24");
        assertThat(all(svg, "path").get(0).getAttribute("d")).isEqualTo("M1 1h2z");
    }

    @Test
    void hasNoIdsSoThatAPageMayHaveTwoBars() {
        assertThat(FIVE.html(ARTICLE, Locale.ENGLISH)).doesNotContain(" id=");
    }

    @Test
    void neverLetsALabelAnAddressOrAnIconBecomeMarkup() throws Exception {
        String hostile = "\"'><script>alert(1)</script><b a=\"&lt;&amp;&#39;";
        String address = "https://a.example/\"'><script>alert(1)</script>?x=&lt;&y=%22";
        for (Behaviour behaviour : Behaviour.values()) {
            NamedButton button =
                    NamedButton.of("a", behaviour, address).called(hostile).drawn(hostile);
            String html = ShareBar.of(List.of(button)).html(ARTICLE, Locale.ENGLISH);

            Element link = link(parse(html), "a");
            assertThat(html).doesNotContain("<script", "<b ");
            assertThat(link.getTextContent()).isEqualTo(hostile);
            assertThat(link.getAttribute("title")).startsWith(hostile);
            assertThat(link.getAttribute("href")).isEqualTo(address);
            assertThat(all(link, "path").get(0).getAttribute("d")).isEqualTo(hostile);
        }
    }

    @Test
    void neverLetsAnArticleBecomeMarkupThroughACarelessButton() throws Exception {
        String title = "\"><img/src=x/onerror='alert(1)'>";
        Article hostile =
                Article.builder("https://news.example/a?\"'<b>", title).build();
        ShareButton careless = new ShareButton() {
            @Override
            public Channel channel() {
                return new Channel("a", "a", "social");
            }

            @Override
            public String label(Locale locale) {
                return "A share button";
            }

            @Override
            public String href(Article article) {
                return article.url() + "&title=" + article.title();
            }

            @Override
            public String icon() {
                return NamedButton.SQUARE;
            }
        };
        String html = ShareBar.of(List.of(careless)).html(hostile, Locale.ENGLISH);

        assertThat(html).doesNotContain("<img", "<b>");
        assertThat(link(parse(html), "a").getAttribute("href")).isEqualTo(hostile.url() + "&title=" + title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)//https://a.example/",
                " https://a.example/",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "kakaolink://send",
                "//a.example/",
                "/share",
                "",
                "https:a.example",
                "https://",
                "https:///a",
                "https://\\a.example/",
                "https://a.example/a b",
                "https://a.example/\n",
                "https://a.example/\u0000",
                "https://a.example/\u0085",
                "https://a.example/\ud800",
                "mailto:a@b.example\r\nBcc: c@d.example",
            })
    void refusesAnAddressThatIsNotACompleteHttpOrMailtoOne(String address) {
        ShareBar bar = ShareBar.of(
                List.of(NamedButton.opening("ok", "https://a.example/"), NamedButton.opening("bad-one", address)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bar.html(ARTICLE, Locale.ENGLISH))
                .withMessageContaining("bad-one")
                .withMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example",
                "HTTPS://A.EXAMPLE/",
                "https://뉴스.example/가?나=\ud83d\ude00",
                "https://[2001:db8::1]:8443/a|b",
                "mailto:",
                "MAILTO:?body=a%0D%0Ab",
            })
    void takesEveryHttpAndMailtoAddressAsItIs(String address) throws Exception {
        Element bar =
                parse(ShareBar.of(List.of(NamedButton.opening("a", address))).html(ARTICLE, Locale.ENGLISH));

        assertThat(link(bar, "a").getAttribute("href")).isEqualTo(address);
    }

    @Test
    void refusesAButtonWithoutAName() {
        ShareBar bar = ShareBar.of(
                List.of(NamedButton.opening("a", "https://a.example/").called(" ")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bar.html(ARTICLE, Locale.ENGLISH))
                .withMessage("ShareBar: the a button has no label for locale 'en'");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareBar.of(List.of()))
                .withMessage("ShareBar: buttons is empty");
    }

    @Test
    void doesNotChangeWhenTheListItWasMadeOfDoes() {
        List<ShareButton> list = new ArrayList<>(FIVE.buttons());
        ShareBar bar = ShareBar.of(list);
        String before = bar.html(ARTICLE, Locale.ENGLISH);

        list.clear();

        assertThat(bar.html(ARTICLE, Locale.ENGLISH)).isEqualTo(before);
    }

    @Test
    void theHeadNamesTheTwoFiles() {
        String expected = """
                <link rel="stylesheet" href="/app/sharewire/share-bar.css">
                <script src="/app/sharewire/share-bar.js" defer></script>
                """;
        assertThat(FIVE.head("/app/sharewire")).isEqualTo(expected);
        assertThat(FIVE.head("/app/sharewire/")).isEqualTo(expected);
        assertThat(FIVE.head("/\"><b>")).contains("href=\"/&quot;&gt;&lt;b&gt;/share-bar.css\"");
    }

    private static Element parse(String html) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(UTF_8)));
        return document.getDocumentElement();
    }

    private static Element link(Element bar, String channel) {
        return all(bar, "a").stream()
                .filter(link -> link.getAttribute("data-channel").equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static Element lastElement(Element parent) {
        List<Element> children = all(parent, "*").stream()
                .filter(child -> child.getParentNode() == parent)
                .toList();
        return children.get(children.size() - 1);
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
