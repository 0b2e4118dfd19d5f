package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @Test
    void aRecipientIsABareAddressInAngleBracketsOrNot() {
        assertThat(Mailbox.recipient("<a@x.test>")).isEqualTo("a@x.test");
        assertThat(Mailbox.recipient(" a@x.test ")).isEqualTo("a@x.test");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mailbox.recipient("Kim <kim@x.test>"))
                .withMessage("must be a bare address such as editor@news.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.test\r\nBcc: evil@x.test",
                "a@x.test\n",
                "a@x.test\u0000",
                "a@x>\r\nRCPT TO:<evil@x",
                "a@x.test\u0085",
                "a@x.test\u2028",
                "Kim\r\nBcc: evil@x.test <desk@news.example>",
                "Kim\u202E <desk@news.example>",
                "Kim瘍Bcc <desk@news.example>",
                "a@x.test瘍RCPT",
                "a@x瘊.test"
            })
    void rule11_noLineBreakNoLookAlikeAndNoOtherControl(String given) {
        assertThat(Mailbox.problem(given)).contains("holds a line break, its look-alike or another control character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.test,b@x.test",
                "Kim <kim@x.test>, Lee <lee@x.test>",
                "\"a\" <b@x.test>, \"c\" <d@x.test>",
                "Team: kim@x.test;",
                "Team: Kim <kim@x.test>, lee@x.test;",
                "undisclosed-recipients:;",
                "<@relay.test:kim@x.test>",
                "a@x.test <b@x.test>",
                "Kim, Jo <desk@news.example>",
                "Kim \"the <desk@news.example>",
                "<kim@x.test",
                "<kim@x.test> (desk)",
                "<>"
            })
    void rule11_aListAGroupOrARouteIsNotOneMailbox(String given) {
        assertThat(Mailbox.problem(given)).isPresent();
    }

    @Test
    void anAngleBracketInQuotesIsPartOfTheNameOrTheAddress() {
        assertThat(Mailbox.of("\"Kim <desk>\" <\"a<b\"@x.test>"))
                .isEqualTo(new Mailbox("Kim <desk>", "\"a<b\"@x.test"));
        assertThat(Mailbox.recipient("\"a<b\"@x.test")).isEqualTo("\"a<b\"@x.test");
    }

    @Test
    void aNameMayBeQuotedOrHangul() {
        assertThat(Mailbox.of("편집국 <desk@news.example>").name()).isEqualTo("편집국");
        assertThat(Mailbox.of("\"Kim, Jo\" <desk@news.example>").name()).isEqualTo("Kim, Jo");
        assertThat(Mailbox.of("\"a \\\"b\\\"\" <desk@news.example>").name()).isEqualTo("a \"b\"");
        assertThat(Mailbox.of("<desk@news.example>").name()).isNull();
    }
}
