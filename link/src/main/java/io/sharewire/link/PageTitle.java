package io.sharewire.link;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headline: og:title, else JSON-LD, else the Twitter card, else microdata, Dublin Core and Parse.ly, else {@code
 * <title>} without the site's name, else h1.
 */
final class PageTitle {

    private static final Pattern LAST_PART = Pattern.compile("^(.{1,600})\\s+([|｜–—-]|::|»)\\s+([^|｜»]{1,60})$");
    private static final Pattern FIRST_PART = Pattern.compile("^(.{1,60}?)\\s+([|｜–—-]|::|»)\\s+(.+)$");

    private PageTitle() {}

    static Optional<Finding<String>> of(Page page, @Nullable String siteName) {
        Optional<String> h1 = heading(page);
        return page.meta()
                .text("og:title")
                .or(() -> page.jsonLd().text("headline", "name"))
                .or(() -> page.meta().text("twitter:title"))
                .or(() -> page.markedUp().text("headline", "name"))
                .or(() -> page.meta().text("dc.title", "dcterms.title", "parsely-title"))
                .or(() -> titleElement(page)
                        .map(title -> new Finding<>(withoutSite(title, siteName, h1.orElse("")), "<title>")))
                .or(() -> h1.map(text -> new Finding<>(text, "<h1>")));
    }

    /** What the {@code <title>} element says. */
    static Optional<String> titleElement(Page page) {
        Element title = page.document().selectFirst("head > title, title");
        return title == null ? Optional.empty() : PageText.line(title.text());
    }

    private static Optional<String> heading(Page page) {
        return page.elements("h1").stream()
                .flatMap(h1 -> PageText.line(h1.text()).stream())
                .findFirst();
    }

    /** Takes a site's name off either end, and {@code | Section} off the end; a dash alone proves nothing. */
    private static String withoutSite(String title, @Nullable String siteName, String h1) {
        Matcher first = FIRST_PART.matcher(title);
        String rest = siteName != null && first.matches() && names(siteName, first.group(1)) ? first.group(3) : title;
        Matcher last = LAST_PART.matcher(rest);
        while (last.matches()) {
            String before = last.group(1);
            String part = last.group(3);
            boolean dash = last.group(2).matches("[–—-]");
            boolean isSite = siteName == null ? before.length() > part.length() : names(siteName, part);
            if (dash && !isSite && !before.equals(h1)) {
                break;
            }
            rest = before;
            if (dash && siteName == null) {
                break;
            }
            last = LAST_PART.matcher(rest);
        }
        return rest;
    }

    private static boolean names(String siteName, String part) {
        String site = siteName.toLowerCase(Locale.ROOT);
        String other = part.toLowerCase(Locale.ROOT);
        return site.contains(other) || other.contains(site);
    }
}
