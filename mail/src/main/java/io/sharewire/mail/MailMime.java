package io.sharewire.mail;

import io.sharewire.Media;
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
 * Composes the body that all recipients get, with the headers that tell what it is: 7-bit, CR LF, and the same bytes for
 * the same content, since the boundaries come from the content instead of a clock and a counter.
 *
 * <pre>
 * multipart/alternative
 * ├─ text/plain
 * └─ multipart/related      only around a picture that is carried along, else text/html directly
 *    ├─ text/html
 *    └─ image/…             Content-ID
 * </pre>
 *
 * <p>Composed here and not by the library's message classes, which read {@code ~/.mailcap}, the JVM's default charset and
 * half a dozen system properties on the way. Pure and thread-safe.
 */
final class MailMime {

    /** RFC 5322 2.1.1, without the line break. */
    private static final int LONGEST_LINE = 998;

    private MailMime() {}

    /**
     * {@code MIME-Version} and all that follows it.
     *
     * @param text plain text, lines ended by {@code \n}
     * @param html the same as a complete page
     * @param picture what the page shows; null if nothing
     */
    static String body(String text, String html, @Nullable LeadPicture picture) {
        String page = textPart("html", html);
        String related = picture == null || picture.file() == null
                ? page
                : multipart("related;\r\n type=\"text/html\"", page, imagePart(picture, picture.file()));
        return "MIME-Version: 1.0\r\n" + multipart("alternative", textPart("plain", text), related);
    }

    private static String multipart(String subtype, String first, String second) {
        String boundary = boundary(first + second);
        return "Content-Type: multipart/" + subtype + ";\r\n boundary=\"" + boundary + "\"\r\n"
                + "\r\n--" + boundary + "\r\n" + first
                + "\r\n--" + boundary + "\r\n" + second
                + "\r\n--" + boundary + "--\r\n";
    }

    private static String textPart(String subtype, String content) {
        String canonical = content.replace("\n", "\r\n");
        String encoding = encoding(canonical);
        return "Content-Type: text/" + subtype + "; charset=UTF-8\r\nContent-Transfer-Encoding: " + encoding
                + "\r\n\r\n" + encoded(canonical.getBytes(StandardCharsets.UTF_8), encoding);
    }

    private static String imagePart(LeadPicture picture, Media file) {
        String name = "picture." + file.type().substring("image/".length()).replace("jpeg", "jpg");
        return "Content-Type: " + file.type() + ";\r\n name=\"" + name + "\"\r\nContent-Transfer-Encoding: base64"
                + "\r\nContent-ID: " + picture.contentId().orElseThrow()
                + "\r\nContent-Disposition: inline;\r\n filename=\"" + name + "\"\r\n\r\n"
                + encoded(file.bytes(), "base64");
    }

    /** Plain where it can be, legible where most of it is ASCII, short otherwise. */
    private static String encoding(String content) {
        long ascii = content.chars().filter(c -> c < 0x80).count();
        if (ascii == content.length() && content.lines().allMatch(line -> line.length() <= LONGEST_LINE)) {
            return "7bit";
        }
        return ascii * 2 > content.length() ? "quoted-printable" : "base64";
    }

    private static String encoded(byte[] content, String encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encoder = MimeUtility.encode(out, encoding)) {
            encoder.write(content);
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
