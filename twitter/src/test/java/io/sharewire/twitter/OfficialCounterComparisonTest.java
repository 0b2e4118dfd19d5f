package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import java.text.Normalizer;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ours against {@code twitter-text} 3.1.0 of 2020, the last one there is: 10,000 random texts, or as many as {@code
 * -Dsharewire.texts=100000} says.
 *
 * <p>They may differ only where that library's tables are older than the emoji or the top-level domain in the text, and
 * where it counts the parts of an emoji that it does not know.
 */
class OfficialCounterComparisonTest {

    private static final int TEXTS = Integer.getInteger("sharewire.texts", 10_000);
    private static final long[] SEEDS = {1, 2, 3, 4};

    /** What its tables of March 2020 do not have; one in ten texts gets one of these. */
    private static final String[] NEWER = {
        "❤️‍🔥", "🐦‍🔥", "👨‍🐱", "🏳‍🌈", "🫱🏽", "😀🏽", "😀️", "🇦🇧", "www.foo.music", " foo.kids "
    };

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

    static LongStream seeds() {
        return LongStream.of(SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAndFindsLinksAlikeInRandomTextsUnlessTheyHoldWhatIsNewer(long seed) {
        Random random = new Random(seed);
        int differences = 0;
        for (int i = 0; i < TEXTS / SEEDS.length; i++) {
            String text = randomText(random);
            String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            Weight ours = WeightedLength.X.count(text);
            var theirs = TwitterTextParser.parseTweet(text);
            boolean alike = ours.length() == theirs.weightedLength
                    && ours.links().equals(extractor.extractURLs(composed))
                    && (ours.valid() && ours.length() >= 1 && ours.length() <= 280) == theirs.isValid;
            assertThat(alike || Stream.of(NEWER).anyMatch(text::contains))
                    .as("seed %d, text [%s]: ours %s, theirs %d", seed, text, ours, theirs.weightedLength)
                    .isTrue();
            differences += alike ? 0 : 1;
        }
        // The newer ones are really among the texts.
        assertThat(differences).isPositive();
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
        if (random.nextInt(10) == 0) {
            text.append(NEWER[random.nextInt(NEWER.length)]);
        }
        return text.toString();
    }
}
