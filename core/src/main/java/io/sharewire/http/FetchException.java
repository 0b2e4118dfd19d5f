package io.sharewire.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why a given address was not fetched. The message is one line that names the address and the way out. */
public final class FetchException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure. */
    public enum Kind {
        /** It is not an http(s) address, holds a user name, or writes its host in a misleading way. */
        NOT_AN_ADDRESS,
        /** It, or an address it redirects to, is not one that may be connected to. */
        REFUSED,
        /** It redirects too often, from https to http, or to something that is no address. */
        REDIRECT,
        /** The host was not found or could not be connected to. */
        UNREACHABLE,
        /** No whole answer in time. */
        TIMED_OUT,
        /** The answer is larger than allowed; nothing of it is kept. */
        TOO_LARGE,
        /** The answer broke off or is not HTTP. */
        BROKEN
    }

    private final Kind kind;
    private final String url;

    FetchException(Kind kind, String url, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.url = url;
    }

    /** What kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** The address that failed: the given one, or one it redirects to; shortened if it is very long. */
    public String url() {
        return url;
    }
}
