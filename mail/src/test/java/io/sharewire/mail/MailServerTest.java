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

class MailServerTest {

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailServer.builder("mail\r\nserver")
                        .port(70_000)
                        .credentials("desk", null)
                        .ehloName("not a name")
                        .connectTimeout(Duration.ofHours(2))
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ofSeconds(-1))
                        .build())
                .withMessageStartingWith("MailServer: ")
                .withMessageContainingAll(
                        "host must be a name or an IP address, not 'mail??server'",
                        "port must be",
                        "username and password",
                        "ehloName",
                        "connectTimeout",
                        "readTimeout",
                        "writeTimeout")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\r", "\n"));
    }

    @Test
    void withoutAHostThereIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailServer.builder("").build())
                .withMessage("MailServer: host is required");
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
        MailServer server = plain("mail.news.example")
                .allowPlain(true)
                .port(2525)
                .ehloName("web1.news.example")
                .build();

        MailServer copy = server.toBuilder().port(26).build();

        assertThat(copy).hasToString("MailServer[mail.news.example:26, NONE]");
        assertThat(copy.ehloName()).contains("web1.news.example");
        assertThat(server.port()).isEqualTo(2525);
    }

    private static MailServer.Builder plain(String host) {
        return MailServer.builder(host).security(MailSecurity.NONE);
    }
}
