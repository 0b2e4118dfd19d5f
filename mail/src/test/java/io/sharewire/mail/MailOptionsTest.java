package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\nBcc: evil@x.test",
                "hello\nBcc: evil@x.test",
                "hello\rBcc: evil@x.test",
                "속보\r\n\r\nbody",
                "hello\u0000",
                "hello\u0085",
                "\thello",
                "hello\u2028Bcc: evil@x.test",
                "hello\u2029Bcc: evil@x.test"
            })
    void aSubjectOfMoreThanOneLineIsRefusedNotRepaired(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailOptions.builder().subject(subject).build())
                .withMessage("MailOptions: subject must be one line without control characters");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailOptions.builder()
                        .to("a@x.test,b@x.test", "no-at")
                        .replyTo("Kim\r\nBcc: evil@x.test <kim@x.test>")
                        .subject(" ")
                        .build())
                .withMessageContainingAll(
                        "to 'a@x.test,b@x.test'", "to 'no-at' has no @", "replyTo 'Kim??Bcc:", "subject")
                .withMessageNotContainingAny("\r", "\n");
    }

    @Test
    void recipientsAreDistinctAndInALabels() {
        assertThat(MailOptions.to("a@x.test", "b@한글.한국", "<a@X.test>").to())
                .containsExactly("a@x.test", "b@xn--bj0bj06e.xn--3e0b707e");
    }

    @Test
    void nothingIsChosenUnlessChosen() {
        MailOptions none = MailOptions.builder().build();

        assertThat(none.to()).isEmpty();
        assertThat(none.subject()).isEmpty();
        assertThat(none.picture()).isEmpty();
        assertThat(none.replyTo()).isEmpty();
    }
}
