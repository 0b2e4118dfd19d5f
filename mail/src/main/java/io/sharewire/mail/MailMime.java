package io.sharewire.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Composes the message that all recipients get: 7-bit, CR LF, and the same bytes for the same content, since the
 * boundary comes from the content instead of a clock and a counter.
 *
 * <p>Composed here and not by the library's message classes, which read {@code ~/.mailcap}, the JVM's default charset and
 * half a dozen system properties on the way. Pure and thread-safe.
 */
final class MailMime {

    /** RFC 5322 2.1.1, without the line break. */
    private static final int LONGEST_LINE = 998;

    private MailMime() {}

    /**
     * The message, without {@code To}, {@code Date} and {@code Message-ID}.
     *
     * @param from null leaves the header out
     * @param text plain text, lines ended by {@code \n}
     * @param html the same as a complete page
     */
    static String message(@Nullable Mailbox from, @Nullable Mailbox replyTo, String subject, String text, String html) {
        String boundary = boundary(text + '\0' + html);
        StringBuilder out = new StringBuilder();
        if (from != null) {
            out.append(HeaderText.line("From", from));
        }
        if (replyTo != null) {
            out.append(HeaderText.line("Reply-To", replyTo));
        }
        out.append(HeaderText.line("Subject", subject));
        out.append("MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"")
                .append(boundary)
                .append("\"\r\n");
        part(out, boundary, "plain", text);
        part(out, boundary, "html", html);
        return out.append("\r\n--").append(boundary).append("--\r\n").toString();
    }

    private static void part(StringBuilder out, String boundary, String subtype, String content) {
        String canonical = content.replace("\n", "\r\n");
        String encoding = encoding(canonical);
        out.append("\r\n--").append(boundary).append("\r\nContent-Type: text/").append(subtype);
        out.append("; charset=UTF-8\r\nContent-Transfer-Encoding: ").append(encoding);
        out.append("\r\n\r\n").append(encoded(canonical, encoding));
    }

    /** Plain where it can be, legible where most of it is ASCII, short otherwise. */
    private static String encoding(String content) {
        long ascii = content.chars().filter(c -> c < 0x80).count();
        if (ascii == content.length() && content.lines().allMatch(line -> line.length() <= LONGEST_LINE)) {
            return "7bit";
        }
        return ascii * 2 > content.length() ? "quoted-printable" : "base64";
    }

    private static String encoded(String content, String encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encoder = MimeUtility.encode(out, encoding)) {
            encoder.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the mail library has no encoder for " + encoding, e);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** Neither of the two encodings can produce {@code =_}, and a text cannot contain its own hash. */
    private static String boundary(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "=_" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
