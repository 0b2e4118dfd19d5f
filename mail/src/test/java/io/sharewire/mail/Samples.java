package io.sharewire.mail;

import io.sharewire.Article;
import io.sharewire.Image;
import io.sharewire.Share;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Articles, settings and readers that several tests need. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Samples() {}

    static Article korean() {
        return Article.builder("https://news.example/bridge?id=1", "[속보] 한강 다리 통제 & 우회로 50% 안내 #1 📰")
                .summary("오늘 밤부터 한강 다리 두 곳이 통제된다.\n\n우회로는 아래와 같다.")
                .author("김하늘")
                .language("ko")
                .siteName("한강일보")
                .image(Image.of("https://news.example/bridge.jpg")
                        .withAlt("불 켜진 다리")
                        .withCaption("통제를 앞둔 다리", "이바다")
                        .withSize(1200, 800))
                .build();
    }

    static Article english() {
        return Article.builder("https://news.example/bridge", "Two bridges close tonight")
                .summary("The detour is signposted.")
                .author("Jo Field")
                .language("en")
                .build();
    }

    static Share share() {
        return Share.of(english()).withKey("bridge-1");
    }

    static MailServer.Builder server(int port) {
        return MailServer.builder("127.0.0.1").port(port).security(MailSecurity.NONE);
    }

    static MailSettings.Builder settings(int port) {
        return settings(server(port));
    }

    static MailSettings.Builder settings(MailServer.Builder server) {
        return MailSettings.builder(server.build(), "Newsdesk <newsdesk@news.example>")
                .to("editor@news.example");
    }

    static Letterhead letterhead(String from) {
        return new Letterhead(Mailbox.of(from), null, MailPicture.REMOTE, false);
    }

    static MimeMessage parsed(String message) throws MessagingException {
        return new MimeMessage((Session) null, new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The decoded text of one of the two bodies. */
    static String body(MimeMessage message, int index) throws MessagingException, IOException {
        BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(index);
        return (String) part.getContent();
    }
}
