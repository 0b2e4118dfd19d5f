package io.sharewire.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/** Signs mails with the optional library; nothing else here knows it. Thread-safe, one mail at a time. */
final class DkimSignature {

    private static final Session UTF8 = utf8();

    /** A line break that is not folded. */
    private static final Pattern FIELD_END = Pattern.compile("\r\n(?![ \t])");

    private static final String LIBRARY = "org.simplejavamail.utils.mail.dkim.DkimSigner";

    private final DkimSigner signer;

    private DkimSignature(DkimSigner signer) {
        this.signer = signer;
    }

    /** Whether the library is there. */
    static boolean isAvailable() {
        try {
            Class.forName(LIBRARY, false, DkimSignature.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static DkimSignature of(MailDkim dkim) {
        DkimSigner signer = new DkimSigner(dkim.domain(), dkim.selector(), dkim.key());
        signer.setHeaderCanonicalization(Canonicalization.RELAXED);
        signer.setBodyCanonicalization(Canonicalization.RELAXED);
        signer.setCheckDomainKey(false);
        signer.setLengthParam(false);
        // RFC 8058 wants both headers of an unsubscription covered; the library knows the first.
        signer.addHeaderToSign("List-Unsubscribe-Post");
        signer.addHeaderToSign("Auto-Submitted");
        return new DkimSignature(signer);
    }

    /**
     * The header lines with the signature before them. Nothing else of what the library writes is used.
     *
     * @param own the header lines of one mail
     * @param common all that follows them
     */
    synchronized byte[] sign(byte[] own, byte[] common) {
        byte[] mail = Arrays.copyOf(own, own.length + common.length);
        System.arraycopy(common, 0, mail, own.length, common.length);
        ByteArrayOutputStream signed = new ByteArrayOutputStream(mail.length + 1_024);
        try {
            MimeMessage message = new MimeMessage(UTF8, new ByteArrayInputStream(mail));
            new DkimMessage(message, signer).writeTo(signed, null);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the DKIM library could not sign a mail", e);
        }
        byte[] field = FIELD_END
                .split(signed.toString(StandardCharsets.ISO_8859_1), 2)[0]
                .concat("\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] lines = Arrays.copyOf(field, field.length + own.length);
        System.arraycopy(own, 0, lines, field.length, own.length);
        return lines;
    }

    /** Headers are read as UTF-8, which is what they are signed in. */
    private static Session utf8() {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }
}
