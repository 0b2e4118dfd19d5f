package io.sharewire.link;

import io.sharewire.Problem;
import io.sharewire.http.FetchException;
import io.sharewire.http.GuardedFetch;
import io.sharewire.url.CanonicalUrl;
import java.util.List;

/**
 * Looks at a live page as the platforms' crawlers will, before it is shared: with their user agents, their limits, their
 * tags and their pictures.
 *
 * <p>Facebook, X and Kakao keep what they see first, for an hour to a month; what is wrong then is shown wrong for that
 * long. Nothing is posted. Makes two to four requests per platform, one after the other. Immutable and thread-safe.
 */
public final class Preflight {

    /** Pages larger than what is read of them are looked at all the same, so as to say what comes too late. */
    private static final long MAX_PAGE = 8L << 20;

    private final GuardedFetch fetch;

    private Preflight(GuardedFetch fetch) {
        this.fetch = fetch;
    }

    /** Looks at public addresses, which are the only ones that platforms reach. */
    public static Preflight create() {
        return of(GuardedFetch.create());
    }

    /** Fetches as {@code fetch} does, but for user agent, size and what is accepted. */
    public static Preflight of(GuardedFetch fetch) {
        return new Preflight(fetch);
    }

    /**
     * Looks at {@code url} once per platform.
     *
     * @return one result each for {@code facebook}, {@code twitter} and {@code kakao}, in this order; what cannot be
     *     fetched is a problem, not an exception
     * @throws IllegalArgumentException if {@code url} is not an http(s) address
     */
    public List<PreflightResult> check(String url) {
        CanonicalUrl.problem(url).ifPresent(problem -> {
            throw new IllegalArgumentException("Preflight: url " + problem);
        });
        return Crawler.ALL.stream().map(crawler -> check(crawler, url.strip())).toList();
    }

    private PreflightResult check(Crawler crawler, String url) {
        CrawlerVisit visit = new CrawlerVisit(
                crawler,
                fetch.toBuilder()
                        .userAgent(crawler.userAgent())
                        .maxBytes(MAX_PAGE)
                        .build());
        try {
            return visit.of(url);
        } catch (FetchException e) {
            return new PreflightResult(crawler.channel(), url, List.of(notFetched(crawler, e)));
        }
    }

    private static Problem notFetched(Crawler crawler, FetchException e) {
        String message = crawler.platform() + " gets no page: " + e.getMessage() + ".";
        return e.kind() == FetchException.Kind.REFUSED
                ? Problem.error("PAGE_NOT_PUBLIC", message, "Publish the page on a public address first.")
                : Problem.error("PAGE_NOT_REACHABLE", message, "See that the page can be opened from outside.");
    }
}
