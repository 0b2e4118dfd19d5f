package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What Facebook has read from a page, as it keeps it.
 *
 * @param url the address that was read
 * @param canonical the address that the page gives as its own
 * @param type the kind of thing, {@code website} unless the page says more
 * @param title the headline
 * @param description the teaser, or empty
 * @param siteName the publisher, or empty
 * @param images the addresses of the pictures that are fit to be shown
 * @param id the number of the object that stands for the address
 * @param scraped when it was read
 */
record FacebookPreview(
        String url,
        String canonical,
        String type,
        String title,
        String description,
        String siteName,
        List<String> images,
        String id,
        Instant scraped) {

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("url", canonical).put("type", type).put("title", title);
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        if (!images.isEmpty()) {
            ArrayNode list = json.putArray("image");
            images.forEach(image -> list.addObject().put("url", image));
        }
        if (!siteName.isEmpty()) {
            json.put("site_name", siteName);
        }
        return json.put("updated_time", GraphTime.format(scraped)).put("id", id);
    }
}
