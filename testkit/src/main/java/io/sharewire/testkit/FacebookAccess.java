package io.sharewire.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who may call: the Page's token, a person's token, and the proof that the caller knows the app's secret. */
final class FacebookAccess {

    static final String PAGE_TOKEN = "EAAGtestPageToken123";
    static final String USER_TOKEN = "EAAGtestUserToken456";
    static final String APP_SECRET = "0123456789abcdef0123456789abcdef";

    private static final Duration PROOF_LIFE = Duration.ofMinutes(5);
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern(
                    "EEEE, dd-MMM-yy HH:mm:ss 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private Optional<Instant> expiredAt = Optional.empty();
    private boolean proofRequired;

    FacebookAccess(Clock clock) {
        this.clock = clock;
    }

    void expire() {
        expiredAt = Optional.of(clock.instant());
    }

    void requireProof(boolean required) {
        proofRequired = required;
    }

    void reset() {
        expiredAt = Optional.empty();
        proofRequired = false;
    }

    /** The token of a call that may go on. */
    String check(Call call, GraphInput input) {
        String token = call.authorization("Bearer")
                .or(() -> call.authorization("OAuth"))
                .or(() -> input.text("access_token"))
                .orElseThrow(() -> GraphErrors.error(400, 104, "An access token is required to request this resource.")
                        .refuse());
        if (!token.equals(PAGE_TOKEN) && !token.equals(USER_TOKEN)) {
            throw GraphErrors.error(400, 190, "Invalid OAuth access token - Cannot parse access token")
                    .refuseToken();
        }
        if (expiredAt.isPresent()) {
            throw GraphErrors.error(
                            400,
                            190,
                            "Error validating access token: Session has expired on "
                                    + EXPIRY.format(expiredAt.orElseThrow()) + ". The current time is "
                                    + EXPIRY.format(clock.instant()) + ".")
                    .subcode(463)
                    .refuseToken();
        }
        checkProof(token, input);
        return token;
    }

    private void checkProof(String token, GraphInput input) {
        Optional<String> proof = input.text("appsecret_proof");
        if (proof.isEmpty()) {
            if (proofRequired) {
                throw GraphErrors.proof("API calls from the server require an appsecret_proof argument")
                        .refuse();
            }
            return;
        }
        Optional<String> time = input.text("appsecret_time");
        String signed = time.map(seconds -> token + "|" + seconds).orElse(token);
        boolean fresh = time.map(this::isRecent).orElse(true);
        if (!fresh || !same(hmac(signed), proof.orElseThrow())) {
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

    private static String hmac(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
