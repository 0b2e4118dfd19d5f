package io.sharewire.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sharewire.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Expected values: {@code printf '%s' "$TOKEN" | openssl dgst -sha256 -hmac "$SECRET"}. */
class AppSecretProofTest {

    private final Secret secret = Secret.of("0123456789abcdef0123456789abcdef");
    private final Secret token = Secret.of("EAAGtestPageToken123");

    @Test
    void signsTheToken() {
        assertThat(new AppSecretProof(secret, null).of(token))
                .containsExactly(
                        entry("appsecret_proof", "69d7bd51ef89e1cef764dcef42450eb6c773227639763c8c9cc6125c0ac47efd"));
    }

    @Test
    void signsTheTokenAndTheTime() {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_764_000_000), ZoneOffset.UTC);

        assertThat(new AppSecretProof(secret, clock).of(token))
                .containsExactly(
                        entry("appsecret_proof", "544e3a4ac3a725f97c91d39f34d7eb647de2d92a9b39d1fddaa9127f3c44bce9"),
                        entry("appsecret_time", "1764000000"));
    }

    @Test
    void provesNothingWithoutASecret() {
        assertThat(new AppSecretProof(null, null).of(token)).isEmpty();
    }
}
