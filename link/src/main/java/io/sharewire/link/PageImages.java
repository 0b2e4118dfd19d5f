package io.sharewire.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewire.Image;
import io.sharewire.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pictures: Open Graph, else the Twitter card, else JSON-LD, else microdata, else what the page links to or shows as
 * its lead photo.
 *
 * <p>What JSON-LD says about the same picture and what stands under the lead photo (caption, credit, alternative text) is
 * added, since neither Open Graph nor Twitter cards have a place for it.
 */
final class PageImages {

    private static final int MAX_IMAGES = 50;

    private PageImages() {}

    static Optional<Finding<List<Image>>> of(Page page) {
        List<Image> described =
                from(page.jsonLd(), page).stream().limit(MAX_IMAGES).toList();
        LeadFigure figure = LeadFigure.of(page);
        return found(OpenGraphImages.of(page), "og:image")
                .or(() -> found(fromTwitter(page), "twitter:image"))
                .or(() -> found(described, "json-ld image"))
                .or(() -> found(from(page.markedUp(), page), page.markedUp().source("image")))
                .or(() -> found(one(page, page.attribute("link[rel=image_src][href]", "href")), "image_src"))
                .or(() -> found(
                        one(
                                page,
                                page.meta().texts("parsely-image-url").stream().findFirst()),
                        "parsely-image-url"))
                .or(() -> found(figure.image().stream().toList(), "<figure>"))
                .map(images -> complete(images, described, figure));
    }

    private static Optional<Finding<List<Image>>> found(List<Image> images, String source) {
        Map<String, Image> unique = new LinkedHashMap<>();
        images.stream()
                .limit(MAX_IMAGES)
                .forEach(image -> unique.putIfAbsent(CanonicalUrl.dedupKey(image.url()), image));
        return unique.isEmpty() ? Optional.empty() : Optional.of(new Finding<>(List.copyOf(unique.values()), source));
    }

    private static Finding<List<Image>> complete(Finding<List<Image>> found, List<Image> described, LeadFigure figure) {
        List<Image> more = found.value().stream()
                .map(image -> described.stream()
                        .filter(other -> isSame(image, other))
                        .findFirst()
                        .map(other -> merged(image, other))
                        .orElse(image))
                .toList();
        Finding<List<Image>> finding = found.map(images -> more);
        Optional<Image> lead = figure.describing(more.get(0)).map(shown -> merged(more.get(0), shown));
        if (lead.isEmpty() || lead.get().equals(more.get(0))) {
            return finding;
        }
        List<Image> all = new ArrayList<>(more);
        all.set(0, lead.get());
        return finding.map(images -> List.copyOf(all)).noting("+ figcaption");
    }

    static boolean isSame(Image one, Image other) {
        return CanonicalUrl.dedupKey(one.url()).equals(CanonicalUrl.dedupKey(other.url()));
    }

    /** {@code image} with what it lacks taken from {@code other}. */
    private static Image merged(Image image, Image other) {
        boolean sized = image.width() != null || image.height() != null;
        return new Image(
                image.url(),
                or(image.alt(), other.alt()),
                or(image.caption(), other.caption()),
                or(image.credit(), other.credit()),
                sized || !isSame(image, other) ? image.width() : other.width(),
                sized || !isSame(image, other) ? image.height() : other.height(),
                isSame(image, other) ? or(image.type(), other.type()) : image.type());
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    private static List<Image> fromTwitter(Page page) {
        return page
                .meta()
                .text("twitter:image", "twitter:image:src")
                .flatMap(found -> page.base().resolve(found.value()))
                .map(url -> Image.of(url)
                        .withAlt(page.meta()
                                .text("twitter:image:alt")
                                .map(Finding::value)
                                .orElse(null)))
                .stream()
                .toList();
    }

    private static List<Image> one(Page page, Optional<String> address) {
        return address.flatMap(page.base()::resolve).map(Image::of).stream().toList();
    }

    private static List<Image> from(SchemaArticle article, Page page) {
        return article.nodes("image").stream()
                .flatMap(node -> page
                        .base()
                        .resolve(node.isTextual() ? node.asText() : article.raw(address(node)))
                        .map(url -> new Image(
                                url,
                                text(article, node, "alternateName"),
                                text(article, node, "caption"),
                                or(text(article, node, "creditText"), text(article, node, "creator")),
                                Pixels.of(article.raw(node.path("width"))),
                                Pixels.of(article.raw(node.path("height"))),
                                text(article, node, "encodingFormat")))
                        .stream())
                .toList();
    }

    private static JsonNode address(JsonNode node) {
        return node.has("url") ? node.path("url") : node.has("contentUrl") ? node.path("contentUrl") : node.path("@id");
    }

    private static @Nullable String text(SchemaArticle article, JsonNode node, String name) {
        return PageText.line(article.raw(node.path(name))).orElse(null);
    }
}
