package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoTemplateTest {

    private static final KakaoLink LINK = KakaoLink.of("https://news.example.kr/a/1", "https://m.news.example.kr/a/1");
    private static final KakaoContent CARD = KakaoContent.of("제목", LINK);
    private static final String LINK_JSON =
            "{\"web_url\":\"https://news.example.kr/a/1\",\"mobile_web_url\":\"https://m.news.example.kr/a/1\"}";
    private static final String CARD_JSON = "{\"title\":\"제목\",\"link\":" + LINK_JSON + "}";
    private static final String BUTTONS_JSON = "\"buttons\":[{\"title\":\"기사 보기\",\"link\":" + LINK_JSON + "}]";

    /** The members of each kind, by their names in Kakao's documentation. */
    static Stream<Arguments> templates() {
        KakaoContent full = CARD.withDescription("리드 두 문장").withImage("https://img.example.kr/800x400.jpg", 800, 400);
        String fullJson = "{\"title\":\"제목\",\"description\":\"리드 두 문장\","
                + "\"image_url\":\"https://img.example.kr/800x400.jpg\",\"image_width\":800,\"image_height\":400,"
                + "\"link\":" + LINK_JSON + "}";
        return Stream.of(
                Arguments.of(
                        KakaoFeed.of(full).withButton("기사 보기", LINK),
                        "{\"object_type\":\"feed\",\"content\":" + fullJson + "," + BUTTONS_JSON + "}"),
                Arguments.of(
                        KakaoFeed.of(CARD)
                                .withItems(KakaoItems.of("투표율", "61.2%")
                                        .with("개표율", "99.9%")
                                        .withProfile("선거 데스크", "https://img.example.kr/p.jpg")
                                        .withSum("합계", "100%"))
                                .withSocial(KakaoSocial.ofArticle(1200, 30, 4))
                                .withButtonTitle("전문 읽기"),
                        "{\"object_type\":\"feed\",\"content\":" + CARD_JSON + ",\"item_content\":{"
                                + "\"profile_text\":\"선거 데스크\",\"profile_image_url\":\"https://img.example.kr/p.jpg\","
                                + "\"items\":[{\"item\":\"투표율\",\"item_op\":\"61.2%\"},"
                                + "{\"item\":\"개표율\",\"item_op\":\"99.9%\"}],\"sum\":\"합계\",\"sum_op\":\"100%\"},"
                                + "\"social\":{\"comment_count\":4,\"shared_count\":30,\"view_count\":1200},"
                                + "\"button_title\":\"전문 읽기\"}"),
                Arguments.of(
                        KakaoList.of("오늘의 뉴스", LINK, List.of(CARD, CARD)).withButton("기사 보기", LINK),
                        "{\"object_type\":\"list\",\"header_title\":\"오늘의 뉴스\",\"header_link\":" + LINK_JSON
                                + ",\"contents\":[" + CARD_JSON + "," + CARD_JSON + "]," + BUTTONS_JSON + "}"),
                Arguments.of(
                        KakaoLocation.of("서울 중구 세종대로 110", "시청", CARD)
                                .withSocial(new KakaoSocial(7, null, null, null, 0))
                                .withButton("기사 보기", LINK),
                        "{\"object_type\":\"location\",\"address\":\"서울 중구 세종대로 110\",\"address_title\":\"시청\","
                                + "\"content\":" + CARD_JSON + ",\"social\":{\"like_count\":7,\"subscriber_count\":0},"
                                + BUTTONS_JSON + "}"),
                Arguments.of(
                        KakaoCommerce.of(
                                CARD,
                                KakaoPrice.of(15_000)
                                        .withProductName("구독 한 달")
                                        .withDiscountRate(12_000, 20)
                                        .withCurrencyBehind("원")),
                        "{\"object_type\":\"commerce\",\"content\":" + CARD_JSON + ",\"commerce\":{"
                                + "\"regular_price\":15000,\"discount_price\":12000,\"discount_rate\":20,"
                                + "\"product_name\":\"구독 한 달\",\"currency_unit\":\"원\","
                                + "\"currency_unit_position\":0}}"),
                Arguments.of(
                        KakaoCommerce.of(
                                        CARD,
                                        KakaoPrice.of(15)
                                                .withFixedDiscount(12, 3)
                                                .withCurrencyBefore("$"))
                                .withButtonTitle("구독하기"),
                        "{\"object_type\":\"commerce\",\"content\":" + CARD_JSON + ",\"commerce\":{"
                                + "\"regular_price\":15,\"discount_price\":12,\"fixed_discount_price\":3,"
                                + "\"currency_unit\":\"$\",\"currency_unit_position\":1},\"button_title\":\"구독하기\"}"),
                Arguments.of(
                        KakaoTextMessage.of("본문 200자 이내", LINK).withButtonTitle("기사 보기"),
                        "{\"object_type\":\"text\",\"text\":\"본문 200자 이내\",\"link\":" + LINK_JSON
                                + ",\"button_title\":\"기사 보기\"}"),
                Arguments.of(
                        KakaoCalendar.event("ev-1", CARD).withButton("기사 보기", LINK),
                        "{\"object_type\":\"calendar\",\"id_type\":\"event\",\"id\":\"ev-1\",\"content\":" + CARD_JSON
                                + "," + BUTTONS_JSON + "}"),
                Arguments.of(
                        KakaoCalendar.calendar("cal-1", CARD),
                        "{\"object_type\":\"calendar\",\"id_type\":\"calendar\",\"id\":\"cal-1\",\"content\":"
                                + CARD_JSON + "}"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void writesEachTemplateAsTheDocumentationNamesItsMembers(KakaoTemplate template, String json) {
        assertThat(template.json()).isEqualTo(json);
    }

    @Test
    void opensTheSitesAppWithItsParameters() {
        KakaoLink link = LINK.withAppParameters(Map.of("id", "1", "from", "카카오&톡"));

        // The escapes are those that jq's @uri writes.
        String params = "from=%EC%B9%B4%EC%B9%B4%EC%98%A4%26%ED%86%A1&id=1";
        assertThat(KakaoTextMessage.of("첫눈", link).json())
                .contains(",\"android_execution_params\":\"" + params + "\",\"ios_execution_params\":\"" + params
                        + "\"}");
    }

    static Stream<KakaoTemplate> kinds() {
        return Stream.of(
                KakaoFeed.of(CARD),
                KakaoList.of("오늘의 뉴스", LINK, List.of(CARD, CARD)),
                KakaoLocation.of("서울", null, CARD),
                KakaoCommerce.of(CARD, KakaoPrice.of(1)),
                KakaoTextMessage.of("첫눈", LINK),
                KakaoCalendar.event("ev-1", CARD));
    }

    private static KakaoTemplate withButton(KakaoTemplate template) {
        if (template instanceof KakaoFeed feed) {
            return feed.withButton("기사 보기", LINK);
        } else if (template instanceof KakaoList list) {
            return list.withButton("기사 보기", LINK);
        } else if (template instanceof KakaoLocation location) {
            return location.withButton("기사 보기", LINK);
        } else if (template instanceof KakaoCommerce commerce) {
            return commerce.withButton("기사 보기", LINK);
        } else if (template instanceof KakaoTextMessage text) {
            return text.withButton("기사 보기", LINK);
        }
        return ((KakaoCalendar) template).withButton("기사 보기", LINK);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesTwoButtonsAndNoThird(KakaoTemplate template) {
        KakaoTemplate two = withButton(withButton(template));

        assertThat(two.asSeen()).endsWith("[기사 보기]\n[기사 보기]");
        assertThatThrownBy(() -> withButton(two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(template.getClass().getSimpleName() + ": at most 2 buttons, not 3");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void leadsEveryTapSomewhereOnDesktopsAndPhones(KakaoTemplate template) {
        assertThat(withButton(template).links()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(link -> {
            assertThat(link.webUrl()).isEqualTo("https://news.example.kr/a/1");
            assertThat(link.mobileWebUrl()).isEqualTo("https://m.news.example.kr/a/1");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void takesTwoOrThreeContentsOfAList(int contents) {
        assertThat(KakaoList.of("오늘", LINK, Collections.nCopies(3, CARD)).contents())
                .hasSize(3);
        assertThatThrownBy(() -> KakaoList.of("오늘", LINK, Collections.nCopies(contents, CARD)))
                .hasMessage("KakaoList: 2 to 3 contents, not " + contents);
    }

    @Test
    void takesFiveItemsAndNoSixth() {
        KakaoItems five = KakaoItems.of("가", "1")
                .with("나", "2")
                .with("다", "3")
                .with("라", "4")
                .with("마", "5");

        assertThat(five.items()).hasSize(5);
        assertThatThrownBy(() -> five.with("바", "6")).hasMessage("KakaoItems: at most 5 items, not 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"가", "x", "😀"})
    void takesTwoHundredCodePointsOfTextAndNotOneMore(String character) {
        assertThat(KakaoTextMessage.of(character.repeat(200), LINK).text()).isEqualTo(character.repeat(200));
        assertThatThrownBy(() -> KakaoTextMessage.of(character.repeat(201), LINK))
                .hasMessage("KakaoTextMessage: text may have 200 code points, not 201");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        () -> new KakaoContent(null, null, null, null, null, LINK),
                        "KakaoContent: title, description or imageUrl is required"),
                mistake(
                        () -> new KakaoContent("제목", null, null, 800, null, LINK),
                        "KakaoContent: imageWidth and imageHeight go together; "
                                + "imageWidth and imageHeight need an imageUrl"),
                mistake(
                        () -> CARD.withImage("https://img.example.kr/1.jpg", 0, 400),
                        "KakaoContent: imageWidth and imageHeight must be positive"),
                mistake(
                        () -> KakaoContent.of(" ", LINK).withDescription(" "),
                        "KakaoContent: title must be left out rather than blank"),
                mistake(
                        () -> CARD.withImage("snow.jpg"),
                        "KakaoContent: imageUrl must be an http or https address, not 'snow.jpg'"),
                mistake(() -> new KakaoLinkButton(" ", LINK), "KakaoLinkButton: title is required"),
                mistake(
                        () -> KakaoLink.of("javascript:alert(1)", ""),
                        "KakaoLink: webUrl must be an http or https address, not 'javascript:alert(1)'; "
                                + "mobileWebUrl must be an http or https address, not ''"),
                mistake(
                        () -> KakaoFeed.of(CARD).withButtonTitle(" "),
                        "KakaoFeed: buttonTitle must be left out rather than blank"),
                mistake(
                        () -> KakaoFeed.of(CARD).withButtonTitle("전문").withButton("기사 보기", LINK),
                        "KakaoFeed: buttonTitle is of no use beside buttons"),
                mistake(
                        () -> new KakaoSocial(null, null, null, null, null),
                        "KakaoSocial: at least one count is required"),
                mistake(() -> KakaoSocial.ofArticle(-1, 2, 3), "KakaoSocial: a count must not be below 0, not -1"),
                mistake(
                        () -> new KakaoItems(null, null, null, null, null, List.of(), "합계", null),
                        "KakaoItems: sum and sumOp go together"),
                mistake(
                        () -> new KakaoItems(null, null, null, null, null, List.of(), null, null),
                        "KakaoItems: it shows nothing"),
                mistake(() -> KakaoItems.of("", ""), "KakaoItems.Item: name is required; value is required"),
                mistake(
                        () -> new KakaoPrice(-1, -2, 101, -3, " ", " ", 2),
                        "KakaoPrice: regularPrice must not be below 0, not -1; discountPrice must not be below 0, not"
                                + " -2; discountRate must be 0 to 100 per cent, not 101; fixedDiscountPrice must not"
                                + " be below 0, not -3; productName must be left out rather than blank; currencyUnit"
                                + " must be left out rather than blank; currencyUnitPosition must be 0 (behind the"
                                + " price) or 1 (before it), not 2"),
                mistake(() -> KakaoLocation.of("", "시청", CARD), "KakaoLocation: address is required"),
                mistake(() -> KakaoTextMessage.of("", LINK), "KakaoTextMessage: text is required"),
                mistake(
                        () -> new KakaoCalendar("day", " ", CARD, List.of()),
                        "KakaoCalendar: idType must be event or calendar, not 'day'; id is required"),
                mistake(
                        () -> KakaoMessage.custom(0, Map.of()),
                        "KakaoMessage.Custom: templateId must be above 0, not 0"),
                mistake(
                        () -> new KakaoMessage.Scrap(null, Map.of("a", "b")),
                        "KakaoMessage.Scrap: args need a templateId"),
                mistake(
                        () -> KakaoMessage.stories("", "https://news.example.kr"),
                        "KakaoMessage.Stories: headerTitle is required; one or two more articles, not 0"));
    }

    private static Arguments mistake(ThrowingCallable built, String message) {
        return Arguments.of(built, message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void cannotBeBuiltWrong(ThrowingCallable built, String message) {
        assertThatThrownBy(built).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
