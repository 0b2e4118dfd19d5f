package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain HTTP client for the tests of the simulators. */
final class Http {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String authorization;
    private final Duration patience;

    Http(String baseUrl, String authorization) {
        this(baseUrl, authorization, Duration.ofSeconds(60));
    }

    private Http(String baseUrl, String authorization, Duration patience) {
        this.baseUrl = baseUrl;
        this.authorization = authorization;
        this.patience = patience;
    }

    /** An answer, with its body read as JSON where it is JSON. */
    record Reply(int status, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + response.body(), e);
            }
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Http as(String otherAuthorization) {
        return new Http(baseUrl, otherAuthorization, patience);
    }

    Http patientFor(Duration time) {
        return new Http(baseUrl, authorization, time);
    }

    Reply get(String path) throws IOException {
        return send(request(path).GET());
    }

    Reply delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    Reply postJson(String path, String json) throws IOException {
        return post(path, "application/json", json);
    }

    Reply postForm(String path, Map<String, String> fields) throws IOException {
        return post(path, "application/x-www-form-urlencoded", form(fields));
    }

    Reply post(String path, String type, String body) throws IOException {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(patience);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response.statusCode(), response);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
