package io.sharewire.link;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When an article appeared and was changed: JSON-LD, else {@code article:*}, else microdata, Dublin Core and Parse.ly, else
 * {@code <time>}.
 */
final class PageTimes {

    private PageTimes() {}

    static Optional<Finding<OffsetDateTime>> published(Page page, ZoneId zone) {
        return first(
                zone,
                List.of(
                        page.jsonLd().text("datePublished", "dateCreated"),
                        page.meta().text("article:published_time"),
                        page.meta().text("datePublished"),
                        page.markedUp().text("datePublished", "dateCreated"),
                        time(page, "time[itemprop~=datePublished][datetime]"),
                        page.meta().text("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date"),
                        page.meta().text("parsely-pub-date", "pubdate", "date"),
                        time(page, "time[pubdate][datetime]"),
                        time(page, "time[datetime]")));
    }

    static Optional<Finding<OffsetDateTime>> modified(Page page, ZoneId zone) {
        return first(
                zone,
                List.of(
                        page.jsonLd().text("dateModified"),
                        page.meta().text("article:modified_time", "og:updated_time"),
                        page.meta().text("dateModified"),
                        page.markedUp().text("dateModified"),
                        time(page, "time[itemprop~=dateModified][datetime]"),
                        page.meta().text("dcterms.modified", "dc.date.modified")));
    }

    private static Optional<Finding<OffsetDateTime>> first(ZoneId zone, List<Optional<Finding<String>>> candidates) {
        return candidates.stream()
                .flatMap(Optional::stream)
                .flatMap(found -> DateText.read(found, zone).stream())
                .findFirst();
    }

    /** Other stories have times as well: what stands in a list is not taken. */
    private static Optional<Finding<String>> time(Page page, String selector) {
        return page.elements(selector).stream()
                .filter(time -> time.closest("li") == null)
                .findFirst()
                .flatMap(time -> PageText.line(time.attr("datetime")))
                .map(text -> new Finding<>(text, "<time>"));
    }
}
