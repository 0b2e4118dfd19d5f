package io.sharewire.mail;

import static io.sharewire.mail.ScriptedSmtpServer.DOT;
import static io.sharewire.mail.ScriptedSmtpServer.HANG_UP;
import static io.sharewire.mail.ScriptedSmtpServer.RESET;
import static io.sharewire.mail.ScriptedSmtpServer.SILENCE;
import static io.sharewire.mail.ScriptedSmtpServer.THEN_HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mail, one fault: what is known afterwards. */
class MailFaultsTest {

    private ScriptedSmtpServer server;
    private Duration patience = Duration.ofSeconds(30);

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void whatTheServerAcceptsIsShared() {
        Shared shared = (Shared) publish();

        assertThat(shared.receipt().id()).matches("<share\\.[0-9a-f]{32}@news\\.example>");
        assertThat(shared.receipt().url()).isEqualTo("https://news.example/bridge");
        assertThat(shared.receipt().at()).isEqualTo(Samples.NOW);
        assertThat(server.messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // command | answer | reason | code | minutes to wait
                "RCPT | 550 5.1.1 no such user           | INVALID_CONTENT | 550/5.1.1  |",
                "RCPT | 550 no such user                 | INVALID_CONTENT | 550        |",
                "RCPT | 551 user not local               | INVALID_CONTENT | 551        |",
                "RCPT | 553 5.1.3 bad syntax             | INVALID_CONTENT | 553/5.1.3  |",
                "RCPT | 550 5.2.1 mailbox disabled       | INVALID_CONTENT | 550/5.2.1  |",
                "RCPT | 552 5.2.2 mailbox full           | UNAVAILABLE     | 552/5.2.2  | 60",
                "RCPT | 452 4.2.2 mailbox full           | UNAVAILABLE     | 452/4.2.2  | 60",
                "RCPT | 450 4.7.1 greylisted             | RATE_LIMITED    | 450/4.7.1  | 5",
                "RCPT | 450 4.2.1 too fast               | RATE_LIMITED    | 450/4.2.1  | 5",
                "RCPT | 452 4.5.3 too many recipients    | RATE_LIMITED    | 452/4.5.3  | 5",
                "RCPT | 450 busy                         | UNAVAILABLE     | 450        | 5",
                "RCPT | 451 4.3.0 local error            | UNAVAILABLE     | 451/4.3.0  | 5",
                "RCPT | 421 4.3.2 shutting down          | UNAVAILABLE     | 421/4.3.2  | 5",
                "RCPT | 550 5.7.1 relay denied           | FORBIDDEN       | 550/5.7.1  |",
                "RCPT | 550 5.7.26 unauthenticated       | FORBIDDEN       | 550/5.7.26 |",
                "MAIL | 550 sender refused               | FORBIDDEN       | 550        |",
                "MAIL | 550 5.7.1 sender refused         | FORBIDDEN       | 550/5.7.1  |",
                "MAIL | 553 5.1.8 bad sender             | FORBIDDEN       | 553/5.1.8  |",
                "MAIL | 451 4.3.0 try again              | UNAVAILABLE     | 451/4.3.0  | 5",
                "MAIL | 421 4.7.28 unusual rate          | RATE_LIMITED    | 421/4.7.28 | 5",
                "MAIL | 530 5.7.0 authenticate first     | UNAUTHORIZED    | 530/5.7.0  |",
                "MAIL | 535 5.7.8 bad credentials        | UNAUTHORIZED    | 535/5.7.8  |",
                "MAIL | 555 5.5.4 unknown parameter      | UNSUPPORTED     | 555/5.5.4  |",
                "MAIL | 502 not implemented              | UNSUPPORTED     | 502        |",
                "MAIL | 552 5.3.4 too big                | INVALID_CONTENT | 552/5.3.4  |",
                "DATA | 451 4.3.0 no disk                | UNAVAILABLE     | 451/4.3.0  | 5",
                "DATA | 554 5.7.1 no valid recipients    | FORBIDDEN       | 554/5.7.1  |",
                ".    | 451 local error                  | UNAVAILABLE     | 451        | 5",
                ".    | 451 4.7.1 greylisted             | RATE_LIMITED    | 451/4.7.1  | 5",
                ".    | 554 looks like spam              | INVALID_CONTENT | 554        |",
                ".    | 554 5.6.0 bad message            | INVALID_CONTENT | 554/5.6.0  |",
                ".    | 550 5.7.515 not authenticated    | FORBIDDEN       | 550/5.7.515|",
                ".    | 552 5.3.4 message too big        | INVALID_CONTENT | 552/5.3.4  |",
                ".    | 421 4.3.2 shutting down          | UNAVAILABLE     | 421/4.3.2  | 5"
            })
    void section2_8_aRefusalIsProofThatItIsNotOut(
            String command, String answer, Reason reason, String code, @Nullable Integer minutes) {
        server.on(command, answer);

        Rejected rejected = (Rejected) publish();

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.code()).isEqualTo(code);
        assertThat(rejected.message()).contains("127.0.0.1:" + server.port(), answer);
        assertThat(rejected.retryAfter())
                .isEqualTo(minutes == null ? null : Samples.NOW.plus(Duration.ofMinutes(minutes)));
        assertThat(server.count("DATA")).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 421 4.3.2 shutting down | UNAVAILABLE     | 421/4.3.2",
                "RCPT | 550 5.1.1 no such user  | INVALID_CONTENT | 550/5.1.1",
                "MAIL | 421 4.7.0 too many      | RATE_LIMITED    | 421/4.7.0",
                ".    | 421 4.3.2 shutting down | UNAVAILABLE     | 421/4.3.2",
                ".    | 554 5.7.1 spam          | FORBIDDEN       | 554/5.7.1"
            })
    void trap06_aRefusalBeforeTheServerHangsUpIsNotLost(String command, String answer, Reason reason, String code) {
        server.on(command, answer + THEN_HANG_UP);

        Rejected rejected = (Rejected) publish();

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, (hang up)",
        "MAIL, (reset)",
        "MAIL, (silence)",
        "RCPT, (hang up)",
        "RCPT, (reset)",
        "RCPT, (silence)",
        "DATA, (hang up)",
        "DATA, (reset)",
        "DATA, (silence)",
        "EHLO, (hang up)",
        "EHLO, (silence)"
    })
    void section2_9_whatBreaksBeforeTheDotIsProofThatItIsNotOut(String command, String fault) {
        server.on(command, fault);
        patience = patienceFor(fault);

        Rejected rejected = (Rejected) publish();

        assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(rejected.retryAfter()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(5)));
        assertThat(server.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, RESET, SILENCE, "XYZ what?", "354 go on"})
    void rule07_whatBreaksAfterTheDotIsUnknownWhetherTheServerHasItOrNot(String fault) {
        server.on(DOT, fault);
        patience = patienceFor(fault);

        Unknown unknown = (Unknown) publish();

        assertThat(unknown.evidence().code()).isEqualTo("ANSWER_LOST");
        assertThat(unknown.evidence().message()).contains("editor@news.example", "<share.");
        assertThat(unknown.evidence().since()).isEqualTo(Samples.NOW);
        assertThat(server.messages()).hasSize(1);
        assertThat(server.count("DATA")).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 2.0.0 queued" + THEN_HANG_UP, "251 2.1.5 will forward", "250 ok"})
    void section2_9_acceptedIsAcceptedWhateverComesNext(String answer) {
        server.on(DOT, answer);

        assertThat(publish()).isInstanceOf(Shared.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, RESET, SILENCE, "500 what?"})
    void section2_9_aGoodbyeThatFailsDoesNotTurnSuccessIntoFailure(String fault) {
        server.on("QUIT", fault);

        assertThat(publish()).isInstanceOf(Shared.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "554 5.7.1 go away       | FORBIDDEN    | 554/5.7.1",
                "421 4.3.2 shutting down | UNAVAILABLE  | 421/4.3.2",
                "421 4.7.0 too many      | RATE_LIMITED | 421/4.7.0",
                "(hang up)               | UNAVAILABLE  | NO_CONNECTION",
                "(silence)               | UNAVAILABLE  | NO_CONNECTION",
                "HTTP/1.1 400 Bad        | UNAVAILABLE  | NO_CONNECTION"
            })
    void aBadGreetingIsARefusal(String greeting, Reason reason, String code) {
        server.greeting(greeting);
        patience = patienceFor(greeting);

        Rejected rejected = (Rejected) publish();

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.code()).isEqualTo(code);
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() throws IOException {
        int port;
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = reserved.getLocalPort();
        }
        MailTarget target = MailTarget.of(Samples.settings(port).build(), Samples.CLOCK);

        Rejected rejected = (Rejected) target.publish(target.draft(Samples.share()));

        assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(rejected.code()).isEqualTo("NO_CONNECTION");
        assertThat(rejected.message()).contains("127.0.0.1:" + port);
        Instant retryAfter = rejected.retryAfter();
        assertThat(retryAfter).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void trap11_aServerWithoutStartTlsGetsNothingWhereItIsRequired() {
        MailTarget target = MailTarget.of(
                Samples.settings(server().security(MailSecurity.STARTTLS)).build(), Samples.CLOCK);

        Rejected rejected = (Rejected) target.publish(target.draft(Samples.share()));

        assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(rejected.code()).isEqualTo("STARTTLS_NOT_OFFERED");
        assertThat(server.count("MAIL")).isZero();
    }

    private ShareResult publish() {
        try (MailTarget target = MailTarget.of(Samples.settings(server()).build(), Samples.CLOCK)) {
            return target.publish(target.draft(Samples.share()));
        }
    }

    private MailServer.Builder server() {
        return Samples.server(server.port()).readTimeout(patience);
    }

    /** Nobody waits for an answer that never comes; everybody for one that a busy machine is slow to give. */
    private static Duration patienceFor(String answer) {
        return answer.equals(SILENCE) ? Duration.ofMillis(300) : Duration.ofSeconds(30);
    }
}
