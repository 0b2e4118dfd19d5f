package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases that X published for all its own counters. They are not part of this repository: they are looked for in the
 * folder that the property {@code sharewire.conformance} names, else in {@code shared/conformance} beside a parent folder.
 */
final class ConformanceCases {

    private ConformanceCases() {}

    /** One test for each case of a group. */
    static Stream<DynamicTest> of(String file, String group, Consumer<JsonNode> body) {
        return of(file, group, Map.of(), body);
    }

    /**
     * One test for each case of a group.
     *
     * @param differences the cases in which we differ on purpose, each with the reason; they must really differ
     */
    static Stream<DynamicTest> of(String file, String group, Map<String, String> differences, Consumer<JsonNode> body) {
        Path found = folder().resolve("twitter-text/conformance").resolve(file);
        if (!Files.isRegularFile(found)) {
            String missing = "needs the twitter-text conformance data: " + file + ", " + group;
            return Stream.of(dynamicTest(missing, () -> assumeTrue(false, missing)));
        }
        List<JsonNode> cases = list(read(found).path("tests").path(group));
        assertThat(cases).as("cases in %s, %s", file, group).isNotEmpty();
        assertThat(cases)
                .extracting(ConformanceCases::description)
                .as("cases in %s, %s", file, group)
                .containsAll(differences.keySet());
        return cases.stream()
                .map(test -> differences.containsKey(description(test))
                        ? dynamicTest(
                                "differs: " + description(test) + " (" + differences.get(description(test)) + ")",
                                () -> assertThatThrownBy(() -> body.accept(test))
                                        .isInstanceOf(AssertionError.class))
                        : dynamicTest(description(test), () -> body.accept(test)));
    }

    static String text(JsonNode test) {
        return test.get("text").asText();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> strings(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toList();
    }

    private static String description(JsonNode test) {
        return test.get("description").asText();
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
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
