package io.sharewire.mail;

import static io.sharewire.mail.ScriptedSmtpServer.DOT;
import static io.sharewire.mail.ScriptedSmtpServer.HANG_UP;
import static io.sharewire.mail.ScriptedSmtpServer.RESET;
import static io.sharewire.mail.ScriptedSmtpServer.THEN_HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections are kept for the next share, and none that is dead or tired is used. */
class MailPoolTest {

    private final SettableClock clock = new SettableClock();
    private ScriptedSmtpServer server;
    private MailTarget target;

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start();
        target = target(MailConnections.defaults());
    }

    @AfterEach
    void stopServer() throws IOException {
        target.close();
        server.close();
    }

    @Test
    void sharesOneAfterTheOtherGoOverOneConnectionWithoutAsking() {
        IntStream.range(0, 5).forEach(this::publish);

        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.count("EHLO")).isEqualTo(1);
        assertThat(server.count("NOOP")).isZero();
        assertThat(server.messages()).hasSize(5);
    }

    @Test
    void oneThatWasIdleIsAskedFirst() {
        publish(0);
        clock.advance(Duration.ofSeconds(2));

        assertThat(publish(1)).isInstanceOf(Shared.class);

        assertThat(server.count("NOOP")).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, RESET, "421 4.4.2 timed out" + THEN_HANG_UP, "451 4.4.2 timed out", "XYZ"})
    void oneThatDoesNotAnswerWellIsReplaced(String answer) {
        publish(0);
        clock.advance(Duration.ofSeconds(2));
        server.on("NOOP", answer);

        assertThat(publish(1)).isInstanceOf(Shared.class);

        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void oneThatWasIdleTooLongIsNotEvenAsked() {
        publish(0);
        clock.advance(Duration.ofSeconds(31));
        publish(1);

        assertThat(server.count("NOOP")).isZero();
        assertThat(server.count("QUIT")).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void oneThatIsTooOldIsReplacedHoweverBusyItWas() {
        for (int i = 0; i <= 24; i++) {
            publish(i);
            clock.advance(Duration.ofSeconds(25));
        }

        // The 25th found a connection of 24 times 25 seconds, which is ten minutes; the 26th finds an older one.
        assertThat(server.connections()).isEqualTo(1);
        publish(25);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, RESET, "421 4.4.2 timed out" + THEN_HANG_UP})
    void oneThatTurnsOutToBeDeadBeforeARecipientWasNamedIsReplacedOnce(String death) {
        publish(0);
        server.on("MAIL", death, "250 ok");

        assertThat(publish(1)).isInstanceOf(Shared.class);

        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void whatANewConnectionSaysIsBelieved() {
        server.on("MAIL", "421 4.7.28 unusual rate" + THEN_HANG_UP);

        assertThat(((Rejected) publish(0)).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aBatchWhoseServerDiesInTheMiddleIsNotGivenASecondChanceUnasked() {
        server.on("MAIL", "250 ok", "421 4.7.28 unusual rate" + THEN_HANG_UP, "250 ok");
        ShareResult result = target.publish(target.draft(Samples.share().with(MailOptions.to("a@x.test", "b@x.test"))));

        assertThat(result).isInstanceOf(ShareResult.PartlyShared.class);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, "354 go on", "XYZ"})
    void oneThatOwesAnAnswerIsNeverUsedAgain(String answer) {
        server.on(DOT, answer, "250 ok");
        assertThat(publish(0)).isInstanceOf(Unknown.class);

        assertThat(publish(1)).isInstanceOf(Shared.class);

        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void nothingIsKeptOnceTheTargetIsClosed() {
        publish(0);
        target.close();
        assertThat(publish(1)).isInstanceOf(Shared.class);

        assertThat(publish(2)).isInstanceOf(Shared.class);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void noneIsKeptWhereNoneIsWanted() {
        target = target(MailConnections.builder().longestIdle(Duration.ZERO).build());
        IntStream.range(0, 3).forEach(this::publish);

        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void sharesSideBySideGetAConnectionEachAndThoseBeyondTheLimitWaitOrAreTold() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        target = MailTarget.of(
                settings(MailConnections.builder()
                                .most(2)
                                .longestWait(Duration.ofMillis(1))
                                .build())
                        .listener(new MailListener() {
                            @Override
                            public void accepted(int index, String recipient, String messageId) {
                                both.countDown();
                                awaitUninterruptibly(go);
                            }
                        })
                        .build(),
                clock);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<ShareResult> one = CompletableFuture.supplyAsync(() -> publish(1), threads);
            CompletableFuture<ShareResult> two = CompletableFuture.supplyAsync(() -> publish(2), threads);
            both.await();

            Rejected third = (Rejected) publish(3);
            go.countDown();

            assertThat(third.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(third.code()).isEqualTo("ALL_CONNECTIONS_BUSY");
            assertThat(third.message()).contains("2 connections");
            assertThat(one.get()).isInstanceOf(Shared.class);
            assertThat(two.get()).isInstanceOf(Shared.class);
            assertThat(server.connections()).isEqualTo(2);
            assertThat(publish(4)).isInstanceOf(Shared.class);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aConnectionThatCouldNotBeOpenedHoldsNobodyUp() throws IOException {
        target = target(MailConnections.builder()
                .most(1)
                .longestWait(Duration.ofMillis(1))
                .build());
        server.greeting("421 4.3.2 shutting down");
        IntStream.range(0, 3)
                .forEach(i -> assertThat(((Rejected) publish(i)).code()).isEqualTo("421/4.3.2"));

        server.greeting("220 mx.test ESMTP");
        assertThat(publish(4)).isInstanceOf(Shared.class);

        server.on("MAIL", HANG_UP);
        server.greeting("421 4.3.2 shutting down");
        assertThat(((Rejected) publish(5)).code()).isEqualTo("421/4.3.2");
        server.greeting("220 mx.test ESMTP").on("MAIL", "250 ok");
        assertThat(publish(6)).isInstanceOf(Shared.class);
    }

    @Test
    void limitsThatMakeNoSenseAreSaidAllAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailConnections.builder()
                        .most(0)
                        .mailsEach(0)
                        .longestAge(Duration.ofHours(2))
                        .longestIdle(Duration.ofSeconds(-1))
                        .longestWait(Duration.ofHours(2))
                        .build())
                .withMessageStartingWith("MailConnections: ")
                .withMessageContainingAll("most", "mailsEach", "longestAge", "longestIdle", "longestWait");
    }

    private ShareResult publish(int number) {
        return target.publish(target.draft(Samples.share().withKey("share-" + number)));
    }

    private MailTarget target(MailConnections limits) {
        return MailTarget.of(settings(limits).build(), clock);
    }

    private MailSettings.Builder settings(MailConnections limits) {
        return Samples.settings(Samples.server(server.port()).connections(limits));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
