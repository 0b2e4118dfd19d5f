package io.sharewire.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page that shows what each platform would now show its readers, one column a platform, newest first. */
final class TimelinePage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final Map<String, String> TITLES =
            Map.of("facebook", "Facebook", "twitter", "Twitter", "kakao", "Kakao", "mail", "Mail");

    private final String styles = styles();
    private final List<PlatformSimulator> platforms;

    TimelinePage(List<PlatformSimulator> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    Answer answer() {
        return Answer.of(200, "text/html; charset=UTF-8", html())
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; base-uri 'none'")
                .with("Cache-Control", "no-store");
    }

    private String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<title>Sandbox timeline</title>\n<style>\n")
                .append(styles)
                .append("</style>\n</head>\n<body>\n<header>\n<h1>Sandbox timeline</h1>\n")
                .append("<p>What readers of each platform would see now. <a href=\"/\">Look again</a></p>\n")
                .append("</header>\n<main>\n");
        platforms.forEach(platform -> column(page, platform));
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void column(StringBuilder page, PlatformSimulator platform) {
        List<SimulatedPost> newestFirst = new ArrayList<>(platform.posts());
        Collections.reverse(newestFirst);
        String name = platform.name();
        page.append("<section class=\"").append(escape(name)).append("\" aria-labelledby=\"");
        page.append(escape(name)).append("\">\n<h2 id=\"").append(escape(name)).append("\">");
        page.append(escape(TITLES.getOrDefault(name, name)));
        page.append(" <span>").append(newestFirst.size()).append("</span></h2>\n");
        if (newestFirst.isEmpty()) {
            page.append("<p class=\"empty\">Nothing yet</p>\n");
        }
        newestFirst.forEach(post -> card(page, post));
        page.append("</section>\n");
    }

    private static void card(StringBuilder page, SimulatedPost post) {
        page.append("<article>\n<time datetime=\"").append(post.at()).append("\">");
        page.append(TIME.format(post.at())).append("</time>\n");
        page.append("<p class=\"text\">").append(escape(post.text())).append("</p>\n");
        if (isWebAddress(post.image())) {
            page.append("<img alt=\"\" loading=\"lazy\" referrerpolicy=\"no-referrer\" src=\"");
            page.append(escape(post.image())).append("\">\n");
        }
        String link = post.link();
        if (isWebAddress(link)) {
            page.append("<a class=\"link\" rel=\"noopener noreferrer\" href=\"").append(escape(link));
            page.append("\">").append(escape(link)).append("</a>\n");
        }
        page.append("<dl>\n");
        detail(page, "id", post.id());
        post.details().forEach((name, value) -> detail(page, name, value));
        page.append("</dl>\n</article>\n");
    }

    private static void detail(StringBuilder page, String name, String value) {
        page.append("<div><dt>").append(escape(name)).append("</dt><dd>");
        page.append(escape(value)).append("</dd></div>\n");
    }

    private static boolean isWebAddress(@Nullable String address) {
        return address != null && address.matches("(?i)https?://.+");
    }

    private static String escape(@Nullable String text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String styles() {
        try (InputStream css = TimelinePage.class.getResourceAsStream("timeline.css")) {
            if (css == null) {
                throw new IllegalStateException("timeline.css is missing from the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("timeline.css cannot be read", e);
        }
    }
}
