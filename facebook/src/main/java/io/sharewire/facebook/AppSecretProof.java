package io.sharewire.facebook;

import io.sharewire.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves with each call that the caller knows the app's secret: {@code hex(HMAC_SHA256(key = app secret, message = access
 * token))}; the timed form signs {@code token|seconds} and sends the seconds along.
 *
 * @param appSecret the app's secret; null for no proof
 * @param clock of the timed form; null for the plain one, which is good for as long as the token
 */
record AppSecretProof(@Nullable Secret appSecret, @Nullable Clock clock) {

    /** The parameters that go with a call made with {@code token}. */
    Map<String, String> of(Secret token) {
        Map<String, String> parameters = new TreeMap<>();
        if (appSecret != null && clock != null) {
            String seconds = String.valueOf(clock.instant().getEpochSecond());
            parameters.put("appsecret_proof", sign(appSecret, token.reveal() + "|" + seconds));
            parameters.put("appsecret_time", seconds);
        } else if (appSecret != null) {
            parameters.put("appsecret_proof", sign(appSecret, token.reveal()));
        }
        return parameters;
    }

    private static String sign(Secret appSecret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
