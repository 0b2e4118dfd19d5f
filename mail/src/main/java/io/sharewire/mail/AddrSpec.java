package io.sharewire.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The bare address of one mailbox, {@code local-part@domain} (RFC 5321 4.1.2, RFC 5322 3.4.1), in the one form that is
 * sent: domain in A-labels, local part with as little quoting as possible.
 *
 * <p>Comments, routes and address literals are refused. Letters beyond ASCII before the {@code @} need SMTPUTF8 (RFC
 * 6531); without it the mail library would narrow them to other people's letters. Pure and thread-safe.
 */
final class AddrSpec {

    private static final String ATEXT = "A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-";

    /** Assigned characters that can be seen, and the marks that combine with them. */
    private static final String BEYOND_ASCII = "[^\\p{ASCII}]&&[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]";

    private static final Pattern DOT_ATOM = dotAtom(ATEXT);
    private static final Pattern DOT_ATOM_UTF8 = dotAtom(ATEXT + "[" + BEYOND_ASCII + "]");
    private static final Pattern QUOTED = quoted("");
    private static final Pattern QUOTED_UTF8 = quoted("[" + BEYOND_ASCII + "]");

    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final int LONGEST_LOCAL = 64;

    /** RFC 5321 4.5.3.1.3: a path has 256 octets with its angle brackets. */
    private static final int LONGEST = 254;

    private AddrSpec() {}

    /**
     * The address in the form that is sent.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static String of(String text, boolean smtpUtf8) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("has no @");
        }
        String address = local(text.substring(0, at), smtpUtf8) + "@" + domain(text.substring(at + 1));
        if (octets(address) > LONGEST) {
            throw new IllegalArgumentException("is longer than 254 characters");
        }
        return address;
    }

    /** Whether only a server with SMTPUTF8 can be handed mail for {@code address}. */
    static boolean needsSmtpUtf8(String address) {
        return address.chars().anyMatch(c -> c >= 0x80);
    }

    private static String local(String text, boolean smtpUtf8) {
        if (needsSmtpUtf8(text) && !smtpUtf8) {
            throw new IllegalArgumentException(
                    "has characters before the @ that mail servers without SMTPUTF8 do not take");
        }
        // č, 젊 and their like have CR or LF as their low byte, which is what is left of them wherever one is narrowed.
        if (text.chars().anyMatch(c -> c >= 0x80 && ((c & 0xFF) == '\r' || (c & 0xFF) == '\n'))) {
            throw new IllegalArgumentException("has a character before the @ that turns into a line break on the way");
        }
        String local = minimal(Normalizer.normalize(text, Normalizer.Form.NFC), smtpUtf8);
        if (octets(local) > LONGEST_LOCAL) {
            throw new IllegalArgumentException("has more than 64 characters before the @");
        }
        return local;
    }

    /** RFC 5321 4.1.2: the form with the minimum of quoting, so that one mailbox is written in one way. */
    private static String minimal(String local, boolean smtpUtf8) {
        Pattern dotAtom = smtpUtf8 ? DOT_ATOM_UTF8 : DOT_ATOM;
        if (dotAtom.matcher(local).matches()) {
            return local;
        }
        if (!(smtpUtf8 ? QUOTED_UTF8 : QUOTED).matcher(local).matches()) {
            throw new IllegalArgumentException("is not exactly one address");
        }
        String content = local.substring(1, local.length() - 1).replaceAll("\\\\(.)", "$1");
        return dotAtom.matcher(content).matches()
                ? content
                : '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String domain(String text) {
        String ascii;
        try {
            ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has no valid domain after the @", e);
        }
        if (!DOMAIN.matcher(ascii).matches()) {
            throw new IllegalArgumentException("has no valid domain after the @");
        }
        // Java maps ß to ss and wide letters to plain ones: the domain of somebody else.
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (needsSmtpUtf8(text) && !IDN.toUnicode(ascii).equalsIgnoreCase(composed)) {
            throw new IllegalArgumentException("has a domain that can be read in two ways; give it as xn--…");
        }
        return ascii;
    }

    private static Pattern dotAtom(String atext) {
        return Pattern.compile("[" + atext + "]+(?:\\.[" + atext + "]+)*");
    }

    private static Pattern quoted(String more) {
        return Pattern.compile("\"(?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E" + more + "]|\\\\[\\x20-\\x7E])*\"");
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
