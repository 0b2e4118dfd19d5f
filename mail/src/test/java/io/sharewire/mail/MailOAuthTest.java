package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.auth.InMemoryTokenStore;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.RefreshingToken;
import io.sharewire.auth.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The login with an access token (XOAUTH2) instead of a password. */
class MailOAuthTest {

    private static final String OLD = "ya29.old-token-0001";
    private static final String NEW = "ya29.new-token-0002";

    private static SSLContext tls;
    private ScriptedSmtpServer server;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        tls = TestCertificate.in(folder);
    }

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start(tls)
                .capabilities("STARTTLS", "AUTH PLAIN XOAUTH2")
                .on("AUTH XOAUTH2 " + xoauth2(OLD), "334 eyJzdGF0dXMiOiI0MDEifQ==")
                .on("AUTH XOAUTH2 " + xoauth2(NEW), "235 2.7.0 welcome");
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void theTokenIsSentAsTheProtocolWantsIt() {
        assertThat(publish(() -> Secret.of(NEW))).isInstanceOf(Shared.class);
        assertThat(server.commands()).contains("AUTH XOAUTH2 " + xoauth2(NEW));
    }

    @Test
    void aTokenThatIsNotTakenIsToldWithoutBeingShown() {
        Rejected rejected = (Rejected) publish(() -> Secret.of(OLD));

        assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED);
        assertThat(rejected.code()).isEqualTo("TOKEN_REFUSED");
        assertThat(rejected.toString()).doesNotContain(OLD, xoauth2(OLD));
        assertThat(server.count("AUTH")).isEqualTo(1);
        assertThat(server.count("MAIL")).isZero();
    }

    @Test
    void aServerThatEchoesTheTokenDoesNotGetItIntoAResult() {
        server.on("AUTH XOAUTH2 " + xoauth2(OLD), "535 5.7.8 no: " + OLD + " " + xoauth2(OLD));

        assertThat(publish(() -> Secret.of(OLD)).toString())
                .contains("535/5.7.8")
                .doesNotContain(OLD, xoauth2(OLD));
    }

    @Test
    void aTokenThatDiedEarlyIsRenewedOnce() {
        InMemoryTokenStore store = new InMemoryTokenStore();
        store.save("mail", new Tokens(Secret.of(OLD), Secret.of("refresh-1"), null, Set.of()));
        RefreshingToken token = new RefreshingToken(
                "mail",
                store,
                before -> new Tokens(Secret.of(NEW), Secret.of("refresh-2"), null, Set.of()),
                Samples.CLOCK);

        assertThat(publish(token)).isInstanceOf(Shared.class);

        assertThat(server.count("AUTH")).isEqualTo(2);
    }

    @Test
    void eachConnectionAsksForTheTokenThatIsValidThen() {
        server.on("AUTH XOAUTH2 " + xoauth2(OLD), "235 2.7.0 welcome");
        Deque<String> tokens = new ArrayDeque<>(List.of(OLD, NEW));
        MailTarget target = target(() -> Secret.of(tokens.removeFirst()));

        target.publish(target.draft(Samples.share()));
        target.close();
        target.publish(target.draft(Samples.share().withKey("next")));

        assertThat(server.commands())
                .containsSubsequence("AUTH XOAUTH2 " + xoauth2(OLD), "AUTH XOAUTH2 " + xoauth2(NEW));
    }

    @Test
    void anAccountThatMustBeConnectedAgainIsARefusal() {
        Rejected rejected = (Rejected) publish(() -> {
            throw new ReconnectException(Reason.UNAUTHORIZED, "TOKEN_EXPIRED", "The token of mail has expired.");
        });

        assertThat(rejected.code()).isEqualTo("TOKEN_EXPIRED");
        assertThat(server.connections()).isZero();
    }

    @Test
    void aServerThatTakesNoTokensIsToldApart() {
        server.capabilities("STARTTLS", "AUTH PLAIN LOGIN");

        assertThat(((Rejected) publish(() -> Secret.of(NEW))).code()).isEqualTo("LOGIN_FAILED");
        assertThat(server.count("AUTH")).isZero();
    }

    private ShareResult publish(Supplier<Secret> token) {
        try (MailTarget target = target(token)) {
            return target.publish(target.draft(Samples.share()));
        }
    }

    private MailTarget target(Supplier<Secret> token) {
        return MailTarget.of(
                Samples.settings(Samples.server(server.port())
                                .security(MailSecurity.STARTTLS)
                                .oauth("desk@news.example", token)
                                .sslSocketFactory(tls.getSocketFactory()))
                        .build(),
                Samples.CLOCK);
    }

    /** {@code user=…^Aauth=Bearer …^A^A}, as Google and Microsoft describe it. */
    private static String xoauth2(String token) {
        return Base64.getEncoder()
                .encodeToString(("user=desk@news.example\u0001auth=Bearer " + token + "\u0001\u0001")
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
