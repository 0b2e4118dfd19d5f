package io.sharewire.kakao;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kakao's two hosts as far as a test says what they answer, and the account that talks to them. */
final class KakaoServer implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    static final Secret TOKEN = Secret.of("kakao-access-token-1");

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    KakaoServer() {
        server.start();
    }

    String baseUrl() {
        return server.baseUrl();
    }

    KakaoSettings.Builder settings() {
        return KakaoSettings.builder(TOKEN).baseUrl(baseUrl());
    }

    /** Answers calls of any kind one after the other; the last answer goes on for ever. */
    void answers(ResponseDefinitionBuilder... answers) {
        server.resetMappings();
        server.resetScenarios();
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(any(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willSetStateTo("answer " + Math.min(i + 1, answers.length - 1))
                    .willReturn(answers[i]));
        }
        if (answers.length == 1) {
            server.resetMappings();
            server.stubFor(any(anyUrl()).willReturn(answers[0]));
        }
    }

    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    WireMockServer wireMock() {
        return server;
    }

    static ResponseDefinitionBuilder ok(String body) {
        return okJson(body).withHeader("Content-Type", "application/json;charset=UTF-8");
    }

    static ResponseDefinitionBuilder error(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(body);
    }

    static ResponseDefinitionBuilder code(int status, int code, String msg) {
        return error(status, "{\"msg\":\"" + msg + "\",\"code\":" + code + "}");
    }

    /** The fields of a form; each name may be there once. */
    static Map<String, String> form(LoggedRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : request.getBodyAsString().split("&", -1)) {
            int equals = pair.indexOf('=');
            String old = fields.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            if (old != null) {
                throw new AssertionError("twice in the form: " + pair);
            }
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop();
    }
}
