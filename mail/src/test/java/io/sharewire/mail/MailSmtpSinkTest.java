package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Draft;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Postfix's smtp-sink and its faults. */
class MailSmtpSinkTest {

    private static final String[] FIVE = {"a@x.test", "b@x.test", "c@x.test", "d@x.test", "e@x.test"};

    @Test
    void ofFiveRecipientsTheThirdOfWhomIsInDoubtTwoAreSentTwoResumedAndTheThirdOnlyIfAskedFor(
            @TempDir Path good, @TempDir Path bad) throws IOException {
        try (SmtpSink sink = SmtpSink.start(good);
                SmtpSink hangingUp = SmtpSink.start(bad, "-q", ".");
                ConnectionSwitch third = new ConnectionSwitch(n -> n == 3 ? hangingUp.port() : sink.port());
                MailTarget target = MailTarget.of(
                        Samples.settings(Samples.server(third.port())
                                        .connections(MailConnections.builder()
                                                .mailsEach(1)
                                                .build()))
                                .to(FIVE)
                                .build(),
                        Samples.CLOCK)) {
            Draft draft = target.draft(Samples.share());

            PartlyShared first = (PartlyShared) target.publish(draft);
            assertThat(sink.recipients()).containsExactlyInAnyOrder("a@x.test", "b@x.test");
            assertThat(first.receipts()).hasSize(2);
            assertThat(first.progress().next()).isEqualTo(3);
            assertThat(first.progress().inDoubt()).containsExactly(2);
            assertThat(first.progress().pending()).isEmpty();
            assertThat(((Unknown) first.cause()).evidence().message()).contains("c@x.test", "<share.");

            PartlyShared second = (PartlyShared) target.publish(draft, first.progress());
            assertThat(sink.recipients()).containsExactlyInAnyOrder("a@x.test", "b@x.test", "d@x.test", "e@x.test");
            assertThat(second.receipts()).hasSize(2);
            assertThat(second.progress().inDoubt()).containsExactly(2);

            Shared asked = (Shared) target.publish(draft, second.progress().retryDoubtful());
            assertThat(sink.recipients()).containsExactlyInAnyOrder(FIVE);
            assertThat(asked.receipt().id())
                    .isEqualTo(new MailComposer(draft, Samples.settings(1).build(), Samples.NOW).messageId("c@x.test"));
            assertThat(sink.mails())
                    .anyMatch(mail ->
                            mail.contains("Message-ID: " + asked.receipt().id()));
            assertThat(third.connections()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-r, mail, UNAVAILABLE",
        "-r, rcpt, UNAVAILABLE",
        "-r, data, UNAVAILABLE",
        "-r, ., UNAVAILABLE",
        "-f, mail, UNSUPPORTED",
        "-f, rcpt, UNSUPPORTED",
        "-f, ., UNSUPPORTED",
        "-q, ehlo, UNAVAILABLE",
        "-q, mail, UNAVAILABLE",
        "-q, rcpt, UNAVAILABLE",
        "-q, data, UNAVAILABLE",
        "-Q, mail, UNAVAILABLE",
        "-Q, rcpt, UNAVAILABLE",
        "-Q, ., UNAVAILABLE"
    })
    void whatItRefusesOrBreaksOffIsKnownNotToBeOut(String how, String command, Reason reason, @TempDir Path folder)
            throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder, how, command);
                MailTarget target = MailTarget.of(Samples.settings(sink.port()).build(), Samples.CLOCK)) {
            Rejected rejected = (Rejected) target.publish(target.draft(Samples.share()));

            assertThat(rejected.reason()).isEqualTo(reason);
        }
    }

    @Test
    void oneMailForAllIsOneTransactionAndManyMailsAreOneConnection(@TempDir Path folder) throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder);
                ConnectionSwitch counting = new ConnectionSwitch(n -> sink.port());
                MailTarget target = MailTarget.of(
                        Samples.settings(counting.port()).deliveryReports(true).build(), Samples.CLOCK)) {
            MailOptions all = MailOptions.builder().to(FIVE).oneForAll(true).build();

            assertThat(target.publish(target.draft(Samples.share().with(all)))).isInstanceOf(Shared.class);
            assertThat(sink.mails()).hasSize(1);
            assertThat(sink.recipients()).containsExactly(FIVE);
            assertThat(sink.mails().get(0)).contains("X-Mail-Args: <newsdesk@news.example> RET=HDRS");

            Shared each = (Shared)
                    target.publish(target.draft(Samples.share().withKey("each").with(MailOptions.to(FIVE))));
            assertThat(sink.mails()).hasSize(6);
            assertThat(List.of(each.receipt())).extracting(Receipt::target).containsExactly("mail");
            assertThat(counting.connections()).isEqualTo(1);
        }
    }
}
