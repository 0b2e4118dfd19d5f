package io.sharewire.mail;

import static io.sharewire.mail.ScriptedSmtpServer.DOT;
import static io.sharewire.mail.ScriptedSmtpServer.HANG_UP;
import static io.sharewire.mail.ScriptedSmtpServer.THEN_HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.Draft;
import io.sharewire.InMemoryLedger;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.ReconcilingTarget;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several recipients: who gets the mail, who does not, and who does when the batch is resumed. */
class MailBatchTest {

    private ScriptedSmtpServer server;
    private MailTarget target;
    private Draft draft;

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start();
        target = MailTarget.of(
                Samples.settings(server.port())
                        .to("a@x.test", "b@x.test", "c@x.test", "d@x.test", "a@X.test")
                        .build(),
                Samples.CLOCK);
        draft = target.draft(Samples.share());
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void rule08_everyRecipientGetsOneMailOfTheirOwnOverOneConnection() {
        ShareResult result = target.publish(draft);

        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test", "c@x.test", "d@x.test");
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.count("EHLO")).isEqualTo(1);
        assertThat(server.messages().stream().map(MailBatchTest::messageId).distinct())
                .hasSize(4);
        assertThat(server.messages().stream().map(MailBatchTest::common).distinct())
                .containsExactly(draft.payload().get(0).body());
        assertThat(((Shared) result).receipt().id())
                .isEqualTo(messageId(server.messages().get(0)));
    }

    @Test
    void aRefusedRecipientDoesNotHoldUpTheOthersAndIsNotForgotten() {
        server.on("RCPT TO:<b@x.test>", "550 5.1.1 no such user");

        PartlyShared partly = (PartlyShared) target.publish(draft);

        assertThat(server.recipients()).containsExactly("a@x.test", "c@x.test", "d@x.test");
        assertThat(server.connections()).isEqualTo(1);
        assertThat(partly.receipts())
                .extracting(Receipt::id)
                .containsExactlyElementsOf(
                        server.messages().stream().map(MailBatchTest::messageId).toList());
        assertThat(partly.progress().next()).isEqualTo(4);
        assertThat(partly.progress().pending()).containsExactly(1);
        assertThat(((Rejected) partly.cause()).code()).isEqualTo("550/5.1.1");
    }

    @Test
    void severalRefusalsAreToldTogetherAndTheOneThatPassesDecides() {
        server.on("RCPT TO:<a@x.test>", "550 5.1.1 no such user").on("RCPT TO:<c@x.test>", "450 4.7.1 greylisted");

        PartlyShared partly = (PartlyShared) target.publish(draft);

        Rejected cause = (Rejected) partly.cause();
        assertThat(cause.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(cause.retryAfter()).isNotNull();
        assertThat(cause.message()).contains("2 recipients", "a@x.test (550/5.1.1)", "c@x.test (450/4.7.1)");
        assertThat(partly.progress().pending()).containsExactly(0, 2);
    }

    @Test
    void aServerThatHangsUpOnARefusedRecipientIsCalledAgainForTheNext() {
        server.on("RCPT TO:<b@x.test>", "550 5.1.1 no such user" + THEN_HANG_UP);

        PartlyShared partly = (PartlyShared) target.publish(draft);

        assertThat(server.recipients()).containsExactly("a@x.test", "c@x.test", "d@x.test");
        assertThat(server.connections()).isEqualTo(2);
        assertThat(partly.progress().pending()).containsExactly(1);
    }

    @Test
    void aRefusedSenderStopsTheBatchAndTheRestIsSentLater() {
        server.on("MAIL", "250 ok", "250 ok", "451 4.3.0 try again", "250 ok");

        PartlyShared partly = (PartlyShared) target.publish(draft);
        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test");
        assertThat(partly.progress().next()).isEqualTo(2);
        assertThat(((Rejected) partly.cause()).reason()).isEqualTo(Reason.UNAVAILABLE);

        ShareResult resumed =
                target.publish(draft, Progress.fromJson(partly.progress().toJson()));
        assertThat(resumed).isInstanceOf(Shared.class);
        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test", "c@x.test", "d@x.test");
    }

    @Test
    void aDoubtfulRecipientStopsTheBatchAndIsNeverTriedAgainUnasked() {
        server.on(DOT, "250 ok", HANG_UP, "250 ok");

        PartlyShared partly = (PartlyShared) target.publish(draft);
        assertThat(partly.cause()).isInstanceOf(Unknown.class);
        assertThat(partly.progress().inDoubt()).containsExactly(1);
        assertThat(partly.progress().next()).isEqualTo(2);
        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test");

        PartlyShared resumed = (PartlyShared) target.publish(draft, partly.progress());
        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test", "c@x.test", "d@x.test");
        assertThat(((Unknown) resumed.cause()).evidence().code()).isEqualTo("STILL_IN_DOUBT");
        assertThat(resumed.progress().inDoubt()).containsExactly(1);

        PartlyShared nothingLeft = (PartlyShared) target.publish(draft, resumed.progress());
        assertThat(server.messages()).hasSize(4);
        assertThat(nothingLeft.receipts()).isEmpty();

        ShareResult decided = target.publish(draft, resumed.progress().retryDoubtful());
        assertThat(decided).isInstanceOf(Shared.class);
        assertThat(server.recipients()).hasSize(5).endsWith("b@x.test");
        assertThat(messageId(server.messages().get(4)))
                .isEqualTo(messageId(server.messages().get(1)));
    }

    @Test
    void aDoubtAboutTheFirstRecipientDoesNotKeepTheOthersFromTheirMail() {
        server.on(DOT, HANG_UP, "250 ok");

        PartlyShared doubtful = (PartlyShared) target.publish(draft);
        assertThat(doubtful.receipts()).isEmpty();
        assertThat(doubtful.cause()).isInstanceOf(Unknown.class);
        assertThat(doubtful.progress()).isEqualTo(new Progress(1, null, List.of(0), List.of()));

        PartlyShared resumed = (PartlyShared) target.publish(draft, doubtful.progress());
        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test", "c@x.test", "d@x.test");
        assertThat(resumed.progress().inDoubt()).containsExactly(0);

        ShareResult decided = target.publish(draft, resumed.progress().retryDoubtful());
        assertThat(decided).isInstanceOf(Shared.class);
        assertThat(server.recipients()).hasSize(5).endsWith("a@x.test");
        assertThat(messageId(server.messages().get(4)))
                .isEqualTo(messageId(server.messages().get(0)));
    }

    @Test
    void aReconciledBatchResumesBehindADoubtAboutTheFirstRecipientToo() {
        server.on(DOT, HANG_UP, "250 ok");
        ReconcilingTarget reconciling = ReconcilingTarget.around(target, new InMemoryLedger())
                .clock(Samples.CLOCK)
                .looks(List.of(Duration.ZERO))
                .build();

        PartlyShared doubtful = (PartlyShared) reconciling.publish(draft);
        assertThat(server.recipients()).containsExactly("a@x.test");

        PartlyShared resumed = (PartlyShared) reconciling.publish(draft);
        assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test", "c@x.test", "d@x.test");

        assertThat(reconciling.publish(draft)).isInstanceOf(PartlyShared.class);
        assertThat(server.messages()).hasSize(4);

        assertThat(reconciling.publish(draft, resumed.progress().retryDoubtful()))
                .isInstanceOf(Shared.class);
        assertThat(server.recipients()).hasSize(5).endsWith("a@x.test");
        assertThat(doubtful.progress().inDoubt()).containsExactly(0);
    }

    @Test
    void aDoubtIsNotForgottenWhenAllTheOthersAreRefused() {
        server.on(DOT, HANG_UP);
        PartlyShared doubtful = (PartlyShared) target.publish(draft);
        server.on("RCPT", "550 5.1.1 no such user");

        PartlyShared refused = (PartlyShared) target.publish(draft, doubtful.progress());

        assertThat(((Rejected) refused.cause()).code()).isEqualTo("550/5.1.1");
        assertThat(refused.progress()).isEqualTo(new Progress(4, null, List.of(0), List.of(1, 2, 3)));
    }

    @Test
    void whereNobodyHasItTheRefusalIsTheResult() {
        server.on("RCPT", "550 5.1.1 no such user");

        Rejected all = (Rejected) target.publish(draft);

        assertThat(all.message()).contains("4 recipients were refused");
    }

    @Test
    void aRefusalFurtherOnIsNoProofAboutThoseBeforeTheGivenPlace() {
        server.on("MAIL", "451 4.3.0 try again");

        ShareResult result = target.publish(draft, new Progress(2, null, List.of(), List.of()));

        assertThat(result).isInstanceOfSatisfying(PartlyShared.class, partly -> {
            assertThat(partly.progress()).isEqualTo(new Progress(2, null, List.of(), List.of()));
            assertThat(partly.cause()).isInstanceOf(Rejected.class);
        });
    }

    @Test
    void aFinishedBatchSendsNothingMore() {
        Progress done = new Progress(4, "<share.0@news.example>", List.of(), List.of());

        Shared shared = (Shared) target.publish(draft, done);

        assertThat(shared.proof()).isEqualTo(Proof.RECORDED);
        assertThat(server.connections()).isZero();
    }

    @Test
    void theProgressOfALongerListIsNotThisOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target.publish(draft, new Progress(5, null, List.of(), List.of())));
    }

    @Test
    void aLongListGoesOverAsManyConnectionsAsTheServerWantsIt() {
        List<String> many =
                IntStream.range(0, 25).mapToObj(i -> "r" + i + "@x.test").toList();
        MailTarget long25 = MailTarget.of(
                Samples.settings(Samples.server(server.port())
                                .connections(
                                        MailConnections.builder().mailsEach(10).build()))
                        .to(many)
                        .build(),
                Samples.CLOCK);

        assertThat(long25.publish(long25.draft(Samples.share()))).isInstanceOf(Shared.class);
        assertThat(server.messages()).hasSize(25);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void aListIsNamedInTheDraftAndReadWhileSending() {
        MailTarget listed = target("v1", 3);
        Draft ofList = listed.draft(Samples.share());

        assertThat(ofList.payload().get(1).body()).isEqualTo("# list v1, 3 recipients\r\n");
        PartlyShared partly = (PartlyShared) listed.publish(ofList);
        assertThat(server.recipients()).containsExactly("r0@x.test", "r2@x.test");
        assertThat(((Rejected) partly.cause()).code()).isEqualTo("BAD_ADDRESS");
        assertThat(partly.progress().next()).isEqualTo(3);
        assertThat(partly.progress().pending()).isEmpty();
    }

    @Test
    void aListThatHasChangedIsNotSentTo() {
        Draft before = target("v1", 3).draft(Samples.share());

        Rejected rejected = (Rejected) target("v2", 3).publish(before);

        assertThat(rejected.code()).isEqualTo("LIST_CHANGED");
        assertThat(server.connections()).isZero();
        assertThat(target("v2", 3).draft(Samples.share()).fingerprint()).isNotEqualTo(before.fingerprint());
    }

    @Test
    void theRecipientsOfADraftAreItsOwnWhateverTheTargetSendsToByDefault() {
        Draft chosen = target.draft(Samples.share().with(MailOptions.to("z+1@x.test")));

        target.publish(chosen);

        assertThat(server.recipients()).containsExactly("z+1@x.test");
        assertThat(server.commands()).contains("RCPT TO:<z+1@x.test>");
    }

    private MailTarget target(String version, int size) {
        MailList list = MailList.of(
                version,
                size,
                () -> IntStream.range(0, size).mapToObj(i -> i == 1 ? "not an address" : "r" + i + "@x.test"));
        return MailTarget.of(Samples.settings(server.port()).to().list(list).build(), Samples.CLOCK);
    }

    private static String messageId(String message) {
        return message.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring("Message-ID: ".length());
    }

    /** Without To, Date and Message-ID, which come first. */
    private static String common(String message) {
        return message.substring(message.indexOf("\r\nFrom: ") + 2);
    }
}
