package io.sharewire.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may call: a bearer token of the user, or a request signed by OAuth 1.0a with the user's token. */
final class TwitterAccess {

    static final String BEARER = "sandbox-user-context-bearer";
    static final String APP_BEARER = "sandbox-app-only-bearer";
    static final String CONSUMER_KEY = "sandbox-consumer-key";
    static final String CONSUMER_SECRET = "sandbox-consumer-secret";
    static final String OAUTH_TOKEN = "2244994945-sandbox-oauth-token";
    static final String OAUTH_TOKEN_SECRET = "sandbox-oauth-token-secret";

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Clock clock;
    private final Set<String> usedNonces = new HashSet<>();
    private boolean expired;

    TwitterAccess(Clock clock) {
        this.clock = clock;
    }

    void expire() {
        expired = true;
    }

    void reset() {
        expired = false;
        usedNonces.clear();
    }

    /** Refuses a call that does not act for the user. */
    void check(Call call) {
        String bearer = call.authorization("Bearer").orElse("");
        if (bearer.equals(APP_BEARER)) {
            throw TwitterProblems.unsupportedAuthentication();
        }
        boolean known = bearer.equals(BEARER)
                || call.authorization("OAuth")
                        .map(header -> isSigned(call, header))
                        .orElse(false);
        if (expired || !known) {
            throw TwitterProblems.unauthorized();
        }
    }

    private boolean isSigned(Call call, String header) {
        Parameters oauth = parse(header);
        String nonce = oauth.first("oauth_nonce").orElse("");
        return oauth.first("oauth_consumer_key").filter(CONSUMER_KEY::equals).isPresent()
                && oauth.first("oauth_token").filter(OAUTH_TOKEN::equals).isPresent()
                && oauth.first("oauth_signature_method")
                        .filter("HMAC-SHA1"::equals)
                        .isPresent()
                && isRecent(oauth.first("oauth_timestamp").orElse(""))
                && hasRightSignature(call, oauth)
                && !nonce.isEmpty()
                && usedNonces.add(nonce);
    }

    private static boolean hasRightSignature(Call call, Parameters oauth) {
        Parameters signed = new Parameters(oauth.pairs().stream()
                .filter(pair -> !pair.getKey().equals("oauth_signature")
                        && !pair.getKey().equals("realm"))
                .toList());
        // JSON and multipart bodies, text parts too, count for nothing.
        Parameters form = call.hasType("application/x-www-form-urlencoded") ? call.form() : Parameters.NONE;
        String expected = OAuth1Signature.of(
                call.method(), call.url(), signed.and(call.query()).and(form), CONSUMER_SECRET, OAUTH_TOKEN_SECRET);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                oauth.first("oauth_signature").orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signedAt, clock.instant()).abs().compareTo(SKEW) <= 0;
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
