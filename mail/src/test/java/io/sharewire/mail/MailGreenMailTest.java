package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Shared;
import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real mail server: what arrives. */
class MailGreenMailTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailTarget target;

    @BeforeEach
    void startServer() {
        server.start();
        target = target(Samples.CLOCK);
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aKoreanArticleArrivesAsItWas() throws Exception {
        Draft draft = target.draft(Share.of(Samples.korean()));
        Shared shared = (Shared) target.publish(draft);

        MimeMessage arrived = arrived().get(0);
        assertThat(arrived.getSubject()).isEqualTo("[속보] 한강 다리 통제 & 우회로 50% 안내 #1 📰");
        assertThat(arrived.getFrom()[0]).hasToString("Newsdesk <newsdesk@news.example>");
        assertThat(arrived.getRecipients(RecipientType.TO)[0]).hasToString("editor@news.example");
        assertThat(arrived.getMessageID()).isEqualTo(shared.receipt().id());
        assertThat(arrived.getHeader("Date", null)).isEqualTo("Tue, 24 Nov 2026 08:30:00 +0000");
        assertThat(Samples.body(arrived, 0)).isEqualToNormalizingNewlines(draft.text() + "\n");
        assertThat(Samples.body(arrived, 1)).contains("한강 다리 통제 &amp; 우회로");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mostly ASCII with 한 글자.", "대부분이 한글인 글이다 📰", ".\n.hidden", "From me"})
    void rule12_everyKindOfTextArrivesAsItWas(String text) throws Exception {
        Draft draft = target.draft(Samples.share().withText(text));
        target.publish(draft);

        assertThat(Samples.body(arrived().get(0), 0)).isEqualToNormalizingNewlines(draft.text() + "\n");
    }

    @Test
    void rule12_aLineLongerThanMailAllowsArrivesWhole() throws Exception {
        String text = "한".repeat(1_200) + "\n" + "a".repeat(1_200);
        target.publish(target.draft(Samples.share().withText(text)));

        assertThat(Samples.body(arrived().get(0), 0).lines()).contains("한".repeat(1_200), "a".repeat(1_200));
    }

    @Test
    void trap03_theMessageIdIsTheSameForTheSameMailAndAnotherForEverybodyElse() throws Exception {
        Share share = Samples.share().with(MailOptions.to("a@x.test", "b@x.test"));
        ShareResult first = target.publish(target.draft(share));
        MailTarget later = target(Clock.offset(Samples.CLOCK, Duration.ofDays(1)));
        ShareResult again = later.publish(later.draft(share));
        target.publish(target.draft(share.withKey("another")));

        assertThat(again.orElseThrow().id()).isEqualTo(first.orElseThrow().id());
        List<MimeMessage> arrived = arrived();
        assertThat(arrived).hasSize(6);
        assertThat(arrived.stream().map(MailGreenMailTest::messageId).distinct())
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\nBcc: evil@x.test",
                "hello\nBcc: evil@x.test",
                "hello\rBcc: evil@x.test",
                "hello\r\n\r\nbody",
                "속보\r\nBcc: evil@x.test",
                "hello\u0000\u0001",
                "hello\u2028Bcc: evil@x.test",
                "hello\u0085Bcc: evil@x.test",
                "hello瘍瘊Bcc: evil@x.test",
                "=?utf-8?q?hello=0D=0ABcc:_evil@x.test?=",
                "hello%0D%0ABcc: evil@x.test",
                "hello\r\n.\r\nQUIT",
                "hello\r\n--=_\r\nContent-Type: text/html\r\n\r\n<b>"
            })
    void trap08_nothingInAnArticleBecomesAHeaderOrABodyPart(String hostile) throws Exception {
        Article article = Article.builder("https://news.example/a", hostile)
                .summary(hostile)
                .author(new Author(hostile, null, null))
                .siteName(hostile)
                .section(hostile)
                .build();

        assertThat(target.publish(target.draft(Share.of(article).withText(hostile))))
                .isInstanceOf(Shared.class);

        MimeMessage arrived = arrived().get(0);
        assertThat(Collections.list(arrived.getAllHeaders()))
                .extracting(Header::getName)
                .containsExactlyInAnyOrder(
                        "Return-Path",
                        "Received",
                        "To",
                        "Date",
                        "Message-ID",
                        "Auto-Submitted",
                        "From",
                        "Subject",
                        "MIME-Version",
                        "Content-Type");
        assertThat(arrived.getSubject()).isEqualTo(article.title()).doesNotContain("\r", "\n");
        assertThat(((MimeMultipart) arrived.getContent()).getCount()).isEqualTo(2);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailCannotBeReadBackButItsMessageIdIsTold() {
        Draft draft = target.draft(Samples.share());
        String id = target.publish(draft).orElseThrow().id();

        Lookup lookup = target.find(draft, Samples.NOW);

        assertThat(((Lookup.CannotTell) lookup).why()).contains(id, "127.0.0.1");
    }

    @Test
    void theEnvelopeSenderIsWhereBouncesGo() throws Exception {
        MailTarget bouncing = MailTarget.of(
                Samples.settings(server.getSmtp().getPort())
                        .envelopeFrom("bounces@news.example")
                        .build(),
                Samples.CLOCK);

        bouncing.publish(bouncing.draft(Samples.share()));

        assertThat(arrived().get(0).getHeader("Return-Path", null)).isEqualTo("<bounces@news.example>");
    }

    private MailTarget target(Clock clock) {
        return MailTarget.of(Samples.settings(server.getSmtp().getPort()).build(), clock);
    }

    private List<MimeMessage> arrived() {
        return List.of(server.getReceivedMessages());
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
