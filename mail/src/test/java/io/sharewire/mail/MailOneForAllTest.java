package io.sharewire.mail;

import static io.sharewire.mail.ScriptedSmtpServer.DOT;
import static io.sharewire.mail.ScriptedSmtpServer.HANG_UP;
import static io.sharewire.mail.ScriptedSmtpServer.THEN_HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.Draft;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One mail for several recipients: the server answers for each of them, and then once for all. */
class MailOneForAllTest {

    private ScriptedSmtpServer server;
    private MailTarget target;
    private Draft draft;

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start();
        target = MailTarget.of(
                Samples.settings(server.port())
                        .to("a@x.test", "b@x.test", "c@x.test")
                        .oneForAll(true)
                        .build(),
                Samples.CLOCK);
        draft = target.draft(Samples.share());
    }

    @AfterEach
    void stopServer() throws IOException {
        target.close();
        server.close();
    }

    @Test
    void itIsOneMailThatShowsThemAll() {
        Shared shared = (Shared) target.publish(draft);

        assertThat(server.messages()).hasSize(1);
        assertThat(server.messages().get(0)).startsWith("To: a@x.test,\r\n b@x.test,\r\n c@x.test\r\nDate: ");
        assertThat(server.messages().get(0))
                .contains("Message-ID: " + shared.receipt().id());
        assertThat(server.commands())
                .containsSubsequence("RCPT TO:<a@x.test>", "RCPT TO:<b@x.test>", "RCPT TO:<c@x.test>", "DATA");
        assertThat(draft.payload().get(1).body())
                .isEqualTo("# one mail for all\r\nmailto:a@x.test\r\nmailto:b@x.test\r\nmailto:c@x.test\r\n");
    }

    @Test
    void trap04_a250WithRefusedRecipientsIsSentToTheOthersAndTrap09_eachIsToldOnce() {
        server.on("RCPT TO:<a@x.test>", "550 5.1.1 no such user").on("RCPT TO:<b@x.test>", "450 4.7.1 greylisted");

        PartlyShared partly = (PartlyShared) target.publish(draft);

        assertThat(partly.receipts()).hasSize(1);
        assertThat(partly.progress().next()).isEqualTo(3);
        assertThat(partly.progress().pending()).containsExactly(0, 1);
        assertThat(((Rejected) partly.cause()).message())
                .startsWith("2 recipients were refused: a@x.test (550/5.1.1), b@x.test (450/4.7.1).");

        server.on("RCPT TO:<a@x.test>", "250 ok").on("RCPT TO:<b@x.test>", "250 ok");
        assertThat(target.publish(draft, partly.progress())).isInstanceOf(Shared.class);
        assertThat(server.count("RCPT TO:<c@x.test>")).isEqualTo(1);
        assertThat(server.messages()).hasSize(2);
        assertThat(server.messages().get(1)).isEqualTo(server.messages().get(0));
    }

    @Test
    void trap05_anAnswerThatIsLostIsADoubtForThoseAcceptedAndNoneForThoseRefused() {
        server.on("RCPT TO:<b@x.test>", "550 5.1.1 no such user").on(DOT, HANG_UP);

        PartlyShared doubtful = (PartlyShared) target.publish(draft);

        assertThat(doubtful.receipts()).isEmpty();
        assertThat(((Unknown) doubtful.cause()).evidence().message()).contains("a@x.test and 2 more");
        assertThat(doubtful.progress()).isEqualTo(new Progress(3, null, List.of(0, 2), List.of(1)));
    }

    @Test
    void trap06_a421ToOneRecipientIsNotLostBehindTheBrokenConnection() {
        server.on("RCPT TO:<b@x.test>", "421 4.3.2 shutting down" + THEN_HANG_UP);

        Rejected rejected = (Rejected) target.publish(draft);

        assertThat(rejected.code()).isEqualTo("421/4.3.2");
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void aRefusalAfterTheDotIsForAllThatWereAccepted() {
        server.on("RCPT TO:<c@x.test>", "550 5.1.1 no such user").on(DOT, "554 5.7.1 spam", "250 ok");

        Rejected rejected = (Rejected) target.publish(draft);
        assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN);

        PartlyShared partly = (PartlyShared) target.publish(draft);
        assertThat(partly.progress())
                .isEqualTo(new Progress(3, partly.progress().lastId(), List.of(), List.of(2)));
    }

    @Test
    void whereAllAreRefusedNothingIsSent() {
        server.on("RCPT", "550 5.1.1 no such user");

        assertThat(((Rejected) target.publish(draft)).message()).contains("3 recipients were refused");
        assertThat(server.count("DATA")).isZero();
    }

    @Test
    void noMailHasMoreRecipientsThanEveryServerTakes() {
        List<String> many =
                IntStream.range(0, 250).mapToObj(i -> "r" + i + "@x.test").toList();

        ShareResult result = target.publish(target.draft(Samples.share()
                .with(MailOptions.builder().to(many).oneForAll(true).build())));

        assertThat(result).isInstanceOf(Shared.class);
        assertThat(server.count("RCPT")).isEqualTo(250);
        assertThat(server.messages()).hasSize(3);
        assertThat(server.messages().stream().distinct()).hasSize(1);
        assertThat(server.messages().get(0).lines().allMatch(line -> line.length() <= 998))
                .isTrue();
    }

    @Test
    void trap01_aMailThatNamesAnAddressTheServerCannotTakeGoesToNobody() {
        MailTarget utf8 = MailTarget.of(
                Samples.settings(server.port())
                        .to("a@x.test", "홍길동@example.test")
                        .oneForAll(true)
                        .smtpUtf8(true)
                        .build(),
                Samples.CLOCK);

        assertThat(((Rejected) utf8.publish(utf8.draft(Samples.share()))).code())
                .isEqualTo("NEEDS_SMTPUTF8");
        assertThat(server.count("MAIL")).isZero();
    }

    @Test
    void itIsAnotherDraftThanOneMailEach() {
        Draft each = MailTarget.of(Samples.settings(server.port())
                        .to("a@x.test", "b@x.test", "c@x.test")
                        .build())
                .draft(Samples.share());

        assertThat(each.fingerprint()).isNotEqualTo(draft.fingerprint());
    }

    @Test
    void itNeedsRecipientsThatCanBeShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.settings(25)
                        .to()
                        .list(MailList.of("v1", 1, () -> List.of("a@x.test").stream()))
                        .oneForAll(true)
                        .build())
                .withMessage("MailSettings: list and oneForAll exclude each other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailOptions.builder().oneForAll(true).build())
                .withMessage("MailOptions: oneForAll needs recipients: name them with to");
    }
}
