package io.sharewire.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/** Signs mails with the optional library; nothing else here knows it. Thread-safe, one mail at a time. */
final class DkimSignature {

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
     * The header lines with the signature before them.
     *
     * @param own the header lines of one mail
     * @param common all that follows them
     */
    synchronized byte[] sign(byte[] own, byte[] common) {
        byte[] mail = Arrays.copyOf(own, own.length + common.length);
        System.arraycopy(common, 0, mail, own.length, common.length);
        byte[] signed = signed(mail);
        int header = signed.length - mail.length;
        if (header <= 0 || !Arrays.equals(signed, header, signed.length, mail, 0, mail.length)) {
            throw new IllegalStateException("the DKIM library changed the mail that it was to sign");
        }
        return Arrays.copyOf(signed, header + own.length);
    }

    private byte[] signed(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage((Session) null, new ByteArrayInputStream(mail));
            ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length + 1_024);
            new DkimMessage(message, signer).writeTo(out, null);
            return out.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the DKIM library could not sign a mail", e);
        }
    }
}
