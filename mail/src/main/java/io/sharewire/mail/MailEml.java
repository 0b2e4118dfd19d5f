package io.sharewire.mail;

import io.sharewire.Draft;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes the mail of a draft as an {@code .eml} file (RFC 5322), which mail programs open. Thread-safe. */
public final class MailEml {

    private MailEml() {}

    /**
     * The mail of a draft as the bytes of a file.
     *
     * <p>It names no recipient, neither in {@code To} nor in {@code Bcc}, so that it can be passed on. The same draft and
     * date give the same bytes.
     *
     * @param draft one of a {@link MailTarget}, or a preview of one
     * @param date what the {@code Date} header says, in whole seconds
     * @throws IllegalArgumentException if the draft is for another channel
     */
    public static byte[] of(Draft draft, Instant date) {
        if (!draft.channel().equals(MailTarget.CHANNEL)) {
            throw new IllegalArgumentException(
                    "MailEml: the draft is for " + draft.channel().id() + ", not for mail");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // An empty group is how a mail without named recipients is written (RFC 5322 appendix A.1.3).
        out.writeBytes(("To: undisclosed-recipients:;\r\nDate: " + MailComposer.date(date) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(MailComposer.common(draft));
        return out.toByteArray();
    }
}
