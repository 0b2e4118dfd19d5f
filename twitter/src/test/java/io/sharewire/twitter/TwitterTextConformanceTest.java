package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases that X published for all its own counters. They are not part of this repository: they are looked for in the
 * folder that the property {@code sharewire.conformance} names, else in {@code shared/conformance} beside a parent folder.
 */
class TwitterTextConformanceTest {

    /** They are about the counter before emoji were counted as 2 each. */
    private static final Set<String> BEFORE_EMOJI = Set.of(
            "Count a mix of single byte single word, and double word unicode characters",
            "Count unicode emoji chars outside the basic multilingual plane with skin tone modifiers");

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesWithEmoji() {
        return cases("validate.yml", "WeightedTweetsWithDiscountedEmojiCounterTest")
                .map(TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesWithDirections() {
        return cases("validate.yml", "UnicodeDirectionalMarkerCounterTest").map(TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesOfThePlainCounter() {
        return cases("validate.yml", "WeightedTweetsCounterTest")
                .filter(test -> !BEFORE_EMOJI.contains(test.get("description").asText()))
                .map(TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> findsTheLinksOfTheCases() {
        return Stream.of("urls", "tco_urls_with_params")
                .flatMap(group -> cases("extract.yml", group))
                .map(test -> named(
                        test,
                        () -> assertThat(links(text(test)))
                                .extracting(Link::url)
                                .containsExactlyElementsOf(strings(test.get("expected")))));
    }

    @TestFactory
    Stream<DynamicTest> findsTheLinksOfTheCasesWhereTheyAre() {
        return Stream.of("urls_with_indices", "urls_with_directional_markers")
                .flatMap(group -> cases("extract.yml", group))
                .map(test -> named(
                        test,
                        () -> assertThat(links(text(test)))
                                .containsExactlyElementsOf(StreamSupport.stream(
                                                test.get("expected").spliterator(), false)
                                        .map(link -> new Link(
                                                link.get("url").asText(),
                                                link.get("indices").get(0).asInt(),
                                                link.get("indices").get(1).asInt()))
                                        .toList())));
    }

    private static DynamicTest counts(JsonNode test) {
        return named(test, () -> {
            Weight weight = WeightedLength.X.count(text(test));
            JsonNode expected = test.get("expected");
            assertThat(weight.length()).isEqualTo(expected.get("weightedLength").asInt());
            assertThat(weight.valid() && weight.length() >= 1 && weight.length() <= WeightedLength.LIMIT)
                    .isEqualTo(expected.get("valid").asBoolean());
        });
    }

    private static DynamicTest named(JsonNode test, org.junit.jupiter.api.function.Executable body) {
        return dynamicTest(test.get("description").asText(), body);
    }

    private static String text(JsonNode test) {
        return test.get("text").asText();
    }

    private record Link(String url, int start, int end) {}

    private static List<Link> links(String text) {
        return TwitterUrls.in(text).stream()
                .map(url -> new Link(url.of(text), url.start(), url.end()))
                .toList();
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(item -> strings.add(item.asText()));
        return strings;
    }

    private static Stream<JsonNode> cases(String file, String group) {
        Path found = conformance().resolve("twitter-text/conformance").resolve(file);
        assumeTrue(Files.isRegularFile(found), "needs the twitter-text conformance data: " + file);
        try {
            JsonNode cases = new YAMLMapper()
                    .readTree(Files.readString(found))
                    .path("tests")
                    .path(group);
            assertThat(cases.size()).as("cases in %s %s", file, group).isPositive();
            return StreamSupport.stream(cases.spliterator(), false);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static Path conformance() {
        String given = System.getProperty("sharewire.conformance");
        if (given != null) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolve("shared/conformance");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return Path.of("shared/conformance");
    }
}
