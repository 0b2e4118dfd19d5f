package io.sharewire;

import java.util.Objects;

/**
 * A credential that never shows itself: it prints as {@code ***} everywhere and has to be asked for by name.
 *
 * <p>Immutable and thread-safe. Equal secrets are equal, so that settings can be compared.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a credential.
     *
     * @throws IllegalArgumentException if it is blank or holds a control character (a line break pasted along with a
     *     token would otherwise end up in a header); the message does not hold the value
     */
    public static Secret of(String value) {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret is blank");
        }
        if (value.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            throw new IllegalArgumentException("a secret holds a line break or another control character");
        }
        return new Secret(value);
    }

    /** The credential itself: for the wire, and for nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Always {@code ***}. */
    @Override
    public String toString() {
        return "***";
    }
}
