package io.sharewire.http;

import io.sharewire.http.FetchException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a fetch, in words for the person who gave the address. */
final class FetchFailures {

    private FetchFailures() {}

    static FetchException of(WebAddress hop, IOException e) {
        AddressRefusedException refused = refusedIn(e);
        if (refused != null) {
            return refused(hop, refused.getMessage(), e);
        } else if (e instanceof InterruptedIOException) {
            return of(Kind.TIMED_OUT, hop, "no whole answer in time; try again later", e);
        } else if (e instanceof UnknownHostException) {
            return of(Kind.UNREACHABLE, hop, "the host '" + hop.host() + "' was not found; check the address", e);
        } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return of(Kind.UNREACHABLE, hop, "the host takes no connection; check the address and the network", e);
        } else if (e instanceof SSLException) {
            return of(Kind.UNREACHABLE, hop, "no secure connection: " + describe(e), e);
        }
        return of(Kind.BROKEN, hop, "the answer broke off: " + describe(e), e);
    }

    /** OkHttp wraps what a socket throws, and hangs the failures of further addresses on the first one. */
    private static @Nullable AddressRefusedException refusedIn(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof AddressRefusedException refused) {
                return refused;
            }
            for (Throwable other : t.getSuppressed()) {
                AddressRefusedException refused = refusedIn(other);
                if (refused != null) {
                    return refused;
                }
            }
        }
        return null;
    }

    static FetchException refused(WebAddress hop, @Nullable String why, @Nullable IOException cause) {
        return of(
                Kind.REFUSED,
                hop,
                "refused, " + why + "; use --allow-private (AddressPolicy.ANY) if that is meant",
                cause);
    }

    static FetchException of(Kind kind, WebAddress hop, String why, @Nullable IOException cause) {
        return new FetchException(kind, hop.toString(), "cannot fetch " + hop + ": " + why, cause);
    }

    private static String describe(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " (" + WebAddress.shown(message) + ")");
    }
}
