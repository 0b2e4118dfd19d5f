package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Media;
import io.sharewire.Share;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.junit.jupiter.api.Test;

class MailEmlTest {

    private final MailText text = MailText.of(Samples.settings(2525).build());
    private final Share share = Share.of(Samples.korean())
            .withMedia(Media.of(Pngs.of(90, 60)))
            .with(MailOptions.builder()
                    .to("editor@news.example", "hidden@news.example")
                    .replyTo("편집국 <desk@news.example>")
                    .picture(MailPicture.INLINE)
                    .build());

    @Test
    void itIsTheDraftsMessageWithADateAndWithoutAnyRecipient() throws Exception {
        Draft draft = text.draft(share);
        byte[] eml = MailEml.of(draft, Samples.NOW);
        MimeMessage message = new MimeMessage((Session) null, new ByteArrayInputStream(eml));

        assertThat(new String(eml, StandardCharsets.US_ASCII))
                .endsWith(draft.payload().get(0).body())
                .doesNotContainIgnoringCase("bcc")
                .doesNotContain("editor@", "hidden@");
        assertThat(message.getSubject()).isEqualTo(Samples.korean().title());
        assertThat(message.getSentDate()).isEqualTo(Date.from(Samples.NOW));
        assertThat(message.getRecipients(RecipientType.BCC)).isNull();
    }

    @Test
    void trap18_itsDateIsInUtcWhateverTheZoneOfTheMachine() {
        assertThat(new String(MailEml.of(text.draft(share), Samples.NOW), StandardCharsets.US_ASCII))
                .startsWith("To: undisclosed-recipients:;\r\nDate: Tue, 24 Nov 2026 08:30:00 +0000\r\n");
    }

    @Test
    void rule10_theSameDraftGivesTheSameBytes() {
        assertThat(MailEml.of(text.draft(share), Samples.NOW))
                .isEqualTo(
                        MailEml.of(MailText.of(Samples.settings(2525).build()).draft(share), Samples.NOW));
    }

    @Test
    void aDraftOfAnotherChannelIsRefused() {
        Draft other = Draft.builder("x", new Channel("x", "x", "social"), share, "text")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailEml.of(other, Samples.NOW))
                .withMessage("MailEml: the draft is for x, not for mail");
    }

    @Test
    void anotherMailLibraryReadsTheSame() throws Exception {
        assumeTrue(PythonEmail.isThere(), "needs python3 on the path");
        Draft draft = text.draft(share);

        PythonEmail.Mail read = PythonEmail.read(MailEml.of(draft, Samples.NOW));

        assertThat(read.defects()).isEmpty();
        assertThat(read.headers().get("Subject")).isEqualTo(Samples.korean().title());
        assertThat(read.headers().get("Reply-To")).isEqualTo("편집국 <desk@news.example>");
        assertThat(read.headers()).doesNotContainKey("Bcc");
        assertThat(read.parts())
                .extracting(PythonEmail.Part::type)
                .containsExactly("multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png");
        assertThat(read.parts().get(1).text()).isEqualToNormalizingNewlines(draft.text() + "\n");
        assertThat(read.parts().get(3).text()).contains("한강 다리 통제 &amp; 우회로");
        assertThat(read.parts().get(4).sha256())
                .isEqualTo(draft.attachments().get(0).sha256());
    }

    @Test
    void anotherMailLibraryReadsHostileArticlesTheSame() throws Exception {
        assumeTrue(PythonEmail.isThere(), "needs python3 on the path");
        String hostile = String.join(" ", HostileTexts.all());
        Draft draft = text.draft(Share.of(Samples.english().toBuilder()
                        .summary(hostile)
                        .siteName(hostile)
                        .build())
                .withText(hostile));

        PythonEmail.Mail read = PythonEmail.read(MailEml.of(draft, Samples.NOW));

        assertThat(read.defects()).isEmpty();
        assertThat(read.headers().keySet())
                .containsExactly("To", "Date", "From", "Subject", "MIME-Version", "Content-Type");
        assertThat(read.parts().get(1).text()).isEqualToNormalizingNewlines(draft.text() + "\n");
    }
}
