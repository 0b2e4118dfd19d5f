package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signature over a mail, checked as a receiver does. */
class MailDkimTest {

    private static KeyPair keys;
    private ScriptedSmtpServer server;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    @BeforeEach
    void startServer() {
        server = ScriptedSmtpServer.start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void theSignatureHoldsOverEveryHeaderThatMattersAndTheWholeBody() throws GeneralSecurityException {
        String mail = publish(Share.of(Samples.korean()));

        DkimVerifier verifier = new DkimVerifier(mail);
        assertThat(verifier.tags())
                .containsEntry("v", "1")
                .containsEntry("a", "rsa-sha256")
                .containsEntry("c", "relaxed/relaxed")
                .containsEntry("d", "news.example")
                .containsEntry("s", "s2026")
                .doesNotContainKey("l");
        assertThat(verifier.signedFields())
                .contains(
                        "from",
                        "to",
                        "subject",
                        "date",
                        "message-id",
                        "mime-version",
                        "content-type",
                        "list-unsubscribe",
                        "list-unsubscribe-post");
        assertThat(verifier.bodyMatches()).isTrue();
        assertThat(verifier.signatureMatches(keys.getPublic())).isTrue();
    }

    @Test
    void aMailThatWasChangedOnItsWayDoesNotPass() throws GeneralSecurityException {
        String mail = publish(Samples.share());

        assertThat(new DkimVerifier(mail.replace("signposted", "sign-posted")).bodyMatches())
                .isFalse();
        assertThat(new DkimVerifier(mail.replace("Subject: Two", "Subject: Ten")).signatureMatches(keys.getPublic()))
                .isFalse();
        assertThat(new DkimVerifier(mail.replace("One-Click", "No-Click")).signatureMatches(keys.getPublic()))
                .isFalse();
    }

    @Test
    void theSignatureIsPutBeforeTheMailAndChangesNothingInIt() {
        String signed = publish(Share.of(Samples.korean()));
        try (MailTarget target = MailTarget.of(settings().build(), Samples.CLOCK)) {
            target.publish(target.draft(Share.of(Samples.korean())));
        }

        String plain = server.messages().get(1);
        assertThat(signed).startsWith("DKIM-Signature: v=1;").endsWith("\r\n" + plain);
    }

    @Test
    void anAddressInUtf8IsSignedAsItIsSent() throws GeneralSecurityException {
        server.capabilities("SMTPUTF8", "8BITMIME");
        MailSettings settings = settings()
                .to("홍길동@example.test")
                .smtpUtf8(true)
                .dkim(MailDkim.of("news.example", "s2026", keys.getPrivate()))
                .build();
        try (MailTarget target = MailTarget.of(settings, Samples.CLOCK)) {
            assertThat(target.publish(target.draft(Samples.share()))).isInstanceOf(Shared.class);
        }

        DkimVerifier verifier = new DkimVerifier(server.messages().get(0));
        assertThat(verifier.signatureMatches(keys.getPublic())).isTrue();
        assertThat(verifier.bodyMatches()).isTrue();
    }

    @Test
    void anotherImplementationAgrees(@TempDir Path folder) throws Exception {
        Path dkimpy = Peers.need("usr/lib/python3/dist-packages");
        Path file = folder.resolve("mail.eml");
        Files.writeString(file, publish(Share.of(Samples.korean())), StandardCharsets.ISO_8859_1);
        String record = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        String program = """
                import dkim, sys
                mail = open(sys.argv[1], 'rb').read()
                asked = []
                def dns(name, timeout=5):
                    asked.append(name)
                    return sys.argv[2].encode()
                print(dkim.verify(mail, dnsfunc=dns), asked[0].decode().rstrip('.'))
                print(dkim.verify(mail.replace(b'Subject: ', b'Subject: x'), dnsfunc=dns))
                """;
        ProcessBuilder python =
                new ProcessBuilder("python3", "-c", program, file.toString(), record).redirectErrorStream(true);
        python.environment().put("PYTHONPATH", dkimpy.toString());
        Process process = python.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertThat(said.lines()).containsExactly("True s2026._domainkey.news.example", "False");
    }

    @Test
    void aKeyInAPemFileIsReadAndShowsNowhere() throws GeneralSecurityException {
        String encoded = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(keys.getPrivate().getEncoded());
        MailDkim dkim = MailDkim.ofPem(
                "news.example", "s2026", "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");

        assertThat(dkim.key().getModulus())
                .isEqualTo(((java.security.interfaces.RSAPublicKey) keys.getPublic()).getModulus());
        assertThat(dkim).hasToString("MailDkim[s2026._domainkey.news.example]");
    }

    @Test
    void whatCannotSignIsRefusedWithTheWayOut() throws GeneralSecurityException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailDkim.ofPem(
                        "news.example", "s", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"))
                .withMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailDkim.ofPem(
                        "news.example", "s", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .withMessageContaining("no RSA key");
        KeyPairGenerator weak = KeyPairGenerator.getInstance("RSA");
        weak.initialize(512);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> MailDkim.of("news", "s 1", weak.generateKeyPair().getPrivate()))
                .withMessageContainingAll("domain", "selector", "1024 bits");
    }

    @Test
    void withoutTheLibraryItIsRefusedWithTheWayOutAndEverythingElseWorks() throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(
                                java.io.File.pathSeparator,
                                java.util.Arrays.stream(path.split(java.io.File.pathSeparator, -1))
                                        .filter(entry -> !entry.contains("utils-mail-dkim"))
                                        .toList()),
                        WithoutDkim.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertThat(said.strip())
                .isEqualTo(
                        "unsigned: fine\nMailSettings: dkim needs org.simplejavamail:utils-mail-dkim, which is not on"
                                + " the class path: add it, or let the mail server sign");
    }

    private String publish(Share share) {
        MailSettings signing = settings()
                .dkim(MailDkim.of("news.example", "s2026", keys.getPrivate()))
                .build();
        int before = server.messages().size();
        try (MailTarget target = MailTarget.of(signing, Samples.CLOCK)) {
            assertThat(target.publish(target.draft(share))).isInstanceOf(Shared.class);
        }
        return server.messages().get(before);
    }

    private MailSettings.Builder settings() {
        return Samples.settings(server.port())
                .unsubscribe(MailUnsubscribe.at(
                        "https://news.example/u/{token}", Secret.of("0123456789abcdef0123456789abcdef")));
    }
}
