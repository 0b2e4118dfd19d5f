package io.sharewire.link;

import io.sharewire.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of the Open Graph tags.
 *
 * <p>{@code og:image:width} and the like belong to the {@code og:image} before them; the next {@code og:image} begins
 * another picture. {@code og:image:secure_url} is taken rather than an address without TLS.
 */
final class OpenGraphImages {

    private final PageBase base;
    private final List<Image> images = new ArrayList<>();
    private @Nullable Image current;
    private String opener = "";

    private OpenGraphImages(PageBase base) {
        this.base = base;
    }

    static List<Image> of(Page page) {
        OpenGraphImages reading = new OpenGraphImages(page.base());
        page.meta().tags().forEach(reading::take);
        reading.end();
        return reading.images;
    }

    private void take(MetaTags.Tag tag) {
        String content = tag.content();
        switch (tag.name()) {
            case "og:image" -> begin(tag);
            case "og:image:url", "og:image:secure_url" -> address(tag);
            case "og:image:width" -> change(image -> image.withSize(Pixels.of(content), image.height()));
            case "og:image:height" -> change(image -> image.withSize(image.width(), Pixels.of(content)));
            case "og:image:alt" ->
                change(image -> image.withAlt(PageText.line(content).orElse(null)));
            case "og:image:type" ->
                change(image -> image.withType(PageText.line(content).orElse(null)));
            default -> {
                // not about pictures
            }
        }
    }

    /** What follows an address that is none belongs to no picture. */
    private void begin(MetaTags.Tag tag) {
        end();
        current = base.resolve(tag.content()).map(Image::of).orElse(null);
        opener = tag.name();
    }

    private void address(MetaTags.Tag tag) {
        if (current == null || tag.name().equals(opener)) {
            begin(tag);
        } else if (current.url().startsWith("http:")) {
            base.resolve(tag.content())
                    .filter(url -> url.startsWith("https:"))
                    .ifPresent(url -> change(image ->
                            new Image(url, image.alt(), null, null, image.width(), image.height(), image.type())));
        }
    }

    private void change(UnaryOperator<Image> how) {
        if (current != null) {
            current = how.apply(current);
        }
    }

    private void end() {
        if (current != null) {
            images.add(current);
        }
        current = null;
    }
}
