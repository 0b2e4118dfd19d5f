package io.sharewire.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.example/me?access_token=EAAGhush&x=1",
                "{\"access_token\":\"EAAGhush\"}",
                "Authorization: Bearer EAAGhush123",
                "OAuth oauth_token=\"EAAGhush\", oauth_signature=\"EAAGhush%3D\"",
                "client_secret=EAAGhush",
                "appsecret_proof=EAAGhush",
            })
    void takesOutWhatLooksLikeACredential(String text) {
        assertThat(Redaction.redact(text, List.of())).doesNotContain("EAAGhush").contains("***");
    }

    @Test
    void takesOutKnownSecretsWhereverTheyAre() {
        assertThat(Redaction.redact("token hush1 is malformed", List.of(Secret.of("hush1"))))
                .isEqualTo("token *** is malformed");
    }

    @Test
    void leavesOrdinaryMessagesAlone() {
        String message = "(#200) requires both pages_read_engagement and pages_manage_posts, code 200";

        assertThat(Redaction.redact(message, List.of())).isEqualTo(message);
    }
}
