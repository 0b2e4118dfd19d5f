package io.sharewire.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The HMAC-SHA1 signature of RFC 5849, computed from a request as it was received. */
final class OAuth1Signature {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private OAuth1Signature() {}

    /** Signs with all parameters that count: query, form body and {@code oauth_*}, but not the signature itself. */
    static String of(String method, String url, Parameters parameters, String consumerSecret, String tokenSecret) {
        String base = method.toUpperCase(Locale.ROOT)
                + "&" + encode(baseUrl(url))
                + "&" + encode(parameterString(parameters));
        return hmac(encode(consumerSecret) + "&" + encode(tokenSecret), base);
    }

    static String parameterString(Parameters parameters) {
        return parameters.pairs().stream()
                .map(pair -> Map.entry(encode(pair.getKey()), encode(pair.getValue())))
                .sorted(Comparator.comparing((Map.Entry<String, String> pair) -> pair.getKey())
                        .thenComparing(Map.Entry::getValue))
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return encoded.toString();
    }

    /** Lower-case scheme and host, no default port, no query. */
    private static String baseUrl(String url) {
        URI uri = URI.create(url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean standard = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String port = standard ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + uri.getRawPath();
    }

    private static String hmac(String key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA1", e);
        }
    }
}
