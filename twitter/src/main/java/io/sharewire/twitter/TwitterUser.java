package io.sharewire.twitter;

import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /2/users/me}. */
record TwitterUser(@Nullable Data data) {

    record Data(@Nullable String id, @Nullable String username) {}

    @Nullable String id() {
        return data == null ? null : data.id;
    }
}
