package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @ParameterizedTest
    @CsvSource({
        "a@x.test, a@x.test",
        "' a@x.test ', a@x.test",
        "<a@x.test>, a@x.test",
        "a.b+c@X.TEST, a.b+c@x.test",
        "root@localhost, root@localhost",
        "a@한글.한국, a@xn--bj0bj06e.xn--3e0b707e",
        "o'hara&co@x.test, o'hara&co@x.test"
    })
    void oneAddressIsTakenWithItsDomainInALabels(String given, String address) {
        assertThat(Mailbox.recipient(given)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-at",
                "@x.test",
                "a@",
                "a@x.test,b@x.test",
                "a@x.test, b@x.test",
                "a@x.test;b@x.test",
                "a b@x.test",
                "a@b@x.test",
                "a..b@x.test",
                ".a@x.test",
                "a@-x.test",
                "a@x..test",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@x.test\r\nBcc: evil@x.test",
                "a@x.test\n",
                "a@x.test\u0000",
                "a@x>\r\nRCPT TO:<evil@x",
                "a@x.test瘍RCPT",
                "a@x瘊.test",
                "홍길동@example.test",
                "é@example.test",
                "group: a@x.test;",
                "\"a b\"@x.test",
                "a@x.test <b@x.test>",
                "Kim <kim@x.test>"
            })
    void whatIsNotExactlyOneBareAddressIsRefused(String given) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mailbox.recipient(given));
        assertThat(Mailbox.recipientProblem(given)).isPresent();
    }

    @Test
    void lengthsAreThoseOfRfc5321() {
        String label = "x".repeat(63);
        assertThat(Mailbox.recipient("a".repeat(64) + "@x.test")).hasSize(71);
        assertThat(Mailbox.recipientProblem("a".repeat(65) + "@x.test")).isPresent();
        assertThat(Mailbox.recipientProblem("a@" + label + "." + label + "." + label + "." + "x".repeat(61)))
                .isPresent();
        assertThat(Mailbox.recipientProblem("a@" + "x".repeat(64) + ".test")).isPresent();
    }

    @Test
    void aNameMayBeQuotedOrHangulButNeverALineBreak() {
        assertThat(Mailbox.of("편집국 <desk@news.example>").name()).isEqualTo("편집국");
        assertThat(Mailbox.of("\"Kim, Jo\" <desk@news.example>").name()).isEqualTo("Kim, Jo");
        assertThat(Mailbox.problem("Kim, Jo <desk@news.example>")).isPresent();
        assertThat(Mailbox.problem("Kim\r\nBcc: evil@x.test <desk@news.example>"))
                .isPresent();
        assertThat(Mailbox.problem("\"a\" <b@x.test>, \"c\" <d@x.test>")).isPresent();
    }
}
