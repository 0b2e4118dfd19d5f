package io.sharewire.twitter;

import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /2/media/upload}. */
record UploadedMedia(@Nullable Data data) {

    record Data(@Nullable String id) {}

    @Nullable String id() {
        return data == null || data.id == null || data.id.isBlank() ? null : data.id;
    }
}
