package io.sharewire.url;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encodes a value for a URI: every UTF-8 octet except RFC 3986's unreserved {@code A-Z a-z 0-9 - . _ ~}.
 *
 * <p>{@link java.net.URLEncoder} writes forms, where a space is {@code +}; in a link or a signature that is a plus. Pure
 * and thread-safe.
 */
public final class PercentEncoding {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    /** {@code value} encoded; an unpaired surrogate becomes {@code %EF%BF%BD}. */
    public static String encode(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            if (isUnreserved(c)) {
                out.append((char) c);
            } else {
                boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                for (byte octet : Character.toString(unpaired ? 0xFFFD : c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
                }
            }
        }
        return out.toString();
    }

    static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
