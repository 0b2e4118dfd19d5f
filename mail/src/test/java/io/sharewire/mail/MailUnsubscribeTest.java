package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.Secret;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How recipients leave a list with one click (RFC 8058). */
class MailUnsubscribeTest {

    private static final Secret KEY = Secret.of("0123456789abcdef0123456789abcdef");

    /** By {@code printf %s a+b@x.test | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef}, 32 digits. */
    private static final String TOKEN = "1e96cb4a87f567aad87432695941af6f";

    private final MailUnsubscribe way = MailUnsubscribe.at("https://news.example/u/{token}?m={recipient}", KEY);
    private ScriptedSmtpServer server;

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void rule14_bothHeadersAreAsTheStandardWantsThemAndTheTokenIsTheRecipientsOwn() {
        publish(way.orByMail("unsub@news.example"), "a+b@x.test", "c@x.test");

        assertThat(server.messages().get(0))
                .contains("\r\nList-Unsubscribe: <https://news.example/u/" + TOKEN + "?m=a%2Bb%40x.test>,\r\n"
                        + " <mailto:unsub@news.example?subject=" + TOKEN + ">\r\n"
                        + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
        assertThat(server.messages().get(1)).contains("https://news.example/u/").doesNotContain(TOKEN);
    }

    @Test
    void thePageCanTellTheTokenOfOneRecipientFromEverythingElse() {
        assertThat(way.token("a+b@x.test")).isEqualTo(TOKEN);
        assertThat(way.accepts(TOKEN, "a+b@X.TEST")).isTrue();
        assertThat(way.accepts(TOKEN, "c@x.test")).isFalse();
        assertThat(way.accepts("", "a+b@x.test")).isFalse();
        assertThat(way.accepts(TOKEN, "nobody")).isFalse();
    }

    @Test
    void theKeyShowsNowhere() {
        assertThat(way.toString()).contains("{token}").doesNotContain(KEY.reveal());
    }

    @Test
    void aMailForAllHasNoOnesToken() {
        try (MailTarget target = MailTarget.of(Samples.settings(server.port())
                .to("a@x.test", "b@x.test")
                .oneForAll(true)
                .unsubscribe(way)
                .build())) {
            target.publish(target.draft(Samples.share()));
        }

        assertThat(server.messages().get(0)).doesNotContain("List-Unsubscribe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example/u/{token}",
                "https://news.example/u",
                "/u/{token}",
                "https://news.example/u/{token}\r\nBcc: evil@x.test",
                "https://news.example/u/{token}>, <mailto:evil@x.test",
                "https://뉴스.example/{token}"
            })
    void anAddressThatCannotDoItIsRefused(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailUnsubscribe.at(template, KEY))
                .withMessageStartingWith("MailUnsubscribe: ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\r", "\n"));
    }

    @Test
    void aKeyThatCanBeGuessedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailUnsubscribe.at("https://news.example/{token}", Secret.of("short")))
                .withMessageContaining("16 characters")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("short"));
    }

    @Test
    void aProgramSaysThatItIsOneUnlessToldNotTo() {
        publish(null, "a@x.test");
        try (MailTarget target = MailTarget.of(
                Samples.settings(server.port()).autoSubmitted(false).build())) {
            target.publish(target.draft(Samples.share()));
        }

        assertThat(server.messages().get(0)).contains("\r\nAuto-Submitted: auto-generated\r\n");
        assertThat(server.messages().get(1)).doesNotContain("Auto-Submitted");
    }

    private void publish(MailUnsubscribe unsubscribe, String... to) {
        try (MailTarget target = MailTarget.of(
                Samples.settings(server.port()).to(to).unsubscribe(unsubscribe).build(), Samples.CLOCK)) {
            target.publish(target.draft(Samples.share()));
        }
    }
}
