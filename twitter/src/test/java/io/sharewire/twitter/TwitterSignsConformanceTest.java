package io.sharewire.twitter;

import static io.sharewire.twitter.ConformanceCases.list;
import static io.sharewire.twitter.ConformanceCases.strings;
import static io.sharewire.twitter.ConformanceCases.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.Article;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Names, cashtags and hashtags, by X's own cases for finding them.
 *
 * <p>What the channel does with them: an article's words lose exactly the signs that X would act on, cashtags are counted,
 * tags become hashtags that X reads to their end, and no hashtag that X sees is said to be none.
 */
class TwitterSignsConformanceTest {

    @TestFactory
    Stream<DynamicTest> takesTheSignOffTheNamesOfTheCases() {
        return ConformanceCases.of(
                "extract.yml", "mentions", test -> lostSigns(test, strings(test.get("expected")), "@", "＠"));
    }

    @TestFactory
    Stream<DynamicTest> takesTheSignOffWhereTheNamesOfTheCasesAre() {
        return Stream.of("mentions_with_indices", "mentions_or_lists_with_indices")
                .flatMap(group -> ConformanceCases.of(
                        "extract.yml", group, TwitterSignsConformanceTest::losesTheSignsAtTheIndices));
    }

    @TestFactory
    Stream<DynamicTest> leavesNoTextAReply() {
        return ConformanceCases.of("extract.yml", "replies", test -> {
            String left = Signs.leftOut(text(test));
            if (test.get("expected").isNull()) {
                assertThat(left.replace("@", "")).isEqualTo(text(test).replace("@", ""));
            } else {
                assertThat(left).isEqualTo(text(test).replace("@", ""));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> countsAndDefusesTheCashtagsOfTheCases() {
        return ConformanceCases.of("extract.yml", "cashtags", test -> {
            List<String> expected = strings(test.get("expected"));
            assertThat(Signs.cashtags(text(test))).isEqualTo(expected.size());
            lostSigns(test, expected, "$");
        });
    }

    @TestFactory
    Stream<DynamicTest> defusesTheCashtagsOfTheCasesWhereTheyAre() {
        return ConformanceCases.of(
                "extract.yml", "cashtags_with_indices", TwitterSignsConformanceTest::losesTheSignsAtTheIndices);
    }

    @TestFactory
    Stream<DynamicTest> writesTheHashtagsOfTheCases() {
        return Stream.of("hashtags", "hashtags_from_astral")
                .flatMap(group -> ConformanceCases.of(
                        "extract.yml", group, test -> isWritten(text(test), strings(test.get("expected")))));
    }

    @TestFactory
    Stream<DynamicTest> writesTheHashtagsOfTheCasesWithIndices() {
        return ConformanceCases.of(
                "extract.yml",
                "hashtags_with_indices",
                test -> isWritten(
                        text(test),
                        list(test.get("expected")).stream()
                                .map(found -> found.get("hashtag").asText())
                                .toList()));
    }

    @TestFactory
    Stream<DynamicTest> takesAWholeHashtagForOneAsTheCases() {
        return ConformanceCases.of(
                "validate.yml",
                "hashtags",
                test -> assertThat(Hashtags.of(tagged(text(test).substring(1)), 1))
                        .isEqualTo(test.get("expected").asBoolean() ? List.of(text(test)) : List.of()));
    }

    @TestFactory
    Stream<DynamicTest> takesANameForOneAsTheCases() {
        return ConformanceCases.of(
                "validate.yml",
                "usernames",
                test -> assertThat(ScreenName.isValid(text(test).substring(1)))
                        .isEqualTo(test.get("expected").asBoolean()));
    }

    /** Each hashtag, as an article's tag, comes out whole, and is not said to be none. */
    private static void isWritten(String text, List<String> hashtags) {
        assertThat(Hashtags.of(tagged(hashtags.toArray(String[]::new)), hashtags.size()))
                .containsExactlyElementsOf(
                        hashtags.stream().map(tag -> "#" + tag).distinct().toList());
        assertThat(Hashtags.gluedIn(text).stream().map(glued -> glued.substring(1)))
                .doesNotContainAnyElementsOf(hashtags.isEmpty() ? List.of("-") : hashtags);
    }

    private static Article tagged(String... tags) {
        return Article.builder("https://news.example.com/a/1", "제목").tags(tags).build();
    }

    /** As many signs are gone as there are names, every name is there, and nothing else has changed. */
    private static void lostSigns(JsonNode test, List<String> names, String... signs) {
        String text = text(test);
        String left = Signs.leftOut(text);
        String without = text;
        String leftWithout = left;
        for (String sign : signs) {
            without = without.replace(sign, "");
            leftWithout = leftWithout.replace(sign, "");
        }
        assertThat(leftWithout).isEqualTo(without);
        assertThat(left).hasSize(text.length() - names.size());
        names.forEach(name -> assertThat(left).contains(name));
    }

    private static void losesTheSignsAtTheIndices(JsonNode test) {
        StringBuilder expected = new StringBuilder(text(test));
        List<JsonNode> found = list(test.get("expected"));
        for (int i = found.size() - 1; i >= 0; i--) {
            expected.deleteCharAt(found.get(i).get("indices").get(0).asInt());
        }
        assertThat(Signs.leftOut(text(test))).isEqualTo(expected.toString());
    }
}
