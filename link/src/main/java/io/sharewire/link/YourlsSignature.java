package io.sharewire.link;

import io.sharewire.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a YOURLS server is shown that a request comes from somebody who knows the secret signature token. */
public enum YourlsSignature {
    /** The token itself; every release takes it. */
    TOKEN(null, null),
    /** A hash of the time and the token, MD5: the default of releases up to 1.10. Good for 12 hours by default. */
    MD5("MD5", null),
    /** A hash of the time and the token, SHA-256. Good for 12 hours by default. */
    SHA256("SHA-256", "sha256"),
    /** A hash of the time and the token, SHA-384. Good for 12 hours by default. */
    SHA384("SHA-384", "sha384"),
    /** A hash of the time and the token, SHA-512. Good for 12 hours by default. */
    SHA512("SHA-512", "sha512");

    private final @Nullable String algorithm;
    private final @Nullable String named;

    YourlsSignature(@Nullable String algorithm, @Nullable String named) {
        this.algorithm = algorithm;
        this.named = named;
    }

    /** The fields that sign a request made now: {@code signature = hash(timestamp + token)}. */
    Map<String, String> fields(Secret token, Instant now) {
        if (algorithm == null) {
            return Map.of("signature", token.reveal());
        }
        String timestamp = String.valueOf(now.getEpochSecond());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("timestamp", timestamp);
        fields.put("signature", hash(algorithm, timestamp + token.reveal()));
        if (named != null) {
            fields.put("hash", named);
        }
        return fields;
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no " + algorithm, e);
        }
    }
}
