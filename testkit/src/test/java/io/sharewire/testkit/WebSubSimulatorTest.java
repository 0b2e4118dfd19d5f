package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSubSimulatorTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static Sandbox sandbox;
    private static Http http;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        http = new Http(sandbox.webSub().hub(), "");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @Test
    void changedFeedsAreToldInAFormAndAnsweredWith204() throws IOException {
        Http.Reply reply =
                http.post("", FORM, "hub.mode=publish&hub.url=https://n.example/feed&hub.url=https://n.example/sports");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(sandbox.webSub().posts())
                .extracting(SimulatedPost::link)
                .containsExactly("https://n.example/feed", "https://n.example/sports");
    }

    @Test
    void aTopicIsAFeedToo() throws IOException {
        assertThat(http.postForm("", Map.of("hub.mode", "publish", "hub.topic", "https://n.example/feed"))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "hub.mode=subscribe&hub.url=https://n.example/feed,application/x-www-form-urlencoded,400",
        "hub.url=https://n.example/feed,application/x-www-form-urlencoded,400",
        "hub.mode=publish,application/x-www-form-urlencoded,400",
        "hub.mode=publish&hub.url=nonsense,application/x-www-form-urlencoded,400",
        "hub.mode=publish&hub.url=https://n.example/feed,text/plain,415",
    })
    void anythingElseIsRefused(String body, String type, int status) throws IOException {
        assertThat(http.post("", type, body).status()).isEqualTo(status);
        assertThat(sandbox.webSub().posts()).isEmpty();
    }
}
