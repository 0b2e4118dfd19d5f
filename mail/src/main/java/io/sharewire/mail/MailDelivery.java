package io.sharewire.mail;

import io.sharewire.Draft;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One mail to one recipient: {@code To}, {@code Date} and {@code Message-ID}, and then the draft's bytes as they are.
 *
 * <p>The library would make a Message-ID and boundaries of its own; so nothing is composed here, only written.
 */
final class MailDelivery extends MimeMessage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String recipient;
    private final String messageId;
    private final byte[] ownHeaders;
    private final byte[] common;

    /**
     * Puts a mail together.
     *
     * @param recipient a checked bare address
     * @param messageId with its angle brackets
     * @param common the payload's bytes, shared by all recipients
     */
    MailDelivery(String recipient, String messageId, Instant date, byte[] common) {
        super((Session) null);
        this.recipient = recipient;
        this.messageId = messageId;
        this.common = common;
        this.ownHeaders = ("To: " + recipient + "\r\nDate: " + date(date) + "\r\nMessage-ID: " + messageId + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The value of a {@code Date} header. */
    static String date(Instant date) {
        return DATE.format(date.atOffset(ZoneOffset.UTC));
    }

    /** The part of a draft that is the same for every recipient. */
    static byte[] common(Draft draft) {
        return draft.payload().get(0).body().getBytes(StandardCharsets.US_ASCII);
    }

    String recipient() {
        return recipient;
    }

    String messageId() {
        return messageId;
    }

    InternetAddress[] envelope() {
        InternetAddress address = new InternetAddress();
        address.setAddress(recipient);
        return new InternetAddress[] {address};
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(ownHeaders);
        out.write(common);
    }
}
