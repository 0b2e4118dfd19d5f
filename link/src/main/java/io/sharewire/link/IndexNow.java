package io.sharewire.link;

import io.sharewire.Validation;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import io.sharewire.url.CanonicalUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tells search engines that take part in IndexNow of pages that are new, changed or gone. One engine passes it on to the
 * others.
 *
 * <p>The site proves that it is asked for by serving the key: a UTF-8 file {@code https://host/KEY.txt} that holds the key
 * and nothing else. The key is no secret. Tell of a page when it has changed, not again and again. Immutable and
 * thread-safe.
 */
public final class IndexNow {

    /** As the protocol has it. */
    private static final int MOST_URLS = 10_000;

    private final String host;
    private final String key;
    private final @Nullable String keyLocation;
    private final String baseUrl;
    private final ApiClient api;

    private IndexNow(Builder builder) {
        this.host = builder.host;
        this.key = builder.key;
        this.keyLocation = builder.keyLocation;
        this.baseUrl = builder.baseUrl;
        this.api = ApiClient.withTimeout(builder.timeout);
    }

    /** Absent members are left out. */
    private record Body(String host, String key, @Nullable String keyLocation, List<String> urlList) {}

    /**
     * Starts with what is needed.
     *
     * @param host the site's host, e.g. {@code news.example}; pages of other hosts are refused
     * @param key 8 to 128 of A-Z, a-z, 0-9 and -
     */
    public static Builder builder(String host, String key) {
        return new Builder(host, key);
    }

    /** Tells of one page, by its canonical address. Blocks for the answer. */
    public PingResult submit(String url) {
        return check(List.of(url)).orElseGet(() -> {
            HttpUrl.Builder address =
                    endpoint().addQueryParameter("url", CanonicalUrl.of(url)).addQueryParameter("key", key);
            if (keyLocation != null) {
                address.addQueryParameter("keyLocation", keyLocation);
            }
            return send(new Request.Builder().url(address.build()).get().build(), "1 page");
        });
    }

    /** Tells of 1 to 10,000 pages in one request, by their canonical addresses. Blocks for the answer. */
    public PingResult submit(Collection<String> urls) {
        List<String> pages = new ArrayList<>(urls);
        return check(pages).orElseGet(() -> {
            List<String> canonical =
                    pages.stream().map(CanonicalUrl::of).distinct().toList();
            String body = Json.write(new Body(host, key, keyLocation, canonical));
            return send(
                    new Request.Builder()
                            .url(endpoint().build())
                            .post(ApiClient.body("application/json; charset=utf-8", body))
                            .build(),
                    canonical.size() + " pages");
        });
    }

    /** What is known to be refused before anything is sent. */
    private Optional<PingResult> check(List<String> urls) {
        if (urls.isEmpty() || urls.size() > MOST_URLS) {
            return Optional.of(PingResult.refused(
                    "NUMBER_OF_URLS",
                    urls.size() + " pages; IndexNow takes 1 to 10,000 at a time. Nothing was sent.",
                    "Tell of them in parts."));
        }
        for (String url : urls) {
            Optional<String> problem = CanonicalUrl.problem(url);
            if (problem.isPresent()) {
                return Optional.of(PingResult.refused(
                        "NOT_AN_ADDRESS",
                        "The page's address " + problem.get() + ". Nothing was sent.",
                        "Give the page's complete address."));
            }
            String itsHost = HttpUrl.get(CanonicalUrl.of(url)).host();
            if (!itsHost.equals(host)) {
                return Optional.of(PingResult.refused(
                        "FOREIGN_HOST",
                        url + " is a page of " + itsHost + ", not of " + host + ". Nothing was sent.",
                        "Use a key of that host."));
            }
        }
        return Optional.empty();
    }

    private PingResult send(Request request, String what) {
        ApiReply reply = api.send(request);
        if (!(reply instanceof ApiReply.Answer answer)) {
            return PingResult.unanswered("IndexNow at " + baseUrl, reply);
        }
        String said = "IndexNow was told of " + what + " of " + host + " and answered " + answer.status();
        String words = said + PingResult.words(answer.body()) + ".";
        // The protocol's answers are its statuses; bodies differ from engine to engine.
        return switch (answer.status()) {
            case 200 -> PingResult.accepted("ACCEPTED", said + ".");
            case 202 -> PingResult.accepted("KEY_CHECK_PENDING", said + ": the key is still to be checked.");
            case 400 -> PingResult.refused("BAD_REQUEST", words, "Check the addresses and the key.");
            case 403 ->
                PingResult.refused(
                        "KEY_NOT_VALID",
                        words,
                        "Serve " + keyAddress() + " with nothing but the key in it, as text in UTF-8.");
            case 405 -> PingResult.refused("BAD_METHOD", words, "Check that the address is IndexNow's.");
            case 422 ->
                PingResult.refused(
                        "NOT_THIS_HOST",
                        words,
                        "Tell of pages of " + host + " only, below the folder that the key file is in.");
            case 429 -> PingResult.refused("TOO_MANY_REQUESTS", words, "Tell them later, and of changed pages only.");
            default ->
                answer.status() < 500 && !answer.isSuccess()
                        ? PingResult.refused(
                                "STATUS_" + answer.status(), words, "Check that the address is IndexNow's.")
                        : PingResult.unknown(words);
        };
    }

    private String keyAddress() {
        return keyLocation == null ? "https://" + host + "/" + key + ".txt" : keyLocation;
    }

    private HttpUrl.Builder endpoint() {
        return HttpUrl.get(baseUrl).newBuilder().addPathSegment("indexnow");
    }

    @Override
    public String toString() {
        return "IndexNow[" + host + ", " + baseUrl + "]";
    }

    /** Collects what is needed; not thread-safe. */
    public static final class Builder {

        private final String host;
        private final String key;
        private @Nullable String keyLocation;
        private String baseUrl = "https://api.indexnow.org";
        private Duration timeout = Duration.ofSeconds(10);

        private Builder(String host, String key) {
            this.host = host.strip();
            this.key = key.strip();
        }

        /** Where the key file is, if not at {@code https://host/KEY.txt}. */
        public Builder keyLocation(String url) {
            keyLocation = url.strip();
            return this;
        }

        /** The engine to tell; default {@code https://api.indexnow.org}. */
        public Builder baseUrl(String url) {
            baseUrl = url.strip();
            return this;
        }

        /** How long to wait for an answer; default 10 seconds. */
        public Builder timeout(Duration answer) {
            timeout = answer;
            return this;
        }

        /**
         * The client.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public IndexNow build() {
            HttpUrl site = HttpUrl.parse("https://" + host + "/");
            HttpUrl file = keyLocation == null ? site : HttpUrl.parse(keyLocation);
            new Validation("IndexNow")
                    .check(
                            site != null && site.host().equals(host),
                            "host must be a host name in ASCII and lower case such as news.example, not '" + host + "'")
                    .check(
                            key.matches("[A-Za-z0-9-]{8,128}"),
                            "key must be 8 to 128 of A-Z, a-z, 0-9 and -, not '" + key + "'")
                    .check(
                            file != null && (site == null || file.host().equals(site.host())),
                            "keyLocation must be an address of " + host + ", not '" + keyLocation + "'")
                    .baseUrl("baseUrl", baseUrl)
                    .check(!timeout.isNegative() && !timeout.isZero(), "timeout must be above zero, not " + timeout)
                    .orThrow();
            return new IndexNow(this);
        }
    }
}
