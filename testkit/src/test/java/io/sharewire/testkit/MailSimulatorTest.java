package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSimulatorTest {

    private static final String CONTENT = "Subject: Budget\r\nMessage-ID: <1@news.example>\r\n\r\nText";

    private static Sandbox sandbox;
    private static MailSimulator mail;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        sandbox.delay(Duration.ofSeconds(30));
        mail = sandbox.mail();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static SmtpClient greeted() throws IOException {
        SmtpClient client = new SmtpClient(mail);
        client.say("EHLO news.example");
        return client;
    }

    @Test
    void aMessageFromTheMailLibraryArrivesAsItWas() throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", mail.host());
        settings.put("mail.smtp.port", String.valueOf(mail.port()));
        settings.put("mail.smtp.localhost", "news.example");
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("newsdesk@news.example", "뉴스", "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, "editor@news.example");
        message.setSubject("[속보] 예산 🎉", "UTF-8");
        message.setText("첫 줄\n.점으로 시작\nhttps://news.example/a?x=1", "UTF-8");

        Transport.send(message);

        assertThat(mail.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("[속보] 예산 🎉\n\n첫 줄\n.점으로 시작\nhttps://news.example/a?x=1");
            assertThat(post.link()).isEqualTo("https://news.example/a?x=1");
            assertThat(post.id()).isEqualTo(message.getMessageID());
            assertThat(post.details())
                    .containsEntry("from", "<newsdesk@news.example>")
                    .containsEntry("to", "<editor@news.example>")
                    .containsEntry("subject", "[속보] 예산 🎉");
        });
        assertThat(mail.messages()).hasSize(1);
        assertThat(mail.storedCopies()).isEqualTo(1);
        assertThat(mail.complaints()).isEmpty();
    }

    @Test
    void rule1_commandsOutOfOrderAreRefused() throws IOException {
        try (SmtpClient client = greeted()) {
            assertThat(client.say("RCPT TO:<a@news.example>")).startsWith("503");
            assertThat(client.say("DATA")).startsWith("503");
        }
    }

    @Test
    void rule3_aLineOfMoreThan998OctetsIsRefused() throws IOException {
        try (SmtpClient client = greeted()) {
            assertThat(client.mail("a@news.example", "Subject: a\r\n\r\n" + "x".repeat(999)))
                    .startsWith("554");
            assertThat(client.mail("a@news.example", "Subject: a\r\n\r\n" + "x".repeat(998)))
                    .startsWith("250");
        }
        assertThat(mail.posts()).hasSize(1);
    }

    @Test
    void rule3_aBareLineFeedIsRefused() throws IOException {
        try (SmtpClient client = greeted()) {
            assertThat(client.mail("a@news.example", "Subject: a\r\n\r\na\n.\nMAIL FROM:<x@y.example>"))
                    .startsWith("554");
        }
        assertThat(mail.posts()).isEmpty();
        assertThat(mail.storedCopies()).isZero();
    }

    @Test
    void rule4_doubledDotsAreUndoubled() throws Exception {
        try (SmtpClient client = greeted()) {
            client.mail("a@news.example", "Subject: a\r\n\r\n..dot");
        }

        assertThat(mail.messages().get(0).getContent().toString().strip()).isEqualTo(".dot");
    }

    @Test
    void rule4_whatNoClientShouldSendIsNoted() throws IOException {
        try (SmtpClient client = greeted()) {
            client.mail(
                    "a@news.example",
                    "Subject: 속보\r\nBcc: b@news.example\r\nX-A: =?UTF-8?B?" + "QUJD".repeat(20) + "?=\r\n\r\na");
        }

        assertThat(mail.complaints())
                .containsExactly(
                        "a Bcc header was sent",
                        "a header holds 8-bit characters without SMTPUTF8",
                        "an encoded-word is longer than 75 characters");
    }

    @Test
    void rule7_aMessageIsQueuedAndTheConnectionReset() throws IOException {
        mail.inject(Fault.STORED_THEN_RESET);
        try (SmtpClient client = greeted()) {
            assertThatThrownBy(() -> client.mail("a@news.example", CONTENT)).isInstanceOf(SocketException.class);
        }

        assertThat(mail.posts()).hasSize(1);
        assertThat(mail.createRequests()).isEqualTo(1);
    }

    @Test
    void rule7_aMessageIsQueuedAndTheReplyComesLate() throws IOException {
        mail.inject(Fault.STORED_THEN_DELAYED);
        try (SmtpClient client = greeted()) {
            client.patientFor(500);
            assertThatThrownBy(() -> client.mail("a@news.example", CONTENT)).isInstanceOf(SocketTimeoutException.class);
        }

        assertThat(mail.posts()).hasSize(1);
    }

    @Test
    void rule6_aMessageIsQueuedAndTheReplyIsGarbage() throws IOException {
        mail.inject(Fault.STORED_THEN_MALFORMED_BODY);
        try (SmtpClient client = greeted()) {
            assertThat(client.mail("a@news.example", CONTENT)).isEqualTo("XYZ");
        }

        assertThat(mail.posts()).hasSize(1);
    }

    @Test
    void rule6_aMessageIsRefusedAfterTheDotAndTheConnectionStaysGood() throws IOException {
        mail.inject(Fault.NOT_STORED_500);
        try (SmtpClient client = greeted()) {
            assertThat(client.mail("a@news.example", CONTENT)).startsWith("554 5.3.0");
            assertThat(mail.posts()).isEmpty();
            assertThat(mail.storedCopies()).isZero();

            assertThat(client.mail("a@news.example", CONTENT)).startsWith("250");
        }

        assertThat(mail.posts()).hasSize(1);
        assertThat(mail.createRequests()).isEqualTo(2);
        assertThat(mail.connections()).isEqualTo(1);
    }

    @Test
    void rule6_aSenderWhoSendsTooMuchIsRefusedBeforeTheMessage() throws IOException {
        mail.inject(Fault.RATE_LIMITED);
        try (SmtpClient client = greeted()) {
            client.say("MAIL FROM:<newsdesk@news.example>");
            assertThat(client.say("RCPT TO:<a@news.example>")).startsWith("450 4.7.0");
            assertThat(client.say("RCPT TO:<b@news.example>")).startsWith("450 4.7.0");
            assertThat(client.say("DATA")).startsWith("503");
            client.say("RSET");
            assertThat(client.mail("a@news.example", CONTENT)).startsWith("250");
        }

        assertThat(mail.posts()).hasSize(1);
        assertThat(mail.createRequests()).isEqualTo(2);
    }

    @Test
    void rule9_theSameMessageIdTwiceIsTwoMessages() throws IOException {
        try (SmtpClient client = greeted()) {
            client.mail("a@news.example", CONTENT);
            client.mail("a@news.example", CONTENT);
        }

        assertThat(mail.posts()).hasSize(2).extracting(SimulatedPost::id).containsOnly("<1@news.example>");
    }

    @Test
    void rule11_anAddressCutDownToBytesIsRefused() throws IOException {
        try (SmtpClient client = greeted()) {
            client.say("MAIL FROM:<newsdesk@news.example>");
            assertThat(client.say("RCPT TO:<홍길동@news.example>")).startsWith("553 5.6.7");
        }
    }

    @Test
    void oneMessageToSeveralReadersIsOnePost() throws IOException {
        try (SmtpClient client = greeted()) {
            client.say("MAIL FROM:<newsdesk@news.example>");
            client.say("RCPT TO:<a@news.example>");
            client.say("RCPT TO:<b@news.example>");
            client.say("DATA");
            assertThat(client.say(CONTENT + "\r\n.")).startsWith("250");
        }

        assertThat(mail.posts())
                .singleElement()
                .satisfies(
                        post -> assertThat(post.details()).containsEntry("to", "<a@news.example>, <b@news.example>"));
        assertThat(mail.storedCopies()).isEqualTo(2);
    }

    @Test
    void anExpiredAccountMustLogIn() throws IOException {
        mail.expireToken();
        try (SmtpClient client = greeted()) {
            assertThat(client.say("MAIL FROM:<newsdesk@news.example>")).startsWith("530 5.7.0");
        }
    }

    @Test
    void aFaultThatMailCannotShowIsRefused() {
        assertThat(mail.faults()).doesNotContain(Fault.STORED_THEN_500);
        assertThatThrownBy(() -> mail.inject(Fault.STORED_THEN_500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mail cannot show STORED_THEN_500; it can show [NONE, STORED_THEN_RESET");
    }
}
