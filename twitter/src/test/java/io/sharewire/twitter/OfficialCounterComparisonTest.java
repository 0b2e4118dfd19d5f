package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ours against {@code twitter-text} 3.1.0 of 2020, the last one there is. */
class OfficialCounterComparisonTest {

    private static final int TEXTS = 1_500;

    private static final String[] PIECES = {
        "foo",
        "bar",
        "a",
        "-",
        "_",
        ".",
        "..",
        ".com",
        ".co.kr",
        ".kr",
        ".io",
        ".net/",
        "com",
        "/",
        "//",
        ":",
        "http://",
        "https://",
        "HTTP://",
        "한국",
        "기사",
        "뉴스",
        ".한국",
        "닷컴",
        ".닷컴",
        "@",
        "#",
        "$",
        " ",
        "  ",
        "\n",
        "é",
        "Ü",
        "e\u0301",
        "ж",
        "?",
        "&",
        "=",
        "a=b",
        "(",
        ")",
        "(x)",
        "!",
        "'",
        ",",
        "–",
        "—",
        "…",
        "“",
        "t.co/",
        "http://t.co/",
        "abcDEF123",
        "xn--",
        "xn--abc",
        "😀",
        "👍🏽",
        "❤️",
        "👨‍👩‍👧‍👦",
        "1️⃣",
        "🇰🇷",
        "🏳️‍🌈",
        "✪",
        "日本",
        "。",
        "ㄱ",
        "각",
        "\u1100\u1161",
        "%20",
        "%",
        "+",
        "~",
        "|",
        "www.",
        "readme.md",
        "v1.2.io",
        "localhost:8080",
        "127.0.0.1",
        "user:pw@",
        "x@y.com",
        "\u202A",
        "\u200B",
        "\u00A0",
        "ſ",
        "\u212A",
        "°",
        "0",
        "7",
        ";",
        "somesuperlongurlsomesuperlongurlsomesuperlongurlsomesuperlongurl1"
    };

    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsAndFindsLinksAlikeInRandomTexts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = randomText(random);
            String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            String about = "seed " + seed + ", text [" + text + "]";
            assertThat(WeightedLength.X.of(text))
                    .as(about)
                    .isEqualTo(TwitterTextParser.parseTweet(text).weightedLength);
            assertThat(TwitterUrls.in(composed).stream().map(url -> url.of(composed)))
                    .as(about)
                    .containsExactlyElementsOf(extractor.extractURLs(composed));
        }
    }

    /** Every difference there is, each with its reason. */
    @ParameterizedTest(name = "{0}: theirs {1}, ours {2} ({3})")
    @CsvSource({
        "❤️‍🔥, 5, 2, joined emoji of Emoji 13.1 and later",
        "🐦‍🔥, 5, 2, joined emoji of Emoji 15.1",
        "👨‍🐱, 5, 2, joined emoji that no font has: one grapheme all the same",
        "🏳‍🌈, 5, 2, joined emoji written without its presentation selector",
        "🫱🏽, 4, 2, skin tone on a sign of Emoji 14",
        "😀🏽, 4, 2, skin tone on a sign that has none: one grapheme all the same",
        "😀️, 4, 2, presentation selector where it says nothing new",
        "🇦🇧, 4, 2, two regional indicators without a flag: one grapheme all the same",
        "www.foo.music, 29, 23, top-level domain delegated after 2020-03",
        "foo.kids, 8, 23, top-level domain delegated after 2020-03"
    })
    void differsWhereTheOfficialOneIsOutOfDateOrCountsPartsOfAnEmoji(String text, int theirs, int ours, String why) {
        assertThat(TwitterTextParser.parseTweet(text).weightedLength).as(why).isEqualTo(theirs);
        assertThat(WeightedLength.X.of(text)).as(why).isEqualTo(ours);
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
