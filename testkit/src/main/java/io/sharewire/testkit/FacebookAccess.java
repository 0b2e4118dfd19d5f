package io.sharewire.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who may call: a token that is still good, and the proof that the caller knows the app's secret. */
final class FacebookAccess {

    private static final Duration PROOF_LIFE = Duration.ofMinutes(5);

    private final Clock clock;
    private final FacebookTokens tokens;
    private final FacebookPages pages;
    private boolean proofRequired;

    FacebookAccess(Clock clock, FacebookTokens tokens, FacebookPages pages) {
        this.clock = clock;
        this.tokens = tokens;
        this.pages = pages;
    }

    void requireProof(boolean required) {
        proofRequired = required;
    }

    /** The token of a call that may go on. */
    FacebookToken check(Call call, GraphInput input) {
        String value = tokenOf(call, input)
                .orElseThrow(() -> GraphErrors.error(400, 104, "An access token is required to request this resource.")
                        .refuse());
        FacebookToken token = tokens.find(value)
                .orElseThrow(() -> GraphErrors.error(400, 190, "Invalid OAuth access token - Cannot parse access token")
                        .refuseToken());
        tokens.trouble(token).ifPresent(error -> {
            throw error.refuseToken();
        });
        checkProof(token, input);
        return token;
    }

    static Optional<String> tokenOf(Call call, GraphInput input) {
        return call.authorization("Bearer")
                .or(() -> call.authorization("OAuth"))
                .or(() -> input.text("access_token"));
    }

    /** Refuses a token that may not publish as this Page. */
    void checkPublishing(FacebookToken token, FacebookPage page, boolean published) {
        if (!token.isFor(FacebookToken.Kind.PAGE) && !published) {
            throw GraphErrors.error(403, 200, "(#200) Unpublished posts must be posted to a page as the page itself.")
                    .refuse();
        }
        if (!token.isFor(FacebookToken.Kind.PAGE)
                || !token.subject().equals(page.id())
                || !tokens.allows("pages_manage_posts")
                || !tokens.allows("pages_read_engagement")
                || !pages.find(page.id()).orElse(page).lets("CREATE_CONTENT")) {
            throw GraphErrors.notAllowed().refuse();
        }
    }

    /** Refuses a token that may not comment as a Page. */
    void checkCommenting(FacebookToken token) {
        if (!token.isFor(FacebookToken.Kind.PAGE) || !tokens.allows("pages_manage_engagement")) {
            throw GraphErrors.error(403, 200, "(#200) Requires pages_manage_engagement permission to manage the object")
                    .refuse();
        }
    }

    /** Refuses a token that may not read a Page's posts. */
    void checkReading(FacebookToken token) {
        if (token.isFor(FacebookToken.Kind.APP) || !tokens.allows("pages_read_engagement")) {
            throw GraphErrors.error(
                            403,
                            10,
                            "(#10) This endpoint requires the 'pages_read_engagement' permission or the 'Page Public"
                                    + " Content Access' feature.")
                    .refuse();
        }
    }

    private void checkProof(FacebookToken token, GraphInput input) {
        Optional<String> proof = input.text("appsecret_proof");
        if (proof.isEmpty()) {
            if (proofRequired) {
                throw GraphErrors.proof("API calls from the server require an appsecret_proof argument")
                        .refuse();
            }
            return;
        }
        Optional<String> time = input.text("appsecret_time");
        String signed = time.map(seconds -> token.value() + "|" + seconds).orElse(token.value());
        boolean fresh = time.map(this::isRecent).orElse(true);
        if (!fresh || !same(hmac(FacebookTokens.secretOf(token.app()), signed), proof.orElseThrow())) {
            throw GraphErrors.proof("Invalid appsecret_proof provided in the API argument")
                    .refuse();
        }
    }

    private boolean isRecent(String seconds) {
        if (!seconds.matches("\\d{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), clock.instant());
        return age.abs().compareTo(PROOF_LIFE) <= 0;
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
