package io.sharewire.link;

import io.sharewire.Image;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The photo that the page shows on top, with what stands under it.
 *
 * @param figures the figures with a picture, those within the article first
 * @param base what addresses are relative to
 */
record LeadFigure(List<Element> figures, PageBase base) {

    private static final int MAX_FIGURES = 20;

    static LeadFigure of(Page page) {
        List<Element> figures = page.elements("figure").stream()
                .filter(figure -> figure.selectFirst("img") != null)
                .limit(MAX_FIGURES)
                .toList();
        return new LeadFigure(figures, page.base());
    }

    /** The first photo. */
    Optional<Image> image() {
        return figures.stream().flatMap(figure -> image(figure).stream()).findFirst();
    }

    /**
     * What the page says about the lead picture: at the figure that shows the same file, else at the first one, since the
     * picture for cards is often another cut of the lead photo under another name.
     */
    Optional<Image> describing(Image lead) {
        return figures.stream()
                .flatMap(figure -> image(figure).stream())
                .filter(image -> file(image.url()).equals(file(lead.url())))
                .findFirst()
                .or(this::image);
    }

    private Optional<Image> image(Element figure) {
        Element img = figure.selectFirst("img");
        if (img == null) {
            return Optional.empty();
        }
        Caption caption = Caption.of(figure);
        return base.resolve(source(img))
                .map(url -> new Image(
                        url,
                        PageText.line(img.attr("alt")).orElse(null),
                        caption.text(),
                        caption.credit(),
                        Pixels.of(img.attr("width")),
                        Pixels.of(img.attr("height")),
                        null));
    }

    /** Pages that load pictures late keep the address elsewhere. */
    private static @Nullable String source(Element img) {
        for (String attribute : List.of("data-src", "data-original", "src")) {
            String value = img.attr(attribute);
            if (!value.isBlank() && !value.startsWith("data:")) {
                return value;
            }
        }
        return null;
    }

    private static String file(String url) {
        HttpUrl parsed = HttpUrl.get(url);
        return parsed.pathSegments().get(parsed.pathSize() - 1);
    }
}
