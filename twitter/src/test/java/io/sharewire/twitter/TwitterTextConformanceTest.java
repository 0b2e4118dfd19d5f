package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases that X published for all its own counters. They are not part of this repository: they are looked for in the
 * folder that the property {@code sharewire.conformance} names, else in {@code shared/conformance} beside a parent folder.
 */
class TwitterTextConformanceTest {

    private static final String PLAIN = "WeightedTweetsCounterTest";

    /** Two of its cases are about the counter before emoji were counted as 2 each. */
    private static final Set<String> BEFORE_EMOJI = Set.of(
            "Count a mix of single byte single word, and double word unicode characters",
            "Count unicode emoji chars outside the basic multilingual plane with skin tone modifiers");

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesWithEmoji() {
        return tests(
                "validate.yml", "WeightedTweetsWithDiscountedEmojiCounterTest", TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesWithDirections() {
        return tests("validate.yml", "UnicodeDirectionalMarkerCounterTest", TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesOfThePlainCounter() {
        return tests("validate.yml", PLAIN, TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> findsTheLinksOfTheCases() {
        return Stream.of("urls", "tco_urls_with_params")
                .flatMap(group -> tests(
                        "extract.yml",
                        group,
                        test -> assertThat(links(text(test)))
                                .extracting(Link::url)
                                .containsExactlyElementsOf(strings(test.get("expected")))));
    }

    @TestFactory
    Stream<DynamicTest> findsTheLinksOfTheCasesWhereTheyAre() {
        return Stream.of("urls_with_indices", "urls_with_directional_markers")
                .flatMap(group -> tests(
                        "extract.yml",
                        group,
                        test -> assertThat(links(text(test)))
                                .containsExactlyElementsOf(StreamSupport.stream(
                                                test.get("expected").spliterator(), false)
                                        .map(link -> new Link(
                                                link.get("url").asText(),
                                                link.get("indices").get(0).asInt(),
                                                link.get("indices").get(1).asInt()))
                                        .toList())));
    }

    private static void counts(JsonNode test) {
        Weight weight = WeightedLength.X.count(text(test));
        JsonNode expected = test.get("expected");
        assertThat(weight.length()).isEqualTo(expected.get("weightedLength").asInt());
        assertThat(weight.valid() && weight.length() >= 1 && weight.length() <= WeightedLength.LIMIT)
                .isEqualTo(expected.get("valid").asBoolean());
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

    private static Stream<DynamicTest> tests(String file, String group, Consumer<JsonNode> body) {
        Path found = conformance().resolve("twitter-text/conformance").resolve(file);
        if (!Files.isRegularFile(found)) {
            String missing = "needs the twitter-text conformance data: " + file + ", " + group;
            return Stream.of(dynamicTest(missing, () -> assumeTrue(false, missing)));
        }
        JsonNode cases = read(found).path("tests").path(group);
        assertThat(cases.size()).as("cases in %s, %s", file, group).isPositive();
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(test -> !group.equals(PLAIN)
                        || !BEFORE_EMOJI.contains(test.get("description").asText()))
                .map(test -> dynamicTest(test.get("description").asText(), () -> body.accept(test)));
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
