package io.sharewire.link;

import io.sharewire.url.CanonicalUrl;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What relative addresses on a page are relative to.
 *
 * @param url the page's own address, or what its {@code <base>} says; null if neither is known
 */
record PageBase(@Nullable HttpUrl url) {

    static PageBase of(Document document, @Nullable HttpUrl page) {
        PageBase given = new PageBase(page);
        Element base = document.selectFirst("base[href]");
        HttpUrl declared = base == null ? null : given.parse(base.attr("href"));
        return declared == null ? given : new PageBase(declared);
    }

    /** {@code address} as an absolute http(s) one; empty if it is none, or relative to nothing that is known. */
    Optional<String> resolve(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        String trimmed = address.strip();
        // What is complete stays as it is written: picture servers sign the very bytes of their addresses.
        boolean complete = trimmed.matches("(?i)https?://[\\x21-\\x7E]+");
        HttpUrl parsed = parse(trimmed);
        return parsed == null
                ? Optional.empty()
                : Optional.of(complete ? trimmed : parsed.toString())
                        .filter(absolute -> CanonicalUrl.problem(absolute).isEmpty());
    }

    private @Nullable HttpUrl parse(String address) {
        String trimmed = address.strip();
        if (url != null) {
            return url.resolve(trimmed);
        }
        return HttpUrl.parse(trimmed.startsWith("//") ? "https:" + trimmed : trimmed);
    }
}
