package io.sharewire.mail;

import static io.sharewire.mail.ScriptedSmtpServer.DOT;
import static io.sharewire.mail.ScriptedSmtpServer.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewire.Draft;
import io.sharewire.Progress;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are read while they are sent to: what is remembered is a position, and everybody is told about. */
class MailListTest {

    private final List<String> told = new ArrayList<>();
    private final MailListener telling = new MailListener() {
        @Override
        public void sending(int index, String recipient) {
            told.add("sending " + index);
        }

        @Override
        public void accepted(int index, String recipient, String messageId) {
            told.add("accepted " + index + " " + recipient);
        }

        @Override
        public void refused(int index, String recipient, Rejected why) {
            told.add("refused " + index + " " + recipient + " " + why.code());
        }

        @Override
        public void inDoubt(int index, String recipient, Unknown why) {
            told.add("in doubt " + index + " " + recipient);
        }

        @Override
        public void stopped(int index, String recipient, Rejected why) {
            told.add("stopped " + index + " " + recipient + " " + why.code());
        }
    };
    private ScriptedSmtpServer server;

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void everyRecipientIsToldAboutInOrder() {
        server.on("RCPT TO:<r1@x.test>", "550 5.1.1 no such user").on(DOT, "250 ok", HANG_UP);

        PartlyShared partly = (PartlyShared) publish(list(5), telling, Progress.none());

        assertThat(told)
                .containsExactly(
                        "sending 0",
                        "accepted 0 r0@x.test",
                        "sending 1",
                        "refused 1 r1@x.test 550/5.1.1",
                        "sending 2",
                        "in doubt 2 r2@x.test");
        assertThat(partly.progress())
                .isEqualTo(new Progress(3, partly.progress().lastId(), List.of(2), List.of()));
    }

    @Test
    void aListGoesOnAtAnyPlace() {
        ShareResult result = publish(list(5), telling, new Progress(3, null, List.of(), List.of()));

        assertThat(result).isInstanceOf(Shared.class);
        assertThat(server.recipients()).containsExactly("r3@x.test", "r4@x.test");
        assertThat(publish(list(5), telling, new Progress(5, null, List.of(), List.of())))
                .isInstanceOfSatisfying(
                        Shared.class, shared -> assertThat(shared.proof()).isEqualTo(Proof.RECORDED));
    }

    @Test
    void aDoubtfulRecipientOfAListIsSentToAgainOnlyIfAskedFor() {
        server.on(DOT, "250 ok", HANG_UP, "250 ok");
        PartlyShared doubtful = (PartlyShared) publish(list(4), telling, Progress.none());

        PartlyShared resumed = (PartlyShared) publish(list(4), telling, doubtful.progress());
        assertThat(server.recipients()).containsExactly("r0@x.test", "r1@x.test", "r2@x.test", "r3@x.test");

        assertThat(publish(list(4), telling, resumed.progress().retryDoubtful()))
                .isInstanceOf(Shared.class);
        assertThat(server.recipients()).hasSize(5).endsWith("r1@x.test");
    }

    @Test
    void whatStopsTheBatchIsToldWithTheRecipientItStoppedBefore() {
        server.on("MAIL", "250 ok", "451 4.3.0 try again");

        PartlyShared partly = (PartlyShared) publish(list(3), telling, Progress.none());

        assertThat(told).endsWith("sending 1", "stopped 1 r1@x.test 451/4.3.0");
        assertThat(partly.progress().next()).isEqualTo(1);
        assertThat(partly.progress().pending()).isEmpty();
    }

    @Test
    void trap01_rule11_anAddressThatWouldBeNarrowedIsRefusedOnTheListAndItsDomainIsSentInALabels() {
        List<String> hostile = List.of(
                "홍길동@example.test",
                "a@뉴스.한국",
                "a@x.test,b@x.test",
                "a@x.test>\r\nRCPT TO:<evil@x.test",
                "a瘍瘊RCPT@x.test",
                "no-at");
        MailList list = MailList.of("v1", hostile.size(), hostile::stream);

        publish(list, telling, Progress.none());

        assertThat(server.commands().stream().filter(command -> command.startsWith("RCPT")))
                .containsExactly("RCPT TO:<a@xn--vg1b002a.xn--3e0b707e>");
        assertThat(told.stream().filter(line -> line.startsWith("refused"))).hasSize(5);
    }

    @Test
    void aListThatCannotBeReadOnIsResumedWhereItBroke() {
        AtomicInteger reads = new AtomicInteger();
        MailList breaking = MailList.of(
                "v1",
                4,
                () -> IntStream.range(0, 4).mapToObj(i -> {
                    if (i == 2 && reads.getAndIncrement() == 0) {
                        throw new IllegalStateException("lost jdbc:x://list?password=hush");
                    }
                    return "r" + i + "@x.test";
                }));

        PartlyShared partly = (PartlyShared) publish(breaking, telling, Progress.none());
        assertThat(((Rejected) partly.cause()).code()).isEqualTo("LIST_UNREADABLE");
        assertThat(((Rejected) partly.cause()).message())
                .contains("java.lang.IllegalStateException")
                .doesNotContain("hush");
        assertThat(partly.progress().next()).isEqualTo(2);

        assertThat(publish(breaking, telling, partly.progress())).isInstanceOf(Shared.class);
        assertThat(server.recipients()).containsExactly("r0@x.test", "r1@x.test", "r2@x.test", "r3@x.test");
    }

