package io.sharewire.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote it: JSON-LD, else meta author, else {@code article:author} unless it is an address, else microdata, Dublin
 * Core and Parse.ly, else the byline.
 */
final class PageAuthors {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\]+");

    private static final int MAX_AUTHORS = 50;

    private PageAuthors() {}

    static Optional<Finding<List<Author>>> of(Page page) {
        Byline byline = new Byline(page.document());
        return found(from(page.jsonLd(), page), page.jsonLd().source("author"))
                .or(() -> found(named(page.meta().texts("author")), "meta author"))
                .or(() -> found(named(page.meta().texts("article:author")), "article:author"))
                .or(() -> found(from(page.markedUp(), page), page.markedUp().source("author")))
                .or(() -> found(named(page.meta().texts("dc.creator")), "dc.creator"))
                .or(() -> found(named(page.meta().texts("dcterms.creator")), "dcterms.creator"))
                .or(() -> found(named(page.meta().texts("parsely-author")), "parsely-author"))
                .or(() -> found(named(byline.names()), "byline"))
                .map(authors -> withAddresses(authors, byline));
    }

    private static Optional<Finding<List<Author>>> found(List<Author> authors, String source) {
        return authors.isEmpty() ? Optional.empty() : Optional.of(new Finding<>(authors, source));
    }

    private static Finding<List<Author>> withAddresses(Finding<List<Author>> found, Byline byline) {
        List<Author> authors = found.value();
        List<Author> complete = byline.withAddresses(authors);
        Finding<List<Author>> finding = found.map(a -> complete);
        return complete.equals(authors) || found.source().equals("byline") ? finding : finding.noting("+ byline");
    }

    private static List<Author> named(List<String> texts) {
        return texts.stream()
                .flatMap(text -> BylineNames.of(text).stream())
                .distinct()
                .limit(MAX_AUTHORS)
                .map(Author::of)
                .toList();
    }

    private static List<Author> from(SchemaArticle article, Page page) {
        List<Author> authors = new ArrayList<>();
        for (JsonNode node : article.nodes("author").stream().limit(MAX_AUTHORS).toList()) {
            String text = article.raw(node);
            List<String> names = PageText.line(text).map(BylineNames::of).orElse(List.of());
            boolean one = names.size() == 1;
            for (String name : names) {
                Author author =
                        new Author(name, one ? email(article, node) : null, one ? url(article, page, node) : null);
                if (authors.stream().noneMatch(a -> a.name().equals(author.name()))) {
                    authors.add(author);
                }
            }
        }
        return authors;
    }

    private static @Nullable String email(SchemaArticle article, JsonNode node) {
        String text = article.raw(node.path("email")).strip().replaceFirst("^(?i)mailto:", "");
        return EMAIL.matcher(text).matches() ? text : null;
    }

    private static @Nullable String url(SchemaArticle article, Page page, JsonNode node) {
        return page.base().resolve(article.raw(node.path("url"))).orElse(null);
    }
}
