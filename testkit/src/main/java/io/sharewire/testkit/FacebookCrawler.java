package io.sharewire.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads pages as {@code facebookexternalhit} does: their first megabyte, for the tags of the Open Graph. */
final class FacebookCrawler {

    static final String USER_AGENT = "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)";

    private static final int READ_AT_MOST = 1024 * 1024;
    private static final int LARGEST_IMAGE = 8 * 1024 * 1024;
    private static final int SMALLEST_SIDE = 200;

    private static final Pattern META = Pattern.compile("(?is)<meta\\s[^>]*>");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final Pattern NAME = Pattern.compile("(?is)\\b(?:property|name)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern CONTENT = Pattern.compile("(?is)\\bcontent\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final FacebookWeb web;

    FacebookCrawler(FacebookWeb web) {
        this.web = web;
    }

    /** The tags of a page by name, the page's own title under {@code title}, its fit pictures under {@code og:image}. */
    Map<String, List<String>> read(String url) {
        FacebookWeb.Document document = web.get(
                url,
                Map.of(
                        "user-agent", USER_AGENT,
                        "accept-encoding", "gzip, deflate",
                        "range", "bytes=0-524288"));
        if (document.status() != 200 && document.status() != 206) {
            throw notScraped().refuse();
        }
        String html = decoded(document);
        Map<String, List<String>> tags = new LinkedHashMap<>();
        Matcher metas = META.matcher(html);
        while (metas.find()) {
            String name = attribute(NAME, metas.group());
            if (!name.isEmpty()) {
                tags.computeIfAbsent(name, key -> new ArrayList<>()).add(attribute(CONTENT, metas.group()));
            }
        }
        Matcher title = TITLE.matcher(html);
        if (title.find()) {
            tags.put("title", List.of(unescaped(title.group(1).strip())));
        }
        tags.computeIfPresent(
                "og:image", (key, images) -> images.stream().filter(this::isFit).toList());
        return tags;
    }

    private static String decoded(FacebookWeb.Document document) {
        try (InputStream body = switch (document.encoding()) {
            case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(document.body()));
            case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(document.body()));
            default -> new ByteArrayInputStream(document.body());
        }) {
            return new String(body.readNBytes(READ_AT_MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw notScraped().refuse();
        }
    }

    private boolean isFit(String image) {
        FacebookWeb.Document document = web.get(image, Map.of("user-agent", USER_AGENT));
        return document.status() == 200
                && document.body().length <= LARGEST_IMAGE
                && smallerSide(document.body())
                        .map(side -> side >= SMALLEST_SIDE)
                        .orElse(true);
    }

    /** Nothing if the bytes are no picture that this Java can measure. */
    private static Optional<Integer> smallerSide(byte[] picture) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return Optional.of(Math.min(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String attribute(Pattern pattern, String tag) {
        Matcher matcher = pattern.matcher(tag);
        if (!matcher.find()) {
            return "";
        }
        return unescaped(Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2)));
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static GraphErrors notScraped() {
        return GraphErrors.error(400, 1609005, "(#1609005) The link could not be scraped");
    }
}
