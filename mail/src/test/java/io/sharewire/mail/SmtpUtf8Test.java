package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.Draft;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Recipients with letters beyond ASCII before the {@code @} (RFC 6531). */
class SmtpUtf8Test {

    private static final String HONG = "홍길동@example.test";

    private final Share share = Samples.share().with(MailOptions.to(HONG));

    @Test
    void trap01_withoutTheSettingTheDraftHasAnErrorAndNothingIsSent() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start().capabilities("SMTPUTF8")) {
            MailTarget target = MailTarget.of(Samples.settings(server.port()).build(), Samples.CLOCK);
            Draft draft = target.draft(share);

            assertThat(draft.problems()).extracting(Problem::code).containsExactly("NEEDS_SMTPUTF8");
            assertThat(draft.problems().get(0).message()).contains(HONG);
            assertThat(target.publish(draft)).isInstanceOf(Rejected.class);
            assertThat(server.connections()).isZero();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.settings(25).to(HONG).build())
                .withMessageContaining("to '" + HONG + "' has characters before the @");
    }

    @Test
    void trap01_aServerThatDoesNotOfferItIsNotHandedTheAddress() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start()) {
            MailTarget target = target(server);
            ShareResult result = target.publish(target.draft(share));

            assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT);
                assertThat(rejected.code()).isEqualTo("NEEDS_SMTPUTF8");
                assertThat(rejected.message()).contains(HONG);
            });
            assertThat(server.count("MAIL")).isZero();
            assertThat(server.count("RCPT")).isZero();
        }
    }

    @Test
    void theOthersStillGetTheirMail() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start()) {
            MailTarget target = target(server);
            ShareResult result =
                    target.publish(target.draft(Samples.share().with(MailOptions.to("a@x.test", HONG, "b@x.test"))));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            PartlyShared.class,
                            partly -> assertThat(partly.progress().pending()).containsExactly(1));
            assertThat(server.recipients()).containsExactly("a@x.test", "b@x.test");
        }
    }

    @Test
    void aServerThatOffersItGetsTheAddressInUtf8() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start().capabilities("SMTPUTF8", "8BITMIME")) {
            MailTarget target = target(server);

            assertThat(target.publish(target.draft(share))).isInstanceOf(Shared.class);
            assertThat(server.commands())
                    .map(SmtpUtf8Test::utf8)
                    .contains("RCPT TO:<" + HONG + ">")
                    .anyMatch(
                            line -> line.startsWith("MAIL FROM:<newsdesk@news.example>") && line.contains(" SMTPUTF8"));
            assertThat(server.recipients()).map(SmtpUtf8Test::utf8).containsExactly(HONG);
        }
    }

    private static MailTarget target(ScriptedSmtpServer server) {
        return MailTarget.of(Samples.settings(server.port()).smtpUtf8(true).build(), Samples.CLOCK);
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
