package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.sharewire.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettings.builder("mail server", "newsdesk")
                        .port(70_000)
                        .credentials("desk", null)
                        .to("a@x.test", "no-at\r\nBcc: evil")
                        .replyTo("Desk <desk>")
                        .envelopeFrom("Bounces <b@x.test>")
                        .ehloName("not a name")
                        .readTimeout(Duration.ZERO)
                        .build())
                .withMessageStartingWith("MailSettings: ")
                .withMessageContainingAll(
                        "host must be",
                        "from 'newsdesk' has no @",
                        "port must be",
                        "username and password",
                        "to 'no-at??Bcc: evil'",
                        "replyTo 'Desk <desk>'",
                        "envelopeFrom",
                        "ehloName",
                        "readTimeout")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\r", "\n"));
    }

    @Test
    void whatCannotBeLeftOutIsAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettings.builder("", "").build())
                .withMessage("MailSettings: host is required; from is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.3.2.1", "::1"})
    void aPlainConnectionIsForThisMachine(String host) {
        assertThatNoException().isThrownBy(() -> plain(host).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.news.example", "10.0.0.1", "127.0.0.1.evil.example", "localhost.evil.example"})
    void aPlainConnectionElsewhereMustBeAllowedOnPurpose(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> plain(host).build());
        assertThatNoException().isThrownBy(() -> plain(host).allowPlain(true).build());
    }

    @Test
    void aPasswordIsNeverSentInTheClear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain("127.0.0.1")
                        .credentials("desk", Secret.of("very-secret"))
                        .build())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("very-secret"));
    }

    @ParameterizedTest
    @CsvSource({"NONE, 25", "STARTTLS, 587", "TLS, 465"})
    void thePortFollowsTheSecurity(MailSecurity security, int port) {
        assertThat(plain("localhost").security(security).build().port()).isEqualTo(port);
        assertThat(plain("localhost").security(security).port(2525).build().port())
                .isEqualTo(2525);
    }

    @Test
    void aCopyKeepsEverythingAndChangesNothingInTheOriginal() {
        MailSettings settings =
                plain("localhost").name("mail:desk").to("a@x.test").build();

        MailSettings copy = settings.toBuilder().to("b@x.test").build();

        assertThat(copy.name()).isEqualTo("mail:desk");
        assertThat(copy.to()).containsExactly("b@x.test");
        assertThat(settings.to()).containsExactly("a@x.test");
    }

    @Test
    void nobodyIsListedTwice() {
        assertThat(plain("localhost")
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

    private static MailSettings.Builder plain(String host) {
        return MailSettings.builder(host, "newsdesk@news.example").security(MailSecurity.NONE);
    }
}
