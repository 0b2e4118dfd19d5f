package io.sharewire.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * One mail with its envelope, as the very bytes that go out.
 *
 * <p>The library would make a Message-ID and boundaries of its own; so nothing is composed here, only written.
 */
final class MailDelivery extends SMTPMessage {

    private final List<String> recipients;
    private final String messageId;
    private final byte[] own;
    private final byte[] common;

    /**
     * Puts a mail together.
     *
     * @param sender the envelope sender
     * @param recipients checked bare addresses, at least one
     * @param messageId with its angle brackets
     * @param own the header lines of this mail
     * @param common the payload's bytes, shared by all mails of a batch
     */
    MailDelivery(String sender, List<String> recipients, String messageId, byte[] own, byte[] common) {
        super((Session) null);
        this.recipients = List.copyOf(recipients);
        this.messageId = messageId;
        this.own = own;
        this.common = common;
        setEnvelopeFrom(sender);
    }

    List<String> recipients() {
        return recipients;
    }

    /** For messages, e.g. {@code a@x.test and 2 more}. */
    String to() {
        return recipients.size() == 1
                ? recipients.get(0)
                : recipients.get(0) + " and " + (recipients.size() - 1) + " more";
    }

    String messageId() {
        return messageId;
    }

    /** Whether an address in its envelope or its own headers has letters beyond ASCII. */
    boolean needsSmtpUtf8() {
        for (byte octet : own) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }

    InternetAddress[] envelope() {
        return recipients.stream()
                .map(recipient -> {
                    InternetAddress address = new InternetAddress();
                    address.setAddress(recipient);
                    return address;
                })
                .toArray(InternetAddress[]::new);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        out.write(own);
        out.write(common);
    }
}
