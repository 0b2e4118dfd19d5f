package io.sharewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README keeps its promises. */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void itsFirstSampleCompilesRunsAndShares() throws Exception {
        Path source = folder.resolve("FirstShare.java");
        Files.writeString(source, sample());
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        source.toString());

        assertThat(compiled).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(output()).anyMatch(line -> line.startsWith("facebook is out: https://"));
        assertThat(output()).anyMatch(line -> line.startsWith("twitter is out: https://"));
    }

    @Test
    void itsSampleStandsBeforeLineForty() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(Shell.file("README.md")));

        assertThat(lines.indexOf("```java")).isBetween(0, 39);
    }

    private static String sample() throws IOException {
        Matcher matcher = JAVA.matcher(Files.readString(Path.of(Shell.file("README.md"))));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private List<String> output() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("FirstShare").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
