package io.sharewire.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.text.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields that are one text, each with the order of places where it is looked for. */
final class PageFields {

    private static final Pattern LANGUAGE = Pattern.compile("(?i)[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*");

    private static final int MAX_TAGS = 100;

    private PageFields() {}

    /**
     * og:description, else JSON-LD, else meta description, else the Twitter card, else microdata and Dublin Core.
     * Attributes are one line; if JSON-LD has the same text with its paragraphs, these are kept.
     */
    static Optional<Finding<String>> summary(Page page) {
        Optional<Finding<String>> line = page.meta()
                .text("og:description")
                .or(() -> page.jsonLd().text("description"))
                .or(() -> page.meta().text("description", "twitter:description"))
                .or(() -> page.markedUp().text("description"))
                .or(() -> page.meta().text("dc.description", "dcterms.description", "dcterms.abstract"));
        Optional<String> paragraphs = page.jsonLd().paragraphs("description");
        return line.map(found -> found.map(text ->
                paragraphs.filter(lines -> CleanText.line(lines).equals(text)).orElse(text)));
    }

    static Optional<Finding<String>> siteName(Page page) {
        return page.meta()
                .text("og:site_name")
                .or(() -> page.jsonLd().text("publisher"))
                .or(() -> page.meta().text("application-name"))
                .or(() -> page.markedUp().text("publisher"))
                .or(() -> page.meta().text("dc.publisher", "dcterms.publisher"));
    }

    static Optional<Finding<String>> section(Page page) {
        return page.meta()
                .text("article:section")
                .or(() -> page.jsonLd().text("articleSection"))
                .or(() -> page.markedUp().text("articleSection"))
                .or(() -> page.meta().text("parsely-section"));
    }

    /** JSON-LD speaks of the article, {@code html lang} of the whole page, og:locale too often of the template. */
    static Optional<Finding<String>> language(Page page) {
        Stream<Optional<Finding<String>>> candidates = Stream.of(
                page.jsonLd().text("inLanguage"),
                page.attribute("html[lang]", "lang").map(tag -> new Finding<>(tag, "html lang")),
                page.meta().text("og:locale"),
                page.markedUp().text("inLanguage"),
                page.meta().text("content-language", "language", "dc.language", "dcterms.language"));
        return candidates
                .flatMap(Optional::stream)
                .map(found -> found.map(text -> text.strip().replace('_', '-')))
                .filter(found -> isLanguage(found.value()))
                .findFirst();
    }

    static Optional<Finding<List<String>>> tags(Page page) {
        return list(page.meta().texts("article:tag"), "article:tag")
                .or(() -> list(keywords(page.jsonLd()), "json-ld keywords"))
                .or(() -> list(split(page.meta().texts("news_keywords")), "news_keywords"))
                .or(() -> list(split(page.meta().texts("keywords")), "meta keywords"))
                .or(() -> list(keywords(page.markedUp()), page.markedUp().source("keywords")))
                .or(() -> list(split(page.meta().texts("parsely-tags")), "parsely-tags"));
    }

    private static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches()
                && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
    }

    private static Optional<Finding<List<String>>> list(List<String> values, String source) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding<>(values.stream().limit(MAX_TAGS).toList(), source));
    }

    /** One text is a list with commas, several are one keyword each. */
    private static List<String> keywords(SchemaArticle article) {
        List<JsonNode> nodes = article.nodes("keywords");
        List<String> texts = nodes.stream()
                .flatMap(node -> PageText.line(article.raw(node)).stream())
                .toList();
        return nodes.size() == 1 ? split(texts) : texts;
    }

    private static List<String> split(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split("[,;，、]")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
