package io.sharewire.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The {@code <meta>} elements of a page, by name, in order.
 *
 * <p>Open Graph belongs into {@code property} and Twitter cards into {@code name}, but pages mix them up, put several
 * names into one attribute and use {@code itemprop}: all of that is read. Dublin Core's names are told as {@code dc.title}
 * and {@code dcterms.title}, however they are written.
 */
final class MetaTags {

    /**
     * One of them.
     *
     * @param name lower-case
     * @param content as it is written
     */
    record Tag(String name, String content) {}

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DUBLIN_CORE = Pattern.compile("dc(terms?)?[.:](.+)");

    private final List<Tag> tags;

    private MetaTags(List<Tag> tags) {
        this.tags = tags;
    }

    static MetaTags of(Document document) {
        List<Tag> tags = new ArrayList<>();
        for (Element meta : document.select("meta[content]")) {
            String content = meta.attr("content");
            String names = String.join(" ", meta.attr("property"), meta.attr("name"), meta.attr("itemprop"));
            if (!content.isBlank()) {
                BLANKS.splitAsStream(names.strip().toLowerCase(Locale.ROOT))
                        .map(MetaTags::spelledOut)
                        .forEach(name -> tags.add(new Tag(name, content)));
            }
        }
        return new MetaTags(tags);
    }

    /** Every tag, in the order of the page. */
    List<Tag> tags() {
        return tags;
    }

    /** The first text there is under the first of {@code names} that has one. */
    Optional<Finding<String>> text(String... names) {
        for (String name : names) {
            Optional<Finding<String>> found = texts(name).stream().findFirst().map(text -> new Finding<>(text, name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Every text under {@code name}, in order. */
    List<String> texts(String name) {
        return raw(name).stream()
                .flatMap(content -> PageText.line(content).stream())
                .toList();
    }

    /** Dublin Core is written {@code DC.title}, {@code dc:title}, {@code dcterm.title}, {@code dcterms:title}. */
    private static String spelledOut(String name) {
        Matcher dublinCore = DUBLIN_CORE.matcher(name);
        return dublinCore.matches() ? (dublinCore.group(1) == null ? "dc." : "dcterms.") + dublinCore.group(2) : name;
    }

    private List<String> raw(String name) {
        return tags.stream()
                .filter(tag -> tag.name.equalsIgnoreCase(name))
                .map(Tag::content)
                .toList();
    }
}
