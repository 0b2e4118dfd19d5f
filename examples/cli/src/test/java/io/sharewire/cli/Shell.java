package io.sharewire.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs the command in this process and keeps what it said. */
final class Shell {

    /** What one command left behind. */
    record Outcome(int exitCode, String out, String err) {}

    private final Map<String, String> environment;

    Shell(Map<String, String> environment) {
        this.environment = environment;
    }

    Outcome run(String... args) {
        return reading("", args);
    }

    Outcome reading(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        int exitCode = Main.run(terminal, environment, args);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A file of the repository, wherever the tests are started. */
    static String file(String name) {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.exists(path.resolve("CONTRIBUTING.md"))) {
            path = path.getParent();
        }
        return path.resolve(name).toString();
    }
}
