package io.sharewire.twitter;

import io.sharewire.Secret;
import io.sharewire.url.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests by OAuth 1.0a with HMAC-SHA1 (RFC 5849, section 3.4).
 *
 * <p>Method, address, query and form fields are signed; JSON and multipart bodies are not. The signature covers the host,
 * so a signed request must not be redirected. Thread-safe.
 */
final class OAuth1Signer implements TwitterAuthorization {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secret consumerKey;
    private final Secret consumerSecret;
    private final @Nullable Secret token;
    private final @Nullable Secret tokenSecret;
    private final Supplier<String> nonces;

    /** Signs for the user of {@code token}; for the app alone if there is none. */
    OAuth1Signer(
            Secret consumerKey,
            Secret consumerSecret,
            @Nullable Secret token,
            @Nullable Secret tokenSecret,
            Supplier<String> nonces) {
        this.consumerKey = consumerKey;
        this.consumerSecret = consumerSecret;
        this.token = token;
        this.tokenSecret = tokenSecret;
        this.nonces = nonces;
    }

    /** 128 random bits in hex. */
    static String randomNonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public Request authorize(Request request, Instant now) {
        return authorize(request, now, Map.of());
    }

    /** As {@link #authorize(Request, Instant)}, with more parameters of the protocol: a callback, a verifier. */
    Request authorize(Request request, Instant now, Map<String, String> more) {
        Map<String, String> oauth = new TreeMap<>(more);
        oauth.put("oauth_consumer_key", consumerKey.reveal());
        oauth.put("oauth_nonce", nonces.get());
        oauth.put("oauth_signature_method", "HMAC-SHA1");
        oauth.put("oauth_timestamp", String.valueOf(now.getEpochSecond()));
        if (token != null) {
            oauth.put("oauth_token", token.reveal());
        }
        oauth.put("oauth_version", "1.0");
        oauth.put("oauth_signature", signature(request, oauth));
        return request.newBuilder().header("Authorization", header(oauth)).build();
    }

    @Override
    public List<Secret> secrets() {
        return Stream.of(consumerKey, consumerSecret, token, tokenSecret)
                .filter(Objects::nonNull)
                .toList();
    }

    private String signature(Request request, Map<String, String> oauth) {
        HttpUrl address = request.url().newBuilder().query(null).fragment(null).build();
        String base = request.method() + "&" + PercentEncoding.encode(address.toString()) + "&"
                + PercentEncoding.encode(parameters(request, oauth));
        String key = PercentEncoding.encode(consumerSecret.reveal()) + "&"
                + (tokenSecret == null ? "" : PercentEncoding.encode(tokenSecret.reveal()));
        return Base64.getEncoder().encodeToString(hmacSha1(key, base));
    }

    /** All signed parameters, encoded, sorted by name and then by value. */
    private static String parameters(Request request, Map<String, String> oauth) {
        List<String> pairs = new ArrayList<>();
        oauth.forEach((name, value) -> pairs.add(pair(name, value)));
        HttpUrl url = request.url();
        for (int i = 0; i < url.querySize(); i++) {
            pairs.add(pair(url.queryParameterName(i), url.queryParameterValue(i)));
        }
        if (request.body() instanceof FormBody form) {
            for (int i = 0; i < form.size(); i++) {
                pairs.add(pair(form.name(i), form.value(i)));
            }
        }
        Collections.sort(pairs);
        // The sign below all encoded characters stands between name and value, so that "a" sorts before "a-b".
        return String.join("&", pairs).replace('\u0001', '=');
    }

    private static String pair(String name, @Nullable String value) {
        return PercentEncoding.encode(name) + '\u0001' + PercentEncoding.encode(value == null ? "" : value);
    }

    private static String header(Map<String, String> oauth) {
        return oauth.entrySet().stream()
                .map(entry -> PercentEncoding.encode(entry.getKey()) + "=\"" + PercentEncoding.encode(entry.getValue())
                        + "\"")
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    private static byte[] hmacSha1(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
