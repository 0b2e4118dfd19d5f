package io.sharewire.testkit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page that shows what each platform would now show its readers, one column a platform, newest first. */
final class TimelinePage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final Map<String, String> TITLES =
            Map.of("facebook", "Facebook", "twitter", "Twitter", "kakao", "Kakao", "mail", "Mail");

    private final WebPage page = new WebPage("timeline.css", KakaoCard.STYLES);
    private final List<PlatformSimulator> platforms;

    TimelinePage(List<PlatformSimulator> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /** All platforms, or one alone if the query names it: {@code /?platform=kakao}. */
    Answer answer(Call call) {
        String wanted = call.query().first("platform").orElse("");
        List<PlatformSimulator> one = platforms.stream()
                .filter(platform -> platform.name().equals(wanted))
                .toList();
        List<PlatformSimulator> shown = one.isEmpty() ? platforms : one;
        StringBuilder body = new StringBuilder("<header>\n<h1>Sandbox timeline</h1>\n")
                .append("<p>What readers of each platform would see now. ")
                .append(one.isEmpty() ? "<a href=\"/\">Look again</a>" : "<a href=\"/\">All platforms</a>")
                .append("</p>\n</header>\n<main>\n");
        shown.forEach(platform -> column(body, platform));
        return page.answer("en", "Sandbox timeline", body.append("</main>\n").toString());
    }

    private static void column(StringBuilder page, PlatformSimulator platform) {
        List<SimulatedPost> newestFirst = new ArrayList<>(platform.posts());
        Collections.reverse(newestFirst);
        String name = Markup.escape(platform.name());
        page.append("<section class=\"").append(name).append("\" aria-labelledby=\"");
        page.append(name)
                .append("\">\n<h2 id=\"")
                .append(name)
                .append("\"><a href=\"/?platform=")
                .append(name);
        page.append("\">").append(Markup.escape(TITLES.getOrDefault(platform.name(), platform.name())));
        page.append("</a> <span>").append(newestFirst.size()).append("</span></h2>\n");
        if (newestFirst.isEmpty()) {
            page.append("<p class=\"empty\">Nothing yet</p>\n");
        }
        newestFirst.forEach(post -> {
            page.append("<article>\n<time datetime=\"").append(post.at()).append("\">");
            page.append(TIME.format(post.at())).append("</time>\n");
            page.append(card(platform, post));
            String link = post.link();
            if (link != null && Markup.isWebAddress(link)) {
                page.append("<p class=\"link\">");
                page.append(Markup.link(link, "address", Markup.readable(link))).append("</p>\n");
            }
            details(page, post);
            page.append("</article>\n");
        });
        page.append("</section>\n");
    }

    /** The platform's own way to show a post; of Kakao alone it is more than text, picture and link. */
    private static String card(PlatformSimulator platform, SimulatedPost post) {
        return (platform instanceof KakaoSimulator kakao ? kakao.card(post.id()) : Optional.<String>empty())
                .orElseGet(() -> plain(post));
    }

    private static String plain(SimulatedPost post) {
        String image = post.image();
        return "<p class=\"text\"" + Markup.language(post.text()) + ">" + Markup.escape(post.text()) + "</p>\n"
                + (image != null && Markup.isWebAddress(image)
                        ? "<img alt=\"\" src=\"" + Markup.escape(Pictures.address(image)) + "\">\n"
                        : "");
    }

    private static void details(StringBuilder page, SimulatedPost post) {
        page.append("<dl>\n");
        detail(page, "id", post.id());
        post.details().forEach((name, value) -> detail(page, name, value));
        page.append("</dl>\n");
    }

    private static void detail(StringBuilder page, String name, String value) {
        page.append("<div><dt>").append(Markup.escape(name)).append("</dt><dd>");
        page.append(Markup.escape(value)).append("</dd></div>\n");
    }
}
