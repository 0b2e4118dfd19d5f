package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoTemplateRulesTest extends KakaoOnTheWire {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\"}}",
                "{\"object_type\":\"feed\",\"content\":{\"link\":{}}}",
                "{\"object_type\":\"feed\"}",
                "{\"object_type\":\"list\",\"header_title\":\"h\",\"contents\":[{\"title\":\"1\",\"link\":{}},{\"title\":\"2\",\"link\":{}}]}",
                "{\"object_type\":\"list\",\"header_link\":{},\"contents\":[{\"title\":\"1\",\"link\":{}},{\"title\":\"2\",\"link\":{}}]}",
                "{\"object_type\":\"list\",\"header_title\":\"h\",\"header_link\":{}}",
                "{\"object_type\":\"location\",\"content\":{\"title\":\"a\",\"link\":{}}}",
                "{\"object_type\":\"location\",\"address\":\"서울\"}",
                "{\"object_type\":\"commerce\",\"content\":{\"title\":\"a\",\"link\":{}}}",
                "{\"object_type\":\"commerce\",\"content\":{\"title\":\"a\",\"link\":{}},\"commerce\":{}}",
                "{\"object_type\":\"calendar\",\"content\":{\"title\":\"a\",\"link\":{}},\"id_type\":\"event\"}",
                "{\"object_type\":\"calendar\",\"content\":{\"title\":\"a\",\"link\":{}},\"id_type\":\"day\",\"id\":\"1\"}",
                "{\"object_type\":\"text\",\"text\":\"\",\"link\":{}}",
                "{\"object_type\":\"text\",\"text\":\"a\",\"link\":{},\"buttons\":[{\"title\":\"b\"}]}",
                "{\"object_type\":\"text\",\"text\":\"a\",\"link\":{},\"buttons\":[{\"link\":{}}]}"
            })
    void rule17_aTemplateWithoutWhatItMustHaveIsRefused(String template) throws IOException {
        assertRefused(memo(template), 400, -2, "name=template_object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object_type\":\"location\",\"address\":\"서울 종로구\",\"content\":{\"title\":\"a\",\"link\":{}}}",
                "{\"object_type\":\"commerce\",\"content\":{\"image_url\":\"https://img.example.kr/1.jpg\",\"link\":{}},\"commerce\":{\"regular_price\":1000,\"currency_unit_position\":1}}",
                "{\"object_type\":\"calendar\",\"content\":{\"description\":\"a\",\"link\":{}},\"id_type\":\"calendar\",\"id\":\"1\"}",
                "{\"object_type\":\"text\",\"text\":\"a\",\"link\":{},\"unknown\":1}"
            })
    void rule17_theOtherTemplatesAreTaken(String template) throws IOException {
        assertMemoSent(memo(template));
    }

    @Test
    void rule17_twoButtonsAreTheMost() throws IOException {
        assertRefused(memo(withButtons(3)), 400, -2, "name=template_object");
        assertMemoSent(memo(withButtons(2)));
    }

    private static String withButtons(int count) {
        return "{\"object_type\":\"text\",\"text\":\"a\",\"link\":{},\"buttons\":["
                + repeated("{\"title\":\"b\",\"link\":{}}", count) + "]}";
    }

    @Test
    void rule17_aListHasTwoOrThreeContents() throws IOException {
        assertRefused(memo(list(1)), 400, -2, "name=template_object");
        assertRefused(memo(list(4)), 400, -2, "name=template_object");
        assertMemoSent(memo(list(2)));
        assertMemoSent(memo(list(3)));
    }

    private static String list(int count) {
        return "{\"object_type\":\"list\",\"header_title\":\"h\",\"header_link\":{},\"contents\":["
                + repeated("{\"title\":\"c\",\"link\":{}}", count) + "]}";
    }

    @Test
    void rule17_fiveItemsAreTheMostAndEachHasAnAmount() throws IOException {
        String item = "{\"item\":\"기사\",\"item_op\":\"1건\"}";

        assertRefused(memo(withItems(repeated(item, 6))), 400, -2, "name=template_object");
        assertRefused(memo(withItems("{\"item\":\"기사\"}")), 400, -2, "name=template_object");
        assertMemoSent(memo(withItems(repeated(item, 5))));
    }

    private static String withItems(String items) {
        return "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\",\"link\":{}},\"item_content\":{\"items\":["
                + items + "]}}";
    }

    private static String repeated(String json, int count) {
        return String.join(",", java.util.Collections.nCopies(count, json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\",\"link\":{},\"image_width\":\"800\"}}",
                "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\",\"link\":{},\"image_height\":40.5}}",
                "{\"object_type\":\"feed\",\"content\":{\"title\":\"a\",\"link\":{}},\"social\":{\"like_count\":\"1\"}}",
                "{\"object_type\":\"commerce\",\"content\":{\"title\":\"a\",\"link\":{}},\"commerce\":{\"regular_price\":\"1000\"}}",
                "{\"object_type\":\"commerce\",\"content\":{\"title\":\"a\",\"link\":{}},\"commerce\":{\"regular_price\":1000,\"discount_rate\":\"10\"}}",
                "{\"object_type\":\"commerce\",\"content\":{\"title\":\"a\",\"link\":{}},\"commerce\":{\"regular_price\":1000,\"currency_unit_position\":2}}"
            })
    void rule17_wholeNumbersAreJsonNumbers(String template) throws IOException {
        assertRefused(memo(template), 400, -2, "name=template_object");
    }

    @Test
    void rule17_aTextOverTwoHundredCharactersIsRefused() throws IOException {
        assertRefused(memo(text("😀".repeat(201))), 400, -2, "name=template_object");

        assertMemoSent(memo(text("😀".repeat(200))));
    }

    @Test
    void rule17_aTextOverTwoHundredCharactersIsCutWhereItIsSoSet() throws IOException {
        kakao.cutsLongText(true);

        assertMemoSent(memo(text("가".repeat(250))));

        assertThat(kakao.posts()).extracting(SimulatedPost::text).containsExactly("가".repeat(200));
    }
}
