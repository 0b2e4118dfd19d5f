package io.sharewire.link;

import io.sharewire.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Which address an article has: what its page declares, unless that cannot be the article.
 *
 * <p>{@code rel=canonical} comes before {@code og:url}, which tends to go stale; then what the page was fetched from. A
 * declared address is not believed if it leads to another site or to the home page: whoever can put one line into a page
 * could otherwise take over its shares. {@code rel=amphtml} is never looked at.
 */
final class PageAddress {

    /** RFC 8288: {@code <target>; rel="canonical"}; several may share a header. */
    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[^=;,\\s]+\\s*=\\s*(?:\"[^\"]*\"|[^\",;]*))*)");

    private static final Pattern REL_CANONICAL =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?canonical(?:\\s[^\"]*)?\"|canonical\\s*(?:;|$))");
    /** Nobody needs a longer one to name a page; the pattern is not for what a hostile server can send. */
    private static final int MAX_HEADER = 8192;

    private static final Pattern AMP_CACHE = Pattern.compile("/[cv]/(s/)?([^/]+)(/.*)?");

    private PageAddress() {}

    /** The address of {@code page}; canonical addresses at {@code trusted} hosts are believed as well. */
    static Optional<Finding<String>> of(Page page, Set<String> trusted) {
        HttpUrl known = page.address() == null ? null : outOfAmpCache(page.address());
        String refused = "";
        for (Finding<String> candidate : declared(page)) {
            Optional<String> resolved = page.base().resolve(candidate.value());
            if (resolved.isEmpty()) {
                continue;
            }
            String url = resolved.get();
            Optional<String> doubt =
                    known == null || isAt(trusted, HttpUrl.get(url).host())
                            ? Optional.empty()
                            : doubt(HttpUrl.get(url), known);
            if (doubt.isEmpty()) {
                return Optional.of(candidate.map(text -> CanonicalUrl.of(url)));
            }
            refused = refused.isEmpty() ? "(" + candidate.source() + " refused: " + doubt.get() + ")" : refused;
        }
        if (known == null) {
            return Optional.empty();
        }
        Finding<String> own = new Finding<>(CanonicalUrl.of(known.toString()), "address");
        return Optional.of(refused.isEmpty() ? own : own.noting(refused));
    }

    private static List<Finding<String>> declared(Page page) {
        List<Finding<String>> candidates = new ArrayList<>();
        page.attribute("link[rel~=(?i)(^|\\s)canonical(\\s|$)][href]", "href")
                .ifPresent(href -> candidates.add(new Finding<>(href, "canonical")));
        page.linkHeaders().stream()
                .filter(header -> header.length() <= MAX_HEADER)
                .flatMap(header -> canonicalIn(header).stream())
                .findFirst()
                .ifPresent(target -> candidates.add(new Finding<>(fromRequest(page, target), "Link header")));
        page.meta().text("og:url").ifPresent(candidates::add);
        page.jsonLd().address("mainEntityOfPage", "url").ifPresent(candidates::add);
        page.meta().text("twitter:url", "parsely-link").ifPresent(candidates::add);
        return candidates;
    }

    /** A header knows nothing of a {@code <base>} in the page. */
    private static String fromRequest(Page page, String target) {
        HttpUrl resolved = page.address() == null ? null : page.address().resolve(target);
        return resolved == null ? target : resolved.toString();
    }

    private static boolean isAt(Set<String> hosts, String host) {
        return hosts.stream().anyMatch(trusted -> host.equals(trusted) || host.endsWith("." + trusted));
    }

    /** Why {@code declared} cannot be the address of {@code page}; empty if it can. */
    static Optional<String> doubt(Page page, String declared) {
        return page.address() == null ? Optional.empty() : doubt(HttpUrl.get(declared), page.address());
    }

    private static Optional<String> doubt(HttpUrl declared, HttpUrl known) {
        if (!site(declared).equals(site(known))) {
            return Optional.of("another site");
        } else if (isHome(declared) && !isHome(HttpUrl.get(CanonicalUrl.of(known.toString())))) {
            return Optional.of("the home page");
        }
        return Optional.empty();
    }

    private static boolean isHome(HttpUrl url) {
        return url.encodedPath().equals("/") && url.encodedQuery() == null;
    }

    /** The registrable domain; hosts that have none, such as literal addresses, stand for themselves. */
    private static String site(HttpUrl url) {
        String domain = url.topPrivateDomain();
        return domain == null ? url.host() : domain;
    }

    private static Optional<String> canonicalIn(String header) {
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            String parameters = link.group(2);
            // A link with an anchor speaks about another page.
            if (REL_CANONICAL.matcher(parameters).find()
                    && !parameters.toLowerCase(Locale.ROOT).contains("anchor")) {
                return Optional.of(link.group(1));
            }
        }
        return Optional.empty();
    }

    /** {@code https://…cdn.ampproject.org/c/s/news.example/a} shows {@code https://news.example/a}. */
    private static HttpUrl outOfAmpCache(HttpUrl url) {
        Matcher cached = AMP_CACHE.matcher(url.encodedPath());
        if (!url.host().endsWith(".cdn.ampproject.org") || !cached.matches()) {
            return url;
        }
        String path = cached.group(3);
        @Nullable HttpUrl origin = HttpUrl.parse(
                (cached.group(1) == null ? "http://" : "https://") + cached.group(2) + (path == null ? "/" : path));
        return origin == null ? url : origin;
    }
}
