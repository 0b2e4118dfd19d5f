package io.sharewire.mail;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * With what mails are signed (DKIM, RFC 6376): the domain, the selector under which the DNS has the public key ({@code
 * selector._domainkey.domain}), and the private key. Immutable and thread-safe; prints no key.
 *
 * <p>The signature is rsa-sha256 over the relaxed header and body. The DNS is not asked.
 */
public final class MailDkim {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?");

    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    /** RFC 8301: verifiers may take a shorter one for none. */
    private static final int SHORTEST = 1024;

    private final String domain;
    private final String selector;
    private final RSAPrivateKey key;

    private MailDkim(String domain, String selector, RSAPrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /**
     * Signs for {@code domain}, which must be the sender's or above it for DMARC to count it.
     *
     * @param key an RSA key of at least 1024 bits
     * @throws IllegalArgumentException with everything that is wrong
     */
    public static MailDkim of(String domain, String selector, PrivateKey key) {
        new MailValidation("MailDkim")
                .check("domain", domain, DOMAIN.asMatchPredicate(), "a domain in ASCII")
                .check("selector", selector, SELECTOR.asMatchPredicate(), "a label in ASCII")
                .check(
                        key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= SHORTEST,
                        "the key must be an RSA key of at least " + SHORTEST + " bits")
                .orThrow();
        return new MailDkim(domain, selector, (RSAPrivateKey) key);
    }

    /**
     * As {@link #of}, with the key as the text of a PEM file.
     *
     * @param pem a PKCS #8 key, which begins with {@code -----BEGIN PRIVATE KEY-----}
     */
    public static MailDkim ofPem(String domain, String selector, String pem) {
        Matcher matcher = PEM.matcher(pem.strip());
        if (!matcher.matches() || !matcher.group(1).equals("PRIVATE KEY")) {
            throw new IllegalArgumentException(
                    "MailDkim: the key must be a PEM file that begins with -----BEGIN PRIVATE"
                            + " KEY-----; 'openssl pkcs8 -topk8 -nocrypt' turns others into one");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
            return of(domain, selector, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("MailDkim: the PEM file holds no RSA key", e);
        }
    }

    String domain() {
        return domain;
    }

    String selector() {
        return selector;
    }

    RSAPrivateKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "MailDkim[" + selector + "._domainkey." + domain + "]";
    }
}
