package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexNowSimulatorTest {

    private static final String KEY = "0f1e2d3c4b5a";

    private static Sandbox sandbox;
    private static Http http;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        http = new Http(sandbox.indexNow().baseUrl(), "");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static String body(String host, String key, String urls) {
        return "{\"host\":\"" + host + "\",\"key\":\"" + key + "\",\"urlList\":[" + urls + "]}";
    }

    @Test
    void aNewKeyIsAcceptedWith202AndIsKnownThen() throws IOException {
        String body = body("n.example", KEY, "\"https://n.example/a\",\"https://n.example/b\"");

        assertThat(http.postJson("/indexnow", body).status()).isEqualTo(202);
        assertThat(http.get("/indexnow?url=https%3A%2F%2Fn.example%2Fc&key=" + KEY)
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.indexNow().posts())
                .extracting(SimulatedPost::link)
                .containsExactly("https://n.example/a", "https://n.example/b", "https://n.example/c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m.example | 0f1e2d3c4b5a | "https://n.example/a" | 422
            n.example | short        | "https://n.example/a" | 422
            n.example | under_score1 | "https://n.example/a" | 422
            n.example | 0f1e2d3c4b5a |                       | 400
            ''        | 0f1e2d3c4b5a | "https://n.example/a" | 400
            n.example | 0f1e2d3c4b5a | "nonsense"            | 422
            """)
    void aForeignHostOrABadKeyIsRefused(String host, String key, String urls, int status) throws IOException {
        assertThat(http.postJson("/indexnow", body(host, key, urls == null ? "" : urls))
                        .status())
                .isEqualTo(status);
        assertThat(sandbox.indexNow().posts()).isEmpty();
    }

    @Test
    void tenThousandPagesAreTakenAndOneMoreIsNot() throws IOException {
        String most = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"https://n.example/" + i + "\"")
                .collect(Collectors.joining(","));

        assertThat(http.postJson("/indexnow", body("n.example", KEY, most)).status())
                .isEqualTo(202);
        assertThat(http.postJson("/indexnow", body("n.example", KEY, most + ",\"https://n.example/x\""))
                        .status())
                .isEqualTo(400);
        assertThat(sandbox.indexNow().posts()).hasSize(10_000);
    }

    @Test
    void pagesLieBelowTheFolderOfTheKeyFile() throws IOException {
        String start =
                "/indexnow?key=" + KEY + "&keyLocation=https%3A%2F%2Fn.example%2Fsports%2Fkey.txt&url=https%3A%2F%2F";

        assertThat(http.get(start + "n.example%2Fsports%2Fa").status()).isEqualTo(202);
        assertThat(http.get(start + "n.example%2Fculture%2Fa").status()).isEqualTo(422);
    }

    @Test
    void aKeyWhoseFileIsMissingIsRefusedAndSoIsAnotherMethod() throws IOException {
        sandbox.indexNow().expireToken();

        assertThat(http.postJson("/indexnow", body("n.example", KEY, "\"https://n.example/a\""))
                        .status())
                .isEqualTo(403);
        assertThat(http.delete("/indexnow").status()).isEqualTo(405);
        assertThat(http.post("/indexnow", "text/plain", body("n.example", KEY, "\"https://n.example/a\""))
                        .status())
                .isEqualTo(400);
    }
}
