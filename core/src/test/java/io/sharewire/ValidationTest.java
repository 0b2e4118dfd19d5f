package io.sharewire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    @Test
    void saysEverythingInOneMessage() {
        Validation validation = new Validation("FacebookSettings")
                .required("pageId", " ")
                .baseUrl("baseUrl", "http://graph.facebook.com");

        assertThatThrownBy(validation::orThrow)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FacebookSettings: pageId is required; baseUrl must be an https address (http only on this "
                        + "machine), not 'http://graph.facebook.com'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://graph.facebook.com", "http://127.0.0.1:8080/x", "http://localhost:1", "http://[::1]:1/a"
            })
    void takesBaseUrlsThatAreSafe(String url) {
        assertThatCode(() -> new Validation("X").baseUrl("baseUrl", url).orThrow())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph.facebook.com",
                "https://a b",
                "https://x/?q=1",
                "https://u:p@x/",
                "http://127.evil.example"
            })
    void refusesBaseUrlsThatAreNot(String url) {
        assertThatThrownBy(() -> new Validation("X").baseUrl("baseUrl", url).orThrow())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
