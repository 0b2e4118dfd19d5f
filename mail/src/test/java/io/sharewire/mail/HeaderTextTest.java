package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @Test
    void shortAsciiStaysAsItIs() {
        assertThat(HeaderText.line("Subject", "Two bridges close")).isEqualTo("Subject: Two bridges close\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[속보] 한강 다리 통제 & 우회로 50% 안내 #1",
                "📰📰📰📰📰📰📰📰📰📰📰📰📰📰📰📰📰📰📰📰",
                "a📰b📰c📰d📰e📰f📰g📰h📰i📰j📰k📰l📰m📰",
                "café",
                "words and more words and even more words that do not all fit on one single line of a mail",
                "=?utf-8?q?a=0D=0ABcc:evil@x.test?=",
                "가"
            })
    void everySubjectIsReadBackAsItWasFromLinesThatFit(String subject) throws Exception {
        String header = HeaderText.line("Subject", subject);

        assertThat(header.lines()).allMatch(line -> line.length() <= 76).allMatch(line -> !line.isBlank());
        assertThat(header.chars()).allMatch(c -> c < 0x80);
        assertThat(MimeUtility.decodeText(
                        MimeUtility.unfold(header.substring("Subject: ".length(), header.length() - 2))))
                .isEqualTo(subject);
    }

    @Test
    void noCharacterIsSplitBetweenTwoEncodedWords() throws Exception {
        String header = HeaderText.line("Subject", "a" + "📰".repeat(60));

        for (String word : header.substring("Subject: ".length()).split("\\s+", -1)) {
            if (!word.isEmpty()) {
                assertThat(word).hasSizeLessThanOrEqualTo(75);
                assertThat(MimeUtility.decodeWord(word))
                        .doesNotContain("\uFFFD")
                        .matches("a?(?:📰)*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 18, 19, 200, 255})
    void rule04_aKoreanSubjectOfAnyLengthIsFoldedAndReadBack(int syllables) throws Exception {
        String subject = "긴".repeat(syllables);
        String header = HeaderText.line("Subject", subject);

        assertThat(header.lines()).allMatch(line -> line.length() <= 76);
        assertThat(header.substring("Subject: ".length()).split("\\s+", -1))
                .allMatch(word -> word.length() <= 75)
                .allMatch(word -> word.isEmpty() || word.matches("=\\?UTF-8\\?B\\?[A-Za-z0-9+/]+=*\\?="));
        assertThat(MimeUtility.decodeText(
                        MimeUtility.unfold(header.substring("Subject: ".length(), header.length() - 2))))
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Newsdesk",
                "Kim, Jo \"the desk\" <x@y>; group:",
                "back\\slash",
                "편집국, 사회부 <속보>",
                "=?utf-8?q?a=0D=0ABcc:evil@x.test?=",
                "The very long name of a newspaper that nobody can say in one breath and that fills more than one line",
                "아주 길고 길어서 한 줄에 다 들어가지 않는 어느 신문사의 편집국 이름 📰📰📰📰📰"
            })
    void everyNameIsReadBackAsItWasFromLinesThatFit(String name) throws Exception {
        String header = HeaderText.line("From", new Mailbox(name, "a@news.example"));
        InternetAddress[] read = InternetAddress.parse(MimeUtility.unfold(header.substring(6, header.length() - 2)));

        assertThat(header.lines()).allMatch(line -> line.length() <= 76);
        assertThat(read).hasSize(1);
        assertThat(read[0].getAddress()).isEqualTo("a@news.example");
        assertThat(read[0].getPersonal()).isEqualTo(name);
    }

    @Test
    void namesAreAtomsQuotedOrEncoded() {
        assertThat(HeaderText.line("From", Mailbox.of("Newsdesk <a@news.example>")))
                .isEqualTo("From: Newsdesk <a@news.example>\r\n");
        assertThat(HeaderText.line("From", Mailbox.of("\"Kim, \\\"Jo\\\"\" <a@news.example>")))
                .isEqualTo("From: \"Kim, \\\"Jo\\\"\" <a@news.example>\r\n");
        assertThat(HeaderText.line("From", Mailbox.of("편집국 <a@news.example>")))
                .isEqualTo("From: =?UTF-8?B?7Y647KeR6rWt?= <a@news.example>\r\n");
        assertThat(HeaderText.line("From", Mailbox.of("a@news.example"))).isEqualTo("From: a@news.example\r\n");
    }
}
