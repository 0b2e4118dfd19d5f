package io.sharewire.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code OAuth} header of a signed request.
 *
 * @param parameters what it says, decoded
 */
record OAuth1Authorization(Parameters parameters) {

    static Optional<OAuth1Authorization> of(Call call) {
        return call.authorization("OAuth").map(header -> new OAuth1Authorization(parse(header)));
    }

    String get(String name) {
        return parameters.first(name).orElse("");
    }

    /** Whether the signature is the one that this request must have. */
    boolean isSignatureOf(Call call, String consumerSecret, String tokenSecret) {
        Parameters signed = new Parameters(parameters.pairs().stream()
                .filter(pair -> !pair.getKey().equals("oauth_signature")
                        && !pair.getKey().equals("realm"))
                .toList());
        // JSON and multipart bodies, text parts too, count for nothing.
        Parameters form = call.hasType("application/x-www-form-urlencoded") ? call.form() : Parameters.NONE;
        String expected = OAuth1Signature.of(
                call.method(), call.url(), signed.and(call.query()).and(form), consumerSecret, tokenSecret);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                get("oauth_signature").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads {@code k="v", …}; both sides are percent-encoded, a plus stands for itself. */
    private static Parameters parse(String header) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : header.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = pair.substring(equals + 1).strip();
                boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
                pairs.add(Map.entry(
                        decode(pair.substring(0, equals).strip()),
                        decode(quoted ? value.substring(1, value.length() - 1) : value)));
            }
        }
        return new Parameters(List.copyOf(pairs));
    }

    private static String decode(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
