package io.sharewire.testkit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as issued.
 *
 * @param value what the client sends
 * @param kind for whom it speaks
 * @param app the id of the app it was issued to
 * @param subject the id of the Page, person or app that it speaks for
 * @param issued when
 * @param expires when its time is over; never if absent
 */
record FacebookToken(
        String value,
        Kind kind,
        String app,
        String subject,
        Instant issued,
        @Nullable Instant expires) {

    /** For whom a token speaks. */
    enum Kind {
        PAGE,
        USER,
        APP
    }

    boolean isFor(Kind wanted) {
        return kind == wanted;
    }
}
