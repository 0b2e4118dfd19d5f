package io.sharewire.mail;

import static io.sharewire.mail.ScriptedSmtpServer.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Draft;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole dialogue with three recipients of one mail: what each way it can go means, and whether to try again. */
class MailScenariosTest {

    private ScriptedSmtpServer server;

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // greeting | MAIL | RCPT a | RCPT b | DATA | dot | outcome | code | again
                "-         | -       | -       | -       | -         | 250 2.0.0 queued as A1   | SENT       | -         | no",
                "-         | -       | -       | -       | -         | 250 ok (then hang up)    | SENT       | -         | no",
                "-         | -       | 550 no  | 450 not | -         | -                        | PARTIAL    | 450       | yes",
                "-         | -       | 550 no  | 550 no  | -         | -                        | PARTIAL    | 550       | no",
                "-         | -       | 552 5.2.2 full | - | -        | -                        | PARTIAL    | 552/5.2.2 | yes",
                "-         | -       | 552 5.3.4 big  | - | -        | -                        | PARTIAL    | 552/5.3.4 | no",
                "-         | -       | 550 no  | 450 not | -         | 451 later                | NOT_SENT   | 451       | yes",
                "-         | -       | -       | -       | -         | 451 later                | NOT_SENT   | 451       | yes",
                "-         | -       | -       | -       | -         | 554 spam                 | NOT_SENT   | 554       | no",
                "-         | -       | -       | -       | -         | 421 bye (then hang up)   | NOT_SENT   | 421       | yes",
                "-         | -       | -       | 421 bye (then hang up) | - | -                  | NOT_SENT   | 421       | yes",
                "-         | 550 no  | -       | -       | -         | -                        | NOT_SENT   | 550       | no",
                "-         | 451 not | -       | -       | -         | -                        | NOT_SENT   | 451       | yes",
                "-         | 530 who | -       | -       | -         | -                        | NOT_SENT   | 530       | no",
                "-         | -       | -       | -       | (hang up) | -                        | NOT_SENT   | CONNECTION_LOST | yes",
                "-         | -       | -       | -       | (silence) | -                        | NOT_SENT   | CONNECTION_LOST | yes",
                "-         | -       | -       | -       | -         | (hang up)                | UNKNOWN    | ANSWER_LOST | no",
                "-         | -       | -       | -       | -         | (reset)                  | UNKNOWN    | ANSWER_LOST | no",
                "-         | -       | -       | -       | -         | (silence)                | UNKNOWN    | ANSWER_LOST | no",
                "554 no    | -       | -       | -       | -         | -                        | NOT_SENT   | 554       | no",
                "421 busy  | -       | -       | -       | -         | -                        | NOT_SENT   | 421       | yes",
                "(silence) | -       | -       | -       | -         | -                        | NOT_SENT   | NO_CONNECTION | yes"
            })
    void rule13_section2_7_eachScenarioHasItsOutcomeAndSaysWhetherToTryAgain(
            String greeting,
            String mail,
            String first,
            String second,
            String data,
            String dot,
            String outcome,
            String code,
            String again) {
        if (greeting != null) {
            server.greeting(greeting);
        }
        script("MAIL", mail);
        script("RCPT TO:<a@x.test>", first);
        script("RCPT TO:<b@x.test>", second);
        script("DATA", data);
        script(ScriptedSmtpServer.DOT, dot);
        boolean silent = List.of(String.valueOf(greeting), String.valueOf(data), String.valueOf(dot))
                .contains(SILENCE);

        ShareResult result = publish(silent ? Duration.ofMillis(300) : Duration.ofSeconds(30));

        ShareResult cause = result instanceof PartlyShared partly ? partly.cause() : result;
        assertThat(outcome(result)).isEqualTo(outcome);
        if (cause instanceof Rejected rejected) {
            assertThat(rejected.code()).isEqualTo(code);
            // Trap 19: never at once.
            assertThat(rejected.retryAfter() != null).isEqualTo(again.equals("yes"));
            assertThat(rejected.retryAfter() == null
                            || !rejected.retryAfter().isBefore(Samples.NOW.plus(Duration.ofMinutes(5))))
                    .isTrue();
        } else if (cause instanceof Unknown unknown) {
            assertThat(unknown.evidence().code()).isEqualTo(code);
        }
    }

    @Test
    void section2_7_aHostThatDoesNotExistIsNotSentAndMayBeTriedAgain() {
        MailTarget target = MailTarget.of(
                MailSettings.builder(MailServer.builder("mail.invalid").build(), "newsdesk@news.example")
                        .to("a@x.test")
                        .build(),
                Samples.CLOCK);

        Rejected rejected = (Rejected) target.publish(target.draft(Samples.share()));

        assertThat(rejected.code()).isEqualTo("NO_CONNECTION");
        assertThat(rejected.message()).contains("UnknownHostException");
    }

    @Test
    void rule10_trap18_twoAttemptsSendTheSameBytesDatedByTheClockInUtc() {
        publish(Duration.ofSeconds(30));
        publish(Duration.ofSeconds(30));

        assertThat(server.messages()).hasSize(2);
        assertThat(server.messages().get(0)).contains("\r\nDate: Tue, 24 Nov 2026 08:30:00 +0000\r\n");
        assertThat(server.messages().get(1)).isEqualTo(server.messages().get(0));
    }

    @Test
    void trap17_sharesSideBySideDoNotMixTheirMails() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (MailTarget target = MailTarget.of(Samples.settings(server.port()).build(), Samples.CLOCK)) {
            List<Draft> drafts = IntStream.range(0, 40)
                    .mapToObj(i -> target.draft(
                            Samples.share().withKey("share-" + i).with(MailOptions.to("r" + i + "@x.test"))))
                    .toList();
            List<Future<ShareResult>> results = threads.invokeAll(drafts.stream()
                    .<java.util.concurrent.Callable<ShareResult>>map(draft -> () -> target.publish(draft))
                    .toList());

            for (int i = 0; i < 40; i++) {
                String id = results.get(i).get().orElseThrow().id();
                String to = "To: r" + i + "@x.test\r\n";
                assertThat(server.messages().stream().filter(message -> message.startsWith(to)))
                        .singleElement()
                        .asString()
                        .contains("Message-ID: " + id + "\r\n");
            }
            assertThat(server.connections()).isLessThanOrEqualTo(4);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(ShareResult result) {
        if (result instanceof PartlyShared partly) {
            return partly.cause() instanceof Unknown ? "UNKNOWN" : "PARTIAL";
        }
        return result instanceof Shared ? "SENT" : result instanceof Rejected ? "NOT_SENT" : "UNKNOWN";
    }

    private void script(String command, String answer) {
        if (answer != null) {
            server.on(command, answer);
        }
    }

    private ShareResult publish(Duration patience) {
        try (MailTarget target = MailTarget.of(
                Samples.settings(Samples.server(server.port()).readTimeout(patience))
                        .to("a@x.test", "b@x.test", "c@x.test")
                        .oneForAll(true)
                        .build(),
                Samples.CLOCK)) {
            return target.publish(target.draft(Samples.share()));
        }
    }
}
