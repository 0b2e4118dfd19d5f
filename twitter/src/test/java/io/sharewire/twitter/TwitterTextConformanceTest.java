package io.sharewire.twitter;

import static io.sharewire.twitter.ConformanceCases.list;
import static io.sharewire.twitter.ConformanceCases.strings;
import static io.sharewire.twitter.ConformanceCases.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Length and links, by X's own cases.
 *
 * <p>Left out: {@code validate/tweets}, which is about 140 characters; {@code validate/lists}, {@code autolink} and {@code
 * hit_highlighting}, since nothing here names lists or writes HTML.
 */
class TwitterTextConformanceTest {

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesWithEmoji() {
        return ConformanceCases.of(
                "validate.yml", "WeightedTweetsWithDiscountedEmojiCounterTest", TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesWithDirections() {
        return ConformanceCases.of(
                "validate.yml", "UnicodeDirectionalMarkerCounterTest", TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> countsAsTheCasesOfThePlainCounter() {
        String before = "about the counter before an emoji was counted as 2 however many code points it has";
        return ConformanceCases.of(
                "validate.yml",
                "WeightedTweetsCounterTest",
                Map.of(
                        "Count a mix of single byte single word, and double word unicode characters",
                        before,
                        "Count unicode emoji chars outside the basic multilingual plane with skin tone modifiers",
                        before),
                TwitterTextConformanceTest::counts);
    }

    @TestFactory
    Stream<DynamicTest> findsTheLinksOfTheCases() {
        return Stream.of("urls", "tco_urls_with_params")
                .flatMap(group -> ConformanceCases.of(
                        "extract.yml",
                        group,
                        test -> assertThat(links(text(test)))
                                .extracting(Link::url)
                                .containsExactlyElementsOf(strings(test.get("expected")))));
    }

    @TestFactory
    Stream<DynamicTest> findsTheLinksOfTheCasesWhereTheyAre() {
        return Stream.of("urls_with_indices", "urls_with_directional_markers")
                .flatMap(group -> ConformanceCases.of(
                        "extract.yml",
                        group,
                        test -> assertThat(links(text(test)))
                                .containsExactlyElementsOf(list(test.get("expected")).stream()
                                        .map(link -> new Link(
                                                link.get("url").asText(),
                                                link.get("indices").get(0).asInt(),
                                                link.get("indices").get(1).asInt()))
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> knowsTheTopLevelDomainsOfTheCases() {
        return Stream.of("country", "generic")
                .flatMap(group -> ConformanceCases.of(
                        "tlds.yml",
                        group,
                        test -> assertThat(links(text(test)))
                                .extracting(Link::url)
                                .containsExactlyElementsOf(strings(test.get("expected")))));
    }

    /** A link is good to send if X makes one link of the whole of it. */
    @TestFactory
    Stream<DynamicTest> takesALinkForGoodAsTheCases() {
        String validator = "good for X's form fields, but X makes no link of it in a post";
        return Stream.of(
                        Map.entry(
                                "urls",
                                Map.of(
                                        "Valid url: port and userinfo", validator,
                                        "Valid url: ipv4", validator,
                                        "Valid url: ipv6", validator,
                                        "Valid url: sub delims and question marks", validator)),
                        Map.entry("urls_without_protocol", Map.<String, String>of()))
                .flatMap(group -> ConformanceCases.of(
                        "validate.yml",
                        group.getKey(),
                        group.getValue(),
                        test -> assertThat(links(text(test))
                                        .equals(List.of(new Link(
                                                text(test), 0, text(test).length()))))
                                .isEqualTo(test.get("expected").asBoolean())));
    }

    private static void counts(JsonNode test) {
        Weight weight = WeightedLength.X.count(text(test));
        JsonNode expected = test.get("expected");
        assertThat(weight.length()).isEqualTo(expected.get("weightedLength").asInt());
        assertThat(weight.valid() && weight.length() >= 1 && weight.length() <= WeightedLength.LIMIT)
                .isEqualTo(expected.get("valid").asBoolean());
    }

    private record Link(String url, int start, int end) {}

    private static List<Link> links(String text) {
        return TwitterUrls.in(text).stream()
                .map(url -> new Link(url.of(text), url.start(), url.end()))
                .toList();
    }
}
