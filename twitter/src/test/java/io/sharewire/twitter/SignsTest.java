package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.Extractor.Entity;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {

    private static final String[] PIECES = {
        "@",
        "@",
        "＠",
        "@@",
        "kim",
        "a",
        "_",
        "9",
        "RT",
        "rt",
        ":",
        "/",
        "/desk",
        "-",
        "é",
        "://",
        "한국",
        "님",
        " ",
        " ",
        "\n",
        ".",
        ",",
        "(",
        ")",
        "!",
        "#",
        "$",
        "$",
        "$NVDA",
        "TSLA",
        ".B",
        "_X",
        "US",
        "&",
        "*",
        "%",
        "+",
        "~",
        "…",
        "“",
        "naver.com",
        "https://a.co/@kim",
        "abcdefghijklmnopqrstuvwxyz",
        "\u200E",
        "\u00A0",
        "\u3000"
    };

    private final Extractor official = new Extractor();

    private List<Entity> entities(String text, Entity.Type type) {
        return official.extractEntitiesWithIndices(text).stream()
                .filter(entity -> entity.getType() == type)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesNoNameAndNoCashtagAndChangesNothingElse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder words = new StringBuilder();
            for (int n = 1 + random.nextInt(10); n > 0; n--) {
                words.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String text = words.toString();
            String left = Signs.leftOut(text);
            String about = "seed " + seed + ", text [" + text + "] → [" + left + "]";
            List<Entity> names = entities(text, Entity.Type.MENTION);
            List<Entity> cashtags = entities(text, Entity.Type.CASHTAG);

            assertThat(entities(left, Entity.Type.MENTION)).as(about).isEmpty();
            assertThat(entities(left, Entity.Type.CASHTAG)).as(about).isEmpty();
            assertThat(left.replaceAll("[@＠$]", "")).as(about).isEqualTo(text.replaceAll("[@＠$]", ""));
            // Of "@rt@a" X's pattern has passed the rt when it comes to a; we take no chance there.
            boolean quirk = text.matches("(?is).*[@＠]rt:?[@＠].*");
            if (names.isEmpty() && cashtags.isEmpty() && !quirk) {
                assertThat(left).as(about).isEqualTo(text);
            }
            assertThat(Signs.cashtags(text)).as(about).isEqualTo(cashtags.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "@kim_mayor 발언, kim_mayor 발언",
        "한국@user님, 한국user님",
        "＠kim, kim",
        "press@example.com, press@example.com",
        "@_@, @_@",
        "@news@social.example, @news@social.example",
        "$NVDA 급등, NVDA 급등",
        "$25 @ 9, $25 @ 9",
        "US$ $1, US$ $1"
    })
    void takesTheSignOffWhereXWouldActOnIt(String text, String left) {
        assertThat(Signs.leftOut(text)).isEqualTo(left);
    }
}
