package io.sharewire.mail;

import io.sharewire.ShareResult.Rejected;

/** There is no connection to send over; nothing was sent. */
final class NotConnectedException extends Exception {

    private final transient Rejected why;

    NotConnectedException(Rejected why) {
        super(why.message());
        this.why = why;
    }

    Rejected why() {
        return why;
    }
}