    @Test
    void aListThatIsShorterOrLongerThanItSaysIsNotCalledDone() {
        PartlyShared shorter = (PartlyShared)
                publish(MailList.of("v1", 3, () -> Stream.of("a@x.test", "b@x.test")), telling, Progress.none());
        assertThat(((Rejected) shorter.cause()).code()).isEqualTo("LIST_CHANGED");

        PartlyShared longer = (PartlyShared)
                publish(MailList.of("v2", 1, () -> Stream.of("c@x.test", "d@x.test")), telling, Progress.none());
        assertThat(((Rejected) longer.cause()).code()).isEqualTo("LIST_CHANGED");
        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test", "c@x.test");
    }

    @Test
    void aListenerThatBreaksStopsTheBatchAndLosesNothing() {
        MailListener full = new MailListener() {
            @Override
            public void sending(int index, String recipient) {
                if (index == 2) {
                    throw new IllegalStateException("no space left");
                }
            }
        };

        PartlyShared partly = (PartlyShared) publish(list(4), full, Progress.none());

        assertThat(((Rejected) partly.cause()).code()).isEqualTo("LISTENER_BROKE");
        assertThat(partly.progress().next()).isEqualTo(2);
        assertThat(server.recipients()).containsExactly("r0@x.test", "r1@x.test");
    }

    @Test
    void aFileIsAList(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("list.txt");
        Files.writeString(file, "# readers\n\n a@x.test \nb@x.test\r\n#c@x.test\nd@x.test");
        MailList list = MailList.lines(file);

        assertThat(list.size()).isEqualTo(3);
        assertThat(publish(list, telling, Progress.none())).isInstanceOf(Shared.class);
        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test", "d@x.test");

        String version = list.version();
        Files.writeString(file, "a@x.test\nb@x.test\nd@x.test\n");
        assertThat(list.version()).isEqualTo(version);
        Files.writeString(file, "a@x.test\nb@x.test\ne@x.test\n");
        assertThat(list.version()).isNotEqualTo(version).matches("lines-[0-9a-f]{16}");
    }

    @Test
    void aFileThatChangesBetweenDraftAndSendingIsNotSentTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("list.txt");
        Files.writeString(file, "a@x.test\n");
        MailTarget target = target(MailList.lines(file), telling);
        Draft draft = target.draft(Samples.share());

        Files.writeString(file, "b@x.test\n");

        assertThat(((Rejected) target.publish(draft)).code()).isEqualTo("LIST_CHANGED");
        assertThat(server.connections()).isZero();
    }

    @Test
    void aJournalResumesBehindTheRecipientThatWasBeingTriedInTheCrash(@TempDir Path folder) {
        Path file = folder.resolve("journal");
        server.on("RCPT TO:<r0@x.test>", "550 5.1.1 no such user");
        try (MailJournal journal = MailJournal.in(file)) {
            MailListener crashing = new MailListener() {
                @Override
                public void sending(int index, String recipient) {
                    journal.sending(index, recipient);
                }

                @Override
                public void accepted(int index, String recipient, String messageId) {
                    if (index == 2) {
                        throw new Error("the process dies before the journal hears of it");
                    }
                    journal.accepted(index, recipient, messageId);
                }

                @Override
                public void refused(int index, String recipient, Rejected why) {
                    journal.refused(index, recipient, why);
                }
            };
            assertThatExceptionOfType(Error.class).isThrownBy(() -> publish(list(5), crashing, Progress.none()));
        }

        try (MailJournal journal = MailJournal.in(file)) {
            assertThat(journal.progress().next()).isEqualTo(3);
            assertThat(journal.progress().inDoubt()).containsExactly(2);
            PartlyShared resumed = (PartlyShared) publish(list(5), journal, journal.progress());

            assertThat(server.recipients()).containsExactly("r1@x.test", "r2@x.test", "r3@x.test", "r4@x.test");
            assertThat(resumed.progress()).isEqualTo(journal.progress());
            assertThat(journal.progress().inDoubt()).containsExactly(2);
        }
    }

    @Test
    void aJournalSaysTheSameAsTheResultWhateverHappens(@TempDir Path folder) {
        server.on("MAIL", "250 ok", "250 ok", "451 4.3.0 try again", "250 ok").on(DOT, "250 ok", HANG_UP, "250 ok");
        try (MailJournal journal = MailJournal.in(folder.resolve("journal"))) {
            ShareResult result = publish(list(5), journal, journal.progress());
            int rounds = 0;
            while (result instanceof PartlyShared partly && partly.progress().next() < 5) {
                assertThat(journal.progress().remaining(5).toArray())
                        .isEqualTo(partly.progress().remaining(5).toArray());
                assertThat(journal.progress().inDoubt())
                        .isEqualTo(partly.progress().inDoubt());
                result = publish(list(5), journal, journal.progress());
                rounds++;
            }
            assertThat(rounds).isEqualTo(2);
            assertThat(journal.progress().inDoubt()).containsExactly(1);
            assertThat(server.recipients())
                    .containsExactly("r0@x.test", "r1@x.test", "r2@x.test", "r3@x.test", "r4@x.test");
        }
    }

    private ShareResult publish(MailList list, MailListener listener, Progress progress) {
        try (MailTarget target = target(list, listener)) {
            return target.publish(target.draft(Samples.share()), progress);
        }
    }

    private MailTarget target(MailList list, MailListener listener) {
        return MailTarget.of(
                Samples.settings(server.port())
                        .to()
                        .list(list)
                        .listener(listener)
                        .build(),
                Samples.CLOCK);
    }

    private static MailList list(int size) {
        return MailList.of("v1", size, () -> IntStream.range(0, size).mapToObj(i -> "r" + i + "@x.test"));
    }
}
