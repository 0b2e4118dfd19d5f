package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.sharewire.Article;
import io.sharewire.Secret;
import io.sharewire.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Page whose every request is seen as it goes over the wire, and whose every log line is written down. */
abstract class FacebookOnTheWire {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final String PAGE = "112130216863063";
    static final String POST = PAGE + "_9";
    static final String TOKEN = "EAAGtestPageToken123";
    static final String MADE = "{\"id\":\"" + POST + "\"}";

    @RegisterExtension
    static final WireMockExtension GRAPH = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    final Share share = Share.of(Article.builder("https://news.example.kr/a/7", "Bridge closed")
            .summary("Snow closes the bridge.")
            .build());
    final List<Duration> slept = new ArrayList<>();
    final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private final Logger logger = Logger.getLogger("io.sharewire.facebook");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    FacebookSettings.Builder settings() {
        return FacebookSettings.builder(PAGE, Secret.of(TOKEN))
                .baseUrl(GRAPH.baseUrl())
                .timeout(Duration.ofSeconds(2));
    }

    FacebookTarget target(FacebookSettings.Builder settings) {
        return FacebookTarget.of(settings.build(), Clock.fixed(NOON, ZoneOffset.UTC), slept::add);
    }

    FacebookTarget target() {
        return target(settings());
    }

    static ResponseDefinitionBuilder error(int status, String error) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":{" + error + ",\"fbtrace_id\":\"AbCdEf\"}}");
    }
}
