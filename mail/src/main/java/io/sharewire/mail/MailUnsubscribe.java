package io.sharewire.mail;

import io.sharewire.Secret;
import io.sharewire.url.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How a recipient leaves the list with one click in their mail program (RFC 8058): the headers {@code List-Unsubscribe}
 * and {@code List-Unsubscribe-Post}.
 *
 * <p>The mail program sends {@code POST} with the body {@code List-Unsubscribe=One-Click} to the address, without cookies
 * or login; so the address carries a {@linkplain #token token} that nobody can guess. The answer must not be a redirect,
 * and a {@code GET} must not unsubscribe: programs that check links would unsubscribe everybody. Receivers require that a
 * DKIM signature covers both headers. Immutable and thread-safe.
 */
public final class MailUnsubscribe {

    private static final String TOKEN = "{token}";
    private static final String RECIPIENT = "{recipient}";

    /** 128 bits. */
    private static final int OCTETS = 16;

    /** RFC 5322 2.1.1 allows 998; the longest recipient has 254, three times as long in percent-encoding. */
    private static final int LONGEST_TEMPLATE = 200;

    private final String template;
    private final Secret key;
    private final @Nullable String mailto;

    private MailUnsubscribe(String template, Secret key, @Nullable String mailto) {
        this.template = template;
        this.key = key;
        this.mailto = mailto;
    }

    /**
     * Unsubscribes at an address.
     *
     * @param template an https address with {@code {token}} in it, and {@code {recipient}} for the percent-encoded mail
     *     address if the token alone does not lead there, e.g. {@code https://news.example/u/{token}?m={recipient}}
     * @param key makes the tokens: at least 16 characters, known to the sender and to the receiving page
     * @throws IllegalArgumentException with everything that is wrong
     */
    public static MailUnsubscribe at(String template, Secret key) {
        new MailValidation("MailUnsubscribe")
                .check(
                        "the address",
                        template,
                        url -> isHttps(url.replace(TOKEN, "t").replace(RECIPIENT, "r")),
                        "an https address in ASCII")
                .check(template.contains(TOKEN), "the address must contain " + TOKEN + ", which nobody can guess")
                .check(
                        template.length() <= LONGEST_TEMPLATE,
                        "the address must not have more than " + LONGEST_TEMPLATE + " characters")
                .check(key.reveal().length() >= OCTETS, "the key must have at least " + OCTETS + " characters")
                .orThrow();
        return new MailUnsubscribe(template, key, null);
    }

    /**
     * The same, and by mail for programs that do not know one-click: a mail whose subject is the token.
     *
     * @throws IllegalArgumentException if it is not a bare address
     */
    public MailUnsubscribe orByMail(String address) {
        new MailValidation("MailUnsubscribe")
                .address("address", address, Mailbox::recipientProblem)
                .orThrow();
        return new MailUnsubscribe(template, key, Mailbox.recipient(address));
    }

    /**
     * The token of a recipient: the first 128 bits of HMAC-SHA-256 over the bare address, its domain in lower case and
     * A-labels, in hex.
     *
     * @throws IllegalArgumentException if it is not a bare address
     */
    public String token(String recipient) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] address = Mailbox.recipient(recipient, true).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(address), 0, OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Whether {@code token} is that recipient's, for the receiving page; takes the same time for every wrong one. */
    public boolean accepts(String token, String recipient) {
        return Mailbox.recipientProblem(recipient, true).isEmpty()
                && MessageDigest.isEqual(
                        token(recipient).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** The two header lines for one recipient. */
    String headers(String recipient) {
        String token = token(recipient);
        String uri = template.replace(TOKEN, token).replace(RECIPIENT, PercentEncoding.encode(recipient));
        String byMail = mailto == null ? "" : ",\r\n <" + Mailto.uri(mailto, token, null) + ">";
        return "List-Unsubscribe: <" + uri + ">" + byMail + "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
    }

    @Override
    public String toString() {
        return "MailUnsubscribe[" + template + "]";
    }

    private static boolean isHttps(String url) {
        try {
            URI uri = new URI(url);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && url.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
