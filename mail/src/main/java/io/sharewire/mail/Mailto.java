package io.sharewire.mail;

import io.sharewire.url.PercentEncoding;
import java.net.IDN;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code mailto:} addresses (RFC 6068).
 *
 * <p>Form encoding would be wrong here: a {@code +} means plus, a space must be {@code %20}. Pure and thread-safe.
 */
final class Mailto {

    private Mailto() {}

    /**
     * A complete address.
     *
     * @param address the recipient; empty to let the reader choose
     * @param subject left out if null
     * @param body left out if null; line breaks of any kind become CR LF
     */
    static String uri(String address, @Nullable String subject, @Nullable String body) {
        StringBuilder uri = new StringBuilder("mailto:").append(address(address));
        char separator = '?';
        if (subject != null) {
            uri.append(separator).append("subject=").append(encode(subject));
            separator = '&';
        }
        if (body != null) {
            uri.append(separator).append("body=").append(encode(body));
        }
        return uri.toString();
    }

    /** Every octet but the unreserved ones as {@code %XX}. */
    static String encode(String text) {
        return PercentEncoding.encode(carriable(text));
    }

    private static String address(String address) {
        int at = address.lastIndexOf('@');
        return at < 0
                ? encode(address)
                : encode(address.substring(0, at)) + '@' + encode(IDN.toASCII(address.substring(at + 1)));
    }

    /** Line breaks as CR LF, no other control but the tab. */
    private static String carriable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n') {
                out.append("\r\n");
            } else if (c == '\t' || !Character.isISOControl(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
