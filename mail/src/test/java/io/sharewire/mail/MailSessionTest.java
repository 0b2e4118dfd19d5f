package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.ShareResult.Shared;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the mail library is told, since its defaults are not what anybody wants. */
class MailSessionTest {

    private final MailServer server = MailServer.builder("mail.news.example").build();
    private final MailSettings settings = from(server);

    @Test
    void trap02_noWaitIsEndless() {
        assertThat(MailSession.of(settings).getProperties())
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtp.timeout", "60000")
                .containsEntry("mail.smtp.writetimeout", "30000");
        assertThat(MailSession.of(from(server.toBuilder()
                                .connectTimeout(Duration.ofSeconds(1))
                                .readTimeout(Duration.ofMinutes(10))
                                .writeTimeout(Duration.ofSeconds(2))
                                .build()))
                        .getProperties())
                .containsEntry("mail.smtp.connectiontimeout", "1000")
                .containsEntry("mail.smtp.timeout", "600000")
                .containsEntry("mail.smtp.writetimeout", "2000");
    }

    @Test
    void trap04_successIsNotReportedAsAnException() {
        assertThat(MailSession.of(settings).getProperties()).containsEntry("mail.smtp.reportsuccess", "false");
    }

    @Test
    void trap11_startTlsIsRequiredUnlessSomethingElseIsChosen() {
        assertThat(MailSession.of(settings).getProperties())
                .containsEntry("mail.smtp.starttls.enable", "true")
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                .doesNotContainKey("mail.smtp.ssl.trust");
        assertThat(MailSession.of(from(
                                server.toBuilder().security(MailSecurity.TLS).build()))
                        .getProperties())
                .containsEntry("mail.smtp.ssl.enable", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @Test
    void trap12_theLibraryDoesNotPrintMails() {
        assertThat(MailSession.of(settings).getDebug()).isFalse();
    }

    @Test
    void trap13_theOwnNameIsNotLookedUp() {
        assertThat(MailSession.of(settings).getProperties()).containsEntry("mail.smtp.localhost", "news.example");
        assertThat(MailSession.of(from(
                                server.toBuilder().ehloName("web1.news.example").build()))
                        .getProperties())
                .containsEntry("mail.smtp.localhost", "web1.news.example");
    }

    @Test
    void trap14_noTwoTargetsShareASession() {
        Session one = MailSession.of(settings);

        assertThat(MailSession.of(settings)).isNotSameAs(one);
        assertThat(one.getProperties()).isNotSameAs(MailSession.of(settings).getProperties());
    }

    @Test
    void aMessageIsNeverSavedAnewWhichWouldBreakItsIdAndSignature() {
        assertThat(MailSession.of(settings).getProperties()).containsEntry("mail.smtp.allow8bitmime", "false");
    }

    @Test
    void aKeptConnectionDoesNotKeepAProgramAlive() throws IOException {
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.start()) {
            Set<Thread> before = thatKeepAlive();
            MailTarget target = MailTarget.of(Samples.settings(smtp.port()).build());

            assertThat(target.publish(target.draft(Samples.share()))).isInstanceOf(Shared.class);

            assertThat(smtp.count("QUIT")).isZero();
            assertThat(thatKeepAlive()).isEqualTo(before);
            target.close();
        }
    }

    private static MailSettings from(MailServer server) {
        return MailSettings.builder(server, "a@news.example").build();
    }

    private static Set<Thread> thatKeepAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.isAlive())
                .collect(Collectors.toSet());
    }
}
