package io.sharewire.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who calls: by a bearer token, or by a request that is signed by OAuth 1.0a. */
final class TwitterAccess {

    static final String CONSUMER_KEY = "sandbox-consumer-key";
    static final String CONSUMER_SECRET = "sandbox-consumer-secret";

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Clock clock;
    private final TwitterTokens tokens;
    private final Set<String> usedNonces = new HashSet<>();

    TwitterAccess(Clock clock, TwitterTokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    void reset() {
        usedNonces.clear();
    }

    TwitterCaller caller(Call call) {
        Optional<OAuth1Authorization> signed = OAuth1Authorization.of(call);
        if (signed.isPresent()) {
            TwitterTokens.Signing token =
                    tokens.signing(signed.get().get("oauth_token")).orElseThrow(TwitterProblems::unauthorized);
            checkSignature(call, signed.get(), token.secret());
            return token.caller();
        }
        return call.authorization("Bearer")
                .flatMap(bearer -> tokens.bearer(bearer, clock.instant()))
                .orElseThrow(TwitterProblems::unauthorized);
    }

    /** Refuses a signed request that is not what it claims to be, or not for the first time. */
    void checkSignature(Call call, OAuth1Authorization signed, String tokenSecret) {
        boolean isGood = signed.get("oauth_consumer_key").equals(CONSUMER_KEY)
                && signed.get("oauth_signature_method").equals("HMAC-SHA1")
                && isRecent(signed.get("oauth_timestamp"))
                && signed.isSignatureOf(call, CONSUMER_SECRET, tokenSecret)
                && !signed.get("oauth_nonce").isEmpty()
                && usedNonces.add(signed.get("oauth_nonce"));
        if (!isGood) {
            throw TwitterProblems.unauthorized();
        }
    }

    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signedAt, clock.instant()).abs().compareTo(SKEW) <= 0;
    }
}
