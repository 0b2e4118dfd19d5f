package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MailSettingsTest {

    private static final MailServer SERVER =
            MailServer.builder("mail.news.example").build();

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettings.builder(SERVER, "newsdesk")
                        .to("a@x.test", "no-at\r\nBcc: evil")
                        .replyTo("Desk <desk>")
                        .envelopeFrom("Bounces <b@x.test>")
                        .messageIdDomain("not a domain")
                        .build())
                .withMessageStartingWith("MailSettings: ")
                .withMessageContainingAll(
                        "from 'newsdesk' has no @",
                        "to 'no-at??Bcc: evil'",
                        "replyTo 'Desk <desk>'",
                        "envelopeFrom",
                        "messageIdDomain")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\r", "\n"));
    }

    @Test
    void whatCannotBeLeftOutIsAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettings.builder(SERVER, "").name(" ").build())
                .withMessage("MailSettings: from is required; name is required");
    }

    @Test
    void aCopyKeepsEverythingAndChangesNothingInTheOriginal() {
        MailSettings settings = MailSettings.builder(SERVER, "newsdesk@news.example")
                .name("mail:desk")
                .to("a@x.test")
                .build();

        MailSettings copy = settings.toBuilder().to("b@x.test").build();

        assertThat(copy.name()).isEqualTo("mail:desk");
        assertThat(copy.to()).containsExactly("b@x.test");
        assertThat(settings.to()).containsExactly("a@x.test");
    }

    @Test
    void nobodyIsListedTwice() {
        assertThat(MailSettings.builder(SERVER, "newsdesk@news.example")
                        .to("a@x.test", "<a@X.test>", "A@x.test")
                        .build()
                        .to())
                .containsExactly("a@x.test", "A@x.test");
    }

    @Test
    void optionsSayEverythingWrongAtOnceToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailOptions.builder()
                        .to("a@x.test,b@x.test")
                        .subject("hello\r\nBcc: evil@x.test")
                        .replyTo("nobody")
                        .build())
                .withMessageStartingWith("MailOptions: ")
                .withMessageContainingAll("to 'a@x.test,b@x.test'", "subject must be one line", "replyTo 'nobody'");
    }
}
