package io.sharewire.http;

import io.sharewire.Validation;
import io.sharewire.http.FetchException.Kind;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Fetches an address that somebody gave (a page, a picture) without becoming a way into the own network.
 *
 * <p>The {@link AddressPolicy} is asked about the host of every hop, about every answer of a look-up and again at the
 * socket. Redirects are followed by hand, at most five, never from https to http; no proxy, no cookies, no referrer. The
 * body counts decompressed. Instances do not share connections with anything else. Immutable and thread-safe.
 */
public final class GuardedFetch {

    private static final int MAX_REDIRECTS = 5;

    private final AddressPolicy policy;
    private final Dns dns;
    private final String userAgent;
    private final String accept;
    private final String acceptLanguage;
    private final long maxBytes;
    private final Duration timeout;
    private final OkHttpClient client;

    private GuardedFetch(Builder builder) {
        this.policy = builder.policy;
        this.dns = builder.dns;
        this.userAgent = builder.userAgent;
        this.accept = builder.accept;
        this.acceptLanguage = builder.acceptLanguage;
        this.maxBytes = builder.maxBytes;
        this.timeout = builder.timeout;
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new GuardedSockets(policy))
                .connectionPool(new ConnectionPool(4, 10, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(5))
                .callTimeout(timeout)
                .build();
    }

    /** With all defaults: public addresses only, 2 MiB, 10 s. */
    public static GuardedFetch create() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this one. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.policy = policy;
        builder.dns = dns;
        builder.userAgent = userAgent;
        builder.accept = accept;
        builder.acceptLanguage = acceptLanguage;
        builder.maxBytes = maxBytes;
        builder.timeout = timeout;
        return builder;
    }

    /**
     * Fetches {@code url}.
     *
     * @return the answer, also if its status is not 2xx
     * @throws FetchException if there is none, or it was not to be asked for
     */
    public Fetched fetch(String url) throws FetchException {
        long deadline = System.nanoTime() + timeout.toNanos();
        WebAddress start = WebAddress.of(url);
        WebAddress hop = start;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            requireAllowed(hop);
            try (Response response = get(hop, deadline)) {
                String location = redirectOf(response);
                if (location == null) {
                    return new Fetched(hop.url().toString(), response.code(), response.headers(), body(hop, response));
                }
                hop = hop.redirect(location);
            } catch (FetchException e) {
                throw e;
            } catch (IOException e) {
                throw FetchFailures.of(hop, e);
            }
        }
        throw FetchFailures.of(
                Kind.REDIRECT, start, "more than " + MAX_REDIRECTS + " redirects; give the address they end at", null);
    }

    private void requireAllowed(WebAddress hop) throws FetchException {
        Optional<String> refusal = policy.refusal(hop.host(), hop.url().port());
        if (refusal.isPresent()) {
            throw FetchFailures.refused(hop, hop.host() + " " + refusal.get(), null);
        }
    }

    private Response get(WebAddress hop, long deadline) throws IOException {
        Request request = new Request.Builder()
                .url(hop.url())
                .header("User-Agent", userAgent)
                .header("Accept", accept)
                .header("Accept-Language", acceptLanguage)
                .build();
        Call call = client.newBuilder()
                .dns(new GuardedDns(dns, policy, hop.url().port()))
                .build()
                .newCall(request);
        // One time for all hops; a hop alone has no more than that anyway.
        call.timeout().deadlineNanoTime(deadline);
        return call.execute();
    }

    private static @Nullable String redirectOf(Response response) {
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 -> response.header("Location");
            default -> null;
        };
    }

    private byte[] body(WebAddress hop, Response response) throws IOException {
        String encoding = response.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw FetchFailures.of(
                    Kind.BROKEN, hop, "it is encoded as '" + WebAddress.shown(encoding) + "', not asked for", null);
        }
        Buffer body = new Buffer();
        BufferedSource source = response.body().source();
        // A length that is announced need not be waited for; one that is not, or is a lie, shows while reading.
        boolean more = response.body().contentLength() <= maxBytes;
        while (more && body.size() <= maxBytes) {
            more = source.read(body, 8192) != -1;
            if (!more) {
                return body.readByteArray();
            }
        }
        throw FetchFailures.of(
                Kind.TOO_LARGE, hop, "it is larger than " + maxBytes + " bytes; save it and read the file", null);
    }

    /** Collects the settings; not thread-safe. */
    public static final class Builder {

        private AddressPolicy policy = AddressPolicy.PUBLIC_ONLY;
        private Dns dns = Dns.SYSTEM;
        private String userAgent = UserAgent.DEFAULT;
        private String accept = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";
        private String acceptLanguage = "*";
        private long maxBytes = 2L << 20;
        private Duration timeout = Duration.ofSeconds(10);

        private Builder() {}

        /** Which addresses may be connected to; default {@link AddressPolicy#PUBLIC_ONLY}. */
        public Builder policy(AddressPolicy addresses) {
            policy = addresses;
            return this;
        }

        /** Who looks up names; default the system. */
        public Builder dns(Dns lookup) {
            dns = lookup;
            return this;
        }

        /** How it introduces itself; default {@code Sharewire/<version> (+https://sharewire.io)}. */
        public Builder userAgent(String name) {
            userAgent = name;
            return this;
        }

        /** What it asks for; default pages. */
        public Builder accept(String types) {
            accept = types;
            return this;
        }

        /** Which languages it asks for, e.g. {@code ko,en;q=0.5}; default any. */
        public Builder acceptLanguage(String languages) {
            acceptLanguage = languages;
            return this;
        }

        /** The largest body, decompressed, in bytes; default 2 MiB. */
        public Builder maxBytes(long bytes) {
            maxBytes = bytes;
            return this;
        }

        /** The time for everything, redirects included; default 10 s. Connecting and reading have 5 s each. */
        public Builder timeout(Duration total) {
            timeout = total;
            return this;
        }

        /**
         * The fetch.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public GuardedFetch build() {
            new Validation("GuardedFetch")
                    .check(isHeaderValue(userAgent), "userAgent must be visible ASCII")
                    .check(isHeaderValue(accept), "accept must be visible ASCII")
                    .check(isHeaderValue(acceptLanguage), "acceptLanguage must be visible ASCII")
                    .check(maxBytes > 0, "maxBytes must be above 0, not " + maxBytes)
                    .check(timeout.toMillis() > 0, "timeout must be above 0, not " + timeout)
                    .orThrow();
            return new GuardedFetch(this);
        }

        private static boolean isHeaderValue(String text) {
            return !text.isBlank() && text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        }
    }
}
