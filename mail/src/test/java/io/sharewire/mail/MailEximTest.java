package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Draft;
import io.sharewire.Reason;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Exim, which queues and delivers: what the results say is what its mbox holds. */
class MailEximTest {

    private static final List<String> MIXED = List.of(
            "one@example.test", "nosuch@example.test", "grey@example.test", "two@example.test", "out@elsewhere.test");

    private final List<String> told = new ArrayList<>();
    private Exim exim;
    private MailTarget target;

    @BeforeAll
    static void isThere() {
        Peers.need("usr/sbin/exim4");
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        exim = Exim.start(folder);
        target = MailTarget.of(
                Samples.settings(exim.port())
                        .to(MIXED)
                        .listener(new MailListener() {
                            @Override
                            public void accepted(int index, String recipient, String messageId) {
                                told.add(recipient);
                            }

                            @Override
                            public void refused(int index, String recipient, Rejected why) {
                                told.add(recipient + " " + why.code());
                            }
                        })
                        .build(),
                Samples.CLOCK);
    }

    @AfterEach
    void stop() {
        target.close();
        exim.close();
    }

    @Test
    void oneMailEachReachesThoseThatItAccepts() throws Exception {
        Draft draft = target.draft(Samples.share());

        PartlyShared partly = (PartlyShared) target.publish(draft);

        assertThat(exim.delivered()).containsExactly("one@example.test", "two@example.test");
        assertThat(partly.receipts()).hasSize(2);
        assertThat(partly.progress().pending()).containsExactly(1, 2, 4);
        assertThat(told)
                .containsExactly(
                        "one@example.test",
                        "nosuch@example.test 550/5.1.1",
                        "grey@example.test 451/4.7.0",
                        "two@example.test",
                        "out@elsewhere.test 550/5.7.1");
        assertThat(((Rejected) partly.cause()).reason()).isEqualTo(Reason.RATE_LIMITED);
    }

    @Test
    void oneMailForAllReachesThoseThatItAcceptsAndNobodyTwiceWhenResumed() throws Exception {
        Draft draft = target.draft(Samples.share()
                .with(MailOptions.builder().to(MIXED).oneForAll(true).build()));

        PartlyShared partly = (PartlyShared) target.publish(draft);
        assertThat(exim.delivered()).containsExactly("one@example.test", "two@example.test");
        assertThat(partly.receipts()).hasSize(2);
        assertThat(partly.progress().pending()).containsExactly(1, 2, 4);

        target.publish(draft, partly.progress());
        assertThat(exim.delivered()).containsExactly("one@example.test", "two@example.test");
    }

    @Test
    void rule09_aResendHasTheSameMessageIdAndTheServerKeepsBoth() throws Exception {
        Draft draft = target.draft(Samples.share().with(MailOptions.to("one@example.test")));

        Shared first = (Shared) target.publish(draft);
        Shared again = (Shared) target.publish(draft);

        assertThat(again.receipt().id()).isEqualTo(first.receipt().id());
        assertThat(exim.delivered()).containsExactly("one@example.test", "one@example.test");
        assertThat(exim.mbox().split("Message-ID: " + first.receipt().id(), -1)).hasSize(3);
    }

    @Test
    void bouncesGoToTheEnvelopeSenderWithTheMailsOwnId() throws Exception {
        MailTarget bouncing = MailTarget.of(
                Samples.settings(exim.port())
                        .envelopeFrom("bounces+{id}@news.example")
                        .build(),
                Samples.CLOCK);

        Shared shared =
                (Shared) bouncing.publish(bouncing.draft(Samples.share().with(MailOptions.to("one@example.test"))));
        bouncing.close();

        String id = shared.receipt().id();
        assertThat(exim.mbox())
                .contains("Return-path: <bounces+" + id.substring(1, id.indexOf('@')) + "@news.example>");
    }
}
