package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Draft;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS and the login: who is trusted, and where a password never shows. */
class MailLoginTest {

    private static final String PASSWORD = "correct-horse-battery";
    private static final String PLAIN = base64("desk\0desk\0" + PASSWORD);

    private static SSLContext tls;
    private ScriptedSmtpServer server;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        tls = TestCertificate.in(folder);
    }

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start(tls);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void theLoginComesAfterStartTls() {
        server.on("AUTH PLAIN", "235 2.7.0 welcome");

        assertThat(publish(server())).isInstanceOf(Shared.class);
        assertThat(server.commands())
                .containsSubsequence("STARTTLS", "EHLO news.example", "AUTH PLAIN " + PLAIN)
                .anyMatch(command -> command.startsWith("MAIL FROM:<newsdesk@news.example>"));
    }

    @Test
    void aServerThatNobodyVouchesForGetsNeitherLoginNorMail() {
        Rejected rejected = (Rejected) publish(server().sslSocketFactory(null));

        assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(rejected.code()).isEqualTo("TLS_FAILED");
        assertThat(server.count("AUTH")).isZero();
    }

    @Test
    void aCertificateForAnotherHostIsNotTaken() {
        MailServer.Builder elsewhere =
                MailServer.builder("localhost").port(server.port()).sslSocketFactory(tls.getSocketFactory());

        assertThat(((Rejected) publish(elsewhere)).code()).isEqualTo("TLS_FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "535 5.7.8 bad credentials         | UNAUTHORIZED | 535/5.7.8",
                "535 bad credentials               | UNAUTHORIZED | 535",
                "534 5.7.9 mechanism too weak      | UNAUTHORIZED | 534/5.7.9",
                "454 4.7.0 try the login later     | UNAVAILABLE  | 454/4.7.0",
                "454 out of order                  | UNAVAILABLE  | 454"
            })
    void aRefusedLoginIsNotRetriedBlindly(String answer, Reason reason, String code) {
        server.on("AUTH PLAIN", answer);

        Rejected rejected = (Rejected) publish(server());

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.code()).isEqualTo(code);
        assertThat(server.count("AUTH")).isEqualTo(1);
        assertThat(server.count("MAIL")).isZero();
    }

    @Test
    void aServerThatOffersNoUsableLoginIsToldApart() {
        server.capabilities("STARTTLS", "AUTH GSSAPI");

        assertThat(((Rejected) publish(server())).code()).isEqualTo("LOGIN_FAILED");
    }

    @Test
    void thePasswordShowsNeitherInResultsNorInLogsOfAnyLevel() {
        String echo = "535 5.7.8 no: " + PASSWORD + " " + base64(PASSWORD) + " " + PLAIN;
        server.on("AUTH PLAIN", echo, echo, "235 welcome");
        MailSettings settings = Samples.settings(server()).build();
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Handler handler = handler(log);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        ShareResult refused;
        try {
            refused = publish(server());
            publish(server());
            assertThat(publish(server())).isInstanceOf(Shared.class);
        } finally {
            root.setLevel(before);
            root.removeHandler(handler);
        }

        assertThat(refused.toString()).contains("535/5.7.8").doesNotContain(PASSWORD, base64(PASSWORD), PLAIN);
        assertThat(log).isNotEmpty();
        assertThat(String.join("\n", log)).doesNotContain(PASSWORD, base64(PASSWORD), PLAIN);
        MailTarget target = MailTarget.of(settings);
        Draft draft = target.draft(Samples.share());
        assertThat(settings + " " + target + " " + draft + draft.payload()).doesNotContain(PASSWORD);
    }

    private ShareResult publish(MailServer.Builder to) {
        MailTarget target = MailTarget.of(Samples.settings(to).build(), Samples.CLOCK);
        return target.publish(target.draft(Samples.share()));
    }

    private MailServer.Builder server() {
        return Samples.server(server.port())
                .security(MailSecurity.STARTTLS)
                .credentials("desk", Secret.of(PASSWORD))
                .sslSocketFactory(tls.getSocketFactory());
    }

    private static Handler handler(List<String> log) {
        Handler handler = new Handler() {
            private final SimpleFormatter formatter = new SimpleFormatter();

            @Override
            public void publish(LogRecord entry) {
                log.add(formatter.format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
