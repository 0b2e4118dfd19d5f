package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of RFC 5321, 5322 and 6531, and those that a mail library takes for something else. */
class AddrSpecTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '¦',
            value = {
                "a@x.test → a@x.test",
                "a.b+c@X.TEST → a.b+c@x.test",
                "Jo.Field@x.test → Jo.Field@x.test",
                "root@localhost → root@localhost",
                "o'hara&co@x.test → o'hara&co@x.test",
                "!#$%&'*+-/=?^_`{|}~@x.test → !#$%&'*+-/=?^_`{|}~@x.test",
                "a@xn--bj0bj06e.xn--3e0b707e → a@xn--bj0bj06e.xn--3e0b707e"
            })
    void aDotAtomIsTakenAsItIsAndItsDomainInLowerCase(String given, String address) {
        assertThat(AddrSpec.of(given, false)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        // Expected by Python: '…'.encode('idna')
        "a@한글.한국, a@xn--bj0bj06e.xn--3e0b707e",
        "a@뉴스.한국, a@xn--vg1b002a.xn--3e0b707e",
        "a@젊은이.한국, a@xn--zs5budqs.xn--3e0b707e",
        "a@BÜCHER.example, a@xn--bcher-kva.example",
        "a@čaj.example, a@xn--aj-dma.example"
    })
    void rule11_aDomainLeavesInALabels(String given, String address) {
        assertThat(AddrSpec.of(given, false)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "a@faß.example, has a domain that can be read in two ways; give it as xn--…",
        "a@ｎｅｗｓ.example, has a domain that can be read in two ways; give it as xn--…",
        "a@news。example, has a domain that can be read in two ways; give it as xn--…"
    })
    void aDomainThatWouldBecomeSomebodyElsesIsRefused(String given, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddrSpec.of(given, false))
                .withMessage(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a b\"@x.test | \"a b\"@x.test",
                "\"not@me\"@example.org | \"not@me\"@example.org",
                "\"a,b;c:d\"@x.test | \"a,b;c:d\"@x.test",
                "\".a\"@x.test | \".a\"@x.test",
                "\"a..b\"@x.test | \"a..b\"@x.test",
                "\"a\\\"b\"@x.test | \"a\\\"b\"@x.test",
                "\"a\\\\b\"@x.test | \"a\\\\b\"@x.test",
                "\"a\\ b\"@x.test | \"a b\"@x.test",
                "\"abc\"@x.test | abc@x.test",
                "\"a.\\b\"@x.test | a.b@x.test"
            })
    void aQuotedLocalPartIsWrittenWithTheMinimumOfQuoting(String given, String address) {
        assertThat(AddrSpec.of(given, false)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no-at | has no @",
                "a.x.test | has no @",
                "@x.test | is not exactly one address",
                "a@ | has no valid domain after the @",
                "a@x.test,b@x.test | is not exactly one address",
                "a@x.test;b@x.test | is not exactly one address",
                "a b@x.test | is not exactly one address",
                "a@b@x.test | is not exactly one address",
                "a..b@x.test | is not exactly one address",
                ".a@x.test | is not exactly one address",
                "a.@x.test | is not exactly one address",
                "(kim)a@x.test | is not exactly one address",
                "a@x.test(kim) | has no valid domain after the @",
                "group:a@x.test | is not exactly one address",
                "\"a@x.test | is not exactly one address",
                "a\"b\"@x.test | is not exactly one address",
                "\"a\"b\"@x.test | is not exactly one address",
                "\"a\".b@x.test | is not exactly one address",
                "a@-x.test | has no valid domain after the @",
                "a@x-.test | has no valid domain after the @",
                "a@x..test | has no valid domain after the @",
                "a@x.test. | has no valid domain after the @",
                "a@x_y.test | has no valid domain after the @",
                "a@[127.0.0.1] | has no valid domain after the @",
                "a@127.0.0.1 | has no valid domain after the @"
            })
    void rule11_whatIsNotOneAddressIsRefused(String given, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddrSpec.of(given, false))
                .withMessage(problem);
    }

    @ParameterizedTest
    @CsvSource({"홍길동@example.test", "é@example.test", "ü.b@x.test", "\"홍 길동\"@x.test", "a\u00A0@x.test"})
    void trap01_lettersBeyondAsciiBeforeTheAtAreNeverNarrowed(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddrSpec.of(given, false))
                .withMessage("has characters before the @ that mail servers without SMTPUTF8 do not take");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "홍길동@example.test | 홍길동@example.test",
                "\u1112\u1169\u11BC@example.test | 홍@example.test",
                "jo+소식@뉴스.한국 | jo+소식@xn--vg1b002a.xn--3e0b707e",
                "\"홍 길동\"@x.test | \"홍 길동\"@x.test"
            })
    void withSmtpUtf8TheyAreTakenInComposedForm(String given, String address) {
        assertThat(AddrSpec.of(given, true)).isEqualTo(address);
        assertThat(AddrSpec.needsSmtpUtf8(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a瘍@x.test", "a瘊@x.test", "č@x.test", "Ċ@x.test", "젊은이@x.test", "\"갊\"@x.test"})
    void whatNarrowsToALineBreakIsRefusedEvenWithSmtpUtf8(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddrSpec.of(given, true))
                .withMessage("has a character before the @ that turns into a line break on the way");
    }

    @ParameterizedTest
    @CsvSource({"'a\u00A0b@x.test'", "a\u200Bb@x.test", "a\u202Eb@x.test", "a\uE000@x.test", "a\uD83D@x.test"})
    void whatCannotBeSeenIsRefusedEvenWithSmtpUtf8(String given) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddrSpec.of(given, true));
    }

    @Test
    void rule11_lengthsAreThoseOfRfc5321() {
        String label = "x".repeat(63);
        String longest = label + "." + label + "." + label + "." + "x".repeat(60);

        assertThat(AddrSpec.of("a".repeat(64) + "@x.test", false)).hasSize(71);
        assertThat(AddrSpec.of("a@" + longest, false)).hasSize(254);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddrSpec.of("a".repeat(65) + "@x.test", false))
                .withMessage("has more than 64 characters before the @");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddrSpec.of("ab@" + longest, false))
                .withMessage("is longer than 254 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> AddrSpec.of("a@" + "x".repeat(64) + ".test", false));
        assertThatIllegalArgumentException().isThrownBy(() -> AddrSpec.of("a@" + "x.".repeat(126) + "tes", false));
    }

    @Test
    void lengthsAreInOctetsWithSmtpUtf8() {
        assertThat(AddrSpec.of("가".repeat(21) + "@x.test", true)).hasSize(28);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddrSpec.of("가".repeat(22) + "@x.test", true))
                .withMessage("has more than 64 characters before the @");
    }
}
