package io.sharewire.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Reason;
import io.sharewire.ShareResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"a\":\"가\"}";

    private final ApiClient client = ApiClient.withTimeout(Duration.ofSeconds(2));

    private ApiReply post(String url) {
        return client.send(new Request.Builder()
                .url(url)
                .post(ApiClient.body("application/json", "{\"text\":\"속보\"}"))
                .build());
    }

    @Test
    void sendsTheBodyAsItIsAndReadsTheAnswer() throws IOException {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.says(OK))) {
            assertThat(post(server.url())).isInstanceOfSatisfying(ApiReply.Answer.class, answer -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("{\"a\":\"가\"}");
            });
            assertThat(server.requests).singleElement().asString().endsWith("\r\n\r\n{\"text\":\"속보\"}");
        }
    }

    @Test
    void takesTheTokenOutOfAnAnswerThatEchoesIt() throws IOException {
        String echo = "HTTP/1.1 400 Bad Request\r\nContent-Length: 21\r\n\r\n{\"bad token\":\"EAAG1\"}";
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.says(echo))) {
            ApiReply reply = client.send(new Request.Builder()
                    .url(server.url())
                    .header("Authorization", "Bearer EAAG1")
                    .build());

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            ApiReply.Answer.class,
                            answer -> assertThat(answer.body()).isEqualTo("{\"bad token\":\"***\"}"));
            assertThat(server.requests).singleElement().asString().contains("Bearer EAAG1");
        }
    }

    @Test
    void aResetConnectionIsNotTriedAgain() throws IOException {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.resets())) {
            assertThat(post(server.url())).isInstanceOf(ApiReply.Lost.class);
            assertThat(server.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "408 Request Timeout",
                "503 Service Unavailable\r\nRetry-After: 0",
                "307 Temporary Redirect\r\nLocation: /again",
                "308 Permanent Redirect\r\nLocation: /again",
                "302 Found\r\nLocation: /again",
                "421 Misdirected Request",
                "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"",
            })
    void noStatusMakesItSendTwice(String status) throws IOException {
        String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.says(answer))) {
            assertThat(post(server.url()))
                    .isInstanceOfSatisfying(
                            ApiReply.Answer.class,
                            reply -> assertThat(reply.status()).isEqualTo(Integer.parseInt(status.substring(0, 3))));
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void aBodyThatCouldBeWrittenTwiceIsWrittenOnceAllTheSame() throws IOException {
        String answer = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.says(answer))) {
            client.send(new Request.Builder()
                    .url(server.url())
                    .post(RequestBody.create(new byte[] {1}))
                    .build());

            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void noAnswerInTimeIsALostAnswer() throws IOException {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.keepsSilent())) {
            ApiReply reply = post(server.url());

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            ApiReply.Lost.class,
                            lost -> assertThat(lost.toResult("facebook", Instant.EPOCH))
                                    .isInstanceOfSatisfying(ShareResult.Unknown.class, unknown -> {
                                        assertThat(unknown.evidence().code()).isEqualTo("TIMED_OUT");
                                        assertThat(unknown.evidence().since()).isEqualTo(Instant.EPOCH);
                                    }));
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void aYesThatBreaksOffIsALostAnswer() throws IOException {
        String half = "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"data\":{\"id\":\"1";
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.says(half))) {
            assertThat(post(server.url())).isInstanceOf(ApiReply.Lost.class);
        }
    }

    @Test
    void aNoThatBreaksOffIsStillANo() throws IOException {
        String half = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 100\r\n\r\n{\"title\":";
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.says(half))) {
            assertThat(post(server.url()))
                    .isInstanceOfSatisfying(
                            ApiReply.Answer.class,
                            answer -> assertThat(answer.status()).isEqualTo(401));
        }
    }

    @Test
    void aRefusedConnectionHasSentNothing() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(post("http://127.0.0.1:" + port + "/"))
                .isInstanceOfSatisfying(
                        ApiReply.NotSent.class,
                        notSent -> assertThat(notSent.toResult("facebook"))
                                .isInstanceOfSatisfying(
                                        ShareResult.Rejected.class,
                                        rejected ->
                                                assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE)));
    }

    @Test
    void anUnknownHostHasSentNothing() {
        assertThat(post("http://host.invalid/")).isInstanceOf(ApiReply.NotSent.class);
    }
}
