package io.sharewire.http;

import java.net.UnknownHostException;

/** Ends a call before it connects; the type is one that OkHttp lets through from a look-up as well as from a socket. */
final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String message) {
        super(message);
    }
}
