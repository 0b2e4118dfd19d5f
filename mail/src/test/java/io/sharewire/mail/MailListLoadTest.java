package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long list, sent to by a process with a heap of 64 MiB: 20,000 recipients, or as many as {@code
 * -Dsharewire.recipients=1000000} says. Every thousandth is refused, and in the middle an answer is lost.
 */
class MailListLoadTest {

    private static final int RECIPIENTS = Integer.getInteger("sharewire.recipients", 20_000);

    @Test
    void aListOfAnyLengthGoesThroughASmallHeapAndIsResumedByItsPosition(@TempDir Path folder) throws Exception {
        Path list = folder.resolve("list.txt");
        write(list);
        int lost = RECIPIENTS / 2;
        int refused = RECIPIENTS / CountingSmtpServer.REFUSED_EACH;
        try (CountingSmtpServer server = new CountingSmtpServer(lost)) {
            Map<String, String> first = run(server, list, folder);
            assertThat(first)
                    .containsEntry("next", Integer.toString(lost + 1))
                    .containsEntry("inDoubt", "[" + lost + "]")
                    .containsEntry("pending", "0")
                    .containsEntry("cause", "Unknown");
            assertThat(Files.size(folder.resolve("journal"))).isLessThan(200);

            Map<String, String> second = run(server, list, folder);
            assertThat(second)
                    .containsEntry("next", Integer.toString(RECIPIENTS))
                    .containsEntry("inDoubt", "[" + lost + "]")
                    .containsEntry("pending", "0");

            System.out.println(RECIPIENTS + " recipients: " + first + ", then " + second);
            assertThat(sum(first, second, "accepted")).isEqualTo(RECIPIENTS - refused - 1);
            assertThat(sum(first, second, "refused")).isEqualTo(refused);
            assertThat(sum(first, second, "doubtful")).isEqualTo(1);
            assertThat(server.mails()).isEqualTo(RECIPIENTS - refused);
            assertThat(server.has(lost)).isTrue();
            assertThat(server.doubles()).isZero();
        }
    }

    private static void write(Path list) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(list)) {
            for (int i = 0; i < RECIPIENTS; i++) {
                out.write("r" + i + "@readers.example\n");
            }
        }
    }

    private static Map<String, String> run(CountingSmtpServer server, Path list, Path folder)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.net.preferIPv4Stack=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ListRun.class.getName(),
                        Integer.toString(server.port()),
                        list.toString(),
                        folder.resolve("journal").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Map<String, String> counts = new TreeMap<>();
        said.lines().filter(line -> line.contains("=")).forEach(line -> {
            String[] pair = line.split("=", 2);
            counts.put(pair[0], pair[1]);
        });
        return counts;
    }

    private static int sum(Map<String, String> first, Map<String, String> second, String name) {
        return Integer.parseInt(first.get(name)) + Integer.parseInt(second.get(name));
    }
}
