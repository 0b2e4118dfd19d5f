package io.sharewire.testkit;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages for their Open Graph tags, without running scripts, and remembers what it read. */
final class KakaoScraper {

    static final String USER_AGENT = "facebookexternalhit/1.1;kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap";

    private static final Pattern META = Pattern.compile("(?is)<meta\\s[^>]*>");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final Pattern IMAGE = Pattern.compile("(?is)<img\\s[^>]*>");

    /**
     * What the scrap server makes of a page; each part may be empty.
     *
     * @param title the headline
     * @param description the teaser
     * @param image the address of the picture
     */
    record Preview(String title, String description, String image) {}

    private record Read(Preview preview, Instant at) {}

    private final Clock clock;
    private final KakaoRules rules;
    private final KakaoWeb web;
    private final Map<String, Read> cache = new HashMap<>();

    KakaoScraper(Clock clock, KakaoRules rules, KakaoWeb web) {
        this.clock = clock;
        this.rules = rules;
        this.web = web;
    }

    void clear() {
        cache.clear();
    }

    Preview preview(String url) {
        Read before = cache.get(url);
        if (before != null && clock.instant().isBefore(before.at().plus(rules.scrapCache))) {
            return before.preview();
        }
        Answer page = web.get(url, USER_AGENT);
        Preview preview = read(url, page.status() == 200 ? page.body() : "");
        cache.put(url, new Read(preview, clock.instant()));
        return preview;
    }

    private static Preview read(String url, String html) {
        Map<String, String> tags = new LinkedHashMap<>();
        Matcher metas = META.matcher(html);
        while (metas.find()) {
            String tag = metas.group();
            String name =
                    attribute("property", tag).or(() -> attribute("name", tag)).orElse("");
            attribute("content", tag).ifPresent(content -> tags.putIfAbsent(name, content));
        }
        String title = tag(tags, "og:title").or(() -> between(html)).orElse("");
        String description =
                tag(tags, "og:description").or(() -> tag(tags, "description")).orElse("");
        String image = tag(tags, "og:image").or(() -> firstImage(html)).orElse("");
        return new Preview(title, description, image.isEmpty() ? "" : resolved(url, image));
    }

    private static Optional<String> tag(Map<String, String> tags, String name) {
        return Optional.ofNullable(tags.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<String> between(String html) {
        Matcher title = TITLE.matcher(html);
        return title.find() ? Optional.of(unescaped(title.group(1).strip())) : Optional.empty();
    }

    private static Optional<String> firstImage(String html) {
        Matcher image = IMAGE.matcher(html);
        return image.find() ? attribute("src", image.group()) : Optional.empty();
    }

    private static Optional<String> attribute(String name, String tag) {
        Matcher matcher = Pattern.compile("(?is)\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")
                .matcher(tag);
        return matcher.find()
                ? Optional.of(unescaped(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)))
                : Optional.empty();
    }

    private static String resolved(String url, String image) {
        try {
            return URI.create(url).resolve(image).toString();
        } catch (IllegalArgumentException e) {
            return image;
        }
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
