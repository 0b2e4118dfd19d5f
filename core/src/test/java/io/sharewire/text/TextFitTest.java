package io.sharewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextFitTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest(name = "[{index}] {0} into {1} is {2}")
    @CsvSource({
        "'short',                                    20, 'short'",
        "'One sentence here. And another one.',      30, 'One sentence here.'",
        "'다리가 통제됐다. 시는 우회로를 안내한다.', 15, '다리가 통제됐다.'",
        "'several words without any full stop',      20, 'several words…'",
        "'Unbreakablewordwithoutblanks',             10, 'Unbreakab…'",
        "'가나다라마바사',                            4, '가나다…'",
        "'See https://courier.example/a/long/path',  20, 'See…'",
        "'Now #harbourlibrary opens',                12, 'Now…'",
        "'abc',                                       1, ''",
    })
    void cutsWhereAReaderWould(String text, int limit, String expected) {
        assertThat(TextFit.fit(text, limit, TextMeasure.GRAPHEMES)).isEqualTo(expected);
    }

    @Test
    void keepsATextThatJustFits() {
        assertThat(TextFit.fit("12345", 5, TextMeasure.UTF16)).isEqualTo("12345");
    }

    @Test
    void fitsEvenWhereALongerPrefixMeasuresLess() {
        // As on X, where "a.co" is a link of 23 and "a.comm" is six characters.
        TextMeasure likeX = text -> text.endsWith("a.co") || text.contains("a.co…") ? 23 : text.length();

        for (int limit = 1; limit < 23; limit++) {
            assertThat(likeX.of(TextFit.fit("see a.communal gardens everywhere", limit, likeX)))
                    .isLessThanOrEqualTo(limit);
        }
    }

    @Test
    void splitsAfterSentencesAndWordsAndLosesNothing() {
        assertThat(TextFit.split("One here. Two is there. Three", i -> 14, TextMeasure.GRAPHEMES))
                .containsExactly("One here.", "Two is there.", "Three");
        assertThat(TextFit.split("several words without stop", i -> i == 0 ? 8 : 14, TextMeasure.GRAPHEMES))
                .containsExactly("several", "words without", "stop");
        assertThat(TextFit.split("가나다라마", i -> 2, TextMeasure.CODE_POINTS)).containsExactly("가나", "다라", "마");
        assertThat(TextFit.split("x", i -> 0, TextMeasure.UTF16)).isEmpty();
    }

    @Test
    void neverSplitsAFamily() {
        assertThat(TextFit.fit("ab" + FAMILY + FAMILY + "cd", 4, TextMeasure.GRAPHEMES))
                .isEqualTo("ab" + FAMILY + "…");
        assertThat(TextFit.fit("ab" + FAMILY + "cd", 8, TextMeasure.UTF16)).isEqualTo("ab…");
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void alwaysFitsAndNeverSplitsAGraphemeWhateverTheText(int seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "가", "각", "\u1100\u1161\u11A8", "e\u0301", FAMILY, "🇰🇷", "🙋🏽", " ", ". ", "word", "#태그", "\n"
        };
        for (int round = 0; round < 40; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int limit = random.nextInt(80);
            TextMeasure measure = random.nextBoolean() ? TextMeasure.UTF16 : TextMeasure.GRAPHEMES;

            String fitted = TextFit.fit(text.toString(), limit, measure);

            assertThat(measure.of(fitted))
                    .as("seed %d: '%s' into %d", seed, text, limit)
                    .isLessThanOrEqualTo(limit);
            if (!fitted.equals(text.toString())) {
                String kept = fitted.endsWith("…") ? fitted.substring(0, fitted.length() - 1) : fitted;
                assertThat(text.toString()).startsWith(kept);
                assertThat(kept.isEmpty()
                                || IntStream.of(Graphemes.ends(text.toString())).anyMatch(e -> e == kept.length()))
                        .as("seed %d: '%s' cut inside a grapheme: '%s'", seed, text, kept)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"👨‍👩‍👧‍👦, 1", "🇰🇷, 1", "🙋🏽, 1", "한국, 2", "e\u0301, 1", "'', 0", "ab, 2"})
    void countsWhatAReaderCallsACharacter(String text, int expected) {
        assertThat(Graphemes.count(text)).isEqualTo(expected);
        assertThat(Graphemes.count(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(expected);
    }
}
