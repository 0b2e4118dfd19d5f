package io.sharewire.link;

import io.sharewire.Author;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What stands on the page by an author's name: the name itself, and the mail address. */
final class Byline {

    private static final String MARKED =
            "[rel~=(?i)author], [itemprop~=(?i)author], [class~=(?i)byline|author|reporter|journalist], address";
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    private static final Pattern READS_AS_BYLINE = Pattern.compile("(?i)^(?:words )?by[ :]|^\\S{2,10} (?:기자|특파원)$");

    /** A block that is longer is not a byline any more. */
    private static final int MAX_LENGTH = 200;

    /** No article has more bylines; a hostile page may have thousands. */
    private static final int MAX_ELEMENTS = 50;

    private final Document document;

    Byline(Document document) {
        this.document = document;
    }

    /** The names in the first element that is marked as the author or reads as a byline. */
    List<String> names() {
        return first(MARKED).stream()
                .filter(Byline::isOfTheArticle)
                .flatMap(element -> named(element).stream())
                .map(BylineNames::of)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<String> named(Element element) {
        boolean says = element.is("[rel~=(?i)author], [itemprop~=(?i)author]");
        return PageText.line(MAIL.matcher(element.text()).replaceAll(" "))
                .filter(text -> text.length() <= MAX_LENGTH)
                .filter(text -> says || READS_AS_BYLINE.matcher(text).find());
    }

    /** {@code authors} with the mail addresses that stand by their names; an only author may have the only address. */
    List<Author> withAddresses(List<Author> authors) {
        Map<String, String> byName = new HashMap<>();
        for (Element link : first("a[href^=mailto:]")) {
            String email = address(link.attr("href"));
            if (email != null && isOfTheArticle(link)) {
                owner(link, authors).ifPresent(name -> byName.putIfAbsent(name, email));
            }
        }
        Optional<String> only = authors.size() == 1 && byName.isEmpty() ? marked() : Optional.empty();
        return authors.stream()
                .map(author -> {
                    String found = byName.get(author.name());
                    return withAddress(author, found == null ? only.orElse(null) : found);
                })
                .toList();
    }

    private static Author withAddress(Author author, @Nullable String email) {
        return author.email() == null ? new Author(author.name(), email, author.url()) : author;
    }

    /** Who is named in the smallest block around a link; of several, who is named last before it. */
    private static Optional<String> owner(Element link, List<Author> authors) {
        for (Element block = link; block != null && block.text().length() <= MAX_LENGTH; block = block.parent()) {
            String text = lower(block.text());
            List<String> named = authors.stream()
                    .map(Author::name)
                    .filter(name -> text.contains(lower(name)))
                    .toList();
            if (!named.isEmpty()) {
                String before = textBefore(link, block);
                return named.stream().max(Comparator.comparingInt(name -> before.lastIndexOf(lower(name))));
            }
        }
        return Optional.empty();
    }

    private static String textBefore(Element link, Element block) {
        String text = block.nodeStream(TextNode.class)
                .takeWhile(node -> !link.equals(node.parent()))
                .map(TextNode::text)
                .collect(Collectors.joining(" "));
        return lower(text);
    }

    /** The address in a byline, if all bylines show but one; written out counts as well as linked. */
    private Optional<String> marked() {
        List<String> addresses = first(MARKED).stream()
                .filter(Byline::isOfTheArticle)
                .filter(element -> element.text().length() <= MAX_LENGTH)
                .flatMap(element -> inByline(element).stream())
                .distinct()
                .toList();
        return addresses.size() == 1 ? Optional.of(addresses.get(0)) : Optional.empty();
    }

    private static Optional<String> inByline(Element element) {
        Element link = element.selectFirst("a[href^=mailto:]");
        String linked = link == null ? null : address(link.attr("href"));
        if (linked != null) {
            return Optional.of(linked);
        }
        Matcher written = MAIL.matcher(element.text());
        return written.find() ? Optional.of(written.group()) : Optional.empty();
    }

    /** Mail addresses of the desk, of other stories and of the site are not the author's. */
    private static boolean isOfTheArticle(Element element) {
        return element.closest("aside, nav, head, [role=navigation], body > header, body > footer") == null;
    }

    /** The one address of a mailto link; null if it has none or several, as links for sharing do. */
    private static @Nullable String address(String href) {
        String to = href.substring("mailto:".length()).replaceFirst("\\?.*$", "");
        try {
            String decoded = URLDecoder.decode(to.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
            return MAIL.matcher(decoded).matches() ? decoded : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Element> first(String selector) {
        return document.select(selector).stream().limit(MAX_ELEMENTS).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
