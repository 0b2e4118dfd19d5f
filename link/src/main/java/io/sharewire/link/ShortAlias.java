package io.sharewire.link;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The alias that a link always gets at services which cannot find a link by where it leads. */
final class ShortAlias {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 8;

    private ShortAlias() {}

    /** The first 8 of the 43 base-62 digits of the address's SHA-256. */
    static String of(String url) {
        BigInteger rest = new BigInteger(1, sha256(url));
        StringBuilder digits = new StringBuilder(43);
        for (int i = 0; i < 43; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(62));
            digits.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.reverse().substring(0, LENGTH);
    }

    private static byte[] sha256(String url) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
