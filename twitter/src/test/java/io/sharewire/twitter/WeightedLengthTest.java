package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: X's documentation and the table made with the official counter. */
class WeightedLengthTest {

    @ParameterizedTest
    @CsvSource({
        "한국, 4",
        "ㄱㄴㄷ, 6",
        "👨‍👩‍👧‍👦, 2",
        "🇰🇷, 2",
        "1️⃣, 2",
        "🙋🏽, 2",
        "❤️, 2",
        "🫠, 2",
        "🫡, 2",
        "🤌, 2",
        "🩷, 2",
        "…, 2",
        "“, 1",
        "”, 1",
        "‘, 1",
        "’, 1",
        "–, 1",
        "—, 1",
        "·, 1",
        "½, 1",
        "©, 1",
        "※, 2",
        "▶, 2",
        "★, 2",
        "①, 2",
        "™, 2",
        "㈜, 2",
        "（, 2",
        "）, 2",
        "％, 2"
    })
    void countsWhatIsOnTheListAsXDoes(String text, int length) {
        assertThat(WeightedLength.X.of(text)).isEqualTo(length);
    }

    @Test
    void countsDecomposedHangulAsTheSyllablesItStandsFor() {
        assertThat(WeightedLength.X.of(Normalizer.normalize("한국", Normalizer.Form.NFD)))
                .isEqualTo(4);
    }

    @Test
    void takes140HangulSyllables() {
        assertThat(WeightedLength.X.of("가".repeat(140))).isEqualTo(280);
    }

    @Test
    void takes128HangulSyllablesABlankAndAnyLink() {
        assertThat(WeightedLength.X.of("가".repeat(128) + " https://example.com/" + "a".repeat(900)))
                .isEqualTo(280);
    }

    @ParameterizedTest
    @CsvSource({"200B, 1", "200D, 1", "200E, 2", "202E, 2", "061C, 1"})
    void allowsInvisibleCharactersAndDirections(String hex, int length) {
        Weight weight = WeightedLength.X.count(Character.toString(Integer.parseInt(hex, 16)));
        assertThat(weight.length()).isEqualTo(length);
        assertThat(weight.valid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FEFF", "FFFE", "FFFF"})
    void refusesTheThreeCharactersThatXRefuses(String hex) {
        assertThat(WeightedLength.X
                        .count("a" + Character.toString(Integer.parseInt(hex, 16)) + "b")
                        .valid())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n \t"})
    void givesBlanksAloneNoLength(String text) {
        assertThat(WeightedLength.X.of(text)).isZero();
    }

    @ParameterizedTest
    @MethodSource("newEmoji")
    @DisplayName("counts emoji that are newer than the official counter as 2, and says what it would count")
    void countsNewEmojiAsTwo(String emoji, int official) {
        Weight weight = WeightedLength.X.count(emoji);
        assertThat(weight.length()).isEqualTo(2);
        assertThat(weight.atMost()).isEqualTo(official);
    }

    static Stream<Arguments> newEmoji() {
        return Stream.of(Arguments.of("❤️‍🔥", 5), Arguments.of("🐦‍🔥", 5), Arguments.of("🧑‍🧑‍🧒", 8));
    }

    @Test
    void countsFlagsOfRegionsAsOneEmojiOnlyIfTheyAreComplete() {
        String england = new String(new int[] {0x1F3F4, 0xE0067, 0xE0062, 0xE0065, 0xE006E, 0xE0067, 0xE007F}, 0, 7);
        assertThat(WeightedLength.X.of(england)).isEqualTo(2);
        assertThat(WeightedLength.X.of(england.substring(0, england.length() - 2)))
                .isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void takesPiecesWithoutLinksApartAndTogetherAlike(long seed) {
        Random random = new Random(seed);
        String[] pieces = {"기사 ", "news ", "❤️ ", "👨‍👩‍👧‍👦 ", "— ", "… ", "뉴스, ", "1️⃣ ", "é "};
        StringBuilder whole = new StringBuilder();
        int sum = 0;
        for (int i = 0; i < 200; i++) {
            String piece = pieces[random.nextInt(pieces.length)];
            whole.append(piece);
            sum += WeightedLength.X.of(piece);
        }
        assertThat(WeightedLength.X.of(whole.toString())).as("seed %d", seed).isEqualTo(sum);
    }

    @Test
    void readsALongChainOfNamesInReasonableWork() {
        String chain = "a-a.".repeat(5_000);
        assertThat(WeightedLength.X.of(chain)).isEqualTo(20_000);
    }
}
