package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void printsAsStarsWhereverItIs() {
        Secret secret = Secret.of("hush-hush");

        assertThat(secret).hasToString("***");
        assertThat(String.valueOf(List.of(Map.of("token", secret)))).isEqualTo("[{token=***}]");
        assertThat(secret.reveal()).isEqualTo("hush-hush");
    }

    @Test
    void refusesALineBreakPastedAlongWithoutRepeatingTheValue() {
        assertThatThrownBy(() -> Secret.of("hush\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush");
    }
}
